import type { Guarded } from '@sila/domain/permission'
import type { Problem } from '@sila/domain/problem'
import type { Context, House } from '../context.ts'
import { Refused } from '../errors.ts'
import type { StaffMember } from '../staff/staff-member.entity.ts'
import type { Team } from '../staff/team.entity.ts'

/** Finds who is to own something; a person or team that does not work here is a problem of the input. */
export async function findOwner(ctx: Context, input: { assigneeId?: string | null; teamId?: string | null }) {
  const assignee = input.assigneeId ? (await ctx.house.directory.staff()).get(input.assigneeId) : undefined
  const team = input.teamId ? (await ctx.house.directory.teams()).get(input.teamId) : undefined
  const problems: Problem[] = []
  if (input.assigneeId && !assignee?.active) problems.push({ field: 'assigneeId', code: 'ASSIGNEE_UNKNOWN' })
  if (input.teamId && !team) problems.push({ field: 'teamId', code: 'ASSIGNEE_UNKNOWN' })
  return { assignee, team, problems }
}

/**
 * A complaint is never given to whom it is about.
 * @throws Refused
 */
export function neverToAccused({ aboutStaffId }: Guarded, assignee: StaffMember | undefined): void {
  if (assignee && assignee.id === aboutStaffId)
    throw new Refused({ field: 'assigneeId', code: 'ASSIGNEE_ACCUSED' })
}

/** What belongs to somebody. */
type Owned = { assigneeId?: string | null; teamId?: string | null }

/** Tells whose a row is; the directory is looked at once for all rows of a page. */
export async function ownersOf(
  house: House,
): Promise<(row: Owned) => { assignee: StaffMember | null; team: Team | null }> {
  const staff = await house.directory.staff()
  const teams = await house.directory.teams()
  return ({ assigneeId, teamId }) => ({
    assignee: (assigneeId && staff.get(assigneeId)) || null,
    team: (teamId && teams.get(teamId)) || null,
  })
}

import type { Problem } from '@sila/domain/problem'
import type { Context } from '../context.ts'

/** Finds who is to own something; a person or team that does not work here is a problem of the input. */
export async function findOwner(ctx: Context, input: { assigneeId?: string | null; teamId?: string | null }) {
  const assignee = input.assigneeId ? (await ctx.house.directory.staff()).get(input.assigneeId) : undefined
  const team = input.teamId ? (await ctx.house.directory.teams()).get(input.teamId) : undefined
  const problems: Problem[] = []
  if (input.assigneeId && !assignee?.active) problems.push({ field: 'assigneeId', code: 'ASSIGNEE_UNKNOWN' })
  if (input.teamId && !team) problems.push({ field: 'teamId', code: 'ASSIGNEE_UNKNOWN' })
  return { assignee, team, problems }
}

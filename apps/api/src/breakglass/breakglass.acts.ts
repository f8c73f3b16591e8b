import type { EntityManager } from '@mikro-orm/postgresql'
import { checkEmergency, emergencyRules } from '@sila/domain/breakglass'
import { can } from '@sila/domain/permission'
import type { Guarded, Permission } from '@sila/domain/permission'
import type { Problem } from '@sila/domain/problem'
import { parseReference } from '@sila/domain/reference'
import { cleanText } from '@sila/domain/text'
import { v7 as uuidv7 } from 'uuid'
import { isId } from '../graphql/connection.ts'
import { markOf } from '../audit/mark.ts'
import { demand } from '../context.ts'
import type { Context } from '../context.ts'
import { notFound, Refused, signedOut } from '../errors.ts'
import { change } from '../events.ts'
import { checkKey } from '../graphql/keys-check.ts'
import { postLater } from '../outbox/index.ts'
import { sealFor } from '../privacy/sealed-notes.ts'
import { tell } from '../graphql/problem.ts'
import { sessionsChanged } from '../sessions/topic.ts'
import type { StaffMember } from '../staff/staff-member.entity.ts'
import { holdMatter, stepByHouse } from '../walls/bound.ts'
import { opensNow } from '../walls/conditions.ts'
import { placeOf, readOpenings } from './breakglass.rows.ts'
import { complainsOf } from './opening.ts'
import type {
  BreakGlassEndInput,
  BreakGlassEndPayload,
  BreakGlassOpenInput,
  BreakGlassOpenPayload,
} from './breakglass.types.ts'

const kinds = {
  Q: { type: 'INTERACTION', table: 'interaction', permission: 'interaction.read' },
  R: { type: 'REQUEST', table: 'request', permission: 'request.read' },
} as const satisfies Record<string, { type: string; table: string; permission: Permission }>
type Kind = (typeof kinds)[keyof typeof kinds]
type Matter = Guarded & { id: string; beneficiaryId: string | null }

const unknown = { field: 'reference', code: 'EMERGENCY_UNKNOWN' } as const

/**
 * Opens one matter for an hour to somebody who may not see it, where a situation demands it: with a reason, and the
 * second factor asked again. Whoever answers for privacy is told at once. A complaint about oneself is never opened,
 * and is not told from what does not exist.
 */
export async function openInEmergency(
  ctx: Context,
  input: BreakGlassOpenInput,
): Promise<BreakGlassOpenPayload> {
  const member = demand(ctx, 'breakglass.use')
  checkKey(input.clientMutationId)
  const problems = checkEmergency(input)
  // What there is to open is told to nobody before they showed who they are: each question costs a factor.
  if (problems.length === 0) problems.push(...(await proofProblems(ctx, input)))
  if (problems.length > 0) return { problems: tell(ctx, problems) }

  const reference = parseReference(input.reference)?.reference ?? ''
  const kind = kinds[reference.startsWith('R') ? 'R' : 'Q']
  const reason = cleanText(input.reason)
  const act = { name: 'breakGlass.open', key: input.clientMutationId, input: { reference, reason } }
  const outcome = await change(ctx, act, async (em) => {
    const id = uuidv7()
    const matter = await findClosed(em, member, kind, reference)
    const until = new Date(ctx.now.getTime() + emergencyRules.minutes * 60_000)
    const { sealed, sealedFor } = await sealFor(ctx, em, matter, placeOf(id), reason)
    const opening = {
      ...{
        id,
        staffId: member.id,
        matterType: kind.type,
        matterId: matter.id,
        reference,
        at: ctx.now,
        until,
      },
      ...{ beneficiaryId: matter.beneficiaryId, sealedReason: sealed, sealedFor },
    }
    const { salt, mark } = markOf(ctx.house.keys, 'break_glass', opening)
    await stepByHouse(em, async () => {
      await em.execute(
        `insert into break_glass (id, staff_id, matter_type, matter_id, reference, beneficiary_id, sealed_reason, sealed_for, at, until, salt, mark)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [
          ...[id, member.id, kind.type, matter.id, reference, matter.beneficiaryId],
          ...[sealed, sealedFor, ctx.now, until, salt, mark],
        ],
      )
      await tellPrivacy(ctx, em, matter)
    })
    await holdMatter(em, matter.id)
    const payload = { breakGlass: id, staffId: member.id, until: until.toISOString() }
    return { result: { id }, event: eventOf(kind.table, matter.id, 'emergencyOpened', payload) }
  })
  if (!outcome.done) return { problems: tell(ctx, outcome.problems) }
  // Every node knows anew what this person sees, and their live lines begin anew with it.
  sessionsChanged(ctx.house)
  const opening = (await readOpenings(ctx)).find(({ id }) => id === outcome.result.id)
  return { opening: opening ?? null, problems: [] }
}

async function proofProblems({ actor }: Context, proof: BreakGlassOpenInput): Promise<Problem[]> {
  const proven = actor.type === 'STAFF' && actor.prove ? await actor.prove(proof) : 'MISSING'
  switch (proven) {
    case 'PROVEN':
      return []
    case 'MISSING':
      return [{ field: 'proof', code: 'FACTOR_MISSING' }]
    case 'WRONG':
      return [{ field: 'proof', code: 'FACTOR_WRONG' }]
    case 'TOO_OFTEN':
      return [{ field: 'proof', code: 'TOO_MANY_TRIES', values: { minutes: 15 } }]
  }
}

/** The matter that is closed to somebody so far; held, so that it is opened once. */
async function findClosed(
  em: EntityManager,
  member: StaffMember,
  { table, permission }: Kind,
  reference: string,
): Promise<Matter> {
  const [matter, opened] = await stepByHouse(em, async () => {
    const [found] = await em.execute<Matter[]>(
      `select id, beneficiary_id as "beneficiaryId", assignee_id as "assigneeId", team_id as "teamId", sensitivity, circle,
        about_staff_id as "aboutStaffId" from ${table} where reference = ? for update`,
      [reference],
    )
    if (!found) return [undefined, false] as const
    const running = await em.execute<object[]>(
      `select 1 from break_glass g where matter_id = ? and staff_id = ? and ${opensNow}`,
      [found.id, member.id],
    )
    return [found, running.length > 0] as const
  })
  if (!matter || matter.aboutStaffId === member.id || !can(member.viewer, permission))
    throw new Refused(unknown)
  if (opened || can(member.viewer, permission, matter))
    throw new Refused({ field: 'reference', code: 'EMERGENCY_NEEDLESS' })
  return matter
}

// Not whom the matter complains of: their desk shows nothing of it, and so they would know of whom it is.
async function tellPrivacy(ctx: Context, em: EntityManager, { aboutStaffId }: Matter) {
  for (const { id, email, active, viewer, languages } of (await ctx.house.directory.staff()).values())
    if (active && can(viewer, 'privacy.act') && id !== aboutStaffId)
      await postLater(
        ctx.house,
        em,
        { address: email, channel: 'EMAIL', template: 'EMERGENCY', language: languages[0] ?? 'ar' },
        ctx.now,
      )
}

type Running = {
  matterId: string
  matterType: Kind['type']
  staffId: string
  ended: boolean
  until: Date
  complainsOfMe: boolean
}

/** Shuts an opening before its time: whoever answers for privacy, or whoever opened it. */
export async function endEmergency(
  ctx: Context,
  id: string,
  input: BreakGlassEndInput,
): Promise<BreakGlassEndPayload> {
  if (ctx.actor.type !== 'STAFF') throw signedOut()
  const member = ctx.actor.staff
  checkKey(input.clientMutationId)
  const act = { name: 'breakGlass.end', key: input.clientMutationId, input: { id } }
  const outcome = await change(ctx, act, async (em) => {
    const running = await stepByHouse(em, async () => {
      const [found] = isId(id)
        ? await em.execute<Running[]>(
            `select matter_id as "matterId", matter_type as "matterType", staff_id as "staffId", until,
              exists (select from break_glass_end e where e.break_glass_id = g.id) as ended,
              ${complainsOf('g.matter_id', '?')} as "complainsOfMe" from break_glass g where id = ? for update`,
            [member.id, member.id, id],
          )
        : []
      const answers = can(member.viewer, 'privacy.act') && !found?.complainsOfMe
      if (!found || !(found.staffId === member.id || answers)) throw notFound()
      if (found.ended || new Date(found.until) <= ctx.now) throw new Refused({ code: 'ACT_NOT_ALLOWED' })
      const ending = { id: uuidv7(), breakGlassId: id, at: ctx.now, byId: member.id }
      const { mark } = markOf(ctx.house.keys, 'break_glass_end', ending)
      await em.execute(
        `insert into break_glass_end (id, break_glass_id, at, by_id, mark) values (?, ?, ?, ?, ?)`,
        [...[ending.id, id, ctx.now, member.id, mark]],
      )
      return found
    })
    await holdMatter(em, running.matterId)
    const table = running.matterType === 'REQUEST' ? 'request' : 'interaction'
    const payload = { breakGlass: id, staffId: running.staffId }
    return { result: { id }, event: eventOf(table, running.matterId, 'emergencyEnded', payload) }
  })
  if (!outcome.done) return { problems: tell(ctx, outcome.problems) }
  sessionsChanged(ctx.house)
  return { problems: [] }
}

// It stands in the history of the matter, for everybody who sees it, and is what the privacy officer's desk hears.
function eventOf(table: Kind['table'], id: string, name: string, payload: Record<string, unknown>) {
  return {
    aggregate: table,
    aggregateId: id,
    type: `${table}.${name}`,
    visibility: 'STAFF',
    payload,
  } as const
}

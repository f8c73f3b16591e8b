import type { EntityManager } from '@mikro-orm/postgresql'
import type { Problem } from '@sila/domain/problem'
import { isId } from '../graphql/connection.ts'
import { demand } from '../context.ts'
import type { Context } from '../context.ts'
import { notFound, Refused } from '../errors.ts'
import { change } from '../events.ts'
import { checkKey } from '../graphql/keys-check.ts'
import { tell } from '../graphql/problem.ts'
import { demandKeepers, lockKeepers } from '../roles/keepers.ts'
import { sessionsChanged } from '../sessions/topic.ts'
import { byHouse } from '../walls/actor.ts'
import { myself, readAccounts, readMyAccount } from './account.rows.ts'
import type { AccountActInput, MyAccountPayload, StaffAccountPayload } from './account.types.ts'

type Row = { id: string; user_id: string; active: boolean }
type ManageAct = {
  name: string
  event: string
  work(em: EntityManager, row: Row, own: boolean): Promise<void>
}

/** Signs the person out everywhere and lets them in no more; whoever keeps the house never locks it from inside. */
export const disableStaff = manage({
  name: 'staff.disable',
  event: 'staff.disabled',
  async work(em, row, own) {
    if (own) throw new Refused({ code: 'OWN_ACCOUNT' })
    if (!row.active) throw new Refused({ code: 'ACT_NOT_ALLOWED' })
    await em.execute('update staff set active = false where id = ?', [row.id])
    await demandKeepers(em)
    await endSessions(em, row.user_id)
  },
})

/** Lets the person in again, who signs in anew. */
export const enableStaff = manage({
  name: 'staff.enable',
  event: 'staff.enabled',
  async work(em, row) {
    if (row.active) throw new Refused({ code: 'ACT_NOT_ALLOWED' })
    await em.execute('update staff set active = true where id = ?', [row.id])
    // One that began in the very moment of disabling.
    await endSessions(em, row.user_id)
  },
})

/** Signs the person out everywhere. */
export const endStaffSessions = manage({
  name: 'staff.endSessions',
  event: 'staff.sessionsEnded',
  work: (em, row) => endSessions(em, row.user_id),
})

/** Takes away code, recovery codes, passkeys and the link to the provider of somebody who lost them, and signs out; nothing of them is ever read. */
export const resetSecondFactor = manage({
  name: 'staff.resetSecondFactor',
  event: 'staff.secondFactorReset',
  async work(em, row, own) {
    if (own) throw new Refused({ code: 'OWN_ACCOUNT' })
    await em.execute('delete from auth_two_factor where "userId" = ?', [row.user_id])
    await em.execute('delete from auth_passkey where "userId" = ?', [row.user_id])
    // Whoever got another account at the provider is found by the address once more.
    await em.execute(`delete from auth_account where "userId" = ? and "providerId" <> 'credential'`, [
      row.user_id,
    ])
    await em.execute('update auth_user set "twoFactorEnabled" = false where id = ?', [row.user_id])
    await em.execute('delete from auth_attempt where key = ?', [`code:${row.user_id}`])
    await endSessions(em, row.user_id)
  },
})

function manage({ name, event, work }: ManageAct) {
  return async (ctx: Context, id: string, input: AccountActInput): Promise<StaffAccountPayload> => {
    const administrator = demand(ctx, 'staff.manage')
    checkKey(input.clientMutationId)
    if (!isId(id)) throw notFound()
    const act = { name, key: input.clientMutationId, input: { id } }
    const outcome = await change(byHouse(ctx), act, async (em) => {
      // Two who disable each other come one after the other, and the second does not any more.
      await lockKeepers(em, ctx, 'staff.manage')
      const [row] = await em.execute<Row[]>('select id, user_id, active from staff where id = ? for update', [
        id,
      ])
      if (!row) throw notFound()
      await work(em, row, administrator.id === id)
      const about = { aggregate: 'staff', aggregateId: id, type: event, visibility: 'STAFF' } as const
      return { result: { id }, event: about }
    })
    if (!outcome.done) return refused(ctx, outcome.problems)
    sessionsChanged(ctx.house)
    const [account] = await readAccounts(ctx, id)
    return { account: account ?? null, problems: [] }
  }
}

/** Ends one of one's own sessions; one that is not there is somebody else's. */
export function endMySession(ctx: Context, id: string, input: AccountActInput): Promise<MyAccountPayload> {
  return onMySessions(ctx, { name: 'account.endSession', key: input.clientMutationId, input: { id } }, id)
}

/** Ends all of one's own sessions but this one. */
export function endMyOtherSessions(ctx: Context, input: AccountActInput): Promise<MyAccountPayload> {
  return onMySessions(ctx, { name: 'account.endOthers', key: input.clientMutationId, input: {} }, null)
}

async function onMySessions(
  ctx: Context,
  act: { name: string; key: string; input: object },
  id: string | null,
): Promise<MyAccountPayload> {
  const me = myself(ctx)
  const current = ctx.actor.type === 'STAFF' ? (ctx.actor.sessionId ?? '') : ''
  checkKey(act.key)
  const outcome = await change(byHouse(ctx), act, async (em) => {
    const ended = await em.execute<object[]>(
      `delete from auth_session where "userId" = ? and (id = ? or (? and id <> ?)) returning id`,
      [me.userId, id, id === null, current],
    )
    if (id !== null && ended.length === 0) throw notFound()
    const payload = { sessions: ended.length }
    const about = { aggregate: 'staff', aggregateId: me.id, visibility: 'STAFF', payload } as const
    return { result: {}, event: { ...about, type: 'staff.ownSessionsEnded' } }
  })
  if (!outcome.done) return refused(ctx, outcome.problems)
  sessionsChanged(ctx.house)
  return { account: await readMyAccount(ctx), problems: [] }
}

/** Ends every session of a member of staff, and what stands half-way to one. */
export const endSessions = async (em: EntityManager, userId: string): Promise<void> => {
  await em.execute('delete from auth_session where "userId" = ?', [userId])
  // A sign-in that stands between password and code.
  await em.execute(`delete from auth_verification where value = ? and identifier like '2fa-%'`, [userId])
}

const refused = (ctx: Context, problems: readonly Problem[]) => ({ problems: tell(ctx, problems) })

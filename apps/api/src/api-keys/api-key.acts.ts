import { checkKeyDraft, keyBudget, keyDays, mostKeys } from '@sila/domain/api-key'
import { can, permissionsOf } from '@sila/domain/permission'
import { cleanText } from '@sila/domain/text'
import { v7 as uuidv7 } from 'uuid'
import { isId } from '../graphql/connection.ts'
import { demand } from '../context.ts'
import type { Context } from '../context.ts'
import { notFound, Refused } from '../errors.ts'
import { change } from '../events.ts'
import { checkKey } from '../graphql/keys-check.ts'
import { tell } from '../graphql/problem.ts'
import { sessionsChanged } from '../sessions/topic.ts'
import { myself } from '../staff/account.rows.ts'
import type { StaffMember } from '../staff/staff-member.entity.ts'
import { readKeys } from './api-key.rows.ts'
import type {
  ApiKey,
  ApiKeyCreateInput,
  ApiKeyCreatePayload,
  ApiKeyEndInput,
  ApiKeyEndPayload,
} from './api-key.types.ts'
import { makeKeyText } from './key-text.ts'

const dayLong = 86_400_000

/** One's own keys; all of the house for whoever keeps them. */
export function listKeys(ctx: Context): Promise<ApiKey[]> {
  const { isKeeper } = holder(ctx)
  return readKeys(ctx, null, isKeeper)
}

/** Makes a key in one's own name. It is told in this answer and never again: only a hash of it is kept. */
export async function createKey(ctx: Context, input: ApiKeyCreateInput): Promise<ApiKeyCreatePayload> {
  const { me } = holder(ctx)
  checkKey(input.clientMutationId)
  const draft = {
    name: cleanText(input.name),
    scopes: [...new Set(input.scopes)],
    days: input.days ?? keyDays.usual,
    hourBudget: input.hourBudget ?? keyBudget.hour.usual,
    dayBudget: input.dayBudget ?? keyBudget.day.usual,
  }
  const problems = checkKeyDraft(draft, permissionsOf(me.viewer))
  if (problems.length > 0) return { problems: tell(ctx, problems) }
  const { publicId, text } = makeKeyText()
  const act = { name: 'apiKey.create', key: input.clientMutationId, input: draft }
  const outcome = await change(ctx, act, async (em) => {
    // Whoever makes two at once makes one after the other, so that they are counted.
    await em.execute(`select pg_advisory_xact_lock(hashtext('api_key ' || ?))`, [me.id])
    const held = await em.execute<object[]>(
      `select id from api_key where staff_id = ? and ended_at is null and expires_at > ?`,
      [me.id, ctx.now],
    )
    if (held.length >= mostKeys) throw new Refused({ code: 'TOO_MANY_KEYS', values: { max: mostKeys } })
    const id = uuidv7()
    await em.execute(
      `insert into api_key (id, public_id, hash, staff_id, name, scopes, hour_budget, day_budget, made_at, expires_at)
        values (?, ?, ?, ?, ?, string_to_array(?, ','), ?, ?, ?, ?)`,
      [
        ...[id, publicId, ctx.house.keys.hashApiKey(text), me.id, draft.name, draft.scopes.join()],
        ...[draft.hourBudget, draft.dayBudget, ctx.now, new Date(ctx.now.getTime() + draft.days * dayLong)],
      ],
    )
    return { result: { id }, event: eventOf(id, 'apiKey.created') }
  })
  if (!outcome.done) return { problems: tell(ctx, outcome.problems) }
  const [apiKey] = await readKeys(ctx, [outcome.result.id], false)
  return { apiKey: apiKey ?? null, key: outcome.repeated ? null : text, problems: [] }
}

/** Ends a key at once, on all nodes: one's own, or anybody's for whoever keeps them. */
export async function endKey(ctx: Context, id: string, input: ApiKeyEndInput): Promise<ApiKeyEndPayload> {
  const { me, isKeeper } = holder(ctx)
  checkKey(input.clientMutationId)
  if (!isId(id)) throw notFound()
  const act = { name: 'apiKey.end', key: input.clientMutationId, input: { id } }
  const outcome = await change(ctx, act, async (em) => {
    const [row] = await em.execute<{ staff_id: string; ended: boolean }[]>(
      `select staff_id, ended_at is not null as ended from api_key where id = ? for update`,
      [id],
    )
    if (!row || (row.staff_id !== me.id && !isKeeper)) throw notFound()
    if (row.ended) throw new Refused({ code: 'ACT_NOT_ALLOWED' })
    await em.execute('update api_key set ended_at = ?, ended_by = ? where id = ?', [ctx.now, me.id, id])
    return { result: { id }, event: eventOf(id, 'apiKey.ended') }
  })
  if (!outcome.done) return { problems: tell(ctx, outcome.problems) }
  sessionsChanged(ctx.house)
  const [apiKey] = await readKeys(ctx, [id], isKeeper)
  return { apiKey: apiKey ?? null, problems: [] }
}

/** Whoever may hold keys, and whether they keep those of others too. */
function holder(ctx: Context): { me: StaffMember; isKeeper: boolean } {
  const me = myself(ctx)
  const isKeeper = can(me.viewer, 'apikey.manage')
  if (!isKeeper) demand(ctx, 'explorer.use')
  return { me, isKeeper }
}

function eventOf(aggregateId: string, type: string) {
  return { aggregate: 'apiKey', aggregateId, type, visibility: 'STAFF' } as const
}

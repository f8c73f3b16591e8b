import { checkRetention } from '@sila/domain/retention'
import { cleanText } from '@sila/domain/text'
import { v7 as uuidv7 } from 'uuid'
import { demand } from '../context.ts'
import type { Context } from '../context.ts'
import { change } from '../events.ts'
import { checkKey } from '../graphql/keys-check.ts'
import { tell } from '../graphql/problem.ts'
import { readSetting } from './retention.rows.ts'
import type { RetentionSetInput, RetentionSetPayload } from './retention.types.ts'

/** Sets how long a kind of record is kept, within its bounds and for a reason; the next run goes by it. */
export async function setRetention(ctx: Context, input: RetentionSetInput): Promise<RetentionSetPayload> {
  const member = demand(ctx, 'privacy.act')
  checkKey(input.clientMutationId)
  const { record, months = null } = input
  const problems = checkRetention(record, months, input.reason)
  if (problems.length > 0) return { problems: tell(ctx, problems) }
  const reason = cleanText(input.reason)
  const act = { name: 'retention.set', key: input.clientMutationId, input }
  const outcome = await change(ctx, act, async (em) => {
    const [row] = await em.execute<{ id: string }[]>(
      `insert into retention_setting (record, id, months, reason, set_at, set_by) values (?, ?, ?, ?, ?, ?)
        on conflict (record) do update set months = excluded.months, reason = excluded.reason, set_at = excluded.set_at,
          set_by = excluded.set_by returning id`,
      [record, uuidv7(), months, reason, ctx.now, member.id],
    )
    if (!row) throw new Error('setRetention: nothing was stored')
    return {
      result: { record },
      event: {
        ...{ aggregate: 'retention', aggregateId: row.id, type: 'retention.set', visibility: 'STAFF' },
        payload: { record, months, reason },
      },
    }
  })
  if (!outcome.done) return { problems: tell(ctx, outcome.problems) }
  return { setting: await readSetting(ctx, record), problems: [] }
}

// The door to channels: what an administrator may change of them.
import { LockMode } from '@mikro-orm/core'
import { checkHours } from '@sila/domain/hours'
import type { Problem } from '@sila/domain/problem'
import { cleanText, graphemeLength } from '@sila/domain/text'
import { isId } from '../graphql/connection.ts'
import { demand } from '../context.ts'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import { change } from '../events.ts'
import { checkKey } from '../graphql/keys-check.ts'
import { tell } from '../graphql/problem.ts'
import { Channel } from './channel.entity.ts'
import { readChannels } from './channel.rows.ts'
import type { ChannelPayload, ChannelUpdateInput } from './channel.types.ts'

const longestAccount = 200
// Four stretches a day are more than any desk keeps.
const mostStretches = 28

/** Changes account, state or hours of one of the seven channels (C1-C7). */
export async function updateChannel(
  ctx: Context,
  id: string,
  input: ChannelUpdateInput,
): Promise<ChannelPayload> {
  demand(ctx, 'channel.edit')
  checkKey(input.clientMutationId)
  const problems = check(input)
  if (problems.length > 0) return { problems: tell(ctx, problems) }

  const outcome = await change(
    ctx,
    { name: 'channel.update', key: input.clientMutationId, input: { id, ...input } },
    async (em) => {
      const channel = isId(id)
        ? await em.findOne(Channel, id, { lockMode: LockMode.PESSIMISTIC_WRITE })
        : null
      if (!channel) throw notFound()
      const before = { account: channel.account, state: channel.state }
      if (input.account) channel.account = cleanText(input.account)
      if (input.state) channel.state = input.state
      if (input.hours) channel.hours = input.hours.map(({ day, from, to }) => ({ day, from, to }))
      const payload = {
        code: channel.code,
        before,
        account: channel.account,
        state: channel.state,
        hours: Boolean(input.hours),
      }
      return {
        result: { id },
        event: {
          aggregate: 'channel',
          aggregateId: id,
          type: 'channel.updated',
          visibility: 'STAFF',
          payload,
        },
      }
    },
  )
  if (!outcome.done) return { problems: tell(ctx, outcome.problems) }
  const channels = await readChannels(ctx)
  return { channel: channels.find((channel) => channel.id === id) ?? null, problems: [] }
}

function check(input: ChannelUpdateInput): Problem[] {
  const problems: Problem[] = []
  if (typeof input.account === 'string') {
    const account = cleanText(input.account)
    const length = account.length > longestAccount * 20 ? account.length : graphemeLength(account)
    if (length === 0) problems.push({ field: 'account', code: 'REQUIRED' })
    if (length > longestAccount)
      problems.push({ field: 'account', code: 'TOO_LONG', values: { max: longestAccount, length } })
  }
  const hours = input.hours ?? []
  if (hours.length > mostStretches)
    return [...problems, { field: 'hours', code: 'TOO_MANY_CHOICES', values: { max: mostStretches } }]
  return [...problems, ...checkHours(hours)]
}

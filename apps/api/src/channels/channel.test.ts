import { channelCodes } from '@sila/domain/channel'
import { describe, expect, test } from 'vitest'
import { counted } from '../database/database.ts'
import { key, useApi } from '../testing/api.ts'

const api = useApi()

const list =
  '{ channels { id code clause account state hours { day from to } lastReceivedAt receivedToday } }'
const update = `mutation ($id: ID!, $input: ChannelUpdateInput!) { channelUpdate(id: $id, input: $input) {
  channel { code account state hours { day from to } } problems { field code message } } }`

async function channel(code: string) {
  const { data } = await (await api.as('admin')).ask(list)
  return data.channels.find((each: { code: string }) => each.code === code)
}

describe('the channels', () => {
  test('are the seven of the policy, in its order (C1-C7)', async () => {
    const { data } = await (await api.as('salem')).ask(list)
    expect(data.channels.map((each: { code: string }) => each.code)).toEqual(channelCodes)
    expect(data.channels.map((each: { clause: string }) => each.clause)).toEqual([
      'C1',
      'C2',
      'C3',
      'C4',
      'C5',
      'C6',
      'C7',
    ])
  })

  test('show what came in by them today, all in one statement', async () => {
    const before = await channel('WEBSITE')
    const input = {
      clientMutationId: key(),
      kind: 'INQUIRY',
      text: 'Where are you?',
      language: 'en',
      anonymous: true,
    }
    await api.guest.ask(
      'mutation ($input: InteractionSubmitInput!) { interactionSubmit(input: $input) { problems { code } } }',
      { input },
    )
    const after = await channel('WEBSITE')
    expect(after.receivedToday - before.receivedToday).toBe(1)
    expect(Date.now() - new Date(after.lastReceivedAt).getTime()).toBeLessThan(60_000)
    expect((await channel('LETTER')).receivedToday).toBe(0)

    const salem = await api.as('salem')
    await salem.ask(list)
    const statements = counted.statements
    await salem.ask(list)
    expect(counted.statements - statements).toBeLessThanOrEqual(2)
  })

  test('are changed by an administrator, and the change is one event', async () => {
    const { id } = await channel('PHONE')
    const admin = await api.as('admin')
    const hours = [
      { day: 0, from: '08:00', to: '12:00' },
      { day: 0, from: '13:00', to: '16:00' },
    ]
    const input = { clientMutationId: key(), account: '  +966 14 000 0000 ', state: 'PAUSED', hours }
    const { data } = await admin.ask(update, { id, input })
    expect(data.channelUpdate).toEqual({
      channel: { code: 'PHONE', account: '+966 14 000 0000', state: 'PAUSED', hours },
      problems: [],
    })
    await admin.ask(update, { id, input })
    expect(await api.sql('select type from event where aggregate_id = $1', [id])).toEqual([
      { type: 'channel.updated' },
    ])
  })

  test.each([
    [
      'hours that end before they begin',
      { hours: [{ day: 1, from: '16:00', to: '08:00' }] },
      'hours.0',
      'HOURS_INVALID',
    ],
    [
      'hours that overlap',
      {
        hours: [
          { day: 1, from: '08:00', to: '12:00' },
          { day: 1, from: '11:00', to: '13:00' },
        ],
      },
      'hours.1',
      'HOURS_INVALID',
    ],
    ['a day that is none', { hours: [{ day: 9, from: '08:00', to: '12:00' }] }, 'hours.0', 'HOURS_INVALID'],
    ['no account', { account: ' \u202e ' }, 'account', 'REQUIRED'],
    ['a hundred thousand signs', { account: '5'.repeat(100_000) }, 'account', 'TOO_LONG'],
  ])('refuse %s and change nothing', async (_what, over, field, code) => {
    const { id } = await channel('EMAIL')
    const before = await api.sql('select c::text from channel c where id = $1', [id])
    const { data } = await (
      await api.as('admin')
    ).ask(update, { id, input: { clientMutationId: key(), ...over } })
    expect(data.channelUpdate.problems).toContainEqual(expect.objectContaining({ field, code }))
    expect(await api.sql('select c::text from channel c where id = $1', [id])).toEqual(before)
  })

  test('are changed by nobody else', async () => {
    const { id } = await channel('EMAIL')
    for (const who of ['salem', 'khalid', 'huda'] as const) {
      const { errors } = await (
        await api.as(who)
      ).ask(update, { id, input: { clientMutationId: key(), state: 'CLOSED' } })
      expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN')
    }
  })
})

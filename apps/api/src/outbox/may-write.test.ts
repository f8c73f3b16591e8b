import { consentPurposes } from '@sila/domain/consent'
import type { ConsentPurpose } from '@sila/domain/consent'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { useApi } from '../testing/api.ts'
import { becomeKnown, provenDevice } from '../testing/proving.ts'
import { mayWrite } from './may-write.ts'

const api = useApi()
const phone = '+966507780001'
const email = 'maryam@example.com'
const sms = { address: phone, channel: 'SMS' } as const
const mail = { address: email, channel: 'EMAIL' } as const
const may = (purpose: ConsentPurpose, to: typeof sms | typeof mail) => mayWrite(api.house, purpose, to)

test('by a channel to which the person said no nobody is written to, and by the others as before', async () => {
  await becomeKnown(api, { name: 'Maryam Hassan', phone, email })
  expect([await may('SERVICE', sms), await may('SURVEY', sms), await may('AWARENESS', sms)]).toEqual([
    true,
    true,
    false,
  ])
  const device = await provenDevice(api, phone)
  const say = async (purpose: ConsentPurpose, channel: string, given: boolean) => {
    const { data, errors } = await device.ask(
      `mutation ($input: MineConsentInput!) { mineConsent(input: $input) { problems { code } } }`,
      { input: { clientMutationId: uuidv7(), purpose, channel, given } },
    )
    expect(errors).toBeUndefined()
    expect(data.mineConsent.problems).toEqual([])
  }
  await say('AWARENESS', 'EMAIL', true)
  await say('SURVEY', 'PHONE', false)
  expect([await may('AWARENESS', mail), await may('AWARENESS', sms)]).toEqual([true, false])
  expect([await may('SURVEY', mail), await may('SURVEY', sms)]).toEqual([true, false])
  await say('SURVEY', 'PHONE', true)
  expect(await may('SURVEY', sms)).toBe(true)
})

test('whoever shares a phone with somebody who said no is not written to there either', async () => {
  const shared = { address: '+966507780002', channel: 'SMS' } as const
  for (const name of ['First Worker', 'Second Worker'])
    await becomeKnown(api, { name, phone: shared.address })
  const people = await api.sql<{ id: string }>(
    'select beneficiary_id as id from contact_point where value = $1',
    [shared.address],
  )
  expect(people.length).toBe(2)
  const allow = (id: string | undefined) =>
    api.sql(
      `insert into consent (id, beneficiary_id, purpose, given_at) values (gen_random_uuid(), $1, 'AWARENESS', now())`,
      [id],
    )
  await allow(people[0]?.id)
  expect(await mayWrite(api.house, 'AWARENESS', shared)).toBe(false)
  await allow(people[1]?.id)
  expect(await mayWrite(api.house, 'AWARENESS', shared)).toBe(true)
})

test.each(Object.keys(consentPurposes) as ConsentPurpose[])(
  'where nobody has the address, %s is sent only if it needs no leave',
  async (purpose) => {
    const unknown = { address: 'nobody@example.com', channel: 'EMAIL' } as const
    expect(await mayWrite(api.house, purpose, unknown)).toBe(!consentPurposes[purpose].needsConsent)
  },
)

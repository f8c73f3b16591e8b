import { setTimeout as pause } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { sealAll } from '../audit/seal.ts'
import { key, useApi } from '../testing/api.ts'
import { becomeKnown } from '../testing/proving.ts'
import { ofHouse } from '../walls/actor.ts'
import { runRetention } from './run.ts'

const api = useApi()
const place = `mutation ($input: LegalHoldInput!) { legalHoldPlace(input: $input) { beneficiary { id } problems { code } } }`
const erase = `mutation ($input: PersonEraseInput!) { personErase(input: $input) { rows problems { code } } }`
const bring = `mutation ($input: InteractionSubmitInput!) { interactionSubmit(input: $input) { receipt { reference } problems { code } } }`
const apply = `mutation ($input: RequestSubmitInput!) { requestSubmit(input: $input) { receipt { reference } problems { code } } }`

/** Somebody else's transaction, which holds what it touched until it is let go. */
async function holding(...statements: [string, unknown[]][]) {
  const line = await ofHouse(api.house).pool.connect()
  await line.query('begin')
  for (const [text, values] of statements) await line.query(text, values)
  return async () => {
    await line.query('commit')
    line.release()
  }
}

/** Until somebody waits for what another holds. */
async function someoneWaits() {
  for (;;) {
    const [row] = await api.sql(`select from pg_stat_activity where wait_event_type = 'Lock' limit 1`)
    if (row) return
    await pause(20)
  }
}

beforeAll(() => sealAll(api.house.database.pool, api.house.keys))

describe('two at once: a legal hold and the run of a night', () => {
  test('once the hold is acknowledged, no words of the person go', async () => {
    const { reference } = await becomeKnown(api, { name: 'Held In Time', phone: '+966507773001' })
    const [row] = await api.sql(
      `update interaction set open = false, status = 'CLOSED', closed_at = '2019-01-01' where reference = $1 returning id, beneficiary_id as person`,
      [reference],
    )
    const dalal = await api.as('dalal')
    const letGo = await holding([`select from entry where interaction_id = $1 for update`, [row.id]])
    const running = runRetention(api.house)
    await someoneWaits()
    const input = { clientMutationId: key(), beneficiaryId: row.person, reason: 'A court asks for it.' }
    const placed = dalal.ask(place, { input })
    const acknowledged = await Promise.race([placed.then(() => true), pause(700).then(() => false)])
    await letGo()
    const [{ data }] = await Promise.all([placed, running])
    expect(data.legalHoldPlace.problems).toEqual([])
    const [{ gone }] = await api.sql(`select subject = '' as gone from interaction where id = $1`, [row.id])
    expect({ acknowledged, gone }).not.toEqual({ acknowledged: true, gone: true })
  })
})

describe('two at once: an erasure and somebody who writes', () => {
  const contact = (name: string, phone: string) => ({ name, phone })
  const course = { topic: 'ARABIC', level: 'BEGINNER', language: 'ur', section: 'MEN', time: 'EVENING' }

  test.each([
    [
      'a matter',
      bring,
      contact('Erased Then', '+966507773002'),
      { kind: 'INQUIRY', text: 'Where is it held?', anonymous: false },
    ],
    [
      'an application',
      apply,
      contact('Erased Too', '+966507773003'),
      { service: 'course', formVersion: 1, answers: course },
    ],
  ])(
    '%s that comes in the very moment is taken in, as of somebody new',
    async (_what, mutation, who, words) => {
      await becomeKnown(api, who)
      const [{ id }] = await api.sql('select id from beneficiary where name = $1', [who.name])
      await api.sql('update interaction set beneficiary_id = null where beneficiary_id = $1', [id])
      const letGo = await holding(
        ['delete from contact_point where beneficiary_id = $1', [id]],
        ['delete from beneficiary where id = $1', [id]],
      )
      const input = { clientMutationId: key(), language: 'en', contact: who, ...words }
      const sent = api.guest.ask(mutation, { input })
      await someoneWaits()
      await letGo()
      const { data, errors } = await sent
      expect(errors).toBeUndefined()
      const [payload] = Object.values<any>(data)
      expect(payload).toEqual({ receipt: { reference: expect.any(String) }, problems: [] })
      const people = await api.sql('select id from beneficiary where name = $1', [who.name])
      expect(people).toHaveLength(1)
      expect(people[0].id).not.toBe(id)
    },
  )

  test.each(['CLOSED', 'ANSWERED'])(
    'words that are being written into a matter that is %s go with the person',
    async (status) => {
      const name = `Erased While ${status}`
      const { reference } = await becomeKnown(api, { name, email: `${status}@people.example` })
      const [row] = await api.sql(
        `update interaction set open = $2, status = $3, closed_at = case when $2 then null else now() end
          where reference = $1 returning id, beneficiary_id as person`,
        [reference, status === 'ANSWERED', status],
      )
      // A colleague, or whoever holds the secret, is in the middle of writing.
      const words = `Written just then, ${status}`
      const letGo = await holding(
        ['select from interaction where id = $1 for update', [row.id]],
        [
          `insert into entry (id, interaction_id, type, at, text, language) values (gen_random_uuid(), $1, 'FROM_BENEFICIARY', now(), $2, 'en')`,
          [row.id, words],
        ],
        ['update interaction set preview = $2, open = true where id = $1', [row.id, words]],
      )
      const dalal = await api.as('dalal')
      const input = { clientMutationId: key(), beneficiaryId: row.person, ground: 'ASKED' }
      const erased = dalal.ask(erase, { input })
      await someoneWaits()
      await letGo()
      expect((await erased).data.personErase.problems).toEqual([])
      expect(await api.sql('select text from entry where interaction_id = $1', [row.id])).toEqual([])
      expect(await api.sql('select preview, open from interaction where id = $1', [row.id])).toEqual([
        { preview: '', open: false },
      ])
    },
  )
})

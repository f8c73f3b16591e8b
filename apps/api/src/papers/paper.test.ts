import { beforeAll, describe, expect, test } from 'vitest'
import { key, useApi } from '../testing/api.ts'
import { becomeKnown, provenDevice } from '../testing/proving.ts'

const api = useApi()
const see = `mutation ($input: PaperSeeInput!) { paperSee(input: $input) { beneficiary { papers { id paper expiresOn seenBy { name } unseenAt unseenReason } } problems { field code } } }`
const unsee = `mutation ($id: ID!, $input: PaperUnseeInput!) { paperUnsee(id: $id, input: $input) { beneficiary { papers { paper unseenReason } } problems { field code } } }`
const mine = `{ mine { papers { paper seenAt expiresOn } } }`
const copy = `mutation ($input: MineActInput!) { mineExport(input: $input) { export } }`

let id: string
beforeAll(async () => {
  await becomeKnown(api, { name: 'Maryam Yusuf', phone: '0551239201' })
  await becomeKnown(api, { name: 'Omar Farouk', phone: '0551239202' })
  const [row] = await api.sql<{ id: string }>(`select id from beneficiary where name = 'Maryam Yusuf'`)
  id = row?.id ?? ''
})
const input = (more: object = {}) => ({ clientMutationId: key(), beneficiaryId: id, paper: 'IQAMA', ...more })
const count = async () => (await api.sql('select from paper_seen')).length

describe('a paper that is shown', () => {
  test('is noted as seen, by whom and when, and nothing of what stands in it', async () => {
    const salem = await api.as('salem')
    const { data } = await salem.ask(see, { input: input({ expiresOn: '2030-03-31' }) })
    expect(data.paperSee.problems).toEqual([])
    expect(data.paperSee.beneficiary.papers).toMatchObject([
      { paper: 'IQAMA', expiresOn: '2030-03-31', seenBy: { name: 'سالم القرني' }, unseenAt: null },
    ])
    const columns = await api.sql<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = 'paper_seen' and data_type in ('text', 'bytea', 'jsonb')`,
    )
    expect(columns.map(({ name }) => name).sort()).toEqual(['paper', 'unseen_reason'])
    expect(await api.sql(`select actor_id from event where type = 'beneficiary.paperSeen'`)).toEqual([
      { actor_id: api.idOf('salem') },
    ])
  })

  test('is known to the person, without the name of who saw it, and stands in their copy', async () => {
    const device = await provenDevice(api, '0551239201')
    const { data } = await device.ask(mine)
    expect(data.mine.papers).toMatchObject([{ paper: 'IQAMA', expiresOn: '2030-03-31' }])
    const given = await device.ask(copy, { input: { clientMutationId: key() } })
    const { tables } = given.data.mineExport.export
    expect(tables.paper_seen).toMatchObject([{ paper: 'IQAMA' }])
    expect(JSON.stringify(tables.paper_seen)).not.toContain(api.idOf('salem'))
    const other = await provenDevice(api, '0551239202')
    expect((await other.ask(mine)).data.mine.papers).toEqual([])
  })

  test('that has run out, or on a day that there is not, is not noted', async () => {
    const salem = await api.as('salem')
    const before = await count()
    for (const [expiresOn, code] of [
      ['2020-01-01', 'DATE_PAST'],
      ['2030-02-30', 'DATE_INVALID'],
      ['soon', 'DATE_INVALID'],
    ]) {
      const { data } = await salem.ask(see, { input: input({ expiresOn }) })
      expect(data.paperSee.problems).toEqual([{ field: 'expiresOn', code }])
    }
    expect(await count()).toBe(before)
  })

  test('is taken back with a reason that staff read; the person sees it no more', async () => {
    const salem = await api.as('salem')
    const { data } = await salem.ask(see, { input: input({ paper: 'PASSPORT' }) })
    const [{ id: seen }] = data.paperSee.beneficiary.papers
    const without = await salem.ask(unsee, { id: seen, input: { clientMutationId: key(), reason: ' ' } })
    expect(without.data.paperUnsee.problems).toEqual([{ field: 'reason', code: 'REASON_REQUIRED' }])
    const reason = 'It was her brother’s passport.'
    const done = await salem.ask(unsee, { id: seen, input: { clientMutationId: key(), reason } })
    expect(done.data.paperUnsee.beneficiary.papers[0]).toEqual({ paper: 'PASSPORT', unseenReason: reason })
    const again = await salem.ask(unsee, { id: seen, input: { clientMutationId: key(), reason } })
    expect(again.data.paperUnsee.problems).toMatchObject([{ code: 'ACT_NOT_ALLOWED' }])
    const device = await provenDevice(api, '0551239201')
    expect((await device.ask(mine)).data.mine.papers.map(({ paper }: any) => paper)).toEqual(['IQAMA'])
  })

  test('is noted by whoever may change a person’s data alone, and sent twice it is noted once', async () => {
    const before = await count()
    for (const name of ['huda', 'dalal'] as const) {
      const { errors } = await (await api.as(name)).ask(see, { input: input() })
      expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN')
    }
    expect((await api.guest.ask(see, { input: input() })).errors?.[0]?.extensions?.['code']).toBe(
      'UNAUTHENTICATED',
    )
    const same = input({ paper: 'VISA' })
    const salem = await api.as('salem')
    await Promise.all([salem.ask(see, { input: same }), salem.ask(see, { input: same })])
    expect(await count()).toBe(before + 1)
  })
})

import { makeWritten } from '../audit/written.ts'
import { v7 as uuidv7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { key, useApi } from '../testing/api.ts'
import { openLooks } from './looks.ts'
import { pino } from 'pino'

const api = useApi()

const person = `query ($id: ID!) { beneficiary(id: $id) { name } }`
const matter = `query ($id: ID!) { interaction(id: $id) { subject entries(first: 10) { nodes { text } } } }`
const lists = `{ interactions(first: 50) { nodes { subject beneficiary { name } } } beneficiaries(first: 50) { nodes { name } } }`
const log = `query ($id: ID!, $first: Int!, $after: String) { beneficiary(id: $id) { looks(first: $first, after: $after) {
  nodes { staff { name } what at } pageInfo { hasNextPage endCursor } } } }`
const summary = `{ lookSummary(days: 30) { median counts { staff { name } people looks unusual } } }`

const people: string[] = []

beforeAll(async () => {
  for (let n = 0; n < 40; n++) people.push(await newPerson(`Person ${n}`))
})

async function newPerson(name: string): Promise<string> {
  const id = uuidv7()
  await api.sql(
    `insert into beneficiary (id, number, name, name_folded, name_keys, kind, preferred_language, spoken_languages, since)
      values ($1::uuid, 'B-' || $1, $2, lower($2), '{}', 'INDIVIDUAL', 'en', '{en}', now())`,
    [id, name],
  )
  return id
}

async function looksAt(id: string | undefined) {
  await api.house.looks.flush()
  return api.sql<{ staff_id: string; what: string }>(
    'select staff_id, what from look where beneficiary_id = $1 order by what',
    [id],
  )
}

describe('a look at a person', () => {
  test('is one line, however often the page is loaded within a quarter of an hour', async () => {
    const [id] = people
    const salem = await api.as('salem')
    api.setNow(new Date('2026-11-22T10:01:00Z'))
    for (let n = 0; n < 5; n++) await salem.ask(person, { id })
    expect(await looksAt(id)).toEqual([{ staff_id: api.idOf('salem'), what: 'PERSON' }])
    api.setNow(new Date('2026-11-22T10:16:00Z'))
    await salem.ask(person, { id })
    expect(await looksAt(id)).toHaveLength(2)
    api.setNow()
  })

  test('is noted for the thread of a matter, and for nobody who only reads lists', async () => {
    const contact = { name: 'Layla Noor', phone: '+966507770001' }
    const input = {
      ...{ clientMutationId: key(), kind: 'INQUIRY', text: 'When is the class?' },
      ...{ language: 'en', anonymous: false, contact },
    }
    await api.guest.ask(
      'mutation ($input: InteractionSubmitInput!) { interactionSubmit(input: $input) { problems { code } } }',
      { input },
    )
    const [row] = await api.sql<{ id: string; beneficiary_id: string }>(
      `select i.id, i.beneficiary_id from interaction i join beneficiary b on b.id = i.beneficiary_id where b.name = 'Layla Noor'`,
    )
    const salem = await api.as('salem')
    await salem.ask(lists)
    expect(await looksAt(row?.beneficiary_id)).toEqual([])
    await salem.ask(matter, { id: row?.id })
    expect(await looksAt(row?.beneficiary_id)).toEqual([{ staff_id: api.idOf('salem'), what: 'INTERACTION' }])
  })

  test('is shown to the privacy officer, page by page, and to nobody else', async () => {
    const id = await newPerson('Watched')
    const names = ['salem', 'hind', 'khalid'] as const
    for (const name of names) await (await api.as(name)).ask(person, { id })
    await api.house.looks.flush()
    const dalal = await api.as('dalal')
    const { data } = await dalal.ask(log, { id, first: 2 })
    expect(data.beneficiary.looks.nodes).toHaveLength(2)
    const { endCursor: after, hasNextPage } = data.beneficiary.looks.pageInfo
    expect(hasNextPage).toBe(true)
    const rest = await dalal.ask(log, { id, first: 10, after })
    // Her own look at the page is a look as well.
    expect(rest.data.beneficiary.looks.nodes.length).toBeGreaterThanOrEqual(1)
    for (const name of ['salem', 'khalid', 'admin'] as const) {
      const { errors } = await (await api.as(name)).ask(log, { id, first: 2 })
      expect(errors?.[0]?.extensions?.['code'], name).toBe('FORBIDDEN')
    }
  })

  test('is not lost when the house stops', async () => {
    const [, id] = people
    const looks = openLooks(api.house.database.pool, api.house.keys, pino({ level: 'silent' }), makeWritten())
    const staff = (await api.house.directory.staff()).get(api.idOf('hind'))
    if (!staff) throw new Error('hind works here')
    looks.noteLater({ type: 'STAFF', staff }, id, 'PERSON', new Date())
    await looks.stop()
    expect(await looksAt(id)).toContainEqual({ staff_id: api.idOf('hind'), what: 'PERSON' })
  })

  test('is kept while the database does not answer, and written when it does', async () => {
    const [, , id] = people
    const { pool } = api.house.database
    const looks = openLooks(pool, api.house.keys, pino({ level: 'silent' }), makeWritten())
    const staff = (await api.house.directory.staff()).get(api.idOf('hind'))
    if (!staff) throw new Error('hind works here')
    await api.sql('alter table look rename to look_away')
    looks.noteLater({ type: 'STAFF', staff }, id, 'PERSON', new Date())
    await looks.flush()
    await api.sql('alter table look_away rename to look')
    await looks.stop()
    expect(await looksAt(id)).toContainEqual({ staff_id: api.idOf('hind'), what: 'PERSON' })
  })
})

test('attack: an insider who browses through the register stands out on the desk of the privacy officer', async () => {
  const hind = await api.as('hind')
  for (const id of people) await hind.ask(person, { id })
  for (const name of ['salem', 'khalid', 'admin'] as const)
    for (const id of people.slice(0, 3)) await (await api.as(name)).ask(person, { id })
  await api.house.looks.flush()
  const { data } = await (await api.as('dalal')).ask(summary)
  const [most, ...others] = data.lookSummary.counts
  expect(most).toMatchObject({ staff: { name: 'هند السالم' }, people: people.length + 1, unusual: true })
  expect(others.some((count: { unusual: boolean }) => count.unusual)).toBe(false)
  expect(data.lookSummary.median).toBeLessThan(10)
})

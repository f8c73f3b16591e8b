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

  test('by a live line is of the moment in which it was shown, however long ago the line was opened', async () => {
    const salem = await api.as('salem')
    api.setNow(new Date('2026-09-01T10:00:00Z'))
    const line = salem.watch('subscription { interactionFeed { interaction { beneficiary { city } } } }')
    await line.next()
    api.setNow()
    const began = new Date()
    const contact = { name: 'Shown Live', phone: '+966507770004' }
    const input = {
      clientMutationId: key(),
      kind: 'INQUIRY',
      text: 'When?',
      language: 'en',
      anonymous: false,
    }
    await api.guest.ask(
      'mutation ($input: InteractionSubmitInput!) { interactionSubmit(input: $input) { problems { code } } }',
      { input: { ...input, contact } },
    )
    const { data } = await line.next()
    expect(data.interactionFeed.interaction.beneficiary).toEqual({ city: null })
    line.stop()
    await api.house.looks.flush()
    const looks = await api.sql<{ at: Date }>(
      `select l.at from look l join beneficiary b on b.id = l.beneficiary_id where b.name = 'Shown Live'`,
    )
    expect(looks).toHaveLength(1)
    expect(looks[0]?.at.getTime()).toBeGreaterThanOrEqual(began.getTime())
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

describe('insider browsing through lists', () => {
  const names = `{ beneficiaries(first: 50) { nodes { id number name kind preferredLanguage since } } }`
  const said = async (id: string | undefined) => (await looksAt(id)).map(({ what }) => what)

  test.each([
    ['how they are reached', '{ beneficiaries(first: 50) { nodes { contactPoints { value } } } }'],
    ['where they live', '{ beneficiaries(first: 50) { nodes { city } } }'],
    ['of which group they are', '{ beneficiaries(first: 50) { nodes { segment } } }'],
    ['what they speak', '{ beneficiaries(first: 50) { nodes { spokenLanguages } } }'],
    ['what they allowed', '{ beneficiaries(first: 50) { nodes { consents { purpose } } } }'],
    ['which papers were seen', '{ beneficiaries(first: 50) { nodes { papers { paper } } } }'],
    [
      'what they brought',
      '{ beneficiaries(first: 50) { nodes { interactions(first: 1) { nodes { id } } } } }',
    ],
    [
      'what they applied for',
      '{ beneficiaries(first: 50) { nodes { requests(first: 1) { nodes { id } } } } }',
    ],
  ])('a list that tells of everybody %s is a look at each; one of names is none', async (_what, list) => {
    const id = await newPerson('In A List')
    const salem = await api.as('salem')
    await salem.ask(names)
    expect(await said(id)).toEqual([])
    expect((await salem.ask(list)).errors).toBeUndefined()
    await salem.ask(list)
    expect(await said(id)).toEqual(['LIST'])
  })

  test('a list of matters that tells how their people are reached is one too', async () => {
    const person = await newPerson('Behind A Matter')
    await api.sql('update interaction set beneficiary_id = $1', [person])
    const list = '{ interactions(first: 50) { nodes { beneficiary { contactPoints { value } } } } }'
    await (await api.as('hind')).ask(list)
    expect(await said(person)).toEqual(['LIST'])
  })

  test('what was filled in is a look at the request, in a list as well', async () => {
    const person = await newPerson('Applied')
    await api.sql(
      `insert into request (id, reference, service_key, status, form_version, answers, submitted_at, search_text, language, beneficiary_id, last_activity_at, open)
        select $1, 'R-77', key, 'SUBMITTED', 1, '{}', now(), '', 'en', $2, now(), true from service limit 1`,
      [uuidv7(), person],
    )
    await (await api.as('hind')).ask('{ requests(first: 50) { nodes { reference answers } } }')
    expect(await said(person)).toEqual(['REQUEST'])
  })

  test('whoever opens the page of somebody is told to have done that alone', async () => {
    const id = await newPerson('Opened')
    const page = `query ($id: ID!) { beneficiary(id: $id) { city contactPoints { value } } }`
    await (await api.as('salem')).ask(page, { id })
    expect(await said(id)).toEqual(['PERSON'])
  })

  test('whoever pages through all of them stands out, and lists hide nobody who opens page after page', async () => {
    await api.sql('delete from look')
    const some = 320
    await api.sql(
      `insert into beneficiary (id, number, name, name_folded, name_keys, kind, preferred_language, spoken_languages, since)
        select gen_random_uuid(), 'B-many-' || n, 'Many', 'many', '{}', 'INDIVIDUAL', 'en', '{en}', date_trunc('milliseconds', now()) from generate_series(1, ${some}) n`,
    )
    const page = `query ($after: String) { beneficiaries(first: 100, after: $after) { nodes { contactPoints { value } } pageInfo { hasNextPage endCursor } } }`
    api.setNow(new Date(Date.now() + 3_600_000))
    const khalid = await api.as('khalid')
    for (let after: string | null = null, more = true; more;) {
      const { data } = await khalid.ask(page, { after })
      ;({ hasNextPage: more, endCursor: after } = data.beneficiaries.pageInfo)
    }
    for (const name of ['salem', 'admin'] as const) await (await api.as(name)).ask(page)
    const hind = await api.as('hind')
    for (const id of people.slice(0, 25)) await hind.ask(person, { id })
    await api.house.looks.flush()
    const { data } = await (
      await api.as('dalal')
    ).ask(`{ lookSummary(days: 30) { counts { staff { name } people listed unusual } } }`)
    api.setNow()
    const of = (name: string) =>
      data.lookSummary.counts.find((line: { staff: { name: string } }) => line.staff.name === name)
    expect(of('خالد الشهري')).toMatchObject({ people: 0, unusual: true })
    expect(of('خالد الشهري').listed).toBeGreaterThan(some)
    expect(of('هند السالم')).toMatchObject({ people: 25, listed: 0, unusual: true })
    expect(of('سالم القرني')).toMatchObject({ listed: 100, unusual: false })
  })
})

test('attack: an insider who browses through the register stands out on the desk of the privacy officer', async () => {
  await api.sql('delete from look')
  const hind = await api.as('hind')
  for (const id of people) await hind.ask(person, { id })
  for (const name of ['salem', 'khalid', 'admin'] as const)
    for (const id of people.slice(0, 3)) await (await api.as(name)).ask(person, { id })
  await api.house.looks.flush()
  const { data } = await (await api.as('dalal')).ask(summary)
  const [most, ...others] = data.lookSummary.counts
  expect(most).toMatchObject({ staff: { name: 'هند السالم' }, people: people.length, unusual: true })
  expect(others.some((count: { unusual: boolean }) => count.unusual)).toBe(false)
  expect(data.lookSummary.median).toBeLessThan(10)
})

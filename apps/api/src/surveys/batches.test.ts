import { minimumGroup } from '@sila/domain/survey'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { useApi } from '../testing/api.ts'
import { countRatings } from './index.ts'

const api = useApi()

const figures = `query ($period: PeriodInput!) {
  results: surveyResults(period: $period) { answered csat distribution { score count } easeDistribution { score count } comments }
  all: report(measures: [CSAT], period: $period, first: 100) { rows { keys values n } }
  byChannel: report(measures: [CSAT], by: [CHANNEL], period: $period, first: 100) { rows { keys values n } }
  byKind: report(measures: [CSAT], by: [KIND], period: $period, first: 100) { rows { keys values n } }
  byLanguage: report(measures: [CSAT], by: [LANGUAGE], period: $period, first: 100) { rows { keys values n } }
  byService: report(measures: [CSAT], by: [SERVICE], period: $period, first: 100) { rows { keys values n } }
  part: report(measures: [CSAT], where: [{ dimension: LANGUAGE, in: ["ur"] }], period: $period, first: 1) { rows { keys values n } } }`

type Row = { keys: string[]; n: number }

async function shown(from = '2026-01-01', to = '2027-01-01') {
  const period = { from: `${from}T00:00:00+03:00`, to: `${to}T00:00:00+03:00` }
  const { data, errors } = await (await api.as('khalid')).ask(figures, { period })
  if (errors) throw new Error(JSON.stringify(errors))
  return data
}

/** Every group that a figure can be asked of, and on how many ratings it rests. */
function sizesOf({ results, ...reports }: Record<string, any>): Map<string, number> {
  const sizes = new Map<string, number>([['results', results.answered]])
  for (const [name, { rows }] of Object.entries(reports))
    for (const { keys, n } of rows as Row[]) sizes.set([name, ...keys].join(' '), n)
  return sizes
}

async function rate(of: Record<string, unknown> = {}, month = '2026-03-01') {
  const row = {
    channel: 'WEBSITE',
    kind: 'INQUIRY',
    service_key: null,
    language: 'ur',
    csat: 4,
    comment: null,
    ...of,
  }
  await api.sql(
    `insert into survey_response (id, day, channel, kind, service_key, language, csat, comment)
     values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7)`,
    [month, row.channel, row.kind, row.service_key, row.language, row.csat, row.comment],
  )
}

async function many(count: number, of: Record<string, unknown> = {}, month?: string) {
  for (let given = 0; given < count; given += 1) await rate(of, month)
}

async function night(date: string) {
  api.setNow(new Date(`${date}T00:30:00Z`))
  const counted = await countRatings(api.house)
  api.setNow()
  return counted
}

beforeEach(() => api.sql('delete from survey_response'))
afterEach(() => api.setNow())

describe('a rating counts with a batch of its kind (M3)', () => {
  test('differencing on aggregates: a sixth rating alters no figure, in no period and no part, until five more are there', async () => {
    await many(5)
    expect((await shown()).results.answered).toBe(0)
    expect(await night('2026-03-10')).toBe(5)
    const before = await shown()
    expect(before.results).toMatchObject({ answered: 5, csat: 4 })

    await rate({ csat: 1, comment: 'They let me wait.' })
    expect(await night('2026-03-11')).toBe(0)
    expect(await shown()).toEqual(before)
    expect((await shown('2026-03-11')).results.answered).toBe(0)

    await many(4)
    expect(await night('2026-03-15')).toBe(5)
    expect((await shown()).results).toMatchObject({ answered: 10, comments: ['They let me wait.'] })
    expect((await shown('2026-03-11')).results.answered).toBe(5)
  })

  test('a batch is of one kind in everything by which ratings are broken down', async () => {
    await many(4)
    await rate({ channel: 'PHONE' })
    await rate({ kind: 'COMPLAINT' })
    await rate({ language: 'bn' })
    await rate({ kind: null, service_key: 'course' })
    expect(await night('2026-03-10')).toBe(0)
    await rate()
    expect(await night('2026-03-11')).toBe(5)
    expect([...sizesOf(await shown()).values()].every((n) => n === 5)).toBe(true)
  })

  test('what found not four of its kind is counted after its month, without what tells it apart', async () => {
    await many(3, { channel: 'PHONE', comment: 'ur' })
    await many(3, { channel: 'VISIT' })
    await many(4, { language: 'bn', comment: 'bn' })
    await rate({ channel: 'EMAIL', language: 'hi', kind: 'COMPLAINT', comment: 'hi' })
    expect(await night('2026-03-31')).toBe(0)
    // In April the language comes first.
    expect(await night('2026-04-01')).toBe(11)
    const { byChannel, byLanguage, byKind, results } = await shown()
    expect(byChannel.rows).toMatchObject([{ keys: [''], n: 11 }])
    expect(byKind.rows).toMatchObject([{ keys: [''], n: 11 }])
    expect(byLanguage.rows).toMatchObject([
      { keys: [''], n: 5 },
      { keys: ['ur'], n: 6 },
    ])
    // Of several languages together, words would tell by their language whose they are.
    expect(results).toMatchObject({ answered: 11, comments: ['ur', 'ur', 'ur'] })
  })

  test.each([
    ['2026-03-01', { byKind: ['INQUIRY'], byLanguage: [''], byChannel: [''] }],
    ['2026-04-01', { byKind: [''], byLanguage: ['ur'], byChannel: [''] }],
    ['2026-05-01', { byKind: [''], byLanguage: [''], byChannel: ['PHONE'] }],
  ])('each month another mark is kept first: on %s', async (date, kept) => {
    const month = '2026-02-01'
    // Five of each mark, and never five of two.
    await many(1, { channel: 'PHONE', language: 'ur', comment: 'seldom' }, month)
    await many(4, { channel: 'VISIT', language: 'bn' }, month)
    await many(4, { channel: 'PHONE', kind: 'COMPLAINT', language: 'hi' }, month)
    await many(4, { channel: 'EMAIL', kind: 'OBSERVATION', language: 'ur' }, month)
    await night(date)
    const { results, ...reports } = await shown()
    for (const [name, keys] of Object.entries(kept))
      expect([name, reports[name].rows.flatMap((row: Row) => row.keys)]).toEqual([
        name,
        expect.arrayContaining(keys),
      ])
    expect(results.answered).toBe(13)
  })

  test('four in all wait for the month to come', async () => {
    await many(4, { language: 'hi' })
    expect(await night('2026-04-01')).toBe(0)
    await rate({ language: 'fil' }, '2026-04-01')
    expect(await night('2026-04-02')).toBe(0)
    expect(await night('2026-05-01')).toBe(5)
  })

  test('two who count at once count no rating alone', async () => {
    await many(5)
    api.setNow(new Date('2026-03-10T00:30:00Z'))
    await Promise.all([1, 2, 3].flatMap(() => [countRatings(api.house), rate()]))
    api.setNow()
    const [{ n }] = await api.sql('select count(*)::int as n from survey_response where counted')
    expect(n === 0 || n >= minimumGroup).toBe(true)
    expect((await shown()).results.answered).toBe(n)
  })

  test('between any two nights and any two periods, every figure differs by nobody or by five at least', async () => {
    const pick = <Item>(items: readonly Item[], at: number) => items[at % items.length] as Item
    let seed = 7
    const dice = () => (seed = (seed * 48_271) % 2_147_483_647)
    let before = sizesOf(await shown())
    const nights = ['2026-03-08', '2026-03-20', '2026-04-01', '2026-04-02', '2026-04-15', '2026-05-01']
    for (const date of nights) {
      for (let given = 0; given < 14; given += 1)
        await rate(
          {
            channel: pick(['WEBSITE', 'PHONE'], dice()),
            ...pick(
              [{ kind: 'INQUIRY' }, { kind: 'COMPLAINT' }, { kind: null, service_key: 'course' }],
              dice(),
            ),
            ...{ language: pick(['ur', 'bn', 'ar'], dice()), csat: 1 + (dice() % 5) },
          },
          `${date.slice(0, 7)}-01`,
        )
      await night(date)
      const after = sizesOf(await shown())
      const apart = [...after].map(([group, n]) => n - (before.get(group) ?? 0))
      expect(apart.filter((n) => n !== 0 && n < minimumGroup)).toEqual([])
      before = after
    }
    expect(before.get('results')).toBeGreaterThan(40)
    for (const from of nights)
      for (const to of nights.filter((night) => night > from))
        expect([...sizesOf(await shown(from, to)).values()].filter((n) => n > 0 && n < minimumGroup)).toEqual(
          [],
        )
  })

  test('nobody but the house counts one, by no mistake of the API either', async () => {
    const { pool } = api.house.database.as({ actor: 'GUEST' })
    const insert = (counted: boolean) =>
      pool.query(
        `insert into survey_response (id, day, channel, language, csat, counted) values (gen_random_uuid(), '2026-03-01', 'PHONE', 'en', 1, ${counted})`,
      )
    await expect(insert(true)).rejects.toThrow('row-level security')
    await insert(false)
    await expect(pool.query('update survey_response set counted = true')).rejects.toThrow('denied')
  })

  test('nothing that is kept tells when within its month an answer came', async () => {
    await many(5)
    await night('2026-03-10')
    await rate()
    const days = await api.sql<{ day: string }>(
      'select distinct day::text as day from survey_response order by 1',
    )
    expect(days).toEqual([{ day: '2026-03-01' }, { day: '2026-03-10' }])
  })
})

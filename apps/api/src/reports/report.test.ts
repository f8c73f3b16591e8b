import { workingMinutesBetween } from '@sila/domain/calendar'
import { dimensionsOf, measureKeys } from '@sila/domain/measure'
import { minimumGroup } from '@sila/domain/survey'
import { v7 as uuidv7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { useApi } from '../testing/api.ts'

const api = useApi()

const report = `query ($measures: [MeasureKey!]!, $by: [DimensionKey!], $where: [ReportWhere!], $period: PeriodInput!, $first: Int!) {
  report(measures: $measures, by: $by, where: $where, period: $period, first: $first) {
    columns { key label unit type } rows { keys values n suppressed } n truncated } }`

const day = 86_400_000
const now = new Date()
const period = { from: new Date(now.getTime() - 90 * day).toISOString(), to: now.toISOString() }
type Row = { keys: string[]; values: (number | null)[]; n: number; suppressed: boolean }
type Run = {
  columns: { key: string; label: string; type: string }[]
  rows: Row[]
  n: number
  truncated: boolean
}

async function run(measures: string[], over: Record<string, unknown> = {}): Promise<Run> {
  const { data, errors } = await (await api.as('huda')).ask(report, { measures, period, first: 100, ...over })
  if (errors) throw new Error(JSON.stringify(errors))
  return data.report
}

const pick = <Item>(items: readonly Item[], index: number): Item => items[index % items.length] as Item
const channels = ['PHONE', 'SOCIAL', 'WEBSITE', 'VISIT'] as const
const kinds = ['INQUIRY', 'COMPLAINT', 'SUGGESTION'] as const
const languages = ['ar', 'ur', 'bn'] as const
const matters: { received: Date; answered: Date | null }[] = []

beforeAll(async () => {
  for (let index = 0; index < 120; index += 1) {
    const received = new Date(now.getTime() - (index % 85) * day - (index % 7) * 3_600_000)
    const hours = (index * 5) % 60
    const answered = index % 4 === 0 ? null : new Date(received.getTime() + hours * 3_600_000)
    const due = new Date(received.getTime() + 48 * 3_600_000)
    const status = index % 29 === 0 ? 'SPAM' : answered ? 'CLOSED' : 'ACKNOWLEDGED'
    if (status !== 'SPAM') matters.push({ received, answered })
    await api.sql(
      `insert into interaction (id, reference, kind, status, channel, subject, preview, search_text, anonymous, received_at, answered_at,
        last_activity_at, language, open, due_at, due_started_at, due_met_at, reopened_count)
        values ($1, $2, $3, $4, $5, '', '', '', true, $6, $7, $6, $8, $9, $10, $6, $7, $11)`,
      [
        ...[
          uuidv7(),
          `Q-test-${index}`,
          pick(kinds, index),
          status,
          pick(channels, index >> 1),
          received,
          answered,
        ],
        ...[pick(languages, index), !answered, due, index % 11 === 0 ? 1 : 0],
      ],
    )
  }
  for (let index = 0; index < 20; index += 1) {
    const at = new Date(now.getTime() - index * 4 * day)
    await api.sql(
      `insert into request (id, reference, service_key, status, form_version, answers, submitted_at, fulfilled_at, last_activity_at, language, open, search_text)
        values ($1, $2, $3, $4, 1, '{}', $5, $6, $5, $7, false, '')`,
      [
        uuidv7(),
        `R-test-${index}`,
        pick(['course', 'visit'], index),
        'CLOSED',
        at,
        index % 2 ? at : null,
        pick(languages, index),
      ],
    )
  }
  // Ratings: 7 by website, 6 by phone, 2 by visit, 1 by letter.
  const rated = [...Array(7).fill('WEBSITE'), ...Array(6).fill('PHONE'), 'VISIT', 'VISIT', 'LETTER']
  for (const [index, channel] of rated.entries()) {
    await api.sql(
      `insert into survey_response (day, counted, channel, kind, language, csat) values (current_date - $1::int, true, $2, 'INQUIRY', 'ar', $3)`,
      [...[1 + index * 3, channel, 1 + (index % 5)]],
    )
  }
})

describe('a report', () => {
  test('agrees with what is counted by hand', async () => {
    const { rows } = await run([...measureKeys])
    const [hand] = await api.sql(
      `select count(*)::int as all, count(answered_at)::int as answered, 100.0 * (count(*) filter (where reopened_count > 0))::float8 / count(*) as reopened
        from interaction where status <> 'SPAM' and received_at >= $1 and received_at < $2`,
      [period.from, period.to],
    )
    const [promised] = await api.sql(
      `select 100.0 * (sum(case when due_met_at <= due_at then 1 else 0 end))::float8 / count(*) as kept from interaction
        where status <> 'SPAM' and due_at >= $1 and due_at < $2`,
      [period.from, period.to],
    )
    const [requests] = await api.sql(
      `select count(*)::int as all, count(fulfilled_at)::int as done from request where submitted_at >= $1 and submitted_at < $2`,
      [...[period.from, period.to]],
    )
    const [csat] = await api.sql(`select avg(csat)::float8 as mean from survey_response`)
    const waits = matters
      .flatMap(({ received, answered }) =>
        answered ? [workingMinutesBetween(api.house.calendar, received, answered) / 60] : [],
      )
      .toSorted((a, b) => a - b)
    const middle =
      ((waits[Math.floor((waits.length - 1) / 2)] ?? 0) + (waits[Math.ceil((waits.length - 1) / 2)] ?? 0)) / 2

    const found = Object.fromEntries(measureKeys.map((measure, index) => [measure, rows[0]?.values[index]]))
    expect(found).toMatchObject({
      INTERACTIONS: hand.all,
      ANSWERED: hand.answered,
      REQUESTS: requests.all,
      REQUESTS_FULFILLED: requests.done,
    })
    expect(found['REOPENED']).toBeCloseTo(hand.reopened, 9)
    expect(found['ANSWERED_IN_TIME']).toBeCloseTo(promised.kept, 9)
    expect(found['CSAT']).toBeCloseTo(csat.mean, 9)
    expect(found['MEDIAN_FIRST_ANSWER']).toBeCloseTo(middle, 6)
  })

  test.each(['INTERACTIONS', 'ANSWERED', 'REQUESTS', 'REQUESTS_FULFILLED'] as const)(
    'of %s has the same sum over every dimension as in all',
    async (measure) => {
      const whole = (await run([measure])).rows[0]?.values[0]
      expect(whole).toBeGreaterThan(0)
      for (const dimension of dimensionsOf(measure)) {
        const { rows, n } = await run([measure], { by: [dimension] })
        expect([dimension, rows.reduce((sum, row) => sum + (row.values[0] ?? 0), 0)]).toEqual([
          dimension,
          whole,
        ])
        expect(n).toBe((await run([measure])).n)
      }
    },
  )

  test('lays several measures side by side, broken down twice, in the order of the keys', async () => {
    const { columns, rows } = await run(['INTERACTIONS', 'REQUESTS'], { by: ['LANGUAGE', 'MONTH'] })
    expect(columns.map(({ key }) => key)).toEqual(['LANGUAGE', 'MONTH', 'INTERACTIONS', 'REQUESTS'])
    const keys = rows.map((row) => row.keys.join(' '))
    expect(keys).toEqual(keys.toSorted())
    expect(new Set(keys).size).toBe(keys.length)
    expect(rows.some((row) => row.values.every((value) => value !== null))).toBe(true)
  })

  test('takes only what has the values asked for', async () => {
    const { rows } = await run(['INTERACTIONS'], {
      by: ['CHANNEL'],
      where: [{ dimension: 'CHANNEL', in: ['PHONE', "x' or '1'='1"] }],
    })
    expect(rows.map((row) => row.keys)).toEqual([['PHONE']])
  })

  test('says when there are more groups than were asked for, and still counts all', async () => {
    const some = await run(['INTERACTIONS'], { by: ['WEEK'], first: 2 })
    expect(some.rows).toHaveLength(2)
    expect(some).toMatchObject({ truncated: true, n: (await run(['INTERACTIONS'])).n })
  })

  test('is labelled in the language of whoever asks', async () => {
    const { data } = await (
      await api.as('huda')
    ).ask(report, { measures: ['CSAT'], period, first: 1 }, { 'accept-language': 'ar' })
    expect(data.report.columns[0].label).toMatch(/[\u0600-\u06ff]/)
  })

  test.each([
    ['a period that ends before it begins', { period: { from: period.to, to: period.from } }],
    ['eleven years', { period: { from: '2015-01-01T00:00:00Z', to: '2026-06-01T00:00:00Z' } }],
    ['satisfaction by team (M3)', { measures: ['CSAT'], by: ['TEAM'] }],
    ['satisfaction of a team (M3)', { measures: ['CSAT'], where: [{ dimension: 'TEAM', in: ['x'] }] }],
    ['requests by channel', { measures: ['REQUESTS'], by: ['CHANNEL'] }],
    ['no measure', { measures: [] }],
    ['a measure twice', { measures: ['CSAT', 'CSAT'] }],
    ['a thousand rows', { first: 1000 }],
    ['a list of a thousand values', { where: [{ dimension: 'CHANNEL', in: Array(1000).fill('PHONE') }] }],
  ])('of %s is refused', async (_what, over) => {
    const { errors } = await (
      await api.as('huda')
    ).ask(report, { measures: ['INTERACTIONS'], period, first: 10, ...over })
    expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT')
  })

  test('is closed to officers and guests', async () => {
    const variables = { measures: ['INTERACTIONS'], period, first: 10 }
    expect((await (await api.as('salem')).ask(report, variables)).errors?.[0]?.extensions?.['code']).toBe(
      'FORBIDDEN',
    )
    expect((await api.guest.ask(report, variables)).errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED')
  })
})

describe('ratings in a report (M3)', () => {
  test('are never shown of fewer than five, nor so that the hidden ones could be subtracted', async () => {
    const { rows } = await run(['CSAT'], { by: ['CHANNEL'] })
    const hidden = rows.filter((row) => row.suppressed)
    expect(hidden.every((row) => row.values[0] === null)).toBe(true)
    expect(rows.filter((row) => !row.suppressed).every((row) => row.n >= minimumGroup)).toBe(true)
    expect(hidden.map((row) => row.keys[0])).toEqual(['LETTER', 'PHONE', 'VISIT'])
    expect(hidden.reduce((sum, row) => sum + row.n, 0)).toBeGreaterThanOrEqual(minimumGroup)
  })

  test('are not shown in two breakdowns at once, nor of a part', async () => {
    const twice = await run(['CSAT'], { by: ['CHANNEL', 'MONTH'] })
    const part = await run(['CSAT'], { where: [{ dimension: 'CHANNEL', in: ['WEBSITE'] }] })
    for (const row of [...twice.rows, ...part.rows])
      expect(row).toMatchObject({ values: [null], suppressed: true })
  })

  test('are shown of everybody together', async () => {
    expect((await run(['CSAT'])).rows[0]).toMatchObject({
      n: 16,
      suppressed: false,
      values: [expect.any(Number)],
    })
  })
})

describe('the promises (G5)', () => {
  const policy = `{ policy { version inForceSince title(language: "ar") association(language: "ar") clauses { id section(language: "en") text(language: "en") arabic: text(language: "ar")
    promise { indicator(language: "ar") method(language: "en") target unit comparison value n enough kept period { from to } } } } }`

  test('are read by everybody: 31 clauses in Arabic and English, with no blank where the name belongs', async () => {
    const { data, errors } = await api.guest.ask(policy)
    expect(errors).toBeUndefined()
    expect(data.policy.clauses).toHaveLength(31)
    for (const clause of data.policy.clauses) {
      expect(clause.arabic).toMatch(/[\u0600-\u06ff]/)
      expect(`${clause.text}${clause.arabic}`).not.toContain('{')
      expect(clause.promise.n === 0 || clause.promise.enough === clause.promise.n >= minimumGroup).toBe(true)
    }
  })

  test('carry the same figures as the reports, with their n and their period', async () => {
    const { data } = await api.guest.ask(policy)
    const promiseOf = (id: string) =>
      data.policy.clauses.find((clause: { id: string }) => clause.id === id).promise
    const over = { period: promiseOf('O2').period }
    const [inTime] = (await run(['ANSWERED_IN_TIME'], over)).rows
    expect(promiseOf('O2')).toMatchObject({
      value: inTime?.values[0],
      n: inTime?.n,
      enough: true,
      kept: (inTime?.values[0] ?? 0) >= 90,
    })
    const [requests] = (await run(['REQUESTS_FULFILLED', 'REQUESTS'], over)).rows
    const [done = 0, all = 0] = requests?.values ?? []
    expect(promiseOf('O3')).toMatchObject({ value: (100 * (done ?? 0)) / (all ?? 1), n: all })
    expect(promiseOf('G4').value).toBeCloseTo((await run(['CSAT'], over)).rows[0]?.values[0] ?? 0, 9)
    expect(promiseOf('I1')).toMatchObject({ value: null, kept: null, n: 0, enough: false })
  })

  test('come with the association that gives them', async () => {
    const { data } = await api.guest.ask(
      '{ association { name(language: "en") languages defaultLanguage phone address(language: "ar") hours(language: "en") } }',
    )
    expect(data.association.name.length).toBeGreaterThan(3)
    expect(data.association.languages).toContain('ar')
  })
})

import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkTrail } from '../audit/check.ts'
import { sealAll } from '../audit/seal.ts'
import { key, useApi } from '../testing/api.ts'
import type { Answer } from '../testing/api.ts'

const api = useApi()
const period = { from: '2026-01-01T00:00:00Z', to: '2026-12-31T00:00:00Z' }
const file = 'problems { code } file { name text rows }'
const report = `mutation ($input: ReportExportInput!) { outcome: reportExport(input: $input) { ${file} } }`
const matters = `mutation ($input: MatterExportInput!) { outcome: matterExport(input: $input) { ${file} } }`
const register = `mutation ($input: RegisterExportInput!) { outcome: registerExport(input: $input) { ${file} } }`
const person = `mutation ($input: PersonActInput!) { outcome: personExport(input: $input) { problems { code } } }`
const log = '{ dataExports(first: 20) { nodes { what rows filter by { name } beneficiary { id } } } }'
const ask = (more: object = {}) => ({
  input: { clientMutationId: key(), measures: ['INTERACTIONS'], by: ['CHANNEL'], where: [], period, ...more },
})
const codeOf = ({ errors }: Answer) => errors?.[0]?.extensions?.['code']
const noted = async (): Promise<any[]> => (await (await api.as('dalal')).ask(log)).data.dataExports.nodes
const id = randomUUID()

beforeAll(async () => {
  await api.sql(
    `insert into beneficiary (id, number, name, name_folded, name_keys, kind, preferred_language, spoken_languages, since)
      values ($1, 'B-1', '=HYPERLINK("x")', 'x', '{}', 'INDIVIDUAL', 'ur', '{ur}', now())`,
    [id],
  )
  for (const sensitivity of [null, null, 'COUNSELLING'])
    await api.sql(
      `insert into interaction (id, reference, kind, status, channel, language, subject, preview, search_text, anonymous, received_at,
        last_activity_at, open, beneficiary_id, sensitivity)
        values (gen_random_uuid(), 'X-' || gen_random_uuid(), 'INQUIRY', 'ASSIGNED', 'PHONE', 'ur', 'سرّ', 'سرّ', 'سرّ', false, now(), now(), true, $1, $2)`,
      [id, sensitivity],
    )
})

describe('an export', () => {
  test('of a report is a file in the language of whoever asks, and is noted with what was asked', async () => {
    const { data } = await (await api.as('huda')).ask(report, ask())
    expect(data.outcome.problems).toEqual([])
    expect(data.outcome.file).toMatchObject({ name: expect.stringMatching(/^sila-report-.*\.csv$/), rows: 1 })
    expect(data.outcome.file.text).toContain('Phone,3,3,false')
    expect((await noted())[0]).toMatchObject({
      ...{ what: 'REPORT', rows: 1, by: { name: 'هدى المطيري' }, beneficiary: null },
      filter: { measures: ['INTERACTIONS'], by: ['CHANNEL'] },
    })
  })

  test('withholds what the screen withholds', async () => {
    const { data } = await (await api.as('huda')).ask(report, ask({ measures: ['CSAT'] }))
    expect(data.outcome.problems).toEqual([])
    expect(data.outcome.file.text).not.toMatch(/,[1-5](\.\d+)?,[1-4],/)
  })

  test('of matters is facts alone, whoever asks, and knows the same person again', async () => {
    for (const name of ['huda', 'admin'] as const) {
      const input = { clientMutationId: key(), of: 'INTERACTIONS', period }
      const { data } = await (await api.as(name)).ask(matters, { input })
      const lines = data.outcome.file.text.trim().split('\r\n').slice(1)
      expect(lines).toHaveLength(2)
      expect(data.outcome.file.text).not.toMatch(new RegExp(`سرّ|X-|${id}|HYPERLINK`))
      expect(new Set(lines.map((line: string) => line.split(',').at(-1))).size).toBe(1)
    }
    expect((await noted())[0]).toMatchObject({ what: 'MATTERS', rows: 2 })
  })

  test('asked for twice has left the house twice', async () => {
    const huda = await api.as('huda')
    const before = (await noted()).length
    const same = ask()
    const [one, two] = [await huda.ask(report, same), await huda.ask(report, same)]
    expect(two.data).toEqual(one.data)
    expect((await noted()).length).toBe(before + 2)
  })

  test('of a person and of the register is noted too', async () => {
    const dalal = await api.as('dalal')
    await dalal.ask(register, { input: { clientMutationId: key() } })
    expect((await noted())[0]).toMatchObject({ what: 'REGISTER', by: { name: 'دلال العتيبي' } })
    await dalal.ask(person, { input: { clientMutationId: key(), beneficiaryId: id } })
    const [copy] = await noted()
    expect(copy).toMatchObject({ what: 'PERSON', beneficiary: { id } })
    expect(copy.rows).toBeGreaterThan(3)
  })

  test('stands in the audit trail with everything that was asked', async () => {
    const where = [{ dimension: 'CHANNEL', in: ['PHONE', 'EMAIL'] }]
    const { data } = await (await api.as('huda')).ask(report, ask({ where }))
    expect(data.outcome.problems).toEqual([])
    expect((await noted())[0]).toMatchObject({ filter: { where } })
    const { pool } = api.house.database
    await sealAll(pool, api.house.keys)
    expect(await checkTrail(pool, api.house.keys)).toMatchObject({ damages: [] })
  })

  test('is a permission', async () => {
    const salem = await api.as('salem')
    expect(codeOf(await salem.ask(report, ask()))).toBe('FORBIDDEN')
    const input = { clientMutationId: key(), of: 'REQUESTS', period }
    expect(codeOf(await salem.ask(matters, { input }))).toBe('FORBIDDEN')
    expect(codeOf(await api.guest.ask(report, ask()))).toBe('UNAUTHENTICATED')
    for (const name of ['salem', 'huda', 'admin'] as const) {
      const who = await api.as(name)
      expect(codeOf(await who.ask(log))).toBe('FORBIDDEN')
      expect(codeOf(await who.ask(register, { input: { clientMutationId: key() } }))).toBe('FORBIDDEN')
    }
    // Read on the screen, they may still not be taken out.
    const dalal = await api.as('dalal')
    expect(codeOf(await dalal.ask(report, ask()))).toBe('FORBIDDEN')
  })

  test('that cannot be noted is not given', async () => {
    const huda = await api.as('huda')
    await api.sql('alter table data_export add constraint shut check (rows < 0) not valid')
    const { data, errors } = await huda.ask(report, ask())
    await api.sql('alter table data_export drop constraint shut')
    expect(errors).toBeDefined()
    expect(data ?? null).toBeNull()
  })
})

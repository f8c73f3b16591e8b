import { describe, expect, test } from 'vitest'
import { useApi } from '../testing/api.ts'
import { notPersonal } from './not-personal.ts'
import { columnOf, personalTables } from './personal-data.ts'

const api = useApi()

const tagged = personalTables.flatMap(([table, { columns }]) =>
  Object.keys(columns).map((property) => `${table}.${columnOf(table, property)}`),
)
const named = Object.entries(notPersonal).flatMap(([table, columns]) =>
  Object.keys(columns).map((column) => `${table}.${column}`),
)

const columnsOf = async (where: string) =>
  (
    await api.sql<{ name: string }>(
      `select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public' and ${where}`,
    )
  ).map(({ name }) => name)

describe('the tags of personal data', () => {
  test('leave out no column that can hold words: it is tagged, or named with the reason why it holds nobody', async () => {
    const wordy = await columnsOf(`(data_type in ('text', 'jsonb', 'json', 'bytea', 'ARRAY', 'inet', 'date')
      or data_type like 'character%')`)
    const known = new Set([...tagged, ...named])
    expect(wordy.filter((name) => !known.has(name)).sort()).toEqual([])
  })

  test('name only columns that are there, each once', async () => {
    const all = new Set(await columnsOf('true'))
    expect([...tagged, ...named].filter((name) => !all.has(name))).toEqual([])
    expect(tagged.filter((name) => named.includes(name))).toEqual([])
  })

  test('delete whole rows or none, so that one erasure never wants both', () => {
    for (const [table, { columns }] of personalTables) {
      const effects = new Set(Object.values(columns).map((tag) => tag?.erasure === 'DELETE'))
      expect(effects.size, table).toBe(1)
    }
  })

  test('lead every table that knows a person to that person', async () => {
    const linked = await columnsOf(`column_name = 'beneficiary_id'`)
    const walked = new Set(
      personalTables.flatMap(([table, { rows }]) => (rows ? [`${table}.beneficiary_id`] : [])),
    )
    expect(linked.filter((name) => !walked.has(name))).toEqual([])
  })
})

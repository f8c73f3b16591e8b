import { v7 as uuidv7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { useApi } from '../testing/api.ts'
import type { TestApi } from '../testing/api.ts'

const set = { DATABASE_URL: 'postgres://somebody@localhost/sila', SILA_DEMO: '1' }

test.each(['api', 'rows'])('SILA_WALLS=%s is refused on the database of an association', (walls) => {
  expect(() => readConfig({ ...set, SILA_WALLS: walls })).toThrow(
    'only on a database whose name begins with spec_',
  )
  expect(readConfig({ ...set, DATABASE_URL: 'postgres://s@localhost/spec_1', SILA_WALLS: walls }).walls).toBe(
    walls,
  )
})

test('both walls stand where nothing is said', () => {
  expect(readConfig(set).walls).toBe('both')
})

describe.each(['both', 'api', 'rows'])('with %s', (walls) => {
  const api = useApi({ SILA_WALLS: walls })
  const hidden = uuidv7()
  beforeAll(() => makeHidden(api, hidden))

  test('a matter of another team is neither listed, found, shown nor altered', async () => {
    const salem = await api.as('salem')
    const seen = await salem.ask(
      `query ($id: ID!) { interaction(id: $id) { subject } all: interactions(first: 100) { nodes { id } }
        found: interactions(first: 100, where: { search: "undisclosed" }) { nodes { id } } }`,
      { id: hidden },
    )
    expect(seen.data).toEqual({ interaction: null, all: { nodes: [] }, found: { nodes: [] } })
    const act = await salem.ask(
      `mutation ($id: ID!) { interactionNote(id: $id, input: { clientMutationId: "0192f0c0-0000-4000-8000-000000000001", text: "x" }) { problems { code } } }`,
      { id: hidden },
    )
    expect(act.errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND')
    expect(await api.sql('select id from entry where interaction_id = $1', [hidden])).toEqual([])
  })
})

async function makeHidden(api: TestApi, id: string) {
  const [department, team] = [uuidv7(), uuidv7()]
  await api.sql(`insert into department (id, name) values ($1, '{"en":"Elsewhere"}')`, [department])
  await api.sql(
    `insert into team (id, name, languages, department_id) values ($1, '{"en":"Elsewhere"}', '{en}', $2)`,
    [team, department],
  )
  await api.sql(
    `insert into interaction (id, reference, kind, status, channel, subject, preview, search_text, anonymous, received_at,
      last_activity_at, language, open, team_id)
      values ($1, 'H-1', 'INQUIRY', 'ACKNOWLEDGED', 'WEBSITE', 'undisclosed', 'p', 'undisclosed', true, now(), now(), 'en', true, $2)`,
    [id, team],
  )
}

import { v7 as uuidv7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { key, useApi } from '../testing/api.ts'
import type { Speaker } from '../testing/api.ts'
import { walls } from '../walls/policies.ts'

// The guard of the API is off: what is refused here, the database refuses.
const api = useApi({ SILA_WALLS: 'rows' })

const submit = `mutation ($input: InteractionSubmitInput!) { interactionSubmit(input: $input) { problems { code } } }`
const input = (more: object = {}) => ({ clientMutationId: key(), ...more })
const question = (text: string) => ({
  input: input({ kind: 'INQUIRY', text, language: 'en', anonymous: true }),
})

/** What is written for a key all the same, by the house itself: its use, what it cost, whom it looked at. */
const written = ['api_key', 'cost_spent', 'look', 'seal', 'rate_limit']

let owner: Speaker
let asked: (query: string, variables?: Record<string, unknown>) => ReturnType<Speaker['ask']>
let matter: { id: string; version: number }
let keyId: string

beforeAll(async () => {
  owner = await api.as('khalid')
  const { data } = await owner.ask(
    `mutation ($input: ApiKeyCreateInput!) { apiKeyCreate(input: $input) { key apiKey { id } problems { code } } }`,
    {
      input: input({
        name: 'A program',
        scopes: ['interaction.read', 'request.read', 'beneficiary.read', 'staff.read'],
      }),
    },
  )
  keyId = data.apiKeyCreate.apiKey.id
  const authorization = `Bearer ${data.apiKeyCreate.key}`
  asked = (query, variables) => api.guest.ask(query, variables, { authorization })
  await api.guest.ask(submit, question('What is written by nobody’s program?'))
  matter = (await owner.ask('{ interactions(first: 1) { nodes { id version } } }')).data.interactions.nodes[0]
})

async function everything(): Promise<Record<string, string>> {
  const names = Object.keys(walls).filter((name) => !written.includes(name))
  const rows = await Promise.all(
    names.map((name) =>
      api.sql(`select md5(coalesce(string_agg(t::text, ',' order by t::text), '')) as all from ${name} t`),
    ),
  )
  return Object.fromEntries(names.map((name, index) => [name, rows[index]?.[0].all]))
}

describe('where the guard of the API is off, the database refuses a key', () => {
  const acts: [string, string, () => Record<string, unknown>][] = [
    [
      'an act on a matter',
      `mutation ($id: ID!, $input: InteractionNoteInput!) { interactionNote(id: $id, input: $input) { problems { code } } }`,
      () => ({ id: matter.id, input: input({ text: 'by a program' }) }),
    ],
    ['a matter that is brought', submit, () => question('brought by a program')],
    ['what was read', `mutation ($id: ID!) { interactionRead(id: $id) }`, () => ({ id: matter.id })],
    [
      'who is there',
      `mutation ($id: ID!, $state: PresenceState!) { presenceSet(interactionId: $id, state: $state) }`,
      () => ({ id: matter.id, state: 'VIEWING' }),
    ],
    [
      'an act that reaches further, in the name of the house',
      `mutation ($id: ID!, $input: AccountActInput!) { staffDisable(id: $id, input: $input) { problems { code } } }`,
      () => ({ id: api.idOf('salem'), input: input() }),
    ],
  ]
  test.each(acts)('%s', async (_name, act, variables) => {
    const before = await everything()
    const answer = await asked(act, variables())
    expect(answer.errors?.[0]?.extensions?.['code']).toBe('INTERNAL_SERVER_ERROR')
    expect(await everything()).toEqual(before)
  })

  test('while its owner does the same', async () => {
    const [, act, variables] = acts[0] ?? ['', '', () => ({})]
    const { data, errors } = await owner.ask(act, variables())
    expect([errors, data.interactionNote.problems]).toEqual([undefined, []])
  })
})

test('what the house writes for a key it writes: the day of use, what it cost, whose record was looked at', async () => {
  const person = uuidv7()
  await api.sql(
    `insert into beneficiary (id, number, name, name_folded, name_keys, kind, preferred_language, spoken_languages, since)
      values ($1, 'B-1', 'Maryam', 'maryam', '{}', 'INDIVIDUAL', 'en', '{en}', now())`,
    [person],
  )
  const { data, errors } = await asked(`query ($id: ID!) { beneficiary(id: $id) { name } }`, { id: person })
  expect([errors, data.beneficiary.name]).toEqual([undefined, 'Maryam'])
  await expect
    .poll(() => api.sql('select staff_id from look where beneficiary_id = $1', [person]), { timeout: 10_000 })
    .toEqual([{ staff_id: api.idOf('khalid') }])
  await expect
    .poll(async () => (await api.sql('select used_on from api_key where id = $1', [keyId]))[0].used_on)
    .not.toBeNull()
  expect((await api.sql('select hour_spent from cost_spent'))[0].hour_spent).toBeGreaterThan(0)
})

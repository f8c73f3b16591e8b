import { expect, test } from 'vitest'
import { key, useApi } from '../testing/api.ts'
import { becomeKnown } from '../testing/proving.ts'

const api = useApi()
const submit = `mutation ($input: InteractionSubmitInput!) { interactionSubmit(input: $input) { receipt { reference } problems { code } } }`
const question = (more: object) => ({
  input: {
    clientMutationId: key(),
    kind: 'INQUIRY',
    text: 'A question',
    language: 'en',
    anonymous: true,
    ...more,
  },
})
const search = `query ($search: String) {
  interactions(first: 5, where: { folder: ALL, search: $search }) { nodes { id } }
  requests(first: 5, where: { search: $search }) { nodes { id } }
  beneficiaries(first: 5, search: $search) { nodes { id } } }`

test.each([
  ['a wild card', '%'],
  ['a hundred wild cards', '%_'.repeat(100)],
  ['wild cards between letters', 'M%a%r%y%a%m'],
  ['escapes', '\\'.repeat(199)],
  ['a broken escape', '%\\'],
  ['operators of words', "a:* & (b | !c) <-> 'd"],
  ['quotes', `'"$$;--`.repeat(20)],
])(
  'LIKE bombs: %s is looked for as it stands, and finds nothing that does not have it',
  async (_what, text) => {
    await becomeKnown(api, { name: 'Maryam Invented', phone: '0551246001' })
    const salem = await api.as('salem')
    const { data, errors } = await salem.ask(search, { search: text })
    expect(errors).toBeUndefined()
    for (const list of ['interactions', 'requests', 'beneficiaries']) expect(data[list].nodes).toEqual([])
  },
)

// Each makes a careless expression take a time that doubles with every sign: longer than anybody waits.
test.each([
  ['a text of spaces', { text: `${' '.repeat(19_000)}x` }],
  ['a text of breaks', { text: `a${'\n \n'.repeat(6000)}b` }],
  ['an e-mail of dots', { anonymous: false, contact: { name: 'M', email: `a@${'a.'.repeat(9000)}` } }],
  ['an e-mail of hyphens', { anonymous: false, contact: { name: 'M', email: `${'a-'.repeat(9000)}@` } }],
  ['a phone of pluses', { anonymous: false, contact: { name: 'M', phone: `${'+'.repeat(9000)}1` } }],
  ['a phone of brackets', { anonymous: false, contact: { name: 'M', phone: '('.repeat(9000) } }],
  [
    'a name of articles',
    { anonymous: false, contact: { name: `${'عبد ال '.repeat(2000)}`, phone: '0551246002' } },
  ],
  ['a key of signs', { clientMutationId: 'a'.repeat(20_000) }],
  ['a language of hyphens', { language: 'a-'.repeat(5000) }],
])('regex bombs: %s is answered before anybody tires', { timeout: 5000 }, async (_what, more) => {
  const { status } = await api.guest.ask(submit, question(more))
  expect(status).toBeLessThan(500)
})

test(
  'regex bombs: one reference of 20,000 signs opens nothing, as any other',
  { timeout: 5000 },
  async () => {
    const { data } = await api.guest.ask(
      `{ tracked(reference: "${'Q-'.repeat(10_000)}", secret: "${'A'.repeat(9000)}") { reference } }`,
    )
    expect(data.tracked).toBeNull()
  },
)

test('bidi and invisible characters: what reorders or hides is taken out of names and words, what scripts need stays', async () => {
  const evil = '\u202Eexe\u202C.fdp \u2066in\u2069visi\u200Bble\uFEFF \u00AD'
  const name = `Mary\u200Bam \u202Eadmin`
  const { reference } = await becomeKnown(
    api,
    { name, phone: '0551246003' },
    `${evil} می\u200Cخواهم cafe\u0301`,
  )
  const salem = await api.as('salem')
  const [{ id }] = await api.sql('select id from interaction where reference = $1', [reference])
  const { data } = await salem.ask(
    'query ($id: ID!) { interaction(id: $id) { preview beneficiary { name } entries(first: 1) { nodes { text } } } }',
    { id },
  )
  const { preview, beneficiary, entries } = data.interaction
  for (const shown of [preview, beneficiary.name, entries.nodes[0].text])
    expect(shown).not.toMatch(/[\u200b\u202a-\u202e\u2066-\u2069\ufeff\u00ad]/u)
  expect(beneficiary.name).toBe('Maryam admin')
  // A Persian word keeps its joiner, and what is composed of two signs is one.
  expect(entries.nodes[0].text).toContain('می\u200Cخواهم café')
})

test.each([
  ['an owner and a status', { assigneeId: '0', status: 'CLOSED' }],
  ['whom it is about', { aboutStaffId: '0', sensitivity: null }],
  ['somebody else’s record', { beneficiaryId: '0' }],
])('mass assignment: a guest who sends %s beside a question is refused', async (_what, more) => {
  const { errors } = await api.guest.ask(submit, question(more))
  expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT')
})

test('mass assignment: an application keeps no answer that its form does not ask for', async () => {
  const asked = { topic: 'ARABIC', level: 'BEGINNER', language: 'ur', section: 'MEN', time: 'EVENING' }
  const more = { status: 'APPROVED', assigneeId: '0', decidedAt: '2026-01-01' }
  const { data } = await api.guest.ask(
    `mutation ($input: RequestSubmitInput!) { requestSubmit(input: $input) { receipt { reference } problems { code field } } }`,
    {
      input: {
        ...{ clientMutationId: key(), service: 'course', formVersion: 1, language: 'en' },
        ...{ contact: { name: 'Maryam', phone: '0551246004' }, answers: { ...asked, ...more } },
      },
    },
  )
  const [row] = await api.sql(`select answers, status, assignee_id from request where reference = $1`, [
    data.requestSubmit.receipt?.reference,
  ])
  // Either it is refused whole, or what was not asked for is left out.
  if (row) expect(row).toEqual({ answers: asked, status: 'SUBMITTED', assignee_id: null })
  else expect(data.requestSubmit.problems.length).toBeGreaterThan(0)
})

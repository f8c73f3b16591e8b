import { randomUUID } from 'node:crypto'
import { isInputObjectType, isObjectType, getNamedType } from 'graphql'
import type { GraphQLArgument, GraphQLInputField } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { columnOf, personalTables } from '../privacy/personal-data.ts'
import { maskedFacts } from '../walls/masked-facts.ts'
import { makeSchema } from '../schema.ts'
import { useApi } from '../testing/api.ts'
import type { Answer, TestApi } from '../testing/api.ts'
import { plantCanaries } from '../testing/canary.ts'
import { blankOf, maskOf, maySend, withoutBlank } from './masks.ts'
import { policies } from './table.ts'

const schema = makeSchema()

describe('the one table of masks', () => {
  test('shows no column that is tagged as contact, words, identity or sensitive', () => {
    for (const [table, { columns: tags }] of personalTables)
      for (const [property, tag] of Object.entries(tags))
        if (tag && tag.class !== 'ORDINARY')
          expect(maskedFacts[table]?.columns ?? [], `${table}.${property}`).not.toContain(
            columnOf(table, property),
          )
  })

  test('has a blank for every field that it does not show', () => {
    expect(withoutBlank(schema)).toEqual([])
  })

  test('refuses every type that it does not name, and every beginning', () => {
    expect(maskOf('Tracked', 'entries')).toBe('REFUSED')
    expect(maskOf('Query', 'beneficiary')).toBe('REFUSED')
    expect(maskOf('Subscription', 'interactionFeed')).toBe('REFUSED')
    const acts = Object.keys(policies['Mutation'] ?? {}).filter(
      (name) => maskOf('Mutation', name) !== 'REFUSED',
    )
    expect(acts.filter((name) => !/^account|^apiKey|Export$/.test(name))).toEqual([])
  })

  test('lets nobody be looked for by what it does not show', () => {
    const sent = new Set<string>()
    const note = ({ name, type }: GraphQLArgument | GraphQLInputField) => {
      if (sent.has(name)) return
      sent.add(name)
      const input = getNamedType(type)
      if (isInputObjectType(input)) Object.values(input.getFields()).forEach(note)
    }
    for (const type of Object.values(schema.getTypeMap()))
      if (isObjectType(type) && !/^(__|Mutation$)/.test(type.name))
        for (const field of Object.values(type.getFields()))
          if (maskOf(type.name, field.name) === 'CLEAR') field.args.forEach(note)
    expect([...sent].filter((name) => !maySend(name)).sort()).toEqual(['beneficiaryId', 'search'])
  })

  test('blanks what can be nothing with nothing, and a word with dots', () => {
    const interaction = schema.getType('Interaction')
    if (!isObjectType(interaction)) throw new Error('no Interaction')
    const fields = interaction.getFields()
    expect(fields['subject'] && blankOf(fields['subject'].type)).toBe('•••')
    expect(fields['waitingReason'] && blankOf(fields['waitingReason'].type)).toBeNull()
    expect(fields['id'] && blankOf(fields['id'].type)).toBeUndefined()
  })
})

const person = `beneficiary { id number name kind preferredLanguage spokenLanguages city segment since contactPoints { id type value } consents { id purpose }
  interactions(first: 5) { nodes { id } } requests(first: 5) { nodes { id } } invitations(first: 5) { nodes { id reference } } }`
const entries = `entries(first: 20) { nodes { id type at text language detail event author { name } } pageInfo { endCursor } }`
const everything = `{
  interactions(first: 10) { nodes { id reference kind status channel language subject preview anonymous receivedAt waitingReason unread acts
    viewers { state } assignee { name } ${entries} ${person} } pageInfo { endCursor hasNextPage } }
  requests(first: 10) { nodes { id reference status answers deliverable externalReference neededItems rejectionText rejectionCode service { key } ${entries} ${person} } }
  beneficiaries(first: 10) { nodes { ${person.slice('beneficiary { '.length, -2)} } pageInfo { endCursor } }
}`
const codeOf = ({ errors }: Answer) => errors?.[0]?.extensions?.['code']

describe.each(['both', 'api', 'rows'])('masked eyes, with %s', (walls) => {
  const api = useApi({ SILA_WALLS: walls })
  let marks: string[] = []
  let ids: { person: string; matter: string; request: string; sensitive: string }
  beforeAll(async () => {
    ids = await bring(api)
    const facts = ['beneficiary.kind', 'entry.language']
    marks = (await plantCanaries(api, ids.person, 'm'))
      .filter(({ column }) => !facts.includes(column))
      .map(({ mark }) => mark)
    await api.sql(`update beneficiary set kind = 'INDIVIDUAL'`)
    for (const [table, id] of Object.entries({ interaction: ids.matter, request: ids.request }))
      await api.sql(`update ${table} set sensitivity = null where id = $1`, [id])
  })
  afterAll(() => expect(marks.length).toBeGreaterThan(15))

  test('read row by row, and no marked word, name or contact', async () => {
    const huda = await api.as('huda')
    const answer = await huda.ask(everything)
    expect(answer.errors).toBeUndefined()
    const text = JSON.stringify(answer.data)
    expect(marks.filter((mark) => text.includes(mark))).toEqual([])
    expect(text).not.toContain(ids.person)
    const matter = answer.data.interactions.nodes.find(({ id }: { id: string }) => id === ids.matter)
    expect(matter).toMatchObject({
      ...{ reference: '•••', subject: '•••', preview: '•••', kind: 'COMPLAINT', channel: 'PHONE' },
      ...{ viewers: [], waitingReason: null },
    })
    expect(matter.beneficiary).toMatchObject({
      ...{ number: '•••', name: '•••', kind: 'INDIVIDUAL', spokenLanguages: [], city: null, segment: null },
      ...{ since: '2026-03-01T00:00:00.000Z', contactPoints: [], consents: [] },
    })
    expect(matter.entries.nodes).toMatchObject([
      { type: 'FROM_BENEFICIARY' },
      { event: 'interaction.submitted' },
    ])
    const request = answer.data.requests.nodes.find(({ id }: { id: string }) => id === ids.request)
    expect(request).toMatchObject({
      answers: {},
      deliverable: null,
      neededItems: [],
      service: { key: 'course' },
    })
  })

  test('know the same person again, and nobody else by it', async () => {
    const { data } = await (await api.as('huda')).ask(everything)
    const [matter, request] = [data.interactions.nodes, data.requests.nodes].map((nodes) =>
      nodes.find(({ id }: { id: string }) => [ids.matter, ids.request].includes(id)),
    )
    expect(matter.beneficiary.id).toBe(request.beneficiary.id)
    expect(data.beneficiaries.nodes.map(({ id }: { id: string }) => id)).toContain(matter.beneficiary.id)
    expect(new Set(data.beneficiaries.nodes.map(({ id }: { id: string }) => id)).size).toBe(2)
  })

  test('never see a sensitive matter, not even one that is theirs', async () => {
    const huda = await api.as('huda')
    const { data } = await huda.ask('query ($id: ID!) { interaction(id: $id) { id } }', { id: ids.sensitive })
    expect(data.interaction).toBeNull()
    expect(JSON.stringify((await huda.ask(everything)).data)).not.toContain(ids.sensitive)
  })

  test('find nobody by words', async () => {
    const huda = await api.as('huda')
    for (const query of [
      '{ interactions(first: 5, where: { search: "سرّ" }) { nodes { id } } }',
      '{ requests(first: 5, where: { search: "سرّ" }) { nodes { id } } }',
      '{ beneficiaries(first: 5, search: "0555000111") { nodes { id } } }',
    ]) {
      const answer = await huda.ask(query)
      expect(codeOf(answer)).toBe('FORBIDDEN')
      expect(answer.data ?? null).toBeNull()
    }
  })

  test('page on by a place that tells nothing', async () => {
    const huda = await api.as('huda')
    const page = `query ($after: String) { beneficiaries(first: 1, after: $after) { nodes { id } pageInfo { endCursor } } }`
    const first = await huda.ask(page)
    const { endCursor } = first.data.beneficiaries.pageInfo
    const next = await huda.ask(page, { after: endCursor })
    expect(next.data.beneficiaries.nodes).toHaveLength(1)
    expect(next.data.beneficiaries.nodes).not.toEqual(first.data.beneficiaries.nodes)
    const plain = Buffer.from(endCursor, 'base64url').toString()
    expect(plain).not.toContain(ids.person)
  })

  test('leave no look, for nobody was seen', async () => {
    await (
      await api.as('huda')
    ).ask('query ($id: ID!) { interaction(id: $id) { subject } }', { id: ids.matter })
    await api.house.looks.flush()
    expect(await api.sql('select from look where staff_id = $1', [api.idOf('huda')])).toEqual([])
  })
})

describe('masked eyes', () => {
  const api = useApi()

  test.each([
    ['a person by id', `{ beneficiary(id: "${randomUUID()}") { name } }`],
    [
      'a filter by person',
      `{ interactions(first: 1, where: { beneficiaryId: "${randomUUID()}" }) { nodes { id } } }`,
    ],
    ['a matter by its secret', '{ tracked(reference: "Q-1", secret: "x") { reference } }'],
    [
      'a note',
      `mutation { interactionNote(id: "${randomUUID()}", input: { clientMutationId: "${randomUUID()}", text: "x" }) { problems { code } } }`,
    ],
    [
      'a record of rights',
      `mutation { dataRightRecord(input: { clientMutationId: "${randomUUID()}", beneficiaryId: "${randomUUID()}", right: ACCESS, channel: PHONE, text: "x" }) { problems { code } } }`,
    ],
    ['that a matter was read', `mutation { interactionRead(id: "${randomUUID()}") }`],
    ['presence', `mutation { presenceSet(interactionId: "${randomUUID()}", state: VIEWING) }`],
  ])('are refused %s', async (_what, query) => {
    const answer = await (await api.as('huda')).ask(query)
    expect(codeOf(answer)).toBe('FORBIDDEN')
    expect(answer.data ?? null).toBeNull()
  })

  test('follow nothing live, nor ask by the socket what they may ask over HTTP', async () => {
    for (const text of [
      'subscription { interactionFeed { cursor } }',
      '{ interactions(first: 1) { nodes { subject } } }',
    ]) {
      const watch = (await api.as('huda')).watch(text)
      const first = await watch.next().catch((error: unknown) => error)
      expect(JSON.stringify(first)).toContain('You may not do this.')
      watch.stop()
    }
  })

  test('still read their figures, and themselves', async () => {
    const huda = await api.as('huda')
    const { data, errors } = await huda.ask(
      `{ me { staff { name } masked } inboxCounts { all } staff { name } report(first: 1, measures: [INTERACTIONS], period: { from: "2026-01-01T00:00:00Z", to: "2026-02-01T00:00:00Z" }) { n } }`,
    )
    expect(errors).toBeUndefined()
    expect(data.me).toEqual({ staff: { name: 'هدى المطيري' }, masked: true })
  })
})

async function bring(api: TestApi) {
  const [person, other, matter, request, sensitive] = Array.from({ length: 5 }, () => randomUUID())
  for (const [id, number] of [
    [person, 'B-1'],
    [other, 'B-2'],
  ])
    await api.sql(
      `insert into beneficiary (id, number, name, name_folded, name_keys, kind, preferred_language, spoken_languages, city, segment, since)
        values ($1, $2, 'سارّة المخترعة', 'ساره', '{}', 'INDIVIDUAL', 'ur', '{ur,en}', 'Invented City', 'STUDENT', '2026-03-17T10:00:00Z')`,
      [id, number],
    )
  await api.sql(
    `insert into contact_point (id, beneficiary_id, type, value, preferred) values ($1, $2, 'PHONE', '+966555000111', true)`,
    [randomUUID(), person],
  )
  await api.sql(
    `insert into consent (id, beneficiary_id, purpose, given_at) values ($1, $2, 'SERVICE', now())`,
    [randomUUID(), person],
  )
  for (const [id, hidden] of [
    [matter, null],
    [sensitive, 'COUNSELLING'],
  ])
    await api.sql(
      `insert into interaction (id, reference, kind, status, channel, language, subject, preview, search_text, waiting_reason, social, letter_number, link, anonymous,
        received_at, last_activity_at, open, beneficiary_id, assignee_id, sensitivity)
        values ($1, $2, 'COMPLAINT', 'ASSIGNED', 'PHONE', 'ur', 'سرّ', 'سرّ', 'سرّ', 'سرّ', 'سرّ', 'سرّ', 'سرّ', false, now(), now(), true, $3, $4, $5)`,
      [id, `Q-${id}`, person, hidden ? api.idOf('huda') : null, hidden],
    )
  await api.sql(
    `insert into request (id, reference, service_key, status, open, form_version, answers, language, submitted_at, last_activity_at, search_text,
      external_reference, rejection_text, needed_items, deliverable, beneficiary_id)
      values ($1, 'R-1', 'course', 'IN_REVIEW', true, 1, '{"name":"سرّ"}', 'ur', now(), now(), 'سرّ', 'سرّ', 'سرّ', '{سرّ}', 'سرّ', $2)`,
    [request, person],
  )
  for (const column of ['interaction_id', 'request_id'])
    await api.sql(
      `insert into entry (id, ${column}, type, at, text, language) values ($1, $2, 'FROM_BENEFICIARY', now(), 'سرّ', 'ur')`,
      ['00000000-0000-7000-8000-' + randomUUID().slice(24), column === 'request_id' ? request : matter],
    )
  await api.sql(
    `insert into event (id, aggregate, aggregate_id, type, visibility, payload, at) values ($1, 'interaction', $2, 'interaction.submitted', 'PUBLIC', '{"reason":"سرّ"}', now())`,
    ['ffffffff-0000-7000-8000-' + randomUUID().slice(24), matter],
  )
  await api.sql(
    `insert into survey_invitation (id, interaction_id, beneficiary_id, reference, at) values ($1, $2, $3, 'Q-1', now())`,
    [randomUUID(), matter, person],
  )
  return { person, matter, request, sensitive } as {
    person: string
    matter: string
    request: string
    sensitive: string
  }
}

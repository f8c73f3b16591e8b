import { foldText, nameKeys } from '@sila/domain/name'
import { makeReference } from '@sila/domain/reference'
import { v7 as uuidv7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { key, useApi } from '../testing/api.ts'

const api = useApi()

const search = `query ($search: String, $first: Int!, $after: String) { beneficiaries(search: $search, first: $first, after: $after) {
  nodes { id number name contactPoints { type value preferred } } pageInfo { hasNextPage endCursor } } }`
const page = `query ($id: ID!) { beneficiary(id: $id) { name number preferredLanguage contactPoints { type value } consents { purpose channel givenAt withdrawnAt }
  interactions(first: 10) { nodes { reference subject } } requests(first: 10) { nodes { reference service { key } } } invitations(first: 10) { nodes { reference answered } } } }`
const consent = `mutation ($id: ID!, $input: ConsentSetInput!) { consentSet(beneficiaryId: $id, input: $input) {
  beneficiary { consents { purpose channel withdrawnAt } } problems { code } } }`

const cast = [
  ['Muhammad Rahman', '+966501110001'],
  ['محمد عبد الرحمن', '+966501110002'],
  ['মোহাম্মদ রহমান', '+966501110003'],
  ['فاطمة الزهراني', '+966501110004'],
  ['Fathima Beevi', '+966551234567'],
  ['Maria Santos', '+966551239999'],
  ['Abdurrahman Khan', '+966551230000'],
] as const
const ids = new Map<string, string>()

beforeAll(async () => {
  for (const [index, [name, phone]] of cast.entries()) {
    const id = uuidv7()
    ids.set(name, id)
    await api.sql(
      `insert into beneficiary (id, number, name, name_folded, name_keys, kind, preferred_language, spoken_languages, since)
        values ($1, $2, $3, $4, $5, 'INDIVIDUAL', 'ar', '{ar}', now() - $6 * interval '1 day')`,
      [id, makeReference('B', 90_000 + index), name, foldText(name), nameKeys(name), index],
    )
    await api.sql(
      `insert into contact_point (id, beneficiary_id, type, value, preferred) values ($1, $2, 'PHONE', $3, true)`,
      [uuidv7(), id, phone],
    )
  }
})

async function find(text: string | null, first = 20): Promise<string[]> {
  const { data, errors } = await (await api.as('salem')).ask(search, { search: text, first })
  if (errors) throw new Error(JSON.stringify(errors))
  return data.beneficiaries.nodes.map((node: { name: string }) => node.name)
}

describe('the register of beneficiaries', () => {
  test('finds a name as it is typed, by its beginning', async () => {
    expect(await find('mari')).toEqual(['Maria Santos'])
    expect(await find('san mar')).toEqual(['Maria Santos'])
  })

  test('finds a name however its letters are written', async () => {
    expect(await find('فاطمه الزهراني')).toContain('فاطمة الزهراني')
  })

  test('finds the same name in another script, the written one first', async () => {
    const found = await find('Muhammad Rahman')
    expect(found[0]).toBe('Muhammad Rahman')
    expect(found).toContain('মোহাম্মদ রহমান')
    expect(found).not.toContain('Maria Santos')
    expect(await find('محمد الرحمن')).toContain('Muhammad Rahman')
  })

  test('finds a name that is written together when it is typed apart', async () => {
    expect(await find('Abdul Rahman')).toContain('Abdurrahman Khan')
    expect(await find('عبد الرحمن خان')).toContain('Abdurrahman Khan')
  })

  test('finds by the end of a phone, in any digits', async () => {
    expect(await find('1234567')).toEqual(['Fathima Beevi'])
    expect(await find('٠٥٥١٢٣٤٥٦٧')).toEqual(['Fathima Beevi'])
    expect(await find('+966 55 123 4567')).toEqual(['Fathima Beevi'])
  })

  test('finds by number, and by nothing that is almost a number', async () => {
    const [row] = await api.sql<{ number: string }>('select number from beneficiary where id = $1', [
      ids.get('Maria Santos'),
    ])
    expect(await find(row?.number.toLowerCase() ?? '')).toEqual(['Maria Santos'])
  })

  test.each(['%', "'", '\\', '&|!:*', "' | '", '((', '\u0000', '\u202e', '😀', '   '])(
    'is not upset by %j',
    async (text) => {
      expect(Array.isArray(await find(text))).toBe(true)
    },
  )

  test('is read page by page without missing or doubling one, searched or not', async () => {
    const salem = await api.as('salem')
    for (const text of [null, 'muhammad', '0501110']) {
      const whole = await salem.ask(search, { search: text, first: 100 })
      const seen: string[] = []
      let after: string | null = null
      do {
        const { data }: { data: any } = await salem.ask(search, { search: text, first: 1, after })
        seen.push(...data.beneficiaries.nodes.map((node: { id: string }) => node.id))
        after = data.beneficiaries.pageInfo.hasNextPage ? data.beneficiaries.pageInfo.endCursor : null
      } while (after)
      expect(seen).toEqual(whole.data.beneficiaries.nodes.map((node: { id: string }) => node.id))
    }
  })

  test('is not searched by analysts, closed to guests, and to more than a hundred at once', async () => {
    expect(
      (await (await api.as('huda')).ask(search, { first: 5, search: 'سالم' })).errors?.[0]?.extensions?.[
        'code'
      ],
    ).toBe('FORBIDDEN')
    expect((await api.guest.ask(search, { first: 5 })).errors?.[0]?.extensions?.['code']).toBe(
      'UNAUTHENTICATED',
    )
    expect(
      (await (await api.as('salem')).ask(search, { first: 101 })).errors?.[0]?.extensions?.['code'],
    ).toBe('BAD_USER_INPUT')
  })
})

describe('the page of a person', () => {
  test('shows every matter, request and invitation of theirs', async () => {
    const contact = { name: 'Amina Yusuf', phone: '0507778888' }
    const question = {
      clientMutationId: key(),
      kind: 'INQUIRY',
      text: 'Is there a women’s class?',
      language: 'en',
      anonymous: false,
      contact,
    }
    await api.guest.ask(
      'mutation ($input: InteractionSubmitInput!) { interactionSubmit(input: $input) { problems { code } } }',
      { input: question },
    )
    const answers = { topic: 'ISLAM', language: 'so', section: 'WOMEN', time: 'MORNING' }
    const application = {
      clientMutationId: key(),
      service: 'course',
      formVersion: 1,
      language: 'en',
      contact,
      answers,
    }
    await api.guest.ask(
      'mutation ($input: RequestSubmitInput!) { requestSubmit(input: $input) { problems { code } } }',
      { input: application },
    )

    const people = await api.sql<{ id: string }>(`select id from beneficiary where name = 'Amina Yusuf'`)
    expect(people).toHaveLength(1)
    const { data } = await (await api.as('salem')).ask(page, { id: people[0]?.id })
    expect(data.beneficiary).toMatchObject({
      contactPoints: [{ type: 'PHONE', value: '+966507778888' }],
      interactions: { nodes: [{ subject: 'Is there a women’s class?' }] },
      requests: { nodes: [{ service: { key: 'course' } }] },
      invitations: { nodes: [] },
    })
  })

  test('keeps a consent, its withdrawal, and a refusal that no consent went before (O6)', async () => {
    const id = ids.get('Maria Santos')
    const salem = await api.as('salem')
    const set = async (over: Record<string, unknown>) =>
      (await salem.ask(consent, { id, input: { clientMutationId: key(), ...over } })).data.consentSet
        .beneficiary.consents
    expect(await set({ purpose: 'AWARENESS', given: true })).toEqual([
      { purpose: 'AWARENESS', channel: null, withdrawnAt: null },
    ])
    expect(await set({ purpose: 'AWARENESS', given: true })).toHaveLength(1)
    expect(await set({ purpose: 'AWARENESS', given: false })).toEqual([
      { purpose: 'AWARENESS', channel: null, withdrawnAt: expect.any(String) },
    ])
    expect(await set({ purpose: 'SURVEY', given: false })).toContainEqual({
      purpose: 'SURVEY',
      channel: null,
      withdrawnAt: expect.any(String),
    })
    const events = await api.sql<{ type: string }>(
      'select type from event where aggregate_id = $1 order by id',
      [id],
    )
    expect(events.map(({ type }) => type)).toEqual(
      ['Given', 'Given', 'Withdrawn', 'Withdrawn'].map((end) => `beneficiary.consent${end}`),
    )
  })

  test('shows nothing of a person who is not there', async () => {
    const salem = await api.as('salem')
    expect((await salem.ask(page, { id: uuidv7() })).data.beneficiary).toBeNull()
    expect((await salem.ask(page, { id: 'robert' })).data.beneficiary).toBeNull()
  })
})

import { randomUUID } from 'node:crypto'
import { createClient } from 'graphql-ws'
import { beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { useApi } from '../testing/api.ts'
import type { Answer } from '../testing/api.ts'
import { makeDevice } from '../testing/device.ts'
import type { Device } from '../testing/device.ts'
import { becomeKnown, codeThatCame, provenDevice } from '../testing/proving.ts'

const api = useApi()
const mine = `{ mine { number name city preferredLanguage
  contactPoints { id type value preferred } consents { purpose channel given }
  matters(first: 20) { nodes { id reference subject } pageInfo { hasNextPage endCursor } }
  looks(first: 20) { nodes { name what } } rights { right dueAt } } }`
const tracked = `query($reference: String!, $secret: String!) { tracked(reference: $reference, secret: $secret) { reference entries(first: 10) { nodes { text } } } }`
const reply = `mutation($input: TrackedReplyInput!) { trackedReply(input: $input) { tracked { reference } problems { code } } }`
const payload =
  '{ mine { name city preferredLanguage contactPoints { id type value preferred } consents { purpose channel given } } problems { field code } }'
const act = (name: string, type: string) => `mutation($input: ${type}!) { ${name}(input: $input) ${payload} }`
const correct = act('mineCorrect', 'MineCorrectInput')
const consent = act('mineConsent', 'MineConsentInput')
const remove = act('mineContactRemove', 'MineContactInput')
const prefer = act('mineContactPrefer', 'MineReachInput')
const add = act('mineContactAdd', 'CodeProveInput')
const askToAdd = `mutation($address: String!) { mineContactAsk(input: { address: $address }) { ticket problems { code } } }`
const leave = `mutation($everywhere: Boolean!) { mineLeave(input: { everywhere: $everywhere }) { problems { code } } }`
const takeAll = `mutation($input: MineActInput!) { mineExport(input: $input) { export problems { code } } }`
const askRight = `mutation($input: MineRightInput!) { mineRightAsk(input: $input) { mine { rights { right dueAt } } problems { code } } }`

const key = () => randomUUID()
const codeOf = ({ errors }: Answer) => errors?.[0]?.extensions?.['code']
let amina: Device
let bilal: Device
let aminas: { reference: string; secret: string }
let bilals: { reference: string; secret: string }

beforeAll(async () => {
  aminas = await becomeKnown(api, { name: 'Amina Yusuf', phone: '0551237001' }, "Amina's first question")
  bilals = await becomeKnown(
    api,
    { name: 'Bilal Hassan', email: 'bilal@example.com' },
    "Bilal's own question",
  )
  amina = await provenDevice(api, '0551237001')
  bilal = await provenDevice(api, 'bilal@example.com')
})

test('whoever proved who they are sees all their matters in one place and opens each without its secret', async () => {
  await becomeKnown(api, { name: 'Amina Yusuf', phone: '0551237001' }, "Amina's second question")
  const { data } = await amina.ask(mine)
  const { nodes } = data.mine.matters
  expect(nodes.map(({ subject }: { subject: string }) => subject)).toEqual([
    "Amina's second question",
    "Amina's first question",
  ])
  const opened = await amina.ask(tracked, { reference: aminas.reference, secret: 'mine' })
  expect(opened.data.tracked.entries.nodes[0].text).toBe("Amina's first question")
  const input = {
    clientMutationId: key(),
    reference: aminas.reference,
    secret: 'mine',
    text: 'One more thing',
  }
  expect((await amina.ask(reply, { input })).data.trackedReply.problems).toEqual([])
})

test('her matters come a page at a time, each once', async () => {
  const page = `query($after: String) { mine { matters(first: 1, after: $after) { nodes { reference } pageInfo { hasNextPage endCursor } } } }`
  const seen: string[] = []
  let after: string | undefined
  do {
    const { nodes, pageInfo } = (await amina.ask(page, { after })).data.mine.matters
    seen.push(...nodes.map(({ reference }: { reference: string }) => reference))
    after = pageInfo.hasNextPage ? pageInfo.endCursor : undefined
  } while (after)
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen).toHaveLength(2)
})

test('IDOR by reference: a proven person opens, answers and follows no matter of another, and nobody opens any by the word', async () => {
  const stranger = makeDevice(() => api.url)
  for (const device of [amina, stranger]) {
    expect(
      (await device.ask(tracked, { reference: bilals.reference, secret: 'mine' })).data.tracked,
    ).toBeNull()
    const input = { clientMutationId: key(), reference: bilals.reference, secret: 'mine', text: 'I am Bilal' }
    expect((await device.ask(reply, { input })).data.trackedReply).toEqual({
      tracked: null,
      problems: [{ code: 'TRACKING_NOT_FOUND' }],
    })
  }
})

test("IDOR by reference: a matter that was brought without a name is nobody's to open by proof", async () => {
  const { data } = await amina.ask(
    `mutation($input: InteractionSubmitInput!) { interactionSubmit(input: $input) { receipt { reference } problems { code } } }`,
    {
      input: {
        clientMutationId: key(),
        kind: 'COMPLAINT',
        text: 'Without my name',
        language: 'en',
        anonymous: true,
      },
    },
  )
  const { reference } = data.interactionSubmit.receipt
  expect((await amina.ask(tracked, { reference, secret: 'mine' })).data.tracked).toBeNull()
})

describe('cross-person access by changing ids', () => {
  test("another's phone can neither be removed nor chosen; it reads as if it were not there", async () => {
    const [point] = (await bilal.ask(mine)).data.mine.contactPoints
    for (const [text, more] of [
      [remove, {}],
      [prefer, {}],
    ] as const)
      expect(
        codeOf(await amina.ask(text, { input: { clientMutationId: key(), id: point.id, ...more } })),
      ).toBe('NOT_FOUND')
    expect((await bilal.ask(mine)).data.mine.contactPoints).toEqual([point])
  })

  test("another's key of an act neither repeats nor blocks one's own", async () => {
    const clientMutationId = key()
    const first = await bilal.ask(correct, { input: { clientMutationId, city: 'Jeddah' } })
    expect(first.data.mineCorrect.mine.city).toBe('Jeddah')
    const second = await amina.ask(correct, { input: { clientMutationId, city: 'Jeddah' } })
    expect(second.data.mineCorrect).toEqual({
      mine: null,
      problems: [{ field: null, code: 'ALREADY_SENT_DIFFERENTLY' }],
    })
  })

  test("a code for adding to one's own record neither signs anybody in nor adds to another's", async () => {
    const { data } = await amina.ask(askToAdd, { address: 'amina@example.com' })
    const { ticket } = data.mineContactAsk
    const input = { ticket, code: await codeThatCame(api, ticket) }
    expect((await bilal.ask(add, { input })).data.mineContactAdd.problems).toEqual([
      { field: 'code', code: 'CODE_WRONG' },
    ])
    const signIn = await makeDevice(() => api.url).ask(
      `mutation($input: CodeProveInput!) { codeProve(input: $input) { mine { name } problems { code } } }`,
      { input },
    )
    expect(signIn.data.codeProve).toEqual({ mine: null, problems: [{ code: 'CODE_WRONG' }] })
    const added = await amina.ask(add, { input })
    expect(added.data.mineContactAdd.problems).toEqual([])
    expect(added.data.mineContactAdd.mine.contactPoints).toHaveLength(2)
  })

  test('a guest, and a colleague who is signed in, have no record here', async () => {
    expect((await api.guest.ask(mine)).data.mine).toBeNull()
    expect((await (await api.as('salem')).ask(mine)).data.mine).toBeNull()
    const input = { clientMutationId: key(), name: 'Nobody' }
    expect(codeOf(await api.guest.ask(correct, { input }))).toBe('UNAUTHENTICATED')
    expect(codeOf(await (await api.as('admin')).ask(correct, { input }))).toBe('FORBIDDEN')
  })

  test('proof opens nothing of the staff', async () => {
    for (const text of [
      '{ interactions(first: 1) { nodes { id } } }',
      '{ beneficiaries(first: 1) { nodes { id } } }',
      '{ requests(first: 1) { nodes { id } } }',
    ])
      expect(codeOf(await amina.ask(text))).toBe('UNAUTHENTICATED')
  })
})

test('mass assignment: only name, city and language can be put right, whatever else is sent', async () => {
  for (const more of [
    { number: 'B-100001' },
    { id: randomUUID() },
    { segment: 'STUDENT' },
    { since: '2020-01-01T00:00:00Z' },
    { beneficiaryId: randomUUID() },
  ]) {
    const answer = await amina.ask(correct, { input: { clientMutationId: key(), name: 'Amina Y.', ...more } })
    expect(codeOf(answer)).toBe('BAD_USER_INPUT')
  }
  expect((await amina.ask(mine)).data.mine.name).toBe('Amina Yusuf')
})

test('a person puts name, city and language right, and is told what cannot be', async () => {
  const input = { clientMutationId: key(), name: '  أمينة يوسف ', city: 'الرياض', preferredLanguage: 'ar' }
  const { data } = await amina.ask(correct, { input })
  expect(data.mineCorrect.mine).toMatchObject({ name: 'أمينة يوسف', city: 'الرياض', preferredLanguage: 'ar' })
  const bad = await amina.ask(correct, {
    input: { clientMutationId: key(), name: '', city: 'x'.repeat(81), preferredLanguage: 'xx' },
  })
  expect(bad.data.mineCorrect.problems).toEqual([
    { field: 'name', code: 'REQUIRED' },
    { field: 'city', code: 'TOO_LONG' },
    { field: 'preferredLanguage', code: 'LANGUAGE_UNKNOWN' },
  ])
  const [event] = await api.sql(
    `select payload from event where type = 'beneficiary.corrected' order by id desc limit 1`,
  )
  expect(event.payload).toEqual({ fields: ['name', 'city', 'preferredLanguage'], byPerson: true })
})

test('a leave is given and taken back by the same press, for one purpose and way', async () => {
  const set = async (given: boolean) => {
    const input = { clientMutationId: key(), purpose: 'AWARENESS', channel: 'WHATSAPP', given }
    const { data } = await bilal.ask(consent, { input })
    return data.mineConsent.mine.consents.filter((one: { given: boolean }) => one.given)
  }
  const surveys = ['PHONE', 'WHATSAPP', 'EMAIL'].map((channel) => ({
    purpose: 'SURVEY',
    channel,
    given: true,
  }))
  expect(await set(true)).toEqual([{ purpose: 'AWARENESS', channel: 'WHATSAPP', given: true }, ...surveys])
  expect(await set(false)).toEqual(surveys)
  expect(await set(false)).toEqual(surveys)
})

test('the last way to be reached stays; another one that goes signs out every other device', async () => {
  await becomeKnown(api, { name: 'Two Ways', phone: '0551237009', email: 'two@example.com' })
  const phone = await provenDevice(api, '0551237009')
  const lost = await provenDevice(api, '0551237009')
  const points = (await phone.ask(mine)).data.mine.contactPoints
  const email = points.find(({ type }: { type: string }) => type === 'EMAIL')
  const gone = await phone.ask(remove, { input: { clientMutationId: key(), id: email.id } })
  expect(gone.data.mineContactRemove.mine.contactPoints).toHaveLength(1)
  expect((await lost.ask(mine)).data.mine).toBeNull()
  expect((await phone.ask(mine)).data.mine.name).toBe('Two Ways')
  const [last] = gone.data.mineContactRemove.mine.contactPoints
  const kept = await phone.ask(remove, { input: { clientMutationId: key(), id: last.id } })
  expect(kept.data.mineContactRemove.problems).toEqual([{ field: 'id', code: 'CONTACT_REQUIRED' }])
  const chosen = await phone.ask(prefer, { input: { clientMutationId: key(), id: last.id, by: 'WHATSAPP' } })
  expect(chosen.data.mineContactPrefer.mine.contactPoints).toEqual([
    { ...last, type: 'WHATSAPP', preferred: true },
  ])
})

test('a person sees who looked at their record', async () => {
  const salem = await api.as('salem')
  const [row] = await api.sql(`select beneficiary_id as id from interaction where reference = $1`, [
    bilals.reference,
  ])
  await salem.ask('query($id: ID!) { beneficiary(id: $id) { name contactPoints { value } } }', { id: row.id })
  await api.house.looks.flush()
  const { data } = await bilal.ask(mine)
  expect(data.mine.looks.nodes).toContainEqual({ name: 'سالم القرني', what: 'PERSON' })
  expect((await amina.ask(mine)).data.mine.looks.nodes).toEqual([])
})

test('a person takes everything that is held with them, and nothing of anybody else', async () => {
  const { data } = await bilal.ask(takeAll, { input: { clientMutationId: key() } })
  const text = JSON.stringify(data.mineExport.export)
  expect(text).toContain("Bilal's own question")
  expect(text).toContain('bilal@example.com')
  expect(text).not.toContain('Amina')
  expect(text).not.toContain('أمينة')
})

test('a right that is asked for here is owed an answer within 30 days', async () => {
  const input = { clientMutationId: key(), right: 'ERASURE', text: 'Please erase everything.' }
  const { data } = await bilal.ask(askRight, { input })
  expect(data.mineRightAsk.problems).toEqual([])
  const [{ right, dueAt }] = data.mineRightAsk.mine.rights
  expect(right).toBe('ERASURE')
  expect(Math.round((Date.parse(dueAt) - Date.now()) / 86_400_000)).toBe(30)
  const [stored] = await api.sql(`select channel, text from data_right`)
  expect(stored).toEqual({ channel: 'PORTAL', text: 'Please erase everything.' })
})

test('behind https the session travels encrypted only, and no neighbouring host can plant one', async () => {
  const encrypted = async (query: string, cookie: string) => {
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-proto': 'https', cookie },
      body: JSON.stringify({ query, variables: { everywhere: false } }),
    })
    return { lines: response.headers.getSetCookie(), data: ((await response.json()) as { data: any }).data }
  }
  const own = await provenDevice(api, 'bilal@example.com')
  const planted = `sila.mine=${'x'.repeat(43)}; __Host-sila.mine=${own.token()}`
  expect((await encrypted(mine, planted)).data.mine.name).toBe('Bilal Hassan')
  expect((await encrypted(leave, planted)).lines).toEqual([
    '__Host-sila.mine=; Path=/; HttpOnly; SameSite=Strict; Secure; Max-Age=0',
  ])
})

test('kiosk residue: after leaving, the cookie is gone and its copy opens nothing', async () => {
  const kiosk = await provenDevice(api, 'bilal@example.com')
  const copied = kiosk.token()
  expect((await kiosk.ask(leave, { everywhere: false })).data.mineLeave.problems).toEqual([])
  expect(kiosk.lines.at(-1)).toBe('sila.mine=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0')
  expect(kiosk.token()).toBeUndefined()
  kiosk.hold(copied)
  expect((await kiosk.ask(mine)).data.mine).toBeNull()
  expect((await kiosk.ask(tracked, { reference: bilals.reference, secret: 'mine' })).data.tracked).toBeNull()
  // His own phone stays signed in, until he leaves everywhere.
  expect((await bilal.ask(mine)).data.mine.name).toBe('Bilal Hassan')
})

test('token expiry during a subscription: whoever left hears nothing more of a matter that only the session opened', async () => {
  const { reference, secret } = await becomeKnown(api, { name: 'Listens In', phone: '0551237011' })
  const phone = await provenDevice(api, '0551237011')
  const cookie = `sila.mine=${phone.token()}`
  const client = createClient({
    url: `${api.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: class extends WebSocket {
      constructor(url: string, protocols: string[]) {
        super(url, protocols, { headers: { cookie } })
      }
    },
    retryAttempts: 0,
  })
  const feed = `subscription($reference: String!) { trackedFeed(reference: $reference, secret: "mine") { event } }`
  const items = client.iterate({ query: feed, variables: { reference } })
  const say = (text: string) =>
    phone.ask(reply, { input: { clientMutationId: key(), reference, secret: 'mine', text } })
  // It begins by telling that it is there.
  expect((await items.next()).value?.data).toEqual({ trackedFeed: { event: null } })
  await say('Are you there?')
  expect((await items.next()).value?.data).toEqual({ trackedFeed: { event: 'interaction.replied' } })
  await phone.ask(leave, { everywhere: false })
  // Something happens to the matter, by whoever still holds its secret.
  const input = { clientMutationId: key(), reference, secret, text: 'For other eyes' }
  expect((await api.guest.ask(reply, { input })).data.trackedReply.problems).toEqual([])
  expect((await items.next()).done).toBe(true)
  await client.dispose()
})

test('token expiry: half an hour without doing anything ends it, and nothing keeps it beyond eight hours', async () => {
  const phone = await provenDevice(api, '0551237001')
  const start = Date.now()
  const alive = async () => (await phone.ask('{ mine { name } }')).data.mine !== null
  try {
    for (let minute = 25; minute < 8 * 60; minute += 25) {
      api.setNow(new Date(start + minute * 60_000))
      expect(await alive()).toBe(true)
    }
    api.setNow(new Date(start + (8 * 60 + 1) * 60_000))
    expect(await alive()).toBe(false)
  } finally {
    api.setNow()
  }
  const other = await provenDevice(api, '0551237001')
  try {
    api.setNow(new Date(Date.now() + 31 * 60_000))
    expect((await other.ask('{ mine { name } }')).data.mine).toBeNull()
  } finally {
    api.setNow()
  }
})

test('CSRF: a form of another site, which can send no JSON, does nothing', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': type, cookie: `sila.mine=${bilal.token()}`, origin: 'https://evil.example' },
      body: JSON.stringify({ query: leave, variables: { everywhere: true } }),
    })
    expect(response.status).toBe(400)
  }
  expect((await bilal.ask(mine)).data.mine.name).toBe('Bilal Hassan')
})

test('leaving everywhere ends all devices', async () => {
  const other = await provenDevice(api, 'bilal@example.com')
  await bilal.ask(leave, { everywhere: true })
  expect((await other.ask(mine)).data.mine).toBeNull()
})

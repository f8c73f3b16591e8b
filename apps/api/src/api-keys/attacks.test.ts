import { setTimeout as pause } from 'node:timers/promises'
import { scopesFrom } from '@sila/domain/api-key'
import { createClient } from 'graphql-ws'
import { beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { key, useApi } from '../testing/api.ts'
import type { Answer } from '../testing/api.ts'
import { people } from '../testing/people.ts'
import type { StaffName } from '../testing/people.ts'
import { visitor } from '../testing/visitor.ts'
import { makeKeyText } from './key-text.ts'
import { narrowed } from '../actors/narrow.ts'

const api = useApi({ SILA_GUEST_LIMITS: '1' })
type Told = Answer & { extensions?: any; retryAfter: string | null }

let networks = 0
let network = ''
beforeEach(() => (network = `203.0.${(networks += 1)}.9`))

const create = `mutation($input: ApiKeyCreateInput!) { apiKeyCreate(input: $input) { key apiKey { id } problems { code } } }`
const end = `mutation($id: ID!, $input: ApiKeyEndInput!) { apiKeyEnd(id: $id, input: $input) { problems { code } } }`
const submit = `mutation ($input: InteractionSubmitInput!) { interactionSubmit(input: $input) { problems { code } } }`
const feed = 'subscription { interactionFeed { cursor event interaction { preview } } }'
const mine = '{ me { permissions } }'

async function made(name: StaffName, scopes: string[], more: object = {}) {
  const input = { clientMutationId: key(), name: 'A program', scopes, ...more }
  const { data } = await (await api.as(name)).ask(create, { input })
  expect(data.apiKeyCreate.problems).toEqual([])
  return { text: String(data.apiKeyCreate.key), id: String(data.apiKeyCreate.apiKey.id) }
}
const finish = async (name: StaffName, id: string) =>
  (await api.as(name)).ask(end, { id, input: { clientMutationId: key() } })

async function ask(
  text: string,
  query: string | object = mine,
  headers: Record<string, string> = {},
  url = api.url,
) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      ...{ 'content-type': 'application/json', 'accept-language': 'en', 'x-forwarded-for': network },
      ...{ authorization: `Bearer ${text}`, ...headers },
    },
    body: JSON.stringify(typeof query === 'string' ? { query } : query),
  })
  const answer: Omit<Told, 'status' | 'retryAfter'> = await response.json()
  return { status: response.status, retryAfter: response.headers.get('retry-after'), ...answer } as Told
}
const codeOf = ({ errors }: Pick<Answer, 'errors'>) => errors?.[0]?.extensions?.['code']
const permissionsOf = ({ data }: Answer) => data?.me?.permissions

describe('a key that is none', () => {
  test('guessed, mistyped, ended, expired or of somebody disabled: one and the same answer', async () => {
    const { text } = await made('huda', ['report.read'])
    const ended = await made('huda', ['report.read'])
    await finish('huda', ended.id)
    const expired = await made('huda', ['report.read'], { days: 1 })
    await api.sql(
      `update api_key set made_at = now() - interval '2 days', expires_at = now() - interval '1 second' where id = $1`,
      [expired.id],
    )
    const left = await made('khalid', ['report.read'])
    await api.sql('update staff set active = false where id = $1', [api.idOf('khalid')])
    api.house.directory.forget()
    const foreign = makeKeyText().text
    const halved = `${text.slice(0, 22)}${makeKeyText().text.slice(22)}`
    const wrong = [foreign, halved, `${text}A`, '', 'sila_key_', ended.text, expired.text, left.text]
    const answers = []
    for (const each of wrong) answers.push(await ask(each))
    await api.sql('update staff set active = true where id = $1', [api.idOf('khalid')])
    api.house.directory.forget()
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]).toMatchObject({ status: 401 })
    expect(codeOf(answers[0] ?? {})).toBe('KEY_REFUSED')
    expect(permissionsOf(await ask(text))).toEqual(['report.read'])
  })

  test('guessed a thousand times: thirty are looked up, then the network waits; who was in stays in', async () => {
    const { text } = await made('huda', ['report.read'])
    expect((await ask(text)).status).toBe(200)
    const guesses = await Promise.all(Array.from({ length: 1000 }, () => ask(makeKeyText().text)))
    const refused = guesses.filter(({ status }) => status === 401)
    expect(refused).toHaveLength(30)
    const waiting = guesses.filter(({ status }) => status === 429)
    expect(waiting).toHaveLength(970)
    expect(new Set(waiting.map(codeOf))).toEqual(new Set(['TOO_MANY_TRIES']))
    expect(Number(waiting[0]?.retryAfter)).toBeGreaterThan(0)
    expect((await ask(text)).status).toBe(200)
    // From elsewhere a guess is answered as ever.
    network = '203.0.200.9'
    expect((await ask(makeKeyText().text)).status).toBe(401)
  })

  test('a cookie beside it opens nothing, and a cookie beside a key that holds adds nothing', async () => {
    const { cookie } = await api.as('admin')
    expect(codeOf(await ask(makeKeyText().text, mine, { cookie }))).toBe('KEY_REFUSED')
    const { text } = await made('huda', ['report.read'])
    expect(permissionsOf(await ask(text, mine, { cookie }))).toEqual(['report.read'])
    // The portal's name makes nobody of a colleague; a key still decides.
    const portal = { 'apollographql-client-name': 'portal' }
    expect(permissionsOf(await ask(text, mine, portal))).toEqual(['report.read'])
  })

  test('in an address it is refused, on both doors, even where it holds', async () => {
    const { text } = await made('huda', ['report.read'])
    for (const name of ['key', 'access_token', 'query']) {
      const response = await fetch(`${api.url}/graphql?${name}=${text}`, {
        headers: { 'apollo-require-preflight': '1', 'content-type': 'application/json' },
      })
      expect([response.status, codeOf(await response.json())]).toEqual([400, 'KEY_IN_ADDRESS'])
    }
    const opened = await new Promise((resolve) => {
      const socket = new WebSocket(
        `${api.url.replace('http', 'ws')}/graphql?key=${text}`,
        'graphql-transport-ws',
      )
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode))
      socket.on('open', () => resolve('open'))
      socket.on('error', () => undefined)
    })
    expect(opened).toBe(403)
  })
})

describe('scope escalation', () => {
  test.each<[string, string | object, string]>([
    ['a list outside of the scopes', '{ interactions(first: 1) { nodes { id } } }', 'FORBIDDEN'],
    [
      'a search outside of the scopes',
      '{ beneficiaries(first: 1, search: "a") { nodes { id } } }',
      'FORBIDDEN',
    ],
    ['the catalogue', '{ __schema { types { name } } }', 'FORBIDDEN'],
    ['sessions of its owner', '{ myAccount { sessions { id } } }', 'FORBIDDEN'],
    ['other keys', '{ apiKeys { id name } }', 'FORBIDDEN'],
    ['accounts', '{ staffAccounts { id } }', 'FORBIDDEN'],
    [
      'an act',
      'mutation { accountEndOtherSessions(input: { clientMutationId: "12345678" }) { problems { code } } }',
      'KEY_READS_ONLY',
    ],
    [
      'a key with more scopes',
      'mutation { apiKeyCreate(input: { clientMutationId: "12345678", name: "x", scopes: ["interaction.read"] }) { key } }',
      'KEY_READS_ONLY',
    ],
    [
      'an act that anybody may do',
      'mutation { mineLeave(input: { everywhere: false }) { problems { code } } }',
      'KEY_READS_ONLY',
    ],
    [
      'an act beside a question',
      {
        query:
          'query A { me { permissions } } mutation B { accountEndOtherSessions(input: { clientMutationId: "12345678" }) { problems { code } } }',
        operationName: 'A',
      },
      'KEY_READS_ONLY',
    ],
  ])('a key of an administrator for figures alone does not get %s', async (_what, query, code) => {
    const { text } = await made('admin', ['report.read'])
    const answer = await ask(text, query)
    expect(answer.data ?? null).toBeNull()
    expect(answer.status).toBeLessThan(500)
    expect(codeOf(answer)).toBe(code)
  })

  test('the owner loses a permission, and the key has lost it at once', async () => {
    const { text } = await made('khalid', ['interaction.read', 'report.read'])
    expect(permissionsOf(await ask(text))).toEqual(['interaction.read', 'report.read'])
    await api.sql(`update staff set role = 'PRIVACY_OFFICER' where id = $1`, [api.idOf('khalid')])
    await expect.poll(async () => permissionsOf(await ask(text)), { timeout: 1500 }).toEqual(['report.read'])
    await api.sql(`update staff set role = 'SUPERVISOR' where id = $1`, [api.idOf('khalid')])
  })

  test('scopes written into the row by whoever has the database open nothing that is no scope of the owner', async () => {
    const { text, id } = await made('huda', ['report.read'])
    await api.sql(
      `update api_key set scopes = '{report.read,privacy.act,interaction.answer}' where id = $1`,
      [id],
    )
    expect(permissionsOf(await ask(text))).toEqual(['report.read'])
  })

  test('the circle of a sensitive matter is not lifted by a key, whoever owns it', async () => {
    const director = 'admin'
    await api.sql(`update staff set role = 'DIRECTOR' where id = $1`, [api.idOf(director)])
    api.house.directory.forget()
    await (await api.as('salem')).ask(submit, question('told in confidence'))
    await api.sql(`update interaction set sensitivity = 'COUNSELLING' where preview = 'told in confidence'`)
    const seen = '{ interactions(first: 100) { nodes { preview } } }'
    const previews = ({ data }: Answer) =>
      data.interactions.nodes.map((node: { preview: string }) => node.preview)
    expect(previews(await (await api.as(director)).ask(seen))).toContain('told in confidence')
    const { text } = await made(director, ['interaction.read'])
    expect(previews(await ask(text, seen))).not.toContain('told in confidence')
    await api.sql(`update staff set role = 'ADMINISTRATOR' where id = $1`, [api.idOf(director)])
    api.house.directory.forget()
  })
})

describe('what holds for the owner holds for the key', () => {
  test.each([
    'interactions(first: 3) { nodes { reference preview } }',
    'interactions(first: 3) { nodes { reference subject } }',
    'interactions(first: 3) { nodes { beneficiary { name } } }',
    'interactions(first: 3) { nodes { entries(first: 3) { nodes { text } } } }',
    'interactions(first: 3, where: { search: "question" }) { nodes { reference } }',
    'beneficiaries(first: 3, search: "a") { nodes { id } }',
    'requests(first: 3) { nodes { reference } }',
  ])('who reads masked reads masked by a key too: %s', async (fields) => {
    await api.guest.ask(submit, question('a question with a name in it'))
    const huda = await api.as('huda')
    const { permissions } = (await huda.ask(mine)).data.me
    const { text } = await made('huda', scopesFrom(permissions))
    const [by, own] = [await ask(text, `{ ${fields} }`), await huda.ask(`{ ${fields} }`)]
    expect(by.data ?? null).toEqual(own.data ?? null)
    expect(codeOf(by)).toEqual(codeOf(own))
    expect(JSON.stringify(by)).not.toContain('a name in it')
  })

  test('what the owner opened in an emergency is not read by a key', async () => {
    const { directory } = api.house
    const owner = (await directory.staff()).get(api.idOf('khalid'))
    if (!owner) throw new Error('nobody')
    const inEmergency = { ...owner, viewer: { ...owner.viewer, opened: ['a matter'] } }
    expect(narrowed(inEmergency, { scopes: ['interaction.read'] }).viewer.opened).toEqual([])
  })
})

describe('cost draining', () => {
  const page = '{ staff { id name role languages } }'

  test('in parallel over two nodes no more is spent than the budget; what is refused costs nothing', async () => {
    const second = await api.anotherNode()
    const { text } = await made('huda', ['staff.read'], { hourBudget: 1000, dayBudget: 1000 })
    const { extensions } = await ask(text, page)
    const { cost } = extensions.cost
    const many = `{ ${Array.from({ length: 40 }, (_, at) => `a${at}: staff { id name role languages }`).join(' ')} }`
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, at) => ask(text, many, {}, at % 2 ? second : api.url)),
    )
    const done = answers.filter(({ status }) => status === 200)
    const spent = answers.filter(({ status }) => status === 429)
    expect(done).toHaveLength(Math.floor((1000 - cost) / (40 * cost)))
    expect(done.length + spent.length).toBe(30)
    expect(new Set(spent.map(codeOf))).toEqual(new Set(['BUDGET_SPENT']))
    const told = spent[0]?.errors?.[0]?.extensions as any
    expect(Number(spent[0]?.retryAfter)).toBe(told.comeBackIn)
    expect(told.comeBackIn).toBeGreaterThan(86_000)
    const rest = 1000 - cost - done.length * 40 * cost
    expect(told.cost.budget.hour.left).toBe(rest)
    // What still fits is answered, and the next day all of it.
    expect((await ask(text, page)).extensions.cost.budget.day.left).toBe(rest - cost)
    await api.sql(`update cost_spent set hour_until = now(), day_until = now()`)
    expect((await ask(text, page)).extensions.cost.budget.hour.left).toBe(1000 - cost)
  })

  // Each leaves one field out by a null where none may stand; everything beside it would be answered.
  test.each([
    ['an argument', '$none: ID = "none"', 'interaction(id: $none) { id }'],
    ['a directive', '$none: Boolean = true', 'interaction(id: "none") { id @include(if: $none) }'],
  ])(
    'a null for %s makes nothing beside it free, neither by HTTP nor by the live line',
    async (_what, variable, field) => {
      const { text } = await made('khalid', ['interaction.read', 'staff.read'], {
        hourBudget: 1000,
        dayBudget: 1000,
      })
      const query = `query (${variable}) { ${field} staff { id name } }`
      expect((await ask(text, page)).status).toBe(200)
      await api.sql(`update cost_spent set hour_spent = 1000`)
      const answer = await ask(text, { query, variables: { none: null } })
      expect(answer.data ?? null).toBeNull()
      expect(answer.errors).toHaveLength(1)
      const heard = await askLive(text, { query, variables: { none: null } })
      expect(heard).toContain('errors')
      expect(heard).not.toContain(people.salem.name)
      await api.sql(`delete from cost_spent`)
    },
  )

  test('what is refused before it runs takes nothing out of the budget', async () => {
    const { text } = await made('huda', ['staff.read'])
    const before = (await ask(text, page)).extensions.cost.budget.hour.left
    const { cost } = (await ask(text, page)).extensions.cost
    await ask(text, '{ interactions(first: 1) { nodes { id } } }')
    await ask(text, '{ nonsense }')
    await ask(text, 'mutation { mineLeave(input: { everywhere: false }) { problems { code } } }')
    expect((await ask(text, page)).extensions.cost.budget.hour.left).toBe(before - 2 * cost)
  })

  test('an analyst with the explorer is told the cost and held to a budget, which signing in anew does not fill', async () => {
    const huda = await api.as('huda')
    const first = (await huda.ask(page)) as Told
    expect(first.extensions.cost.budget.hour.limit).toBe(1_000_000)
    await api.sql(`update cost_spent set hour_spent = 1000000 where hour_spent < 1000000`)
    const second = await huda.ask(page)
    expect([second.status, codeOf(second)]).toEqual([429, 'BUDGET_SPENT'])
    const anew = visitor(api.url)
    await anew.post('/sign-in/email', people.huda)
    expect(codeOf(await anew.ask(page))).toBe('BUDGET_SPENT')
    await api.sql(`delete from cost_spent`)
  })

  test('where everybody may ask, a network is held to a budget', async () => {
    const asked = () => ask('', '{ association { name } }', { authorization: 'Basic bm9ib2R5' })
    expect((await asked()).extensions.cost).toEqual({ cost: 2, limit: 20_000 })
    await api.sql(`update cost_spent set hour_spent = 200000`)
    expect(codeOf(await asked())).toBe('BUDGET_SPENT')
    await api.sql(`delete from cost_spent`)
  })
})

describe('replay on another node', () => {
  test('a key holds on all nodes, and its end within a second', async () => {
    const second = await api.anotherNode()
    const { text, id } = await made('huda', ['report.read'])
    expect((await ask(text, mine, {}, second)).status).toBe(200)
    await finish('huda', id)
    await pause(1000)
    for (const url of [api.url, second]) expect((await ask(text, mine, {}, url)).status).toBe(401)
  })
})

describe('a live line', () => {
  test('opened by a key hears what its owner may, is told the cost, and is cut within a second of its end', async () => {
    const { text, id } = await made('khalid', ['interaction.read'])
    const line = open(text)
    await line.opened
    await api.guest.ask(submit, question('while it holds'))
    await expect
      .poll(() => line.heard.map((item) => item.data?.interactionFeed.interaction?.preview))
      .toContain('while it holds')
    expect(line.heard.at(-1).extensions.cost.budget.hour.left).toBeGreaterThan(0)
    await finish('khalid', id)
    await pause(1000)
    const before = line.heard.length
    await api.guest.ask(submit, question('after its end'))
    await pause(300)
    expect(line.heard).toHaveLength(before)
    expect(JSON.stringify(line.heard)).not.toContain('after its end')
    expect(await line.closed).toBe(4401)
    // And it is not opened again.
    const again = open(text)
    expect(await again.closed).toBe(4401)
  })

  test('is not cut by what its owner opens in an emergency, and hears none of it', async () => {
    const { text } = await made('khalid', ['interaction.read'])
    const line = open(text)
    await line.opened
    await api.sql(
      `insert into break_glass (id, staff_id, matter_type, matter_id, reference, at, until)
        values (gen_random_uuid(), $1, 'INTERACTION', gen_random_uuid(), 'Q', now(), now() + interval '1 hour')`,
      [api.idOf('khalid')],
    )
    // Twice as long as a look at the lines takes to come round.
    await pause(1200)
    await api.guest.ask(submit, question('while it is open'))
    await expect.poll(() => JSON.stringify(line.heard)).toContain('while it is open')
    line.stop()
    await api.sql('delete from break_glass')
  })

  test('hears nothing that its scopes do not reach', async () => {
    const { text } = await made('khalid', ['report.read'])
    const line = open(text)
    await line.opened
    await expect.poll(() => line.failed).toContain('FORBIDDEN')
    line.stop()
  })

  test('is cut when the key expires, and when its owner is disabled', async () => {
    const expiring = await made('khalid', ['interaction.read'])
    const line = open(expiring.text)
    await line.opened
    await api.sql(
      `update api_key set made_at = now() - interval '2 days', expires_at = now() where id = $1`,
      [expiring.id],
    )
    expect(await line.closed).toBe(4401)
    const second = await made('khalid', ['interaction.read'])
    const other = open(second.text)
    await other.opened
    await api.sql('update staff set active = false where id = $1', [api.idOf('khalid')])
    expect(await other.closed).toBe(4401)
    await api.sql('update staff set active = true where id = $1', [api.idOf('khalid')])
    api.house.directory.forget()
  })

  test('each further item is paid for; where the budget is spent it is not delivered', async () => {
    const { text } = await made('khalid', ['interaction.read'], { hourBudget: 1000, dayBudget: 1000 })
    const line = open(text)
    await line.opened
    await api.sql(`update cost_spent set hour_spent = 1000`)
    await api.guest.ask(submit, question('paid for at the beginning'))
    await api.guest.ask(submit, question('nothing is left for this'))
    await expect.poll(() => JSON.stringify(line.heard)).toContain('BUDGET_SPENT')
    expect(JSON.stringify(line.heard)).not.toContain('nothing is left for this')
    line.stop()
    await api.sql(`delete from cost_spent`)
  })
})

test('the key itself stands in no table: neither in events, nor under the key of the act', async () => {
  const { text } = await made('huda', ['report.read'])
  const tables = await api.sql<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`,
  )
  const secret = text.slice(-38)
  for (const { name } of tables) {
    const found = await api.sql(
      `select from ${(await isIn(name)) ? 'public' : 'pgboss'}."${name}" t where t::text like '%' || $1 || '%'`,
      [secret],
    )
    expect(found, name).toHaveLength(0)
  }
})

const isIn = async (name: string) =>
  (await api.sql(`select 1 where to_regclass($1) is not null`, [`public."${name}"`])).length > 0

function question(text: string) {
  return { input: { clientMutationId: key(), kind: 'INQUIRY', text, language: 'en', anonymous: true } }
}

/** What comes back by a live line to one question by a key, as it was sent. */
function askLive(text: string, payload: object): Promise<string> {
  const line = new WebSocket(`${api.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws')
  const say = (message: object) => line.send(JSON.stringify(message))
  return new Promise((resolve, reject) => {
    line.on('open', () => say({ type: 'connection_init', payload: { authorization: `Bearer ${text}` } }))
    line.on('error', reject)
    line.on('message', (data: Buffer) => {
      const heard = String(data)
      if (heard.includes('connection_ack')) return say({ id: '1', type: 'subscribe', payload })
      line.close()
      resolve(heard.replace('"type":"error"', '"type":"errors"'))
    })
  })
}

/** A live line by a key, with what it heard and how it ended. */
function open(text: string) {
  const heard: any[] = []
  const failed: string[] = []
  let tell: (code: number) => void = () => undefined
  let ready: () => void = () => undefined
  const closed = new Promise<number>((resolve) => (tell = resolve))
  const opened = new Promise<void>((resolve) => (ready = resolve))
  const client = createClient({
    url: `${api.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { authorization: `Bearer ${text}` },
    on: {
      closed: (event) => tell((event as { code: number }).code),
    },
  })
  client.subscribe(
    { query: feed },
    {
      // The first word names the place from which on everything is heard.
      next(item) {
        heard.push(item)
        ready()
      },
      error(error) {
        failed.push(JSON.stringify(error))
        ready()
      },
      complete: () => undefined,
    },
  )
  return {
    ...{ heard, opened, closed },
    get failed() {
      return failed.join()
    },
    stop: () => void client.dispose(),
  }
}

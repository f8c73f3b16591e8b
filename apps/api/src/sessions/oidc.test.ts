import { hashPassword } from 'better-auth/crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { key, useApi } from '../testing/api.ts'
import { forgeries, signedAnew } from '../testing/forge.ts'
import { people } from '../testing/people.ts'
import type { StaffName } from '../testing/people.ts'
import { passProvider, startProvider } from '../testing/provider.ts'
import { codeFor, visitor } from '../testing/visitor.ts'
import type { Visitor } from '../testing/visitor.ts'
import { recover } from './recovery.ts'

const provider = await startProvider()
const api = useApi(provider.environment)
const strict = useApi({
  ...provider.environment,
  SILA_SECOND_FACTOR: '1',
  SILA_OIDC_SECOND_FACTOR: 'amr=mfa,acr=strong',
})
const closed = useApi({ ...provider.environment, SILA_PASSWORDS: '0' })
afterAll(() => provider.stop())

const me = '{ mustEnrol me { staff { name } } }'
const open = (url = api.url) => visitor(url)
const nameOf = async (who: Visitor) => (await who.ask(me)).data.me?.staff.name ?? null
const accountOf = (name: StaffName, more: object = {}) => {
  const subject = `sub-${name}-${key()}`
  provider.accounts.set(subject, { email: people[name].email, email_verified: true, ...more })
  return subject
}

const start = async (who: Visitor, to?: string) => (await who.post('/oidc/start', { to })).body.url as string

/** Comes back to the house; answers where it leads. */
async function comeBack(who: Visitor, address: string) {
  const { pathname, search } = new URL(address)
  const { status, headers } = await who.get(`${pathname.slice('/api/auth'.length)}${search}`)
  expect(status).toBe(302)
  return headers.get('location')
}

const through = async (who: Visitor, account: string, to?: string) =>
  comeBack(who, await passProvider(await start(who, to), account))

async function stays(who: Visitor, account: string, why: string) {
  expect(await through(who, account)).toBe(`/staff/?door=${why}`)
  expect(await nameOf(who)).toBeNull()
}

describe('sign-in by the provider of the association', () => {
  test('opens for a member of staff whose address it has proven, and leads back to where they were', async () => {
    provider.accounts.set('s-1', { email: 'Salem@SILA.example', email_verified: true })
    const salem = open()
    expect(await through(salem, 's-1', '/staff/requests?state=OPEN')).toBe('/staff/requests?state=OPEN')
    expect(await nameOf(salem)).toBe(people.salem.name)
    const { data } = await salem.ask('{ myAccount { sessions { way current } } }')
    expect(data.myAccount.sessions).toEqual([{ way: 'PROVIDER', current: true }])
  })

  test('knows them afterwards by issuer and subject: another address at the provider changes nothing', async () => {
    provider.accounts.set('s-1', { email: people.hind.email, email_verified: true })
    const salem = open()
    await through(salem, 's-1')
    expect(await nameOf(salem)).toBe(people.salem.name)
    provider.accounts.set('s-1', {})
    const again = open()
    await through(again, 's-1')
    expect(await nameOf(again)).toBe(people.salem.name)
  })

  test('makes nobody, and lets nobody in who is not active here', async () => {
    const count = async () => (await api.sql('select count(*)::int from auth_user'))[0].count
    const before = await count()
    provider.accounts.set('stranger', { email: 'stranger@sila.example', email_verified: true })
    await stays(open(), 'stranger', 'unknown')
    expect(await count()).toBe(before)
    const khalid = accountOf('khalid')
    const inside = open()
    await through(inside, khalid)
    const admin = await api.as('admin')
    const act = (name: string) =>
      admin.ask(
        `mutation ($id: ID!, $input: AccountActInput!) { ${name}(id: $id, input: $input) { problems { code } } }`,
        {
          id: api.idOf('khalid'),
          input: { clientMutationId: key() },
        },
      )
    expect((await act('staffDisable')).errors).toBeUndefined()
    expect(await nameOf(inside)).toBeNull()
    await stays(open(), khalid, 'unknown')
    await act('staffEnable')
    await through(inside, khalid)
    expect(await nameOf(inside)).toBe(people.khalid.name)
  })

  test('signs out there too, and here at once', async () => {
    const hind = open()
    await through(hind, accountOf('hind'))
    const { body } = await hind.post('/sign-out')
    const url = new URL(body.url)
    expect(url.origin).toBe(provider.issuer)
    expect(url.searchParams.get('post_logout_redirect_uri')).toBe(`${api.url}/staff/`)
    expect((await fetch(url)).status).toBe(200)
    expect(await nameOf(hind)).toBeNull()
    // Whoever came by a password has nothing to end there.
    const huda = open()
    await huda.post('/sign-in/email', people.huda)
    expect((await huda.post('/sign-out')).body).toEqual({ success: true })
  })

  test('whoever turns back there is told so, and nothing is opened', async () => {
    await stays(open(), '', 'declined')
  })

  test('when the provider is away the house says so, and the password still opens', async () => {
    const salem = open()
    const back = await passProvider(await start(salem), 's-1')
    provider.cut(true)
    try {
      expect(await comeBack(salem, back)).toBe('/staff/?door=down')
      // A node that never spoke to it starts and says the same.
      const other = open(await api.anotherNode())
      const { status, body } = await other.post('/oidc/start')
      expect([status, body.code]).toEqual([503, 'PROVIDER_DOWN'])
      expect((await other.post('/sign-in/email', people.salem)).status).toBe(200)
      provider.cut(false)
      expect((await other.post('/oidc/start')).status).toBe(200)
    } finally {
      provider.cut(false)
    }
  })

  test('says at the door what the button is called', async () => {
    const { body } = await open().get('/ways')
    const provider = { ar: 'حساب الجمعية', en: 'Association account' }
    expect(body).toEqual({ provider, passwords: true, fresh: false })
  })
})

describe('the second factor of whoever comes by the provider', () => {
  test.each([{ amr: ['pwd', 'mfa'] }, { acr: 'strong' }])(
    'counts where the provider says %o',
    async (said) => {
      const salem = open(strict.url)
      provider.accounts.set('factor', { email: people.salem.email, email_verified: true, ...said })
      expect(await through(salem, 'factor')).toBe('/staff/')
      expect(await nameOf(salem)).toBe(people.salem.name)
    },
  )

  test('of the house stands where the provider says nothing of it: set up by a passkey or asked for', async () => {
    const account = accountOf('hind', { amr: ['pwd'] })
    const first = open(strict.url)
    await through(first, account)
    expect((await first.ask(me)).data).toEqual({ mustEnrol: true, me: null })
    expect((await first.get('/ways')).body).toMatchObject({ fresh: true })
    const { body } = await first.post('/two-factor/enable', { password: people.hind.password })
    await first.post('/two-factor/verify-totp', { code: codeFor(body.totpURI) })
    expect(await nameOf(first)).toBe(people.hind.name)

    const second = open(strict.url)
    expect(await through(second, account, '/staff/inbox')).toBe('/staff/inbox?door=code')
    expect((await second.ask(me)).data).toEqual({ mustEnrol: false, me: null })
    const code = codeFor(body.totpURI, 1)
    expect((await second.post('/two-factor/verify-totp', { code })).status).toBe(200)
    const { data } = await second.ask('{ myAccount { sessions { way } } }')
    expect(data.myAccount.sessions).toContainEqual({ way: 'PROVIDER' })
  })
})

describe('where passwords are off', () => {
  test('none opens, right or wrong, known or not; the provider does', async () => {
    const replies = [
      await open(closed.url).post('/sign-in/email', people.salem),
      await open(closed.url).post('/sign-in/email', { email: 'nobody@sila.example', password: 'a guess' }),
    ]
    expect(replies.map(({ status, body }) => [status, body.code])).toEqual([
      [403, 'PASSWORDS_OFF'],
      [403, 'PASSWORDS_OFF'],
    ])
    const salem = open(closed.url)
    await through(salem, accountOf('salem'))
    expect(await nameOf(salem)).toBe(people.salem.name)
  })

  test('but for whom the operator lets in: by a new password, once, and with nothing of what they had', async () => {
    const [row] = await closed.sql('select user_id from staff where id = $1', [closed.idOf('admin')])
    const before = open(closed.url)
    await through(before, accountOf('admin'))
    await recover(closed.house.database.pool, row.user_id, await hashPassword('the word of the operator'))
    const body = { email: people.admin.email, password: 'the word of the operator' }
    expect((await open(closed.url).post('/sign-in/email', people.admin)).status).toBe(401)
    expect((await open(closed.url).post('/sign-in/email', people.salem)).status).toBe(403)
    const admin = open(closed.url)
    expect((await admin.post('/sign-in/email', body)).status).toBe(200)
    expect(await nameOf(admin)).toBe(people.admin.name)
    expect((await open(closed.url).post('/sign-in/email', body)).status).toBe(403)
    await expect.poll(() => nameOf(before)).toBeNull()
  })
})

describe('account takeover by the provider', () => {
  test('an address that was not proven there opens nothing', async () => {
    provider.accounts.set('unproven', { email: people.dalal.email, email_verified: false })
    await stays(open(), 'unproven', 'unknown')
    provider.accounts.set('unproven', { email: people.dalal.email })
    await stays(open(), 'unproven', 'unknown')
  })

  test('a second subject with the address of somebody who is known is refused, also when both come at once', async () => {
    const [one, two] = [accountOf('dalal'), 'another-dalal']
    provider.accounts.set(two, { email: people.dalal.email, email_verified: true })
    const led = await Promise.all([through(open(), one), through(open(), two)])
    expect(new Set(led)).toEqual(new Set(['/staff/', '/staff/?door=unknown']))
    await stays(open(), led[0] === '/staff/' ? two : one, 'unknown')
  })

  test('letters that only look alike, or fold alike, are another address', async () => {
    const alike = ['\u212Ahalid@sila.example', 'khalid@s\u0131la.example', 'khal%d@sila.example']
    for (const email of [...alike, 'khalid@sila.example\u0000']) {
      provider.accounts.set('alike', { email, email_verified: true })
      await stays(open(), 'alike', 'unknown')
    }
  })
})

describe('CSRF of the sign-in by the provider', () => {
  test('whoever is led to the answer of somebody else is not signed in as them', async () => {
    const attacker = open()
    const answer = await passProvider(await start(attacker), 's-1')
    const victim = open()
    expect(await comeBack(victim, answer)).toBe('/staff/?door=lost')
    // Also where the victim has gone to the provider in another window.
    await start(victim)
    expect(await comeBack(victim, answer)).toBe('/staff/?door=lost')
    expect(await nameOf(victim)).toBeNull()
  })

  test('another site cannot begin it', async () => {
    const reply = await open().post('/oidc/start', {}, { origin: 'https://evil.example' })
    expect([reply.status, reply.setCookie]).toEqual([403, []])
    expect((await open().post('/oidc/start', 'to=x', { 'content-type': 'text/plain' })).status).toBe(415)
    expect((await open().get('/oidc/start')).status).toBe(405)
  })
})

describe('replay and mix-up', () => {
  test('an answer opens once', async () => {
    const salem = open()
    const answer = await passProvider(await start(salem), 's-1')
    const kept = new Map(salem.cookies)
    expect(await comeBack(salem, answer)).toBe('/staff/')
    const thief = open()
    for (const [name, value] of kept) thief.cookies.set(name, value)
    expect(await comeBack(thief, answer)).toBe('/staff/?door=lost')
    expect(await nameOf(thief)).toBeNull()
  })

  test('a code that was used, or given to another browser, opens nothing in a question of ones own', async () => {
    const salem = open()
    const answer = new URL(await passProvider(await start(salem), 's-1'))
    const thief = open()
    const own = new URL(await start(thief))
    answer.searchParams.set('state', own.searchParams.get('state') ?? '')
    expect(await comeBack(thief, answer.href)).toBe('/staff/?door=unsound')
    expect(await nameOf(thief)).toBeNull()
  })

  test('an answer in the name of another issuer, or of none, is refused', async () => {
    for (const issuer of ['https://evil.example', null]) {
      const salem = open()
      const answer = new URL(await passProvider(await start(salem), 's-1'))
      if (issuer) answer.searchParams.set('iss', issuer)
      else answer.searchParams.delete('iss')
      expect(await comeBack(salem, answer.href)).toBe('/staff/?door=unsound')
      expect(await nameOf(salem)).toBeNull()
    }
  })
})

describe('forged tokens', () => {
  test.each(Object.entries(forgeries))('an ID token that %s opens nothing', async (_what, forge) => {
    provider.tamper = (answer) => ({ ...answer, id_token: forge(answer.id_token, provider) })
    try {
      await stays(open(), 's-1', 'unsound')
    } finally {
      provider.tamper = undefined
    }
  })

  test('no ID token opens nothing either; one that was taken apart and put together as it was does', async () => {
    provider.tamper = (answer) => ({ ...answer, id_token: undefined })
    await stays(open(), 's-1', 'unsound')
    provider.tamper = (answer) => ({ ...answer, id_token: signedAnew(answer.id_token, provider) })
    const salem = open()
    expect(await through(salem, 's-1')).toBe('/staff/')
    provider.tamper = undefined
  })
})

describe('open redirect after the provider', () => {
  test.each([
    'https://evil.example/staff/',
    '//evil.example/staff/',
    '/\\evil.example/staff',
    '\\\\evil.example\\staff',
    '/staff/../../evil',
    '/staffroom',
    'javascript:alert(1)',
    '/staff/\r\nset-cookie: a=b',
    '/staff@evil.example',
    ' https://evil.example',
  ])('%s leads to the beginning', async (to) => {
    expect(await through(open(), 's-1', to)).toBe('/staff/')
  })
})

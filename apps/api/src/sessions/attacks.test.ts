import { describe, expect, test } from 'vitest'
import { useApi } from '../testing/api.ts'
import { people } from '../testing/people.ts'
import type { StaffName } from '../testing/people.ts'
import { givePasskey } from '../testing/passkey.ts'
import { codeFor, visitor } from '../testing/visitor.ts'
import type { Visitor } from '../testing/visitor.ts'

const api = useApi()
const secure = useApi({ SILA_ORIGINS: 'https://staff.sila.example' })
const me = '{ me { staff { name } } }'

/** Every attack comes from a network of its own, so that none is stopped by the one before. */
const open = (url = api.url) => visitor(url)
const enter = (who: Visitor, name: StaffName, password: string = people[name].password) =>
  who.post('/sign-in/email', { email: people[name].email, password })
const nameOf = async (who: Visitor) => (await who.ask(me)).data.me?.staff.name ?? null

describe('session fixation', () => {
  test('a session that was there before signing in is not the one after it', async () => {
    const attacker = open()
    await enter(attacker, 'salem')
    const victim = open()
    const planted = attacker.cookies.get('sila.session_token') ?? ''
    victim.cookies.set('sila.session_token', planted)
    expect((await enter(victim, 'hind')).status).toBe(200)
    expect(victim.cookies.get('sila.session_token')).not.toBe(planted)
    expect(await nameOf(victim)).toBe(people.hind.name)
    expect(await nameOf(attacker)).toBe(people.salem.name)
  })

  test('a made-up session is nobody, before signing in and after', async () => {
    const thief = open()
    thief.cookies.set('sila.session_token', `${'a'.repeat(32)}.${'b'.repeat(43)}%3D`)
    expect(await nameOf(thief)).toBeNull()
    await enter(thief, 'salem', 'not the password')
    expect(await nameOf(thief)).toBeNull()
  })
})

describe('CSRF at sign-in and account', () => {
  test.each([
    ['text/plain', '{"email":"salem@sila.example","password":"salem-answers-all"}'],
    ['application/x-www-form-urlencoded', 'email=salem%40sila.example&password=salem-answers-all'],
    [
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="email"\r\n\r\nsalem@sila.example\r\n--x--\r\n',
    ],
  ])('%s, which any form can send, is not read', async (type, body) => {
    const who = open()
    const { status, setCookie } = await who.post('/sign-in/email', body, { 'content-type': type })
    expect([status, setCookie]).toEqual([415, []])
  })

  test('another site signs nobody in, out, or over to another password', async () => {
    const salem = open()
    await enter(salem, 'salem')
    const evil = { origin: 'https://evil.example' }
    const { email, password } = people.hind
    expect((await salem.post('/sign-in/email', { email, password }, evil)).status).toBe(403)
    expect((await salem.post('/sign-out', {}, evil)).status).toBe(403)
    const change = { currentPassword: people.salem.password, newPassword: 'a password of the attacker' }
    expect((await salem.post('/change-password', change, evil)).status).toBe(403)
    // A frame without an origin is no page of ours either.
    expect((await salem.post('/sign-out', {}, { origin: 'null' })).status).toBe(403)
    expect(await nameOf(salem)).toBe(people.salem.name)
  })

  test('what our pages do not use is shut: signing up, tokens, other accounts, other addresses', async () => {
    const salem = open()
    await enter(salem, 'salem')
    const shut = ['/sign-up/email', '/update-user', '/change-email', '/delete-user', '/link-social']
    const more = [
      '/two-factor/get-totp-uri',
      '/request-password-reset',
      '/revoke-session',
      '/verify-password',
    ]
    for (const path of [...shut, ...more]) expect((await salem.post(path)).status, path).toBe(404)
    for (const path of ['/list-sessions', '/get-session', '/error', '/callback/google'])
      expect((await salem.get(path)).status, path).toBe(404)
  })
})

describe('cookie flags', () => {
  test('no script reads the session, and no other site sends it with what it posts', async () => {
    const { setCookie } = await enter(open(), 'salem')
    expect(setCookie.length).toBeGreaterThan(0)
    for (const line of setCookie) expect(line).toMatch(/; HttpOnly.*; SameSite=(Lax|Strict)/i)
    expect(setCookie.join()).not.toMatch(/domain=/i)
  })

  test('behind https the session travels encrypted only', async () => {
    const who = open(secure.url)
    const { setCookie } = await who.post('/sign-in/email', people.salem, {
      origin: 'https://staff.sila.example',
    })
    expect(setCookie.length).toBeGreaterThan(0)
    for (const line of setCookie) expect(line).toMatch(/^__Host-sila\..*; Secure/i)
    expect(await nameOf(who)).toBe(people.salem.name)
  })
})

describe('a trusted device', () => {
  test('is none of ours: whoever says so with a code is asked for the next one all the same', async () => {
    const dalal = open()
    await enter(dalal, 'dalal')
    const { body } = await dalal.post('/two-factor/enable', { password: people.dalal.password })
    await dalal.post('/two-factor/verify-totp', { code: codeFor(body.totpURI), trustDevice: true })
    const later = open()
    await enter(later, 'dalal')
    for (const [path, code] of [
      ['/two-factor/verify-totp', codeFor(body.totpURI, 1)],
      ['/two-factor/verify-backup-code', body.backupCodes[0]],
    ] as const) {
      await enter(later, 'dalal')
      expect((await later.post(path, { code, trustDevice: true })).status).toBe(200)
      expect([...later.cookies.keys()]).not.toContain('sila.trust_device')
      later.cookies.delete('sila.session_token')
      expect((await enter(later, 'dalal')).body).toMatchObject({ twoFactorRedirect: true })
      expect(await nameOf(later)).toBeNull()
    }
    await api.sql(`delete from auth_two_factor`)
    await api.sql(`update auth_user set "twoFactorEnabled" = false`)
  })
})

describe('an open screen', () => {
  const list = '{ myAccount { passkeys { id } } }'

  test('alone takes no last passkey away; one of several goes, and the last with the password', async () => {
    const khalid = open()
    await enter(khalid, 'khalid')
    const [{ user_id: userId }] = await api.sql('select user_id from staff where id = $1', [
      api.idOf('khalid'),
    ])
    await givePasskey(api, userId)
    await givePasskey(api, userId)
    const held = async () => (await khalid.ask(list)).data.myAccount.passkeys as { id: string }[]
    const remove = (id = '', more = {}) => khalid.post('/passkey/delete-passkey', { id, ...more })
    const later = () => api.sql(`update auth_attempt set until = now() where key like 'removal:%'`)
    // Both at once, each of which is not the last.
    const both = await Promise.all((await held()).map(({ id }) => remove(id)))
    expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 429])
    const [last] = await held()
    for (const more of [{}, { password: 'not the password' }, { password: 7 }]) {
      await later()
      expect((await remove(last?.id, more)).status).toBeGreaterThanOrEqual(400)
    }
    expect(await held()).toEqual([last])
    await later()
    expect((await remove(last?.id, { password: people.khalid.password })).status).toBe(200)
    expect(await held()).toEqual([])
  })
})

describe('brute force', () => {
  test('of one password from one network is stopped, and all nodes count together', async () => {
    const second = await api.anotherNode()
    const attackers = [visitor(api.url, '203.0.113.77'), visitor(second, '203.0.113.77')]
    const guess = async (at: number) =>
      attackers[at % 2]?.post('/sign-in/email', { email: `nobody${at}@sila.example`, password: 'a guess' })
    expect((await guess(0))?.status).toBe(401)
    // 35 more within the same minute would take one here.
    await api.sql(`update auth_attempt set count = count + 35 where key like 'address:203.0.113.77|%'`)
    const replies = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(guess))
    const statuses = replies.map((reply) => reply?.status ?? 0).toSorted((one, other) => one - other)
    expect(statuses).toEqual([401, 401, 401, 401, 429, 429, 429, 429])
  })

  test('of one password from ever new networks is stopped for that address, and for no other', async () => {
    const statuses: number[] = []
    for (let guess = 0; guess < 20; guess += 5) {
      const tries = Array.from({ length: 5 }, (_, at) =>
        enter(open(), 'khalid', `guess number ${guess + at}`),
      )
      statuses.push(...(await Promise.all(tries)).map(({ status }) => status))
    }
    expect(statuses.filter((status) => status === 401)).toHaveLength(15)
    expect(statuses.filter((status) => status === 429)).toHaveLength(5)
    // The right one is not told from a wrong one while the pause lasts.
    expect((await enter(open(), 'khalid')).status).toBe(429)
    expect((await enter(open(), 'hind')).status).toBe(200)
  })

  test('of the code, in parallel and through ever new sign-ins: five are compared, then there is a pause', async () => {
    const huda = open()
    await enter(huda, 'huda')
    const { body } = await huda.post('/two-factor/enable', { password: people.huda.password })
    await huda.post('/two-factor/verify-totp', { code: codeFor(body.totpURI) })
    const attackers = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const who = open()
        const entered = await enter(who, 'huda')
        expect([entered.status, entered.body]).toMatchObject([200, { twoFactorRedirect: true }])
        return who
      }),
    )
    const right = codeFor(body.totpURI, 1)
    const wrong = Array.from({ length: 9 }, (_, at) => String(100_000 + at)).filter((code) => code !== right)
    const replies = await Promise.all(
      attackers.map((who, at) => who.post('/two-factor/verify-totp', { code: wrong[at] })),
    )
    expect(replies.filter(({ status }) => status === 401)).toHaveLength(5)
    expect(replies.filter(({ status }) => status === 429)).toHaveLength(3)
    // Recovery codes share the count, and even the right code has to wait.
    const last = open()
    await enter(last, 'huda')
    expect((await last.post('/two-factor/verify-totp', { code: right })).status).toBe(429)
    expect((await last.post('/two-factor/verify-backup-code', { code: body.backupCodes[0] })).status).toBe(
      429,
    )
    await api.sql(`update auth_attempt set until = now() where key like 'code:%' or key like 'used:%'`)
    expect((await last.post('/two-factor/verify-totp', { code: right })).status).toBe(200)
  })

  test('a forged network in the headers of a client is not believed', async () => {
    const who = open()
    const { email } = people.salem
    const body = { email, password: 'wrong once more' }
    await who.post('/sign-in/email', body, { 'x-sila-address': '192.0.2.1' })
    const rows = await api.sql(`select from auth_attempt where key like 'address:192.0.2.1%'`)
    expect(rows).toHaveLength(0)
  })
})

describe('open redirect', () => {
  test.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'a sign-in that would lead to %s leads nowhere',
    async (callbackURL) => {
      const { email, password } = people.salem
      const { status, headers } = await open().post('/sign-in/email', { email, password, callbackURL })
      expect(status).toBe(403)
      expect(headers.get('location')).toBeNull()
    },
  )
})

describe('user enumeration', () => {
  test('an address that nobody has, a wrong password and a disabled person get one answer', async () => {
    await api.sql('update staff set active = false where id = $1', [api.idOf('hind')])
    const replies = [
      await open().post('/sign-in/email', { email: 'nobody@sila.example', password: 'some password' }),
      await enter(open(), 'salem', 'some other password'),
      await enter(open(), 'hind'),
    ]
    await api.sql('update staff set active = true where id = $1', [api.idOf('hind')])
    const told = replies.map(({ status, body, setCookie }) => ({ status, body, setCookie }))
    expect(told[0]?.status).toBe(401)
    expect(told[1]).toEqual(told[0])
    expect(told[2]).toMatchObject({ status: 401, body: told[0]?.body })
    expect(replies[2]?.setCookie.join() ?? '').not.toContain('session_token=ey')
  })

  test('by time: an address that nobody has costs a hash as a wrong password does', async () => {
    await api.sql('delete from auth_attempt')
    const known: number[] = []
    const unknown: number[] = []
    for (let round = 0; round < 7; round += 1) {
      known.push(await timeOf(() => enter(open(), 'salem', 'some other password')))
      const body = { email: `ghost${round}@sila.example`, password: 'some other password' }
      unknown.push(await timeOf(() => open().post('/sign-in/email', body)))
    }
    // Without the hash the difference is more than tenfold.
    expect(middle(unknown) / middle(known)).toBeGreaterThan(0.4)
    expect(middle(unknown) / middle(known)).toBeLessThan(2.5)
  })
})

async function timeOf(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await act()
  return performance.now() - start
}

const middle = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

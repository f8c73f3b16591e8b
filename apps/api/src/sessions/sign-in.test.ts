import { describe, expect, test } from 'vitest'
import { useApi } from '../testing/api.ts'
import { people } from '../testing/people.ts'
import type { StaffName } from '../testing/people.ts'
import { codeFor, visitor } from '../testing/visitor.ts'
import type { Visitor } from '../testing/visitor.ts'

const api = useApi({ SILA_SECOND_FACTOR: '1' })
const me = '{ mustEnrol me { staff { name } permissions } }'

const open = (network?: string) => visitor(api.url, network)
const enter = (who: Visitor, name: StaffName, password: string = people[name].password) =>
  who.post('/sign-in/email', { email: people[name].email, password })

/** Signs in for the first time and sets up the app; the present code is spent on it. */
async function enrol(name: StaffName) {
  const who = open()
  await enter(who, name)
  const { body } = await who.post('/two-factor/enable', { password: people[name].password })
  const verified = await who.post('/two-factor/verify-totp', { code: codeFor(body.totpURI) })
  expect(verified.status).toBe(200)
  return { who, uri: body.totpURI as string, recovery: body.backupCodes as string[] }
}

describe('where a second factor is demanded', () => {
  test('whoever has none is led to set one up, and nothing else is answered until then', async () => {
    const salem = open()
    expect((await enter(salem, 'salem')).status).toBe(200)
    expect((await salem.ask(me)).data).toEqual({ mustEnrol: true, me: null })
    const refused = await salem.ask('{ staff { name } myAccount { totp } }')
    expect(refused.errors?.map((each) => each.extensions?.['code'])).toEqual(['UNAUTHENTICATED'])

    const { body } = await salem.post('/two-factor/enable', { password: people.salem.password })
    expect(body.backupCodes).toHaveLength(10)
    expect((await salem.ask(me)).data.mustEnrol).toBe(true)
    await salem.post('/two-factor/verify-totp', { code: codeFor(body.totpURI) })
    expect((await salem.ask(me)).data).toMatchObject({
      mustEnrol: false,
      me: { staff: { name: people.salem.name } },
    })
  })

  test('the password alone opens nothing; with the code of the app it does', async () => {
    const { uri } = await enrol('hind')
    const hind = open()
    expect((await enter(hind, 'hind')).body).toEqual({ twoFactorRedirect: true, twoFactorMethods: ['totp'] })
    expect(hind.cookies.has('sila.session_token')).toBe(false)
    expect((await hind.ask(me)).data).toEqual({ mustEnrol: false, me: null })
    // As some apps show it and some keyboards write it.
    const arabic = codeFor(uri, 1).replaceAll(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'.charAt(Number(digit)))
    const spoken = `${arabic.slice(0, 3)} ${arabic.slice(3)}`
    expect((await hind.post('/two-factor/verify-totp', { code: spoken })).status).toBe(200)
    expect((await hind.ask(me)).data.me.staff.name).toBe(people.hind.name)
  })

  test('a recovery code opens the door once, and a replayed one never again', async () => {
    const { recovery } = await enrol('khalid')
    const [code] = recovery
    const first = open()
    await enter(first, 'khalid')
    expect((await first.post('/two-factor/verify-backup-code', { code })).status).toBe(200)
    const second = open()
    await enter(second, 'khalid')
    expect((await second.post('/two-factor/verify-backup-code', { code })).status).toBe(401)
    expect((await second.ask(me)).data.me).toBeNull()
  })

  test('a replayed recovery code opens one door of five that are tried at once', async () => {
    const { recovery } = await enrol('admin')
    const doors = await Promise.all(
      Array.from({ length: 5 }, async () => {
        const who = open()
        await enter(who, 'admin')
        return who
      }),
    )
    const replies = await Promise.all(
      doors.map((who) => who.post('/two-factor/verify-backup-code', { code: recovery[0] })),
    )
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  test('a replayed code of the app is refused though it is still good', async () => {
    const { uri } = await enrol('huda')
    const code = codeFor(uri, 1)
    const huda = open()
    await enter(huda, 'huda')
    expect((await huda.post('/two-factor/verify-totp', { code })).status).toBe(200)
    const thief = open('203.0.113.9')
    await enter(thief, 'huda')
    expect((await thief.post('/two-factor/verify-totp', { code })).status).toBe(401)
    expect((await thief.ask(me)).data.me).toBeNull()
  })

  test('whoever has a passkey alone is let in by the passkey alone, not by the password', async () => {
    // A session of a thief who knows the password, opened before there was any second factor.
    const thief = open('203.0.113.10')
    await enter(thief, 'dalal')
    expect((await thief.ask(me)).data.mustEnrol).toBe(true)
    await api.sql(
      `insert into auth_passkey (id, "publicKey", "userId", "credentialID", counter, "deviceType", "backedUp")
        select 'key', 'key', user_id, 'key', 0, 'singleDevice', false from staff where id = $1`,
      [api.idOf('dalal')],
    )
    const { status, body } = await enter(open(), 'dalal')
    expect([status, body.code]).toEqual([403, 'PASSKEY_NEEDED'])
    await expect.poll(async () => (await thief.ask(me)).data).toEqual({ mustEnrol: false, me: null })
    await api.sql(`delete from auth_passkey where id = 'key'`)
  })

  test('setting one up ends what was opened without it', async () => {
    const thief = open('203.0.113.11')
    await enter(thief, 'dalal')
    const { who } = await enrol('dalal')
    expect((await who.ask(me)).data.me.staff.name).toBe(people.dalal.name)
    expect((await thief.post('/two-factor/disable', { password: people.dalal.password })).status).toBe(401)
    expect((await thief.ask(me)).data).toEqual({ mustEnrol: false, me: null })
  })
})

import { createClient } from 'graphql-ws'
import { afterEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { key, useApi } from '../testing/api.ts'
import type { Answer } from '../testing/api.ts'
import { people } from '../testing/people.ts'
import type { StaffName } from '../testing/people.ts'
import { codeFor, visitor } from '../testing/visitor.ts'
import type { Visitor } from '../testing/visitor.ts'
import { ofHouse } from '../walls/actor.ts'

const api = useApi()
const me = '{ me { staff { name } } }'
const feed = 'subscription { interactionFeed { cursor event } }'

const enter = (who: Visitor, name: StaffName) =>
  who.post('/sign-in/email', { email: people[name].email, password: people[name].password })
async function signedIn(name: StaffName, url = api.url): Promise<Visitor> {
  const who = visitor(url)
  expect((await enter(who, name)).status).toBe(200)
  return who
}
const isIn = async (who: Visitor) => (await who.ask(me)).data.me !== null

const act = (name: string, type = 'StaffAccountPayload') =>
  `mutation ($id: ID!, $input: AccountActInput!) { ${name}(id: $id, input: $input) { problems { code } account { ${
    type === 'StaffAccountPayload' ? 'active totp passkeys sessions' : 'totp sessions { id current }'
  } } } }`
const on = async (who: Visitor, name: string, id: string, clientMutationId = key()) =>
  who.ask(act(name), { id, input: { clientMutationId } })
const eventsOf = (name: StaffName) =>
  api.sql('select type, actor_id from event where aggregate_id = $1 order by id', [api.idOf(name)])

/** Holds up the acts of those who keep the house, until this one waits for it and the other has been done. */
async function whileKeepersWait(act: () => Promise<Answer>, other: string): Promise<Answer> {
  const { pool } = ofHouse(api.house)
  const client = await pool.connect()
  await client.query('begin')
  await client.query(`select pg_advisory_xact_lock(hashtext('sila keepers'))`)
  const waiting = act()
  const held = `select count(*)::int as n from pg_locks where locktype = 'advisory' and not granted
    and database = (select oid from pg_database where datname = current_database())`
  await expect.poll(async () => (await api.sql(held))[0].n, { timeout: 5000 }).toBe(1)
  await client.query(other)
  await client.query('commit')
  client.release()
  return waiting
}

afterEach(async () => {
  await api.sql('update staff set active = true')
  api.house.directory.forget()
})

describe('an administrator', () => {
  test('disables a colleague, who is out on every device, and enables them again', async () => {
    const admin = await signedIn('admin')
    const devices = [await signedIn('salem'), await signedIn('salem')]
    const before = (await eventsOf('salem')).length
    const clientMutationId = key()
    const { data } = await on(admin, 'staffDisable', api.idOf('salem'), clientMutationId)
    expect(data.staffDisable).toEqual({
      problems: [],
      account: { active: false, totp: false, passkeys: 0, sessions: 0 },
    })
    expect(await Promise.all(devices.map(isIn))).toEqual([false, false])
    const again = visitor(api.url)
    expect((await enter(again, 'salem')).status).toBe(401)
    expect(await isIn(again)).toBe(false)

    // Sent once more by a shaky line it does nothing.
    await on(admin, 'staffDisable', api.idOf('salem'), clientMutationId)
    await on(admin, 'staffEnable', api.idOf('salem'))
    expect(await isIn(await signedIn('salem'))).toBe(true)
    expect(await Promise.all(devices.map(isIn))).toEqual([false, false])
    expect((await eventsOf('salem')).slice(before)).toEqual([
      { type: 'staff.disabled', actor_id: api.idOf('admin') },
      { type: 'staff.enabled', actor_id: api.idOf('admin') },
    ])
  })

  test('never locks the house from inside: neither themself nor the last administrator', async () => {
    const admin = await signedIn('admin')
    const own = await on(admin, 'staffDisable', api.idOf('admin'))
    expect(own.data.staffDisable.problems).toEqual([{ code: 'OWN_ACCOUNT' }])
    const reset = await on(admin, 'staffResetSecondFactor', api.idOf('admin'))
    expect(reset.data.staffResetSecondFactor.problems).toEqual([{ code: 'OWN_ACCOUNT' }])
  })

  test('and another who disable each other at once do not leave the house without one', async () => {
    await api.sql(`update staff set role = 'ADMINISTRATOR' where id = $1`, [api.idOf('khalid')])
    api.house.directory.forget()
    const [admin, khalid] = [await signedIn('admin'), await signedIn('khalid')]
    const outcomes = await Promise.all([
      on(admin, 'staffDisable', api.idOf('khalid')),
      on(khalid, 'staffDisable', api.idOf('admin')),
    ])
    const left = await api.sql(`select from staff where role = 'ADMINISTRATOR' and active`)
    await api.sql(`update staff set role = 'SUPERVISOR' where id = $1`, [api.idOf('khalid')])
    expect(left).toHaveLength(1)
    expect(outcomes.filter(({ data }) => data?.staffDisable?.problems.length === 0)).toHaveLength(1)
  })

  test.each(['staffDisable', 'staffEnable', 'staffEndSessions', 'staffResetSecondFactor'])(
    'who was disabled while their act waited for another does it no more: %s',
    async (name) => {
      await api.sql(`update staff set role = 'ADMINISTRATOR' where id = $1`, [api.idOf('khalid')])
      api.house.directory.forget()
      const khalid = await signedIn('khalid')
      const hind = await signedIn('hind')
      const answer = await whileKeepersWait(
        () => on(khalid, name, api.idOf('hind')),
        `update staff set active = false where id = '${api.idOf('khalid')}'`,
      )
      await api.sql(`update staff set role = 'SUPERVISOR' where id = $1`, [api.idOf('khalid')])
      expect(answer.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN')
      expect(await isIn(hind)).toBe(true)
    },
  )

  test('resets a lost second factor without ever reading it', async () => {
    const hind = await signedIn('hind')
    const { body } = await hind.post('/two-factor/enable', { password: people.hind.password })
    await hind.post('/two-factor/verify-totp', { code: codeFor(body.totpURI) })
    const admin = await signedIn('admin')
    const list = await admin.ask('{ staffAccounts { staff { name } totp passkeys sessions signedInAt } }')
    expect(list.data.staffAccounts).toContainEqual(
      expect.objectContaining({ staff: { name: people.hind.name }, totp: true, sessions: 1 }),
    )
    expect(JSON.stringify(list)).not.toMatch(new RegExp([...body.backupCodes, 'secret'].join('|'), 'i'))
    const { data } = await on(admin, 'staffResetSecondFactor', api.idOf('hind'))
    expect(data.staffResetSecondFactor.account).toMatchObject({ totp: false, passkeys: 0, sessions: 0 })
    expect(await isIn(hind)).toBe(false)
    expect(await isIn(await signedIn('hind'))).toBe(true)
  })

  test('is nobody else: no other role lists accounts or acts on them', async () => {
    for (const name of ['salem', 'khalid', 'huda'] as const) {
      const who = await signedIn(name)
      const list = await who.ask('{ staffAccounts { id } }')
      expect(list.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN')
      for (const mutation of ['staffDisable', 'staffEnable', 'staffEndSessions', 'staffResetSecondFactor']) {
        const { errors } = await on(who, mutation, api.idOf('hind'))
        expect(errors?.[0]?.extensions?.['code'], mutation).toBe('FORBIDDEN')
      }
    }
  })
})

describe("one's own account", () => {
  test('shows where one is signed in, ends one place or all others, and never those of a colleague', async () => {
    await api.sql('delete from auth_session')
    const [here, there, third] = [await signedIn('salem'), await signedIn('salem'), await signedIn('salem')]
    const query = '{ myAccount { totp passkeys { id } sessions { id current userAgent startedAt endsAt } } }'
    const places = (await here.ask(query)).data.myAccount.sessions
    expect(places.map(({ current }: { current: boolean }) => current)).toEqual([true, false, false])
    const theirs = (await there.ask(query)).data.myAccount.sessions[0].id

    const hind = await signedIn('hind')
    const stolen = await hind.ask(act('accountEndSession', 'MyAccountPayload'), {
      id: theirs,
      input: { clientMutationId: key() },
    })
    expect(stolen.errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND')
    expect(await isIn(there)).toBe(true)

    await here.ask(act('accountEndSession', 'MyAccountPayload'), {
      id: theirs,
      input: { clientMutationId: key() },
    })
    expect([await isIn(here), await isIn(there), await isIn(third)]).toEqual([true, false, true])
    const others = `mutation ($input: AccountActInput!) { accountEndOtherSessions(input: $input) { account { sessions { current } } } }`
    const { data } = await here.ask(others, { input: { clientMutationId: key() } })
    expect(data.accountEndOtherSessions.account.sessions).toEqual([{ current: true }])
    expect([await isIn(here), await isIn(third), await isIn(hind)]).toEqual([true, false, true])
  })

  test('takes a new password only for the old one, and whoever was in by the old one is out', async () => {
    const [here, there] = [await signedIn('huda'), await signedIn('huda')]
    const newPassword = 'huda-counts-them-anew'
    const wrong = await here.post('/change-password', { currentPassword: 'a guess of it', newPassword })
    expect(wrong.status).toBe(400)
    const { password: currentPassword } = people.huda
    expect((await here.post('/change-password', { currentPassword, newPassword })).status).toBe(200)
    expect([await isIn(here), await isIn(there)]).toEqual([true, false])
    await here.post('/change-password', { currentPassword: newPassword, newPassword: currentPassword })
  })

  test('an open screen alone adds no passkey: the password is asked', async () => {
    const salem = await signedIn('salem')
    await salem.get('/passkey/generate-register-options')
    const { status, body } = await salem.post('/passkey/verify-registration', {
      response: {},
      password: 'a guess',
    })
    expect([status, body.code]).toEqual([400, 'INVALID_PASSWORD'])
  })
})

/** Follows the inbox and notes when each event came, while somebody submits all the time. */
async function underFire(who: Visitor, url: string) {
  const heard: number[] = []
  let closed: number | undefined
  const cookie = [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: class extends WebSocket {
      constructor(address: string, protocols: string[]) {
        super(address, protocols, { headers: { cookie } })
      }
    },
    retryAttempts: 0,
    on: { closed: (event: any) => (closed = event.code) },
  })
  const done = (async () => {
    for await (const _ of client.iterate({ query: feed })) heard.push(Date.now())
  })().catch(() => undefined)
  const input = () => ({
    ...{ clientMutationId: key(), kind: 'INQUIRY', text: 'متى تفتحون؟', language: 'ar', anonymous: true },
  })
  let on = true
  const submit = `mutation ($input: InteractionSubmitInput!) { interactionSubmit(input: $input) { problems { code } } }`
  const fire = (async () => {
    while (on) {
      await api.guest.ask(submit, { input: input() })
      await new Promise((resolve) => setTimeout(resolve, 30))
    }
  })()
  await expect.poll(() => heard.length, { timeout: 20_000 }).toBeGreaterThan(3)
  return {
    heard,
    closeCode: () => closed,
    async end() {
      on = false
      await fire
      await client.dispose()
      await done
    },
  }
}

describe('revocation: no live event is delivered a second later, while events go on', () => {
  const node = { second: '' }
  const disable = async () => void (await on(await signedIn('admin'), 'staffDisable', api.idOf('salem')))
  const revocations: [string, number, () => Promise<unknown>][] = [
    ['disabled by an administrator', 4401, disable],
    [
      'signed out everywhere by an administrator',
      4401,
      async () => on(await signedIn('admin'), 'staffEndSessions', api.idOf('salem')),
    ],
    ['ended in the database itself, without any bell', 4401, () => api.sql('delete from auth_session')],
    [
      'given another role, without any bell',
      4403,
      () => api.sql(`update staff set role = 'ANALYST' where id = $1`, [api.idOf('salem')]),
    ],
  ]
  test.each(revocations)('%s', async (_how, code, revoke) => {
    node.second ||= await api.anotherNode()
    for (const url of [api.url, node.second]) {
      await api.sql(`update staff set role = 'OFFICER', active = true where id = $1`, [api.idOf('salem')])
      api.house.directory.forget()
      // The other node keeps what it knows of the staff for a second.
      await new Promise((resolve) => setTimeout(resolve, 1100))
      const line = await underFire(await signedIn('salem', url), url)
      await revoke()
      const revoked = Date.now()
      await new Promise((resolve) => setTimeout(resolve, 2500))
      // The feed may end a moment before the line does; then the client itself hangs up.
      const closed = line.closeCode()
      await line.end()
      expect(line.heard.filter((at) => at > revoked + 1000)).toEqual([])
      expect([code, 1000]).toContain(closed)
    }
    await api.sql(`update staff set role = 'OFFICER' where id = $1`, [api.idOf('salem')])
  })
})

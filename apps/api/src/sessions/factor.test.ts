import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { key, useApi } from '../testing/api.ts'
import { newDevice } from '../testing/passkey.ts'
import { people } from '../testing/people.ts'
import type { StaffName } from '../testing/people.ts'
import { codeFor, visitor } from '../testing/visitor.ts'
import type { Visitor } from '../testing/visitor.ts'

const api = useApi({ SILA_SECOND_FACTOR: '1' })
const submit = `mutation ($input: InteractionSubmitInput!) { interactionSubmit(input: $input) { problems { code } } }`
const me = '{ mustEnrol me { staff { name } } }'
const feed = 'subscription { interactionFeed { cursor interaction { preview } } }'

/** Signs in by the password, for the first time, and has no second factor yet. */
async function entered(name: StaffName, password: string = people[name].password) {
  const who = visitor(api.url)
  const { body } = await who.post('/sign-in/email', { email: people[name].email, password })
  return { who, refused: body.code }
}

async function addPasskey(who: Visitor, password: string) {
  const { body: options } = await who.get('/passkey/generate-register-options')
  const response = newDevice().device.register(options, api.url)
  expect((await who.post('/passkey/verify-registration', { response, password })).status).toBe(200)
}
const nameOf = async (who: Visitor) => (await who.ask(me)).data.me?.staff.name

/** A live line of this browser, word by word. */
async function openLine(who: Visitor) {
  const cookie = [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const line = new WebSocket(`${api.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    headers: { cookie },
  })
  const heard: string[] = []
  line.on('message', (data: Buffer) => heard.push(String(data)))
  let closed: number | undefined
  line.once('close', (code) => (closed = code))
  await new Promise((resolve) => line.once('open', resolve))
  const say = (message: object) => line.send(JSON.stringify(message))
  say({ type: 'connection_init' })
  const hears = (word: string) => expect.poll(() => heard.join(), { timeout: 5000 }).toContain(word)
  await hears('connection_ack')
  return {
    code: () => closed,
    heard,
    hears,
    follow: () => say({ id: '1', type: 'subscribe', payload: { query: feed } }),
  }
}

test('token expiry during a subscription: a line from before there was a second factor is cut with its session too', async () => {
  const { who } = await entered('khalid')
  // Whoever must set one up is a guest so far; the line stays open while they do, and so does the session.
  const line = await openLine(who)
  await addPasskey(who, people.khalid.password)
  expect(await nameOf(who)).toBe(people.khalid.name)
  line.follow()
  await line.hears('cursor')

  await api.sql('delete from auth_session')
  await expect.poll(line.code, { timeout: 5000 }).toBe(4401)
  const input = { clientMutationId: key(), kind: 'INQUIRY', language: 'en', anonymous: true }
  await api.guest.ask(submit, { input: { ...input, text: 'after its end' } })
  expect(line.heard.join()).not.toContain('after its end')
})

test('a new password leaves whoever sets it signed in by the factor that they have shown, and opens nothing by itself', async () => {
  const newPassword = 'another one, as long'
  const { who: salem } = await entered('salem')
  const { password } = people.salem
  const { body } = await salem.post('/two-factor/enable', { password })
  await salem.post('/two-factor/verify-totp', { code: codeFor(body.totpURI) })
  const changed = await salem.post('/change-password', { currentPassword: password, newPassword })
  expect(changed.status).toBe(200)
  expect(await nameOf(salem)).toBe(people.salem.name)

  const { who: hind } = await entered('hind')
  const { password: currentPassword } = people.hind
  await addPasskey(hind, currentPassword)
  expect((await hind.post('/change-password', { currentPassword, newPassword })).status).toBe(200)
  expect(await nameOf(hind)).toBe(people.hind.name)
  expect((await entered('hind', newPassword)).refused).toBe('PASSKEY_NEEDED')

  // Who has shown none has shown none afterwards either.
  const { who: dalal } = await entered('dalal')
  await dalal.post('/change-password', { currentPassword: people.dalal.password, newPassword })
  expect((await dalal.ask(me)).data).toEqual({ mustEnrol: true, me: null })
})

import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { codeMessage } from '@sila/domain/code-message'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { useApi } from '../testing/api.ts'
import { makeDevice } from '../testing/device.ts'
import { askCode, becomeKnown } from '../testing/proving.ts'
import { byMail, bySms, makeCarriers } from './carriers.ts'
import { deliver } from './index.ts'

const api = useApi()
const stops: (() => unknown)[] = []
afterAll(() => Promise.all(stops.map((stop) => stop())))
let number = 0

/** A message in the outbox, to a phone or a mailbox that is known. */
async function posted(channel: 'SMS' | 'EMAIL'): Promise<{ id: string; code: string }> {
  number += 1
  const address = channel === 'SMS' ? `05512380${10 + number}` : `outbox${number}@example.com`
  await becomeKnown(api, {
    name: 'Reads Mail',
    ...(channel === 'SMS' ? { phone: address } : { email: address }),
  })
  const { data } = await makeDevice(() => api.url, { language: 'bn' }).ask(askCode, { address })
  const [row] = await api.sql(`select id from outbox where code_id = $1`, [data.codeAsk.ticket])
  return { id: row.id, code: api.house.keys.oneTimeCode(data.codeAsk.ticket) }
}

const stateOf = async (id: string) =>
  (await api.sql(`select state, reason, sent_at is not null as sent from outbox where id = $1`, [id]))[0]

/** A provider of text messages that answers as it is told, and keeps what it was given. */
async function provider(status: () => number) {
  const got: { headers: Record<string, unknown>; body: any }[] = []
  const server: Server = createServer((request, response) => {
    let text = ''
    request.on('data', (part: Buffer) => (text += part.toString()))
    request.on('end', () => {
      got.push({ headers: request.headers, body: JSON.parse(text) })
      if (status() === 0) request.socket.destroy()
      else response.writeHead(status()).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stop = () => new Promise<unknown>((resolve) => server.close(resolve))
  stops.push(stop)
  return { got, stop, url: `http://127.0.0.1:${portOf(server.address())}/send` }
}

const portOf = (address: unknown) => (address as AddressInfo).port

beforeEach(() => void (api.house.carriers = makeCarriers({ post: {}, demo: true })))

test('killed between two writes: where its words cannot be made it is kept, and sent when they can', async () => {
  const { got, url } = await provider(() => 202)
  api.house.carriers.SMS = bySms(url, 'a token')
  const { id } = await posted('SMS')
  await api.sql('alter table association rename to association_away')
  await expect(deliver(api.house, id)).rejects.toThrow()
  await api.sql('alter table association_away rename to association')
  expect(await stateOf(id)).toEqual({ state: 'INTENT', reason: null, sent: false })
  await deliver(api.house, id)
  expect(got).toHaveLength(1)
})

test('a text message goes to the provider once, in the language of the page, and no code stands in the database', async () => {
  const { got, url } = await provider(() => 202)
  api.house.carriers.SMS = bySms(url, 'a token')
  const { id, code } = await posted('SMS')
  await deliver(api.house, id)
  await deliver(api.house, id)
  expect(got).toHaveLength(1)
  expect(got[0]?.headers).toMatchObject({ 'idempotency-key': id, authorization: 'Bearer a token' })
  const [{ name }] = await api.sql(`select name from association`)
  const { text } = codeMessage('bn', { code, association: name.bn ?? name.en, minutes: 10 })
  expect(got[0]?.body).toEqual({ id, to: expect.stringMatching(/^\+96655/), text, language: 'bn' })
  expect(await stateOf(id)).toEqual({ state: 'SENT', reason: null, sent: true })
  const everything = await api.sql(
    `select to_jsonb(o) as row from outbox o union all select to_jsonb(c) from one_time_code c`,
  )
  expect(JSON.stringify(everything)).not.toContain(`"${code}"`)
})

test('a message whose fate nobody knows is never sent again by itself', async () => {
  const { got, url } = await provider(() => 0)
  api.house.carriers.SMS = bySms(url)
  const { id } = await posted('SMS')
  await deliver(api.house, id)
  expect((await stateOf(id)).state).toBe('UNKNOWN')
  await deliver(api.house, id)
  expect(got).toHaveLength(1)
})

test('a message that was in hand when the process died is not sent again either', async () => {
  const { got, url } = await provider(() => 200)
  api.house.carriers.SMS = bySms(url)
  const { id } = await posted('SMS')
  await api.sql(`update outbox set state = 'UNKNOWN' where id = $1`, [id])
  await deliver(api.house, id)
  expect(got).toHaveLength(0)
})

test('what surely did not leave is tried again; what is refused is not', async () => {
  const { id } = await posted('SMS')
  const gone = await provider(() => 200)
  await gone.stop()
  api.house.carriers.SMS = bySms(gone.url)
  await expect(deliver(api.house, id)).rejects.toThrow('not sent')
  expect(await stateOf(id)).toEqual({ state: 'INTENT', reason: 'ECONNREFUSED', sent: false })
  const { got, url } = await provider(() => 400)
  api.house.carriers.SMS = bySms(url)
  await deliver(api.house, id)
  await deliver(api.house, id)
  expect(got).toHaveLength(1)
  expect(await stateOf(id)).toEqual({ state: 'REFUSED', reason: 'SMS_400', sent: false })
})

test('an e-mail goes by SMTP; a server that says no for ever is not asked again', async () => {
  const letters: string[] = []
  let refuse = false
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_to, _session, done) =>
      done(refuse ? Object.assign(new Error('no such mailbox'), { responseCode: 550 }) : undefined),
    onData(stream, _session, done) {
      let text = ''
      stream.on('data', (part: Buffer) => (text += part.toString()))
      stream.on('end', () => {
        letters.push(text)
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stops.push(() => new Promise<void>((resolve) => server.close(resolve)))
  const url = `smtp://127.0.0.1:${portOf(server.server.address())}`
  api.house.carriers.EMAIL = byMail(url, 'Sila <no-reply@sila.example>')
  const { id, code } = await posted('EMAIL')
  await deliver(api.house, id)
  expect(letters).toHaveLength(1)
  expect(letters[0]).toMatch(/^To: outbox\d+@example\.com\r$/m)
  expect(letters[0]).toMatch(/^From: Sila <no-reply@sila\.example>\r$/m)
  expect(letters[0]).toContain(code)
  expect((await stateOf(id)).state).toBe('SENT')
  refuse = true
  const other = await posted('EMAIL')
  await deliver(api.house, other.id)
  expect(await stateOf(other.id)).toMatchObject({ state: 'REFUSED', reason: 'SMTP_550' })
})

test('without a carrier nothing is pretended', async () => {
  api.house.carriers = makeCarriers({ post: {}, demo: false })
  const { id } = await posted('SMS')
  await deliver(api.house, id)
  expect(await stateOf(id)).toMatchObject({ state: 'REFUSED', reason: 'NO_CARRIER' })
})

test('the demonstration shows developers what a phone would show, and only what it does not really send', async () => {
  const sms = await posted('SMS')
  await deliver(api.house, sms.id)
  const shown = async () => (await (await fetch(`${api.url}/api/demo/outbox`)).json()).messages
  expect((await shown())[0]).toMatchObject({
    channel: 'SMS',
    state: 'CONFIRMED',
    text: expect.stringContaining(sms.code),
  })
  const { url } = await provider(() => 200)
  api.house.carriers.SMS = bySms(url)
  expect((await shown()).filter(({ channel }: { channel: string }) => channel === 'SMS')).toEqual([])
})

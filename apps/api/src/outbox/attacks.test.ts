import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { key, useApi } from '../testing/api.ts'
import { makeDevice } from '../testing/device.ts'
import { askCode, becomeKnown, deliverAll } from '../testing/proving.ts'
import { byMail } from './carriers.ts'

const api = useApi()
const from = 'Sila <no-reply@sila.example>'
type Got = { from: string; to: string[]; head: string; body: string }
const letters: Got[] = []

/** A mail server that keeps what it is handed. */
const server = new SMTPServer({
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData(stream, { envelope }, done) {
    let text = ''
    stream.on('data', (part: Buffer) => (text += part.toString()))
    stream.on('end', () => {
      const [head = '', ...body] = text.split('\r\n\r\n')
      const sender = envelope.mailFrom ? envelope.mailFrom.address : ''
      letters.push({
        from: sender,
        to: envelope.rcptTo.map(({ address }) => address),
        head,
        body: body.join('\r\n\r\n'),
      })
      done()
    })
  },
})
let url = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  api.house.carriers.EMAIL = byMail(url, from)
})
afterAll(() => new Promise<void>((resolve) => server.close(resolve)))
beforeEach(() => void letters.splice(0))

const heads = (head: string) =>
  head
    .replaceAll(/\r\n[ \t]+/gu, ' ')
    .split('\r\n')
    .map((line) => line.split(':')[0]?.toLowerCase())

describe('header injection', () => {
  test.each([
    ['a line more', 'victim@example.com\r\nBcc: everybody@example.com'],
    ['a folded line', 'victim@example.com\n\tBcc: everybody@example.com'],
    ['two addresses', 'victim@example.com, everybody@example.com'],
    ['an address in brackets', 'Victim <victim@example.com>'],
    ['an address that names another', '"everybody@example.com" victim@example.com'],
    ['a group', 'all: victim@example.com, everybody@example.com;'],
    ['U+2028', 'victim@example.com\u2028Bcc: everybody@example.com'],
  ])('%s in an address sends nothing to anybody', async (_what, address) => {
    await becomeKnown(api, { name: 'Victim', email: 'victim@example.com' })
    await makeDevice(() => api.url).ask(askCode, { address })
    await deliverAll(api)
    expect(letters.flatMap(({ to }) => to)).not.toContain('everybody@example.com')
    for (const { head } of letters) expect(heads(head)).not.toContain('bcc')
  })

  test('nothing that a letter is made of becomes a line of its head or a second recipient', async () => {
    const send = byMail(url, from)
    await send({
      ...{ id: key(), to: 'one@example.com', language: 'en\r\nX-Evil: 1' },
      ...{
        subject: 'A code\r\nBcc: everybody@example.com\r\n\r\nAnother body',
        text: 'One\r\n.\r\nRCPT TO:<x@example.com>',
      },
    })
    expect(letters).toHaveLength(1)
    expect(letters[0]?.to).toEqual(['one@example.com'])
    expect(heads(letters[0]?.head ?? '')).not.toContain('bcc')
    expect(heads(letters[0]?.head ?? '')).not.toContain('x-evil')
  })

  test('the name of the association, which stands in the subject, adds none either', async () => {
    const [{ name }] = await api.sql('select name from association')
    await api.sql(`update association set name = $1`, [
      JSON.stringify({ en: 'Ours\r\nBcc: everybody@example.com' }),
    ])
    await becomeKnown(api, { name: 'Reader', email: 'reader@example.com' })
    await makeDevice(() => api.url).ask(askCode, { address: 'reader@example.com' })
    await deliverAll(api)
    await api.sql(`update association set name = $1`, [JSON.stringify(name)])
    expect(letters.map(({ to }) => to)).toEqual([['reader@example.com']])
    expect(heads(letters[0]?.head ?? '')).not.toContain('bcc')
  })
})

describe('mail loops', () => {
  test('every letter says that a machine wrote it, and no mailbox gets more than five a day', async () => {
    await becomeKnown(api, { name: 'On Holiday', email: 'holiday@example.com' })
    for (let turn = 0; turn < 8; turn++) {
      await makeDevice(() => api.url).ask(askCode, { address: 'holiday@example.com' })
      await deliverAll(api)
    }
    expect(letters.length).toBeGreaterThan(0)
    expect(letters.length).toBeLessThanOrEqual(5)
    for (const { head } of letters) expect(head).toMatch(/^Auto-Submitted: auto-generated\r?$/imu)
  })

  test('nobody makes the house write to itself', async () => {
    await makeDevice(() => api.url).ask(askCode, { address: 'no-reply@sila.example' })
    await deliverAll(api)
    expect(letters).toEqual([])
  })
})

describe('spoofed sender', () => {
  test('every letter comes from the one address of the house, in its head and on its way, whoever asked', async () => {
    await becomeKnown(api, { name: 'From: boss@example.com', email: 'boss@example.com' })
    await makeDevice(() => api.url).ask(askCode, { address: 'boss@example.com' })
    await deliverAll(api)
    expect(letters).toHaveLength(1)
    expect(letters[0]?.from).toBe('no-reply@sila.example')
    expect(letters[0]?.head).toMatch(/^From: Sila <no-reply@sila\.example>\r?$/imu)
    expect(heads(letters[0]?.head ?? '')).not.toContain('reply-to')
  })

  test('whoever writes under the phone and name of another learns nothing of them', async () => {
    const victim = { name: 'Maryam Known', phone: '0551248001' }
    const first = await becomeKnown(api, victim, 'The first question, which is private.')
    const forged = await becomeKnown(api, victim, 'The second one.')
    const { data } = await api.guest.ask(
      `query ($reference: String!, $secret: String!) { mine { number } tracked(reference: $reference, secret: $secret) { reference entries(first: 50) { nodes { text } } } }`,
      forged,
    )
    expect(data.mine).toBeNull()
    expect(JSON.stringify(data)).not.toContain('private')
    expect(JSON.stringify(data)).not.toContain(first.reference)
    const other = await api.guest.ask(
      `query ($reference: String!, $secret: String!) { tracked(reference: $reference, secret: $secret) { reference } }`,
      { reference: first.reference, secret: forged.secret },
    )
    expect(other.data.tracked).toBeNull()
  })
})

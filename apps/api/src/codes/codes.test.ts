import { expect, test } from 'vitest'
import { codeRules } from '@sila/domain/code'
import { useApi } from '../testing/api.ts'
import { makeDevice } from '../testing/device.ts'
import {
  askCode,
  becomeKnown,
  codeThatCame,
  deliverAll,
  proveCode,
  provenDevice,
} from '../testing/proving.ts'

const api = useApi({ SILA_GUEST_LIMITS: '1' })
const device = (from?: string) => makeDevice(() => api.url, from ? { from } : {})
const wrong = { mine: null, problems: [{ field: 'code', code: 'CODE_WRONG' }] }

async function ticketFor(address: string): Promise<string> {
  const { data } = await device().ask(askCode, { address })
  expect(data.codeAsk.problems).toEqual([])
  return data.codeAsk.ticket
}

test('a phone is proven by its code, in whatever digits, and a cookie that no script reads opens one record', async () => {
  await becomeKnown(api, { name: 'Maryam Bibi', phone: '0551234001' })
  const phone = device()
  const { data } = await phone.ask(askCode, { address: '٠٥٥١٢٣٤٠٠١' })
  const code = await codeThatCame(api, data.codeAsk.ticket)
  expect(code).toMatch(/^\d{6}$/)
  const typed = [...(code ?? '')].map((digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]).join('')
  const proof = await phone.ask(proveCode, { input: { ticket: data.codeAsk.ticket, code: typed } })
  expect(proof.data.codeProve).toEqual({
    mine: { number: expect.stringMatching(/^B-/), name: 'Maryam Bibi' },
    problems: [],
  })
  expect(phone.lines[0]).toMatch(/^sila\.mine=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
  const [session] = await api.sql(`select token_hash from beneficiary_session`)
  expect(String(session.token_hash)).not.toContain(phone.token())
})

test('OTP guessing: of 1,000 guesses at once at most five are compared, and then the right one is worth nothing', async () => {
  await becomeKnown(api, { name: 'Noor Jahan', phone: '0551234002' })
  const ticket = await ticketFor('0551234002')
  const right = (await codeThatCame(api, ticket)) ?? ''
  const guesses = Array.from({ length: 1000 }, (_, index) => String(index).padStart(6, '0')).filter(
    (guess) => guess !== right,
  )
  const thief = device()
  const answers = await Promise.all(guesses.map((code) => thief.ask(proveCode, { input: { ticket, code } })))
  for (const { data } of answers) expect(data.codeProve).toEqual(wrong)
  const [row] = await api.sql(`select tries from one_time_code where id = $1`, [ticket])
  expect(row.tries).toBe(codeRules.tries)
  expect((await thief.ask(proveCode, { input: { ticket, code: right } })).data.codeProve).toEqual(wrong)
  expect(thief.token()).toBeUndefined()
})

test("OTP guessing: nobody uses up another's tries, because the ticket is only with who asked", async () => {
  await becomeKnown(api, { name: 'Sadia Khan', phone: '0551234003' })
  const owners = await ticketFor('0551234003')
  const thiefs = await ticketFor('0551234003')
  await deliverAll(api)
  for (let guess = 0; guess < 9; guess++)
    await device().ask(proveCode, { input: { ticket: thiefs, code: '000000' } })
  const code = await codeThatCame(api, owners)
  const { data } = await device().ask(proveCode, { input: { ticket: owners, code } })
  expect(data.codeProve.mine.name).toBe('Sadia Khan')
})

test('SMS pumping: of 30 sends to one number from rotating addresses at most five go out', async () => {
  await becomeKnown(api, { name: 'Rahul Das', phone: '0551234004' })
  const problems: string[] = []
  for (let turn = 0; turn < 30; turn++) {
    const { data } = await device(`203.0.${turn}.9`).ask(askCode, { address: '0551234004' })
    problems.push(...data.codeAsk.problems.map(({ code }: { code: string }) => code))
  }
  await deliverAll(api)
  const sent = await api.sql(`select 1 from outbox where address = '+966551234004' and state <> 'INTENT'`)
  expect(sent).toHaveLength(codeRules.perAddressADay)
  expect(problems).toEqual(Array(25).fill('TOO_MANY_TRIES'))
})

test('SMS pumping: one network asks for twenty codes in an hour, whoever they are for', async () => {
  const from = '192.0.2.1'
  let taken = 0
  for (let turn = 0; turn < 25; turn++) {
    // The same /24, as a machine with many addresses has.
    const { data } = await device(`192.0.2.${turn + 1}`).ask(askCode, { address: `05512350${10 + turn}` })
    if (data.codeAsk.ticket) taken += 1
  }
  expect(taken).toBe(codeRules.perNetworkAnHour)
  const keys = await api.sql<{ key: string }>(`select key from rate_limit`)
  expect(keys.length).toBeGreaterThan(20)
  for (const { key } of keys) expect(key).not.toMatch(/192\.0\.2|c00002|55123/)
  expect(from).toBeTruthy()
})

test('enumeration: a known and an unknown number get the same answer by the same statements, and strangers get no message', async () => {
  await becomeKnown(api, { name: 'Aisha Noor', phone: '0551234006' })
  const shape = async (address: string) => {
    const { status, data } = await device().ask(askCode, { address })
    const { ticket, ...rest } = data.codeAsk
    expect(ticket).toMatch(/^[0-9a-f-]{36}$/)
    return { status, ...rest }
  }
  expect(await shape('0551234006')).toEqual(await shape('0551239999'))
  const unknown = await ticketFor('stranger@example.com')
  expect(await codeThatCame(api, unknown)).toBeUndefined()
  const left = await api.sql(`select address from outbox union select address from one_time_code`)
  expect(left.map(({ address }) => address)).not.toContain('stranger@example.com')
  // Whoever guesses the code of a stranger's number all the same learns nothing either.
  const code = api.house.keys.oneTimeCode(unknown)
  expect((await device().ask(proveCode, { input: { ticket: unknown, code } })).data.codeProve).toEqual(wrong)
})

test('code replay: a code that was used opens nothing a second time, however many come at once', async () => {
  await becomeKnown(api, { name: 'Imran Ali', phone: '0551234007' })
  const ticket = await ticketFor('0551234007')
  const code = await codeThatCame(api, ticket)
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => device().ask(proveCode, { input: { ticket, code } })),
  )
  expect(answers.filter(({ data }) => data.codeProve.mine)).toHaveLength(1)
  expect((await device().ask(proveCode, { input: { ticket, code } })).data.codeProve).toEqual(wrong)
})

test('a code is good for ten minutes', async () => {
  await becomeKnown(api, { name: 'Late Comer', phone: '0551234008' })
  const ticket = await ticketFor('0551234008')
  const code = await codeThatCame(api, ticket)
  try {
    api.setNow(new Date(Date.now() + 11 * 60_000))
    expect((await device().ask(proveCode, { input: { ticket, code } })).data.codeProve).toEqual(wrong)
  } finally {
    api.setNow()
  }
})

test('session fixation: a token that was planted on the device is worth nothing after signing in, nor before', async () => {
  await becomeKnown(api, { name: 'Fatima Zahra', email: 'fatima@example.com' })
  const planted = 'A'.repeat(43)
  const phone = device()
  phone.hold(planted)
  const { data } = await phone.ask(askCode, { address: 'fatima@example.com' })
  const code = await codeThatCame(api, data.codeAsk.ticket)
  await phone.ask(proveCode, { input: { ticket: data.codeAsk.ticket, code } })
  expect(phone.token()).not.toBe(planted)
  const attacker = device()
  attacker.hold(planted)
  expect((await attacker.ask('{ mine { name } }')).data.mine).toBeNull()
  // An own session from before is ended by a new one.
  const before = phone.token()
  const again = await phone.ask(askCode, { address: 'fatima@example.com' })
  const { ticket } = again.data.codeAsk
  await phone.ask(proveCode, { input: { ticket, code: await codeThatCame(api, ticket) } })
  attacker.hold(before)
  expect((await attacker.ask('{ mine { name } }')).data.mine).toBeNull()
  expect((await phone.ask('{ mine { name } }')).data.mine.name).toBe('Fatima Zahra')
})

test('session fixation: behind https a session that a neighbouring host has planted opens nothing', async () => {
  await becomeKnown(api, { name: 'Planted Person', email: 'planted@example.com' })
  const token = (await provenDevice(api, 'planted@example.com')).token()
  const asked = async (cookie: string, more: Record<string, string> = {}) => {
    const headers = { 'x-forwarded-proto': 'https', cookie, ...more }
    return (await api.guest.ask('{ mine { name } }', {}, headers)).data.mine
  }
  // A neighbour can plant this one, and not the other, which browsers take from this very host alone.
  expect(await asked(`sila.mine=${token}`)).toBeNull()
  expect(await asked(`sila.mine=${token}`, { 'apollographql-client-name': 'portal' })).toBeNull()
  expect(await asked(`__Host-sila.mine=${token}`)).toEqual({ name: 'Planted Person' })
  expect(await asked(`sila.mine=${token}; __Host-sila.mine=${'A'.repeat(43)}`)).toBeNull()
})

test('a shared phone: the name or a reference says whose record opens; without it none does', async () => {
  const phone = '0551234010'
  await becomeKnown(api, { name: 'Abdul Karim', phone })
  const { reference } = await becomeKnown(api, { name: 'Abdul Rahim', phone })
  const ticket = await ticketFor(phone)
  const code = await codeThatCame(api, ticket)
  const prove = (name?: string) => device().ask(proveCode, { input: { ticket, code, name } })
  expect((await prove()).data.codeProve.problems).toEqual([{ field: 'name', code: 'NAME_NEEDED' }])
  expect((await prove('Somebody Else')).data.codeProve.problems).toEqual([
    { field: 'name', code: 'NAME_NEEDED' },
  ])
  expect((await prove('abdul karim')).data.codeProve.mine.name).toBe('Abdul Karim')
  const other = await provenDevice(api, phone, reference)
  expect((await other.ask('{ mine { name } }')).data.mine.name).toBe('Abdul Rahim')
})

test('a landline or nonsense gets no code, and is told why', async () => {
  const codes = async (address: string) =>
    (await device().ask(askCode, { address })).data.codeAsk.problems.map(({ code }: { code: string }) => code)
  expect(await codes('0114567890')).toEqual(['PHONE_NOT_MOBILE'])
  expect(await codes('hello')).toEqual(['PHONE_INVALID'])
  expect(await codes('')).toEqual(['CONTACT_REQUIRED'])
})

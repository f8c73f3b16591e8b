import { createHmac } from 'node:crypto'
import type { Answer } from './api.ts'

/** What a door of ours answered. */
export type Reply = { status: number; body: any; setCookie: string[]; headers: Headers }

/** A browser as far as the doors see one: it keeps cookies and says where it comes from. */
export type Visitor = {
  cookies: Map<string, string>
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>
  get(path: string): Promise<Reply>
  ask(query: string, variables?: Record<string, unknown>): Promise<Answer>
}

let networks = 0
/** A network that nobody came from yet: what is counted by network counts nobody twice. */
const elsewhere = () => `100.${64 + (++networks >> 8)}.${networks & 255}.7`

/** Opens a browser before the house at this address, in a network of its own; one may be named. */
export function visitor(url: string, network = elsewhere()): Visitor {
  const cookies = new Map<string, string>()

  async function send(path: string, init: RequestInit): Promise<Reply> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(`${url}${path}`, {
      redirect: 'manual',
      ...init,
      headers: { 'x-forwarded-for': network, ...(cookie && { cookie }), ...init.headers },
    })
    const setCookie = response.headers.getSetCookie()
    for (const line of setCookie) keep(cookies, line)
    const text = await response.text()
    return { status: response.status, body: parsed(text), setCookie, headers: response.headers }
  }

  return {
    cookies,
    get: (path) => send(`/api/auth${path}`, { headers: { origin: url } }),
    post: (path, body = {}, headers = {}) =>
      send(`/api/auth${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: url, ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    async ask(query, variables = {}) {
      const { status, body } = await send('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-language': 'en' },
        body: JSON.stringify({ query, variables }),
      })
      return { status, ...body }
    },
  }
}

function keep(cookies: Map<string, string>, line: string) {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
  const cut = pair.indexOf('=')
  const name = pair.slice(0, cut)
  if (attributes.some((each) => /^max-age=0$/i.test(each))) cookies.delete(name)
  else cookies.set(name, pair.slice(cut + 1))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** The code that an authenticator shows for the key in this address, some steps of 30 seconds away from now. */
export function codeFor(totpURI: string, steps = 0): string {
  const key = fromBase32(new URL(totpURI).searchParams.get('secret') ?? '')
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps))
  const digest = createHmac('sha1', key).update(counter).digest()
  const offset = (digest.at(-1) ?? 0) & 15
  return String((digest.readUInt32BE(offset) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, '0')
}

function fromBase32(text: string): Buffer {
  const bits = [...text.replaceAll('=', '')]
    .map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

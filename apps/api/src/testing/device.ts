import type { Answer } from './api.ts'

/** Somebody's own phone on the portal: it keeps the cookies that it is given, and comes from a network of its own. */
export type Device = {
  ask(query: string, variables?: Record<string, unknown>): Promise<Answer>
  /** The token that the device holds, if any. */
  token(): string | undefined
  /** Plants or takes away a cookie, as somebody who has the device in hand could. */
  hold(token: string | undefined): void
  /** The lines by which cookies were handed out. */
  lines: string[]
}

let last = 0

/** A new device, in a network that no other has. */
export function makeDevice(url: () => string, more: { from?: string; language?: string } = {}): Device {
  last += 1
  const from = more.from ?? `198.${18 + (last >> 8)}.${last & 255}.7`
  let token: string | undefined
  const lines: string[] = []
  return {
    lines,
    token: () => token,
    hold: (given) => (token = given),
    async ask(query, variables = {}) {
      const response = await fetch(`${url()}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'accept-language': more.language ?? 'en',
          // Ours is the only proxy: what it says of who asks is believed.
          'x-forwarded-for': from,
          ...(token && { cookie: `sila.mine=${token}` }),
        },
        body: JSON.stringify({ query, variables }),
      })
      for (const line of response.headers.getSetCookie()) {
        lines.push(line)
        const value = /^sila\.mine=([^;]*)/u.exec(line)?.[1]
        if (value !== undefined) token = value || undefined
      }
      return { status: response.status, ...((await response.json()) as Omit<Answer, 'status'>) }
    },
  }
}

import type { IncomingMessage } from 'node:http'
import ipaddr from 'ipaddr.js'
import proxyaddr from 'proxy-addr'
import type { Keys } from '../keys/keys.ts'
import type { Trust } from './proxies.ts'

/** Where a request came in: what it is counted under, and how its answer hands out a cookie. */
export type Door = {
  /** Stands for the network that it came from; the network itself cannot be read from it. */
  network(): string
  /** The cookies that came with it. */
  cookie: string | undefined
  /** Whether the outer line is encrypted, as the proxy says. */
  secure: boolean
  setCookie(cookie: string): void
}

/** The door of what comes from inside: jobs and specs. */
export const innerDoor: Door = {
  network: () => 'inside',
  cookie: undefined,
  secure: false,
  setCookie: () => undefined,
}

/** The door that a request came in by; new cookies are collected in `cookies`, where the answer can carry any. */
export function makeDoor(
  request: Pick<IncomingMessage, 'headers' | 'socket'>,
  { keys, trusts }: { keys: Keys; trusts: Trust },
  cookies: string[] = [],
): Door {
  return {
    cookie: request.headers.cookie,
    secure: isEncrypted(request, trusts),
    network: () => keys.blind(`network ${networkOf(addressOf(request, trusts))}`),
    setCookie: (cookie) => void cookies.push(cookie),
  }
}

function isEncrypted({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>, trusts: Trust) {
  return headers['x-forwarded-proto'] === 'https' && trusts(socket.remoteAddress ?? '', 0)
}

function addressOf(request: Pick<IncomingMessage, 'headers' | 'socket'>, trusts: Trust): string {
  // It reads headers and socket alone, of any request of Node's.
  // oxlint-disable-next-line typescript/consistent-type-assertions -- its types ask for the whole request
  return proxyaddr(request as IncomingMessage, trusts)
}

/** What one subscriber commonly holds: the /24 of an IPv4 address, the /64 of an IPv6 one, in hexadecimal. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown'
  const parsed = ipaddr.process(address)
  return Buffer.from(parsed.toByteArray().slice(0, parsed.kind() === 'ipv4' ? 3 : 8)).toString('hex')
}

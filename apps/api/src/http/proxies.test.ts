import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { makeKeys } from '../keys/keys.ts'
import { makeDoor } from './network.ts'
import { trustIn } from './proxies.ts'

const keys = makeKeys('only for this spec, and never for a house')
const client = '198.51.100.7'

/** The door of a request that came over the address, as the headers tell it. */
function doorOf(remoteAddress: string, headers: Record<string, string>, proxies: string[]) {
  const socket = Object.defineProperty(new Socket(), 'remoteAddress', { value: remoteAddress })
  const request = Object.assign(new IncomingMessage(socket), { headers })
  return makeDoor(request, { keys, trusts: trustIn(proxies) })
}
const networkBehind = (...given: Parameters<typeof doorOf>) => doorOf(...given).network()
const itself = networkBehind(client, {}, ['loopback'])

describe('forged X-Forwarded-For', () => {
  test('a proxy that is named says for whom it asks, through others that are named', () => {
    const headers = { 'x-forwarded-for': `${client}, 10.8.4.2`, 'x-forwarded-proto': 'https' }
    const door = doorOf('10.8.0.1', headers, ['loopback', '10.8.0.0/16'])
    expect(door.network()).toBe(itself)
    expect(door.secure).toBe(true)
  })

  test('nobody else does, and whoever comes by them is counted as they are', () => {
    const headers = { 'x-forwarded-for': client, 'x-forwarded-proto': 'https' }
    const door = doorOf('10.9.0.1', headers, ['loopback', '10.8.0.0/16'])
    expect(door.network()).toBe(networkBehind('10.9.0.1', {}, ['loopback']))
    expect(door.secure).toBe(false)
  })

  test('what the client claimed before the proxy counts for nothing', () => {
    const headers = { 'x-forwarded-for': `203.0.113.1, ${client}` }
    expect(networkBehind('10.8.0.1', headers, ['10.8.0.1'])).toBe(itself)
  })
})

describe('the setting', () => {
  const read = (proxies: string) =>
    readConfig({ DATABASE_URL: 'postgres://sila@localhost/sila', SILA_DEMO: '1', SILA_PROXIES: proxies })
      .proxies

  test('takes addresses and networks, and is this machine where nothing is named', () => {
    expect(read('')).toEqual(['loopback'])
    expect(read('10.0.3.7, fd00::/8')).toEqual(['10.0.3.7', 'fd00::/8'])
  })

  test.each(['everybody', '10.0.3.7/99', ','])('refuses %j with an example', (proxies) => {
    expect(() => read(proxies)).toThrow(/SILA_PROXIES must be addresses or networks of proxies.*e\.g\./)
  })
})

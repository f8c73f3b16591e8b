import proxyaddr from 'proxy-addr'

/** Whether a proxy at this address may say for whom it asks; from anybody else it could be anything. */
export type Trust = (address: string, hop: number) => boolean

/**
 * Trust in the proxies of these addresses and networks; `loopback` is this machine, `uniquelocal` every private network.
 * @throws TypeError where one is neither
 */
export function trustIn(proxies: readonly string[]): Trust {
  return proxyaddr.compile([...proxies])
}

/** Whether all of them are addresses or networks. */
export function areProxies(proxies: readonly string[]): boolean {
  try {
    trustIn(proxies)
    return proxies.length > 0
  } catch {
    return false
  }
}

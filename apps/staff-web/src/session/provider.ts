import { knock } from './door.ts'

/** Why somebody came back from the provider and is not in; `code` where our own second step is asked next. */
const led = ['lost', 'declined', 'down', 'unsound', 'unknown', 'passkeyNeeded', 'code', 'recover'] as const

/** What the server, or the operator, says in the address of the door. */
export type Led = (typeof led)[number]

/** Leaves for the association's provider; answers only where that cannot be. */
export async function goToProvider(): Promise<'down' | 'tooMany'> {
  const reply = await knock('/oidc/start', { to: `${window.location.pathname}${window.location.search}` })
  if (!reply.ok) return reply.trouble === 'tooMany' ? 'tooMany' : 'down'
  window.location.assign(String(reply.data['url']))
  // The page goes away; until then the button is busy.
  return new Promise(() => undefined)
}

/** Why we are at the door, as the address says. */
export function readLed(): Led | undefined {
  const said = new URL(window.location.href).searchParams.get('door')
  return led.find((one) => one === said)
}

/** Takes it out of the address: it is said once. */
export function forgetLed(): void {
  const address = new URL(window.location.href)
  if (!address.searchParams.has('door')) return
  address.searchParams.delete('door')
  window.history.replaceState(window.history.state, '', address)
}

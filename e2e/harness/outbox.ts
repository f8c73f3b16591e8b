import { inject } from 'vitest'
import { patience } from './patience.ts'

type Shown = { messages: { to: string; text: string | null; state: string }[] }

/** The newest code that went to an address, as the phone shows it; it takes a moment until it is sent. */
export async function codeFor(address: string): Promise<string> {
  const end = Date.now() + patience
  while (Date.now() < end) {
    const { messages } = (await (await fetch(`${inject('url')}/api/demo/outbox`)).json()) as Shown
    const sent = messages.find(({ to, state }) => to === address && state === 'CONFIRMED')
    const code = sent?.text && /\d{6}/u.exec(sent.text)?.[0]
    if (code) return code
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`No code came to ${address}`)
}

import type { Page } from 'playwright-core'

// What goes on over another line may first hear where it stands, by the protocol of uploads: 409, or 423.
const cutLine =
  /status of 4(?:09|23)|ERR_INTERNET_DISCONNECTED|ERR_CONNECTION|ERR_EMPTY_RESPONSE|ERR_SOCKET|WebSocket|Failed to fetch|NetworkError/

const nothingThere = /status of 404/
const forbiddenTry = /Content Security Policy|TrustedHTML|TrustedScript|^policy: /i

/** Collects what a page complains of, but for what the journey means to happen. */
export function watchErrors(
  page: Page,
  complaints: string[],
  meant: { cuts: boolean; missing: boolean; forbidden: boolean },
): void {
  const add = (text: string) => {
    if (meant.cuts && cutLine.test(text)) return
    if (meant.forbidden && forbiddenTry.test(text)) return
    if (!meant.missing || !nothingThere.test(text))
      complaints.push(`${new URL(page.url()).pathname}: ${text}`)
  }
  page.on('pageerror', (error) => add(`uncaught: ${error.stack ?? error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') add(`${message.text()} (${message.location().url})`)
  })
}

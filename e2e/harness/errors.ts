import type { Page } from 'playwright-core'

const cutLine = /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION|ERR_EMPTY_RESPONSE|ERR_SOCKET|WebSocket|Failed to fetch|NetworkError/

/** Collects what a page complains of; with `cuts`, failing lines are expected and do not count. */
export function watchErrors(page: Page, complaints: string[], cuts: boolean): void {
  const add = (text: string) => {
    if (!cuts || !cutLine.test(text)) complaints.push(`${new URL(page.url()).pathname}: ${text}`)
  }
  page.on('pageerror', (error) => add(`uncaught: ${error.stack ?? error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') add(`${message.text()} (${message.location().url})`)
  })
}

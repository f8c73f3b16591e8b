import { setTimeout as pause } from 'node:timers/promises'
import { createClient } from 'graphql-ws'
import type { Client } from 'graphql-ws'
import { WebSocket } from 'ws'
import { readCursor } from '../../apps/api/src/feed/cursor.ts'
import { layLine } from './line.ts'

const query = `subscription Drill($after: String) {
  interactionFeed(after: $after) { cursor reset event interaction { id reference status } }
}`

type Item = { cursor: string; reset: boolean; event?: string | null }

/** Somebody who follows the inbox and never lets go: after each cut it resumes behind the last cursor it saw. */
export type Subscriber = {
  /** Ids of the events, in the order in which they arrived. */
  seen: string[]
  resets: number
  /** From each cut to the next word from the API, in ms. */
  resumes: number[]
  ready: Promise<void>
  cut(): void
  stop(): Promise<void>
}

/** Follows the feed through a line of its own. */
export async function subscribe(url: string, cookie: string): Promise<Subscriber> {
  const line = await layLine(Number(new URL(url).port))
  const origin = new URL(url).origin
  class Socket extends WebSocket {
    constructor(address: string, protocols: string[]) {
      super(address, protocols, { headers: { cookie, origin, host: new URL(url).host } })
    }
  }
  const seen: string[] = []
  const resumes: number[] = []
  const state = { stopped: false, resets: 0, cutAt: 0 }
  const position: { cursor?: string; refused?: Error } = {}
  let client: Client | undefined
  let told = () => {}
  const ready = new Promise<void>((resolve) => (told = resolve))

  const take = (item: Item) => {
    told()
    if (state.cutAt > 0) resumes.push(performance.now() - state.cutAt)
    state.cutAt = 0
    position.cursor = item.cursor
    if (item.reset) state.resets += 1
    const id = readCursor(item.cursor)?.id
    if (item.event && id) seen.push(id)
  }
  const follow = async () => {
    client = createClient({
      url: `ws://127.0.0.1:${line.port}/graphql`,
      webSocketImpl: Socket,
      retryAttempts: 0,
      lazyCloseTimeout: 0,
    })
    for await (const answer of client.iterate<{ interactionFeed: Item }>({
      query,
      variables: { after: position.cursor },
    })) {
      if (answer.errors) throw answer.errors
      if (answer.data) take(answer.data.interactionFeed)
    }
  }
  const running = (async () => {
    while (!state.stopped) {
      await follow().catch((error: unknown) => {
        if (isRefusal(error)) position.refused ??= new Error(`The feed was refused: ${JSON.stringify(error)}`)
      })
      if (position.refused) return told()
      await client?.dispose()
      await pause(5)
    }
  })()

  return {
    seen,
    get resets() {
      return state.resets
    },
    resumes,
    ready,
    cut() {
      state.cutAt = performance.now()
      line.cut()
    },
    async stop() {
      state.stopped = true
      await client?.dispose()
      await line.close()
      await running
      if (position.refused) throw position.refused
    },
  }
}

/** A cut is a cut; but an answer with errors, or a close with a reason of the protocol, will not get better. */
function isRefusal(error: unknown): boolean {
  if (Array.isArray(error)) return true
  const code = typeof error === 'object' && error !== null && 'code' in error ? Number(error.code) : 0
  return code >= 4400 && code < 4500 && code !== 4408
}

import type { RequestListener, Server, ServerResponse } from 'node:http'
import { Server as Door } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** How long an open line may still bring a question that was on its way, in milliseconds. */
const grace = 250
/** How long what runs may take before it is cut, in milliseconds. */
const patience = 5000

/** Watches a server from its first request on, so that it can end without anybody losing an answer. */
export function makeDrain(server: Server) {
  const running = new Set<ServerResponse>()
  let stopping = false
  server.prependListener('request', (_request, response) => {
    if (stopping) makeLast(response)
    running.add(response)
    response.once('close', () => running.delete(response))
  })
  return {
    /** Takes no new callers, finishes what runs, bids who comes too late to come back, and ends. */
    async stop(): Promise<void> {
      stopping = true
      for (const response of running) makeLast(response)
      // Only the door is shut: HTTP's own close would also cut open lines, and one may be bringing a question.
      const empty = new Promise<void>((resolve) => void Door.prototype.close.call(server, () => resolve()))
      await within(grace, empty)
      server.removeAllListeners('request').on('request', refuse)
      const sweep = setInterval(() => server.closeIdleConnections(), 50)
      await within(patience, empty)
      clearInterval(sweep)
      server.closeAllConnections()
    },
  }
}

/** After this answer its line is closed; where the answer is already under way, the sweep closes it. */
function makeLast(response: ServerResponse) {
  if (!response.headersSent) response.setHeader('connection', 'close')
}

const refuse: RequestListener = (_request, response) => {
  const errors = [
    { message: 'The server is being restarted. Try again.', extensions: { code: 'SERVICE_UNAVAILABLE' } },
  ]
  response
    .writeHead(503, { 'content-type': 'application/json', 'retry-after': '5', connection: 'close' })
    .end(JSON.stringify({ errors }))
}

/** Waits for it, but not for ever; a clock alone keeps no process alive. */
const within = (milliseconds: number, done: Promise<void>) =>
  Promise.race([done, pause(milliseconds, undefined, { ref: false })])

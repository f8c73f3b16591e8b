import { CloseCode, makeServer } from 'graphql-ws'
import type { ServerOptions } from 'graphql-ws'
import type { IncomingMessage } from 'node:http'
import type { RawData, WebSocket, WebSocketServer } from 'ws'

/** RFC 6455: the server goes down. */
const goingAway = 1001

/** What the callbacks of the protocol know of a line. */
export type Line = { socket: WebSocket; request: IncomingMessage }

type Options = ServerOptions<Record<string, unknown>, Line> & {
  /** After so many milliseconds without a sign of life a line is given up. */
  keepAlive: number
  /** Hears what failed; whoever is on the line learns that, and no word of it. */
  report(error: unknown): void
}

/**
 * Speaks the protocol of graphql-ws on these sockets. Its own way of doing that writes the words of whatever fails onto
 * the error stream, and into the reason by which the line is closed.
 */
export function speakOn(sockets: WebSocketServer, { keepAlive, report, ...options }: Options) {
  const server = makeServer(options)
  sockets.on('connection', (socket, request) => {
    const fail = (error: unknown) => {
      report(error)
      socket.close(CloseCode.InternalServerError, 'Something went wrong here.')
    }
    socket.once('error', (error) => {
      // Frames that are none, or too large: ws has closed the line with the code that says so.
      if (!('code' in error && String(error.code).startsWith('WS_ERR'))) fail(error)
    })
    const stop = keepAliveOf(socket, keepAlive)
    const closed = server.opened(
      {
        protocol: socket.protocol,
        send: (data) => sendOn(socket, data),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (listen) => socket.on('message', (data) => void listen(textOf(data)).catch(fail)),
      },
      { socket, request },
    )
    socket.once('close', (code, reason) => {
      stop()
      closed(code, String(reason)).catch(report)
    })
  })
  return {
    /** Says goodbye on every line, and takes no new one. */
    async dispose(): Promise<void> {
      for (const line of sockets.clients) line.close(goingAway, 'Going away')
      sockets.removeAllListeners()
      await new Promise<void>((resolve, reject) =>
        sockets.close((error) => (error ? reject(error) : resolve())),
      )
    },
  }
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString()
  return Buffer.from(data instanceof ArrayBuffer ? new Uint8Array(data) : data).toString()
}

function sendOn(socket: WebSocket, data: string): Promise<void> {
  return new Promise((resolve, reject) => {
    if (socket.readyState !== socket.OPEN) resolve()
    else socket.send(data, (error) => (error ? reject(error) : resolve()))
  })
}

function keepAliveOf(socket: WebSocket, keepAlive: number): () => void {
  let waiting: NodeJS.Timeout | undefined
  const pings = setInterval(() => {
    if (socket.readyState !== socket.OPEN) return
    waiting = setTimeout(() => socket.terminate(), keepAlive)
    socket.once('pong', () => clearTimeout(waiting))
    socket.ping()
  }, keepAlive)
  return () => {
    clearInterval(pings)
    clearTimeout(waiting)
  }
}

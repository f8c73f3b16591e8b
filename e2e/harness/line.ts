import { connect, createServer } from 'node:net'
import type { Socket } from 'node:net'
import { inject } from 'vitest'

/** A line to the product that can be cut and mended, as a mobile network does it: without a word. */
export async function makeLine() {
  const target = new URL(inject('url'))
  const sockets = new Set<Socket>()
  let isCut = false
  const server = createServer((near) => {
    if (isCut) return near.destroy()
    const far = connect(Number(target.port), target.hostname)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => sockets.delete(socket))
    }
    near.pipe(far).pipe(near)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const cut = () => {
    isCut = true
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    cut,
    mend: () => (isCut = false),
    close() {
      cut()
      server.close()
    },
  }
}

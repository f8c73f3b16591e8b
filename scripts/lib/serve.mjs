import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { childEnv, root } from './place.mjs'

/** The port to serve on. @throws with what to do when PORT is no port */
export function wantedPort() {
  const text = process.env.PORT || '4000'
  const port = Number(text)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new Error(`PORT is "${text}": it must be a whole number from 1 to 65535, for example PORT=4000.`)
}

/** Where this machine itself reaches the API. */
export function localUrl(port) {
  const host = process.env.HOST
  return `http://${!host || host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}`
}

/** True when nobody listens on the port. */
export function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, exclusive: true }, () => server.close(() => resolve(true)))
  })
}

/**
 * Starts the API as a child in a group of its own: Ctrl-C reaches only us, and we stop it before its database.
 * If we are killed, the watcher that is loaded with it lets it stop by itself.
 */
export function startApi(env) {
  const watcher = new URL('./watch-parent.mjs', import.meta.url).href
  const main = join(root, 'apps', 'api', 'dist', 'main.js')
  return spawn(process.execPath, ['--enable-source-maps', '--import', watcher, main], {
    cwd: join(root, 'apps', 'api'),
    env: childEnv({ NODE_ENV: 'production', ...env }),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
  })
}

/** Waits until the API says that it is ready; false when it ended first. */
export async function untilReady(child, port) {
  while (child.exitCode === null && child.signalCode === null) {
    const answer = await fetch(`${localUrl(port)}/readyz`).catch(() => undefined)
    if (answer?.ok) return true
    await pause(50)
  }
  return false
}

/** Asks a child to stop and waits; after a while it is no longer a question. */
export async function stopChild(child, patience = 15_000) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), patience)
  await ended
  clearTimeout(timer)
}

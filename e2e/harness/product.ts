import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from './place.ts'

const main = join(root, 'apps/api/dist/main.js')

/** Starts the built product with its demonstration, as `npm start` does, and waits until it is ready. */
export async function startProduct(database: string, environment: Record<string, string> = {}) {
  if (!existsSync(main)) throw new Error(`${main} is missing. Build first: npm run build`)
  const port = await freePort()
  const child = spawn(process.execPath, ['--enable-source-maps', main], {
    cwd: join(root, 'apps/api'),
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: database,
      PORT: String(port),
      SILA_DEMO: '1',
      // All journeys come from this one machine.
      SILA_GUEST_LIMITS: '0',
      SILA_FILES: join(root, '.data/test-e2e-files'),
      // Another folder of built clients may be named, so that a build beside the journeys does not disturb them.
      SILA_CLIENTS: process.env['SILA_CLIENTS'] || join(root, 'apps'),
      SILA_LOG: 'error',
      ...environment,
    },
    // The channel ends with us, however we end; then the product stops by itself.
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const url = `http://127.0.0.1:${port}`
  await untilReady(child, url)
  return { url, stop: () => stop(child) }
}

async function untilReady(child: ChildProcess, url: string) {
  const end = Date.now() + 60_000
  while (Date.now() < end) {
    if (child.exitCode !== null)
      throw new Error(`The product ended with ${child.exitCode}; its words are above.`)
    const answer = await fetch(`${url}/readyz`).catch(() => undefined)
    if (answer?.ok) return
    await pause(100)
  }
  child.kill('SIGKILL')
  throw new Error('The product was not ready within a minute.')
}

async function stop(child: ChildProcess) {
  if (child.exitCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), 12_000)
  await ended
  clearTimeout(timer)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

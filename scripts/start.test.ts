import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { freePort, isAlive } from '../apps/api/src/embedded/postmaster.ts'
import { childEnv, root } from './lib/place.mjs'
import { isFree } from './lib/serve.mjs'

const data = mkdtempSync(join(tmpdir(), 'sila-start-'))
const running: ChildProcess[] = []
afterEach(async () => {
  for (const child of running) await ended(child, 'SIGTERM')
  running.length = 0
})
afterAll(() => rmSync(data, { recursive: true, force: true }))

function start(port: number) {
  const env = childEnv({ SILA_DATA: data, PORT: String(port), SILA_LOG: 'error', DATABASE_URL: '' })
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  const said = { text: '' }
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said.text += String(text)))
  return { child, said }
}

function ended(child: ChildProcess, signal?: NodeJS.Signals) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  const end = new Promise<number | null>((resolve) => child.once('exit', resolve))
  if (signal) child.kill(signal)
  return end
}

const postmaster = () =>
  Number(readFileSync(join(data, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])

test('a first start serves all of it and tells how to go on; Ctrl-C stops API and database', async () => {
  const port = await freePort()
  const { child, said } = start(port)
  await expect.poll(() => said.text, { timeout: 120_000 }).toContain('Ctrl-C')
  expect(said.text).toContain(`http://localhost:${port}/staff`)
  expect(said.text).toMatch(/officer +\S+@\S+ +\S+/)
  for (const path of ['/', '/staff', '/readyz']) {
    expect((await fetch(`http://127.0.0.1:${port}${path}`)).status, path).toBe(200)
  }
  const database = postmaster()
  expect(isAlive(database)).toBe(true)

  expect(await ended(child, 'SIGINT')).toBe(0)
  expect(isAlive(database)).toBe(false)
  await expect(fetch(`http://127.0.0.1:${port}/readyz`)).rejects.toThrow()
})

test('a second start installs and builds nothing, also after the first was killed', async () => {
  const port = await freePort()
  const killed = start(port)
  await expect.poll(() => killed.said.text, { timeout: 30_000 }).toContain('Ctrl-C')
  await ended(killed.child, 'SIGKILL')
  // The API sees that it is alone and lets go of its port.
  await expect.poll(() => isFree(port), { timeout: 20_000 }).toBe(true)

  const second = start(port)
  await expect.poll(() => second.said.text, { timeout: 30_000 }).toContain('is ready')
  expect(second.said.text).not.toMatch(/Installing|Building/)
})

test('a port in use is said, with what to do, and nothing is started', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const { child, said } = start(port)
  expect(await ended(child)).toBe(1)
  expect(said.text).toContain(`Port ${port} is in use.`)
  expect(said.text).toContain(`PORT=${port + 1} npm start`)
  server.close()
})

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { layLine } from './drill/line.ts'
import { readNumbers } from './drill/options.ts'
import { withLock } from './lib/lock.mjs'
import { isFree, wantedPort } from './lib/serve.mjs'
import { countOf } from './lib/specs.mjs'

const folder = mkdtempSync(join(tmpdir(), 'sila-scripts-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
afterEach(() => vi.unstubAllEnvs())

function report(content: object): string {
  const file = join(folder, `${Math.random()}.json`)
  writeFileSync(file, JSON.stringify(content))
  return file
}

test('a run of specs that left no report counts as a failure', () => {
  expect(countOf(join(folder, 'missing.json'), 0)).toEqual({ passed: 0, failed: 1 })
})

test('a spec file that could not be read counts as a failure beside what passed', () => {
  const unread = { status: 'failed', assertionResults: [] }
  const file = report({ numPassedTests: 3, numFailedTests: 0, testResults: [unread] })
  expect(countOf(file, 1)).toEqual({ passed: 3, failed: 1 })
})

test('an error outside any test counts as a failure', () => {
  expect(countOf(report({ numPassedTests: 3, numFailedTests: 0, testResults: [] }), 1).failed).toBe(1)
})

test('a failed test is counted once', () => {
  const mixed = { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] }
  const file = report({ numPassedTests: 1, numFailedTests: 1, testResults: [mixed] })
  expect(countOf(file, 1)).toEqual({ passed: 1, failed: 1 })
})

test('two who want the same lock take turns, and a dead holder is not waited for', async () => {
  const lock = join(folder, 'lock')
  // No process has this number: Linux stops at 4194304.
  writeFileSync(lock, '4999999')
  const order: string[] = []
  const turn = (name: string) =>
    withLock(
      lock,
      () => order.push(`${name} waits`),
      async () => {
        order.push(`${name} in`)
        await new Promise((resolve) => setTimeout(resolve, 50))
        order.push(`${name} out`)
      },
    )
  await Promise.all([turn('one'), turn('two')])
  expect(order).toEqual(['one in', 'two waits', 'one out', 'two in', 'two out'])
  expect(existsSync(lock)).toBe(false)
})

test('a PORT that is none is refused with the rule and an example', () => {
  vi.stubEnv('PORT', '70000')
  expect(() => wantedPort()).toThrow(
    'PORT is "70000": it must be a whole number from 1 to 65535, for example PORT=4000.',
  )
})

test('a port in use is seen', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  expect(await isFree(port)).toBe(false)
  await new Promise((resolve) => server.close(resolve))
  expect(await isFree(port)).toBe(true)
})

test('sizes of a drill are read, and what is no size is named', () => {
  expect(readNumbers({ kills: 20, submissions: 5000 }, ['--kills', '3'])).toEqual({
    kills: 3,
    submissions: 5000,
  })
  expect(() => readNumbers({ kills: 20 }, ['--kill', '3'])).toThrow('"--kill 3" is not understood')
  expect(() => readNumbers({ kills: 20 }, ['--kills', 'many'])).toThrow('for example: --kills 20')
})

test('a line that is cut drops what is connected and takes new calls', async () => {
  const echo = createServer((socket) => socket.on('error', () => undefined).pipe(socket))
  await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve))
  const address = echo.address()
  const line = await layLine(typeof address === 'object' && address ? address.port : 0)

  const first = await connected(line.port)
  const dropped = new Promise((resolve) => first.once('close', resolve))
  line.cut()
  await dropped
  const second = await connected(line.port)
  second.write('still there')
  expect(String(await new Promise((resolve) => second.once('data', resolve)))).toBe('still there')

  await line.close()
  echo.close()
})

async function connected(port: number) {
  const { connect } = await import('node:net')
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  await new Promise((resolve) => socket.once('connect', resolve))
  // A first round trip, so that both halves of the line stand.
  socket.write('x')
  await new Promise((resolve) => socket.once('data', resolve))
  return socket
}

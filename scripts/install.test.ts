import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { root } from './lib/place.mjs'
import { run } from './lib/run.mjs'

const folder = mkdtempSync(join(tmpdir(), 'sila-install-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let checkout = ''
const inside = (...path: string[]) => join(checkout, ...path)
const part = () => existsSync(inside('node_modules', 'leaf', 'leaf.js'))

/** A small checkout with these very scripts and one package, which comes from its own disk. */
beforeEach(async () => {
  checkout = mkdtempSync(join(folder, 'checkout-'))
  cpSync(join(root, 'scripts', 'lib'), inside('scripts', 'lib'), { recursive: true })
  mkdirSync(inside('leaf'))
  write('leaf/package.json', JSON.stringify({ name: 'leaf', version: '1.0.0' }))
  write('leaf/leaf.js', '')
  write(
    'wait.cjs',
    `const { existsSync, writeFileSync } = require('fs')
if (existsSync('slow')) { writeFileSync('there', ''); setInterval(() => {}, 1000) }`,
  )
  write(
    'package.json',
    JSON.stringify({
      name: 'checkout',
      private: true,
      dependencies: { leaf: 'file:leaf-1.0.0.tgz' },
      scripts: { postinstall: 'node wait.cjs' },
    }),
  )
  const npm = async (...options: string[]) => {
    const { code, output } = await run('npm', options, { quiet: true, cwd: checkout })
    expect(code, output).toBe(0)
  }
  await npm('pack', './leaf')
  await npm('install', '--package-lock-only', '--offline')
})

function write(path: string, text: string) {
  writeFileSync(inside(path), text)
}

function install() {
  const code = `import { ensureInstalled } from './scripts/lib/install.mjs'; await ensureInstalled()`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    cwd: checkout,
    env: { ...process.env, npm_config_offline: 'true', SILA_DATA: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)))
  const ended = new Promise<{ code: number | null; said: string }>((resolve) =>
    child.once('close', (status) => resolve({ code: status, said })),
  )
  return { ended, kill: () => process.kill(-(child.pid ?? 0), 'SIGKILL') }
}

test('what is installed is not installed again', async () => {
  expect(await install().ended).toMatchObject({ code: 0 })
  expect(part()).toBe(true)
  expect(await install().ended).toEqual({ code: 0, said: '' })
})

test('an install that was killed is begun anew, and what it left half is whole', async () => {
  write('slow', '')
  const first = install()
  await expect.poll(() => existsSync(inside('there')), { timeout: 30_000 }).toBe(true)
  first.kill()
  await first.ended
  rmSync(inside('node_modules', 'leaf', 'leaf.js'))
  rmSync(inside('slow'))

  const { code, said } = await install().ended
  expect(code, said).toBe(0)
  expect(said).toContain('did not finish')
  expect(part()).toBe(true)
  expect(await install().ended).toEqual({ code: 0, said: '' })
})

test('what an install by hand left half is made whole too', async () => {
  mkdirSync(inside('node_modules', 'leaf'), { recursive: true })
  cpSync(inside('leaf', 'package.json'), inside('node_modules', 'leaf', 'package.json'))
  expect(await install().ended).toMatchObject({ code: 0 })
  expect(part()).toBe(true)
})

test('an install that fails takes nothing away from what was whole', async () => {
  expect(await install().ended).toMatchObject({ code: 0 })
  const manifest = JSON.stringify({
    name: 'checkout',
    dependencies: { leaf: 'file:leaf-1.0.0.tgz', other: 'file:other.tgz' },
  })
  write('package.json', manifest)
  expect(await install().ended).toMatchObject({ code: 1 })
  expect(part()).toBe(true)
  const { said } = await install().ended
  expect(said).not.toContain('did not finish')
  expect(part()).toBe(true)
})

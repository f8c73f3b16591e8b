import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { killEmbedded, startEmbedded } from './embedded.ts'
import type { Embedded } from './embedded.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'sila-embedded-'))
const started: Embedded[] = []
afterAll(async () => {
  for (const database of started) await database.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

async function start() {
  const database = await startEmbedded({ dataDir, quiet: true })
  started.push(database)
  return database
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows[0]?.[0]
  } finally {
    await client.end()
  }
}

test('a new data folder becomes a PostgreSQL 18 that knows letters beyond ASCII', async () => {
  const { url } = await start()
  expect(await ask(url, 'show server_version')).toMatch(/^18\./)
  expect(await ask(url, `select lower('ÄÉ')`)).toBe('äé')
  await ask(url, 'create extension if not exists pg_trgm')
  expect(await ask(url, `select cardinality(show_trgm('سؤال'))`)).toBeGreaterThan(3)
})

test('the password is readable by its owner alone, and a wrong one is refused', async () => {
  const { url, dataDir: folder } = await start()
  expect(statSync(join(folder, 'password')).mode & 0o777).toBe(0o600)
  await expect(ask(url.replace(/:[^:@]+@/, ':guess@'), 'select 1')).rejects.toThrow('password')
})

test('the API has a login of its own, which owns nothing and leads nowhere', async () => {
  const { appUrl, dataDir: folder } = await start()
  expect(await ask(appUrl, 'select current_user')).toBe('sila_app')
  expect(statSync(join(folder, 'app-password')).mode & 0o777).toBe(0o600)
  await expect(ask(appUrl, 'set role postgres')).rejects.toThrow('permission denied')
  await expect(ask(appUrl, 'create table mine (n int)')).rejects.toThrow('permission denied')
})

test('two starts at once share one database', async () => {
  const [one, two] = await Promise.all([start(), start()])
  expect(two.port).toBe(one.port)
})

test('after a kill -9 the next start recovers, on the same port, with everything committed', async () => {
  const { url, port, dataDir: folder } = await start()
  await ask(url, 'create table kept as select 42 as n')
  await killEmbedded(folder)
  await expect(ask(url, 'select 1')).rejects.toThrow()

  const again = await start()
  expect(again.port).toBe(port)
  expect(await ask(again.url, 'select n from kept')).toBe(42)
})

test('a pid file that names another program is stale', async () => {
  const { dataDir: folder } = await start()
  await killEmbedded(folder)
  writeFileSync(join(folder, 'cluster', 'postmaster.pid'), `${process.pid}\n${folder}\n0\n1\n`)
  expect(await ask((await start()).url, 'select 1')).toBe(1)
})

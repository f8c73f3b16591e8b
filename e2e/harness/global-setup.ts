import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startChromium } from './chromium.ts'
import { root } from './place.ts'
import { startProduct } from './product.ts'
import { demonstrationPeople, signInAll } from './sign-in.ts'
import type { Cookies } from './sign-in.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the product answers. */
    url: string
    /** Where the browser is told what to do. */
    browser: string
    /** Its database, for counting what was stored. */
    database: string
    /** The session of each of the staff who appear in the journeys. */
    cookies: Cookies
  }
}

/** One fresh database, one running product and one browser for all journeys. */
export default async function setup(project: TestProject) {
  const server = await databaseServer()
  const name = `sila_e2e_${process.pid}`
  await onServer(server.url, `create database ${name}`)
  const database = withDatabase(server.url, name)
  const product = await startProduct(database)
  const browser = await startChromium()
  project.provide('url', product.url)
  project.provide('browser', browser.address)
  project.provide('database', database)
  project.provide('cookies', await signInAll(product.url, demonstrationPeople))
  return async () => {
    await browser.stop()
    await product.stop()
    await onServer(server.url, `drop database if exists ${name} with (force)`)
    await server.stop()
  }
}

/** `npm test` hands a server over; a run by hand starts its own. */
async function databaseServer() {
  const given = process.env['SILA_TEST_DATABASE_URL']
  if (given) return { url: given, stop: async () => undefined }
  const { startEmbedded } = await import(pathToFileURL(join(root, 'apps/api/src/embedded/embedded.ts')).href)
  return startEmbedded({ dataDir: join(root, '.data/test-e2e'), durable: false, quiet: true })
}

function withDatabase(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}

async function onServer(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(sql)
  await client.end()
}

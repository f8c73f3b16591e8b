import { join } from 'node:path'
import { startEmbedded } from '../embedded/embedded.ts'
import { migrate } from '../database/migrate.ts'
import pg from 'pg'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the server; each spec file makes a database of its own from the template. */
    databaseServer: string
  }
}

/** Name of the migrated, empty database that specs copy. */
export const template = 'sila_template'

/** Starts, or takes over, one real PostgreSQL for all specs and migrates the template once. */
export default async function setup(project: TestProject) {
  const given = process.env['SILA_TEST_DATABASE_URL']
  const own = given
    ? undefined
    : await startEmbedded({
        dataDir: join(import.meta.dirname, '../../../../.data/test-api'),
        durable: false,
        quiet: true,
      })
  const server = given ?? own?.url ?? ''
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(`drop database if exists ${template} with (force)`)
  await client.query(`create database ${template}`)
  await client.end()
  await migrate(withDatabase(server, template))
  project.provide('databaseServer', server)
  return () => own?.stop()
}

/** The same server, another database. */
export function withDatabase(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}

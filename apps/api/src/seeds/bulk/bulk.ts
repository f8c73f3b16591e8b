import { foldText, nameKeys } from '@sila/domain/name'
import { makeReference } from '@sila/domain/reference'
import type { ReferencePrefix } from '@sila/domain/reference'
import type { Pool, PoolClient } from 'pg'
import { makeDice } from '../dice.ts'
import { idAt } from '../ids.ts'
import { insertRows } from '../rows.ts'
import { tongueOf } from '../stories/index.ts'
import { makeName } from './names.ts'
import * as sql from './statements.ts'

/** How much is to be made. */
export type Sizes = { people: number; interactions: number }

/** Grows with what is made, so that a cached database is known to be out of date. */
export const bulkVersion = 1

const batch = 10_000
const languages = ['ar', 'en', 'ur', 'bn', 'hi', 'id', 'fil', 'ml', 'ta', 'am', 'ne', 'so']

/**
 * Fills a database for measurement: two years of matters, two messages each, people with names in eleven scripts. All of
 * it or nothing is stored. Only for a database whose association is a demonstration.
 * @throws where the association is a real one
 */
export async function seedBulk(
  pool: Pool,
  sizes: Sizes,
  now: Date,
  say: (words: string) => void,
): Promise<void> {
  const { rows } = await pool.query<{ demonstration: boolean }>('select demonstration from association')
  if (!rows[0]?.demonstration)
    throw new Error(
      'This database belongs to an association; invented people are added to demonstrations only. Name another in DATABASE_URL, or leave it out for the embedded one.',
    )
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(`set local statement_timeout = 0`)
    await client.query(`set local maintenance_work_mem = '512MB'`)
    await client.query(`set local work_mem = '256MB'`)
    await fill(client, sizes, now, say)
    await client.query('commit')
    say('counting what was stored')
    await client.query('set statement_timeout = 0')
    await client.query('vacuum analyze')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release(true)
  }
}

async function fill(client: PoolClient, sizes: Sizes, now: Date, say: (words: string) => void) {
  const indexes = await client.query<{ name: string; definition: string }>(sql.indexes)
  for (const { name } of indexes.rows) await client.query(`drop index ${client.escapeIdentifier(name)}`)
  await uncheckedReferences(client)
  for (const statement of [sql.makeIds, ...sql.tables]) await client.query(statement)
  await fillStories(client)
  await fillPeople(client, sizes.people, now, say)
  await fillNumbers(client, sizes.interactions)
  await step('planning two years', () => client.query(sql.plan, [sizes.interactions, sizes.people, now]))
  await client.query('alter table plan add primary key (n)')
  await client.query('analyze')
  await step('matters', () => client.query(sql.matters))
  await client.query('analyze interaction')
  await step('questions', () => client.query(sql.questions))
  await step('answers', () => client.query(sql.answers))
  await step('long threads', () => client.query(sql.longThreads))
  await step('events', () => client.query(sql.events))
  for (const { name, definition } of indexes.rows) await step(`index ${name}`, () => client.query(definition))

  async function step(words: string, work: () => Promise<unknown>) {
    const start = performance.now()
    await work()
    say(`${words}: ${((performance.now() - start) / 1000).toFixed(1)} s`)
  }
}

// Only the owner of a whole server may leave out the checks of references; elsewhere they are made, and it takes longer.
async function uncheckedReferences(client: PoolClient) {
  await client.query('savepoint unchecked')
  try {
    await client.query('set local session_replication_role = replica')
  } catch {
    await client.query('rollback to savepoint unchecked')
  }
}

async function fillStories(client: PoolClient) {
  await insertRows(
    client,
    'story',
    languages.flatMap((language) =>
      tongueOf(language).stories.map(({ kind, subject, text, answer }, index) => ({
        language,
        k: index + 1,
        kind,
        subject,
        text,
        answer: answer || text,
      })),
    ),
  )
}

async function fillPeople(client: PoolClient, count: number, now: Date, say: (words: string) => void) {
  const dice = makeDice(20_261_122)
  const first = await take(client, 'B', count)
  for (let done = 0; done < count; done += batch) {
    const rows = Array.from({ length: Math.min(batch, count - done) }, (_, index) => {
      const n = done + index + 1
      const { name, language } = makeName(dice)
      const since = new Date(now.getTime() - (1 + ((count - n) * 1400) / count) * 86_400_000)
      const keys = { name_folded: foldText(name), name_keys: nameKeys(name) }
      return { n, id: idAt(since), number: makeReference('B', first + n - 1), name, ...keys, language, since }
    })
    await insertRows(client, 'person', rows)
  }
  say(`${count} people`)
  await client.query('analyze person')
  await client.query(sql.people)
  await client.query(sql.contacts)
}

async function fillNumbers(client: PoolClient, count: number) {
  const first = await take(client, 'Q', count)
  for (let done = 0; done < count; done += batch * 5) {
    const length = Math.min(batch * 5, count - done)
    const references = Array.from({ length }, (_, index) => makeReference('Q', first + done + index))
    await client.query(
      `insert into numbered select $2::int + ordinality, reference from unnest($1::text[]) with ordinality as u (reference, ordinality)`,
      [references, done],
    )
  }
}

/** Takes so many serial numbers at once; returns the first. */
async function take(client: PoolClient, prefix: ReferencePrefix, count: number): Promise<number> {
  const { rows } = await client.query<{ last: string }>(
    `select setval($1::regclass, nextval($1::regclass) + $2) as last`,
    [`reference_${prefix.toLowerCase()}`, count],
  )
  return Number(rows[0]?.last) - count
}

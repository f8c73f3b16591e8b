import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import type { ClientBase } from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { restoredXid } from '../audit/seal.ts'
import { auditedList } from '../audit/tables.ts'
import { markOf } from '../audit/mark.ts'
import { makeContext } from '../context.ts'
import type { House } from '../context.ts'
import { migrations } from '../migrations/index.ts'
import { erasePeople } from '../privacy/person.acts.ts'
import type { Seals } from '../keys/seal.ts'
import { headOf, openStream } from './box.ts'
import { tablesInOrder } from './dump.ts'
import type { Line } from './dump.ts'
import { nameInJournal, readJournal } from './journal.ts'

/** What stands at the database while a restore is not finished; until then nothing is served from it. */
const unfinished = 'a restore is not finished'

/** Whether a restore was begun here and not finished. */
export async function isUnfinished(databaseUrl: string): Promise<boolean> {
  return withClient(databaseUrl, readUnfinished)
}

async function readUnfinished(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ note: string | null }>(
    `select obj_description(to_regclass('public.association'), 'pg_class') as note`,
  )
  return rows[0]?.note === unfinished
}

/**
 * Fills an empty database from a backup, all of it or nothing, and marks it as unfinished: whoever was erased since the
 * backup is still in it. Where that is done already, nothing is done.
 * @throws where the database is not empty, or the backup was made by another version
 */
export async function loadBackup(databaseUrl: string, seals: Seals, file: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    if (await readUnfinished(client)) return
    const { rows } = await client.query('select from association union all select from beneficiary limit 1')
    if (rows.length > 0)
      throw new Error('The database is not empty. Restore into a new one: nothing was touched.')
    await client.query('begin')
    await client.query('set local statement_timeout = 0')
    await client.query('set local idle_in_transaction_session_timeout = 0')
    // What migrations put there stands in the backup as well, as it was.
    for (const table of (await tablesInOrder(client)).toReversed())
      await client.query(`delete from ${client.escapeIdentifier(table)}`)
    await pipeline(
      () => openStream(seals, createReadStream(file)),
      createGunzip(),
      async (plain: AsyncIterable<Buffer>) => {
        for await (const line of linesOf(plain)) await load(client, JSON.parse(line))
      },
    )
    await settle(client)
    await client.query(`comment on table public.association is '${unfinished}'`)
    await client.query('commit')
  })
}

async function* linesOf(plain: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let waiting: Buffer[] = []
  for await (const part of plain) {
    let from = 0
    for (let end = part.indexOf('\n'); end >= 0; end = part.indexOf('\n', from)) {
      yield Buffer.concat([...waiting, part.subarray(from, end)]).toString()
      waiting = []
      from = end + 1
    }
    waiting.push(part.subarray(from))
  }
}

async function load(client: ClientBase, line: Line): Promise<void> {
  if ('migrations' in line) {
    const missing = migrations.map(({ name }) => name).filter((name) => !line.migrations.includes(name))
    if (missing.length > 0 || line.migrations.length !== migrations.length)
      throw new Error(
        `The backup was made by another version, whose last step was ${line.migrations.at(-1)}. Restore with that version, then start this one.`,
      )
    for (const [name, last] of Object.entries(line.sequences))
      await client.query('select setval($1::regclass, $2, true)', [name, last])
    return
  }
  const [schema = '', table = ''] = line.table.split('.')
  const name = `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(table)}`
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(attname) as name from pg_attribute where attrelid = $1::regclass and attnum > 0
      and not attisdropped and attgenerated = '' order by attnum`,
    [name],
  )
  const columns = rows.map((row) => row.name).join()
  await client.query(
    `insert into ${name} (${columns}) select ${columns} from jsonb_populate_recordset(null::${name}, $1::jsonb)`,
    [line.rows],
  )
}

// Transactions are those of a server, and this is another one: what was sealed lies before all of them, in the order of
// ids, and what was not is as if it were written now. Cursors of live screens from before are answered with a reset.
async function settle(client: ClientBase): Promise<void> {
  for (const [table] of auditedList) {
    const sealed = `exists (select from seal where row_table = '${table}' and row_id = t.id)`
    await client.query(
      `update ${table} t set xid = case when ${sealed} then '${restoredXid}'::xid8 else pg_current_xact_id() end`,
    )
  }
  await client.query('update association set epoch = gen_random_uuid()')
  await client.query(`update pgboss.job set state = 'retry' where state = 'active'`)
}

/** What lets somebody in: it may have been ended, or used up, since the backup was made, and everybody proves anew who they are. */
const lendingEntry = ['auth_session', 'auth_verification', 'beneficiary_session', 'one_time_code'] as const

/**
 * Erases again whoever was erased since the backup was made, notes the restore in the audit trail, and lets the house be
 * opened. Answers with how many were erased again.
 */
export async function finishRestore(
  databaseUrl: string,
  house: House,
  folder: string,
  file: string,
): Promise<number> {
  const { pool } = house.database
  const journal = readJournal(folder)
  let erased = 0
  for (let last = '00000000-0000-0000-0000-000000000000'; ;) {
    const { rows } = await pool.query<{ id: string }>(
      'select id from beneficiary where id > $1 order by id limit 1000',
      [last],
    )
    const end = rows.at(-1)
    if (!end) break
    for (const { id } of rows) {
      const ground = journal.get(nameInJournal(house.keys, id))
      if (!ground) continue
      const ctx = makeContext(house, { type: 'SYSTEM' }, 'ar')
      await house.database.orm.em.fork().transactional((em) => erasePeople(ctx, em, [id], ground))
      erased++
    }
    last = end.id
  }
  const { rows } = await pool.query<{ seals: string }>(
    'select coalesce(max(seq), 0)::text as seals from seal',
  )
  await withClient(databaseUrl, async (client) => {
    await client.query('begin')
    for (const table of lendingEntry) await client.query(`delete from ${table}`)
    const row = {
      ...{ id: uuidv7(), at: house.now(), madeAt: new Date((await headOf(file)).madeAt) },
      ...{ seals: Number(rows[0]?.seals ?? 0), erased },
    }
    const { mark } = markOf(house.keys, 'restoration', row)
    await client.query(
      'insert into restoration (id, at, made_at, seals, erased, mark) values ($1, $2, $3, $4, $5, $6)',
      [row.id, row.at, row.madeAt, row.seals, row.erased, mark],
    )
    await client.query('comment on table public.association is null')
    await client.query('commit')
  })
  return erased
}

async function withClient<Result>(
  databaseUrl: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'sila restore' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

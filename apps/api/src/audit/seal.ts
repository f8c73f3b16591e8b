import type { Pool, PoolClient } from 'pg'
import { v4 as uuidv4 } from 'uuid'
import type { Keys } from '../keys/keys.ts'
import { makeMark } from './mark.ts'
import { readAudited } from './read.ts'
import type { AuditedRow } from './read.ts'
import { auditedList } from './tables.ts'

/** One link of the chain: a row, the transaction that wrote it, and its mark, bound to everything before. */
export type Seal = { seq: number; table: string; rowId: string; xid: string; mark: Buffer; hash: Buffer }
/** The end of the chain: how many seals there are, and the last hash. */
export type Head = { count: number; hash: string }

/**
 * The table that a declaration names. Between one that opens and one that closes, rows without a mark are taken as they
 * are: the first seal opens, because there were rows before there were marks, and it is closed once those are sealed.
 */
export const declaration = 'declaration'
const opening: Buffer = Buffer.of(1)
const closing: Buffer = Buffer.of(0)
/** Before the first seal. */
export const nothing: Buffer = Buffer.alloc(32)
/** Where the rows of a restored database stand: xids are those of a server, and it is another one. */
export const restoredXid = '3'

/** How many rows are sealed at once. */
export const page = 1000
const none = '00000000-0000-0000-0000-000000000000'
const last = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** What the hash of a seal is made of, besides the one before. */
export function linkOf({ seq, table, rowId, xid, mark }: Omit<Seal, 'hash'>): string {
  return JSON.stringify([seq, table, rowId, xid, mark.toString('hex')])
}

/** Seals everything below the horizon of running transactions, page by page. Answers with how many rows were sealed. */
export async function sealAll(pool: Pool, keys: Keys, most = page): Promise<number> {
  let sealed = 0
  for (;;) {
    const count = await sealSome(pool, keys, most)
    sealed += count
    if (count < most) return sealed
  }
}

/** Seals one page. Fewer rows than `most` are all that there were. */
export function sealSome(pool: Pool, keys: Keys, most = page): Promise<number> {
  return inTransaction(pool, (client) => sealPage(client, keys, most))
}

/** Takes rows without a mark as they are, once: what was written before there were marks, or by a command of the house. */
export function declareAdopted(pool: Pool, keys: Keys): Promise<number> {
  return inTransaction(pool, async (client) => {
    await client.query(`select pg_advisory_xact_lock(${lock})`)
    await append(client, keys, await readEnd(client), [declare(opening)])
    return 1
  })
}

// In place of the table: that a row of it was written and was gone before it was sealed.
const lostFrom = 'lost '

/** The table of a row that was lost, where a seal says that one was. */
export function lostTable({ table }: Pick<Seal, 'table'>): string | undefined {
  return table.startsWith(lostFrom) ? table.slice(lostFrom.length) : undefined
}

/** Says in the chain that rows were deleted before they were sealed: whatever becomes of them, that is not taken back. */
export async function sealLosses(
  pool: Pool,
  keys: Keys,
  rows: readonly { table: string; id: string }[],
): Promise<void> {
  await inTransaction(pool, async (client) => {
    await client.query(`select pg_advisory_xact_lock(${lock})`)
    const links = rows.map(({ table, id }) => {
      return { table: `${lostFrom}${table}`, rowId: id, xid: '0', mark: Buffer.alloc(0) }
    })
    await append(client, keys, await readEnd(client), links)
  })
}

const lock = `hashtext('sila seal')`

// One page is one transaction: a sealer that is killed leaves no gap. One sealer at a time, on however many nodes.
async function sealPage(client: PoolClient, keys: Keys, most: number): Promise<number> {
  const { rows } = await client.query<{ ours: boolean }>(`select pg_try_advisory_xact_lock(${lock}) as ours`)
  if (!rows[0]?.ours) return 0
  const end = await readEnd(client)
  const open = end.seq === 0 || (await readOpen(client))
  const restored = await readRestored(client)
  const found: AuditedRow[] = []
  for (const [name, table] of auditedList) {
    const { xid, id } = await readFrontier(client, name, restored)
    found.push(
      ...(await readAudited(
        client,
        name,
        table,
        `(t.xid, t.id) > ($1::xid8, $2::uuid) and t.xid < pg_snapshot_xmin(pg_current_snapshot()) order by t.xid, t.id limit $3`,
        [xid, id, most],
      )),
    )
  }
  const next = found.sort(inOrder).slice(0, most)
  await append(client, keys, end, [
    ...(end.seq === 0 ? [declare(opening)] : []),
    ...next.map((row) => asLink(keys, row)),
    ...(open && next.length < most ? [declare(closing)] : []),
  ])
  return next.length
}

type Link = Pick<Seal, 'table' | 'rowId' | 'xid' | 'mark'>

// A row that bears no mark is sealed with one of ours that says so; whether it may stand without is told by the check.
function asLink(keys: Keys, row: AuditedRow): Link {
  const mark = row.mark ?? Buffer.concat([adoption, makeMark(keys, row, row.salt ?? undefined)])
  return { table: row.table, rowId: row.id, xid: row.xid, mark }
}

const adoption = Buffer.of(0)

/** The mark that a seal gave to a row which had none; undefined where the row had one. */
export function adoptedMark({ mark }: Pick<Seal, 'mark'>): Buffer | undefined {
  return mark.length % 32 === adoption.length ? mark.subarray(adoption.length) : undefined
}

function declare(mark: Buffer): Link {
  return { table: declaration, rowId: uuidv4(), xid: '0', mark }
}

/** Whether a declaration opens. */
export function opens({ mark }: Pick<Seal, 'mark'>): boolean {
  return mark.equals(opening)
}

async function readOpen(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ mark: Buffer }>(
    `select mark from seal where row_table = $1 order by seq desc limit 1`,
    [declaration],
  )
  return rows.some(opens)
}

function inOrder(a: AuditedRow, b: AuditedRow): number {
  const [x, y] = [BigInt(a.xid), BigInt(b.xid)]
  return x === y ? (a.id < b.id ? -1 : 1) : x < y ? -1 : 1
}

async function append(client: PoolClient, keys: Keys, end: End, links: readonly Link[]): Promise<void> {
  if (links.length === 0) return
  let { seq, hash } = end
  const seals = links.map((link): Seal => {
    const named = { ...link, seq: ++seq }
    hash = keys.chain(hash, linkOf(named))
    return { ...named, hash }
  })
  await client.query({
    name: 'append-seals',
    text: `insert into seal (seq, row_table, row_id, xid, mark, hash)
      select * from unnest($1::bigint[], $2::text[], $3::uuid[], $4::xid8[], $5::bytea[], $6::bytea[])`,
    values: [
      seals.map((seal) => seal.seq),
      seals.map(({ table }) => table),
      seals.map(({ rowId }) => rowId),
      seals.map(({ xid }) => xid),
      seals.map(({ mark }) => mark),
      seals.map((seal) => seal.hash),
    ],
  })
}

type End = { seq: number; hash: Buffer }

async function readEnd(client: Pick<PoolClient, 'query'>): Promise<End> {
  const { rows } = await client.query<{ seq: string; hash: Buffer }>(
    `select seq, hash from seal order by seq desc limit 1`,
  )
  const [end] = rows
  return end ? { seq: Number(end.seq), hash: end.hash } : { seq: 0, hash: nothing }
}

/** The head of the chain; null before the first seal. */
export async function readHead(client: Pick<PoolClient, 'query'> | Pool): Promise<Head | null> {
  const { seq, hash } = await readEnd(client)
  return seq === 0 ? null : { count: seq, hash: hash.toString('hex') }
}

/** Whether the chain passes through a head that was written down. */
export async function passesThrough(client: Pick<PoolClient, 'query'> | Pool, head: Head): Promise<boolean> {
  const { rows } = await client.query(`select from seal where seq = $1 and hash = decode($2, 'hex')`, [
    head.count,
    head.hash,
  ])
  return rows.length > 0
}

/** Up to which seal the rows came from a backup, so that they stand under the xid of restored rows. */
export async function readRestored(client: Pick<PoolClient, 'query'>): Promise<number> {
  const { rows } = await client.query<{ seals: string }>(
    `select coalesce(max(seals), 0)::text as seals from restoration`,
  )
  return Number(rows[0]?.seals ?? 0)
}

async function readFrontier(client: PoolClient, name: string, restored: number) {
  const { rows } = await client.query<{ seq: string; xid: string; id: string }>(
    `select seq, xid::text as xid, row_id as id from seal where row_table = $1 order by seq desc limit 1`,
    [name],
  )
  const [seal] = rows
  if (!seal) return { xid: '0', id: none }
  return Number(seal.seq) <= restored ? { xid: restoredXid, id: last } : seal
}

async function inTransaction<Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    client.release()
    return result
  } catch (error) {
    client.release(true)
    throw error
  }
}

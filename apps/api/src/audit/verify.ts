import type { Keys } from '../keys/keys.ts'
import { isAsCommitted, isMarked, remainsOf } from './mark.ts'
import { readAudited } from './read.ts'
import type { Asked, AuditedRow } from './read.ts'
import {
  adoptedMark,
  declaration,
  linkOf,
  lostTable,
  nothing,
  opens,
  readRestored,
  restoredXid,
} from './seal.ts'
import type { Head, Seal } from './seal.ts'
import { auditedList, auditedTable } from './tables.ts'
import type { AuditedTable } from './tables.ts'

/** What is wrong with a row or a seal. */
export type Damage = { table: string; id: string; wrong: Wrong }
/** What can be wrong. */
export type Wrong =
  | 'the seal was altered, or one before it is missing'
  | 'a seal is missing'
  | 'the seal is of a table that is not audited'
  | 'the row is missing'
  | 'the row was deleted before it was sealed'
  | 'the row was altered'
  | 'the row was moved to another transaction'
  | 'the row bears no mark of the house'
  | 'what was erased of the row stands there again'
  | 'the row is blank, and no erasure says so'
  | 'what an erasure left of the row was altered'
  | 'the erasure that blanked the row is missing'
  | 'the row stands among sealed rows without a seal'
  | 'the chain does not pass through the head that was written down'

/** How the trail was found. */
export type Report = {
  seals: number
  rows: number
  /** Rows younger than the last seal; what is known of them already is that they bear the mark of the house. */
  unsealed: number
  head: Head
  damages: Damage[]
  /** More were found than are listed. */
  more: number
}

/** What is done between two pages; it is told when the page was begun, by `performance`. */
export type Rest = (begun: number) => Promise<void>

/** How many seals are checked at a time. */
export const page = 2000
const listed = 100

/**
 * Checks the whole trail, seal by seal and row by row, a page at a time: ask on a client that holds one snapshot. The
 * heads are those that were written down elsewhere; without one, a tail that was cut off is not missed.
 */
export async function verifyTrail(
  client: Asked,
  keys: Keys,
  heads: readonly Head[] = [],
  rest: Rest = () => Promise.resolve(),
): Promise<Report> {
  const damages: Damage[] = []
  let more = 0
  const tell = (table: string, id: string, wrong: Wrong) => {
    if (damages.length < listed) damages.push({ table, id, wrong })
    else more++
  }
  const restored = await readRestored(client)
  let open = false
  const head = { count: 0, hash: nothing.toString('hex') }
  const missed = new Map(heads.map((one) => [one.count, one.hash]))
  let rows = 0
  let before = nothing
  for (let last = '0'; ;) {
    const begun = performance.now()
    const seals = await readSeals(client, last)
    const end = seals.at(-1)
    if (!end) break
    for (const seal of seals) {
      if (seal.seq !== head.count + 1) tell('seal', String(seal.seq), 'a seal is missing')
      else if (!keys.chain(before, linkOf(seal)).equals(seal.hash))
        tell('seal', String(seal.seq), 'the seal was altered, or one before it is missing')
      before = seal.hash
      head.count = seal.seq
      head.hash = seal.hash.toString('hex')
      if (seal.table === declaration) open = opens(seal)
      else if (adoptedMark(seal) && !open) tell(seal.table, seal.rowId, 'the row bears no mark of the house')
      if (missed.get(seal.seq) === head.hash) missed.delete(seal.seq)
    }
    rows += await checkSealed(client, keys, seals, restored, tell)
    last = String(end.seq)
    await rest(begun)
  }
  for (const [count] of missed)
    tell('seal', String(count), 'the chain does not pass through the head that was written down')
  const unsealed = await checkUnsealed(client, keys, restored, open || head.count === 0, tell)
  return { seals: head.count, rows: rows + unsealed, unsealed, head, damages, more }
}

type Tell = (table: string, id: string, wrong: Wrong) => void

type SealLine = Omit<Seal, 'seq'> & { seq: string }

async function readSeals(client: Asked, after: string): Promise<Seal[]> {
  const { rows } = await client.query<SealLine>(
    `select seq, row_table as "table", row_id as "rowId", xid::text as xid, mark, hash
      from seal where seq > $1 order by seq limit ${page}`,
    [after],
  )
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }))
}

async function checkSealed(
  client: Asked,
  keys: Keys,
  seals: readonly Seal[],
  restored: number,
  tell: Tell,
): Promise<number> {
  let count = 0
  for (const [name, ofTable] of Map.groupBy(seals, ({ table }) => table)) {
    if (name === declaration) continue
    const lost = lostTable({ table: name })
    if (lost) {
      for (const { rowId } of ofTable) tell(lost, rowId, 'the row was deleted before it was sealed')
      continue
    }
    const table = auditedTable(name)
    if (!table) {
      for (const { rowId } of ofTable) tell(name, rowId, 'the seal is of a table that is not audited')
      continue
    }
    const ids = ofTable.map(({ rowId }) => rowId)
    const found = await readAudited(client, name, table, `t.id = any($1::uuid[])`, [ids])
    const rows = new Map(found.map((row) => [row.id, row]))
    const redactions = await readRedactions(client, keys, name, table, ids)
    for (const seal of ofTable) {
      const row = rows.get(seal.rowId)
      const wrong = row ? wrongWith(keys, row, seal, restored, redactions.get(row.id)) : 'the row is missing'
      if (wrong) tell(name, seal.rowId, wrong)
    }
    count += found.length
  }
  return count
}

function wrongWith(
  keys: Keys,
  row: AuditedRow,
  seal: Seal,
  restored: number,
  redaction: Redaction | undefined,
): Wrong | undefined {
  const xid = seal.seq <= restored ? restoredXid : seal.xid
  if (row.xid !== xid) return 'the row was moved to another transaction'
  const adopted = adoptedMark(seal)
  if (adopted ? row.mark !== null : !row.mark?.equals(seal.mark)) return 'the row was altered'
  return wrongContent(keys, row, adopted ?? seal.mark, redaction)
}

function wrongContent(
  keys: Keys,
  row: AuditedRow,
  mark: Buffer,
  redaction: Redaction | undefined,
): Wrong | undefined {
  if (!isMarked(keys, row, mark)) return 'the row was altered'
  if (row.erasable === undefined) return undefined
  if (row.salt) {
    if (!isAsCommitted(row, row.salt, mark)) return 'the row was altered'
    return redaction ? 'what was erased of the row stands there again' : undefined
  }
  // Without its salt nobody can say what stood there: then an erasure must have said that it went.
  if (!redaction) return 'the row is blank, and no erasure says so'
  if (!redaction.caused) return 'the erasure that blanked the row is missing'
  return redaction.remains.equals(remainsOf(row.erasable))
    ? undefined
    : 'what an erasure left of the row was altered'
}

type Redaction = { remains: Buffer; caused: boolean }

/** What erasures say of these rows: those that only the house can have written. */
async function readRedactions(
  client: Asked,
  keys: Keys,
  name: string,
  table: AuditedTable,
  ids: readonly string[],
): Promise<Map<string, Redaction>> {
  if (!table.erasable) return new Map()
  const ours = await readAudited(
    client,
    'redaction',
    auditedTable('redaction') ?? table,
    `t.row_table = $1 and t.row_id = any($2::uuid[])`,
    [name, ids],
  )
  const marked = ours.filter((row) => row.mark && isMarked(keys, row, row.mark))
  const { rows } = await client.query<{ id: string; rowId: string; remains: Buffer; caused: boolean }>(
    `select id, row_id as "rowId", remains, exists (select from erasure e where e.id = r.cause_id) or
      exists (select from retention_run n where n.id = r.cause_id) as caused from redaction r where id = any($1::uuid[])`,
    [marked.map(({ id }) => id)],
  )
  return new Map(rows.map((row) => [row.rowId, row]))
}

/** Rows without a seal: among the sealed ones there may be none, and each bears the mark of the house. */
async function checkUnsealed(
  client: Asked,
  keys: Keys,
  restored: number,
  open: boolean,
  tell: Tell,
): Promise<number> {
  let count = 0
  for (const [name, table] of auditedList) {
    const { rows: ends } = await client.query<{ xid: string }>(
      `select case when seq <= $2 then '${restoredXid}' else xid::text end as xid from seal where row_table = $1 order by seq desc limit 1`,
      [name, restored],
    )
    const end = BigInt(ends[0]?.xid ?? 0)
    for (let last = '00000000-0000-0000-0000-000000000000'; ;) {
      const rows = await readAudited(
        client,
        name,
        table,
        `not exists (select from seal s where s.row_table = $1 and s.row_id = t.id) and t.id > $2::uuid order by t.id limit ${page}`,
        [name, last],
      )
      const [first] = rows.slice(-1)
      if (!first) break
      const redactions = await readRedactions(
        client,
        keys,
        name,
        table,
        rows.map(({ id }) => id),
      )
      for (const row of rows) {
        if (BigInt(row.xid) < end) tell(name, row.id, 'the row stands among sealed rows without a seal')
        // While it is open, rows without a mark are only waiting to be taken as they are.
        else if (!row.mark) {
          if (!open) tell(name, row.id, 'the row bears no mark of the house')
        } else {
          const wrong = wrongContent(keys, row, row.mark, redactions.get(row.id))
          if (wrong) tell(name, row.id, wrong)
        }
      }
      count += rows.length
      last = first.id
    }
  }
  return count
}

import type { Pool } from 'pg'
import type { Logger } from 'pino'
import { v7 as uuidv7 } from 'uuid'
import type { House } from '../context.ts'
import type { Keys } from '../keys/keys.ts'
import { readHeadFile } from './head-file.ts'
import { restAfter } from './rest.ts'
import type { Head } from './seal.ts'
import { poolBehind } from '../walls/bound.ts'
import { houseRole } from '../walls/roles.ts'
import { verifyTrail } from './verify.ts'
import type { Report, Rest } from './verify.ts'

/** Checks the whole trail against one snapshot, however long that takes; between its pages it may rest. */
export async function checkTrail(
  pool: Pool,
  keys: Keys,
  heads: readonly Head[] = [],
  rest?: Rest,
): Promise<Report> {
  // The frame of a session comes before the statement that would choose the snapshot: here the role is set after it.
  const client = await poolBehind(pool).connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query(`set local role ${houseRole}`)
    await client.query('set local statement_timeout = 0')
    await client.query('set local idle_in_transaction_session_timeout = 0')
    return await verifyTrail(client, keys, heads, rest)
  } finally {
    await client.query('rollback').catch(() => undefined)
    client.release()
  }
}

/** Checks the trail in nobody's way, notes how it was found for the desk of the privacy officer, and alarms where it is damaged. */
export async function checkNightly(
  { database: { pool }, keys, auditHead, now }: Pick<House, 'database' | 'keys' | 'auditHead' | 'now'>,
  log: Logger,
): Promise<Report> {
  const kept = readHeadFile(auditHead)
  const heads = [...(await lastFound(pool)), ...(kept ? [kept] : [])]
  const report = await checkTrail(pool, keys, heads, restAfter)
  const damages = report.damages.length + report.more
  await pool.query(
    `insert into audit_check (id, at, rows, unsealed, count, hash, damages) values ($1, $2, $3, $4, $5, $6, $7)`,
    [uuidv7(), now(), report.rows, report.unsealed, report.head.count, report.head.hash, damages],
  )
  if (damages > 0)
    log.error({ damages, first: report.damages[0] }, 'audit: THE TRAIL IS DAMAGED; run npm run verify-audit')
  return report
}

// Whoever cut the tail off may have cut this off as well; the head that was written down in a file is surer.
async function lastFound(pool: Pool): Promise<Head[]> {
  const { rows } = await pool.query<{ count: string; hash: string }>(
    `select count, hash from audit_check order by at desc, id desc limit 1`,
  )
  return rows.map(({ count, hash }) => ({ count: Number(count), hash }))
}

import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { erasureGrounds } from '@sila/domain/personal-data'
import type { ErasureGround } from '@sila/domain/personal-data'
import type { Pool } from 'pg'
import { read } from '../database/database.ts'
import type { Keys } from '../keys/keys.ts'

/** Where the journal of erasures lies among the backups. */
export function journalOf(folder: string): string {
  return join(folder, 'erasures.journal')
}

/** Under which name an erased person stands in the journal: whoever has not the secret finds nobody by it. */
export function nameInJournal(keys: Keys, beneficiaryId: string): string {
  return keys.blind(`erased:${beneficiaryId}`)
}

/**
 * Writes into the journal whoever was erased and is not in it yet, so that a backup from before does not bring them back.
 * Answers with how many were added.
 */
export async function writeJournal(pool: Pool, keys: Keys, folder: string): Promise<number> {
  const known = readJournal(folder)
  const rows = await read<{ id: string; at: Date; ground: string }>(pool, {
    name: 'erased-people',
    text: `select aggregate_id as id, at, coalesce(payload->>'ground', 'ASKED') as ground from event
      where aggregate = 'beneficiary' and type = 'beneficiary.erased' order by at`,
    values: [],
  })
  const fresh = rows
    .map(({ id, at, ground }) => ({ name: nameInJournal(keys, id), at, ground }))
    .filter(({ name }) => !known.has(name))
  if (fresh.length === 0 && existsSync(journalOf(folder))) return 0
  mkdirSync(dirname(journalOf(folder)), { recursive: true, mode: 0o700 })
  const file = openSync(journalOf(folder), 'a', 0o600)
  try {
    writeSync(file, fresh.map(({ name, at, ground }) => `${at.toISOString()} ${name} ${ground}\n`).join(''))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  return fresh.length
}

/** Whoever was erased, by their names in the journal, and why. */
export function readJournal(folder: string): Map<string, ErasureGround> {
  const file = journalOf(folder)
  if (!existsSync(file)) return new Map()
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return new Map(
    lines.flatMap((line) => {
      const [, name, ground] = line.split(' ')
      return name ? [[name, erasureGrounds.find((each) => each === ground) ?? 'ASKED'] as const] : []
    }),
  )
}

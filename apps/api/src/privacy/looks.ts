import { quarterOf } from '@sila/domain/personal-data-looks'
import type { LookedAt } from '@sila/domain/personal-data-looks'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import { v7 as uuidv7 } from 'uuid'
import { markOf } from '../audit/mark.ts'
import type { Written } from '../audit/written.ts'
import { openingOf } from '../breakglass/opening.ts'
import { isMasked } from '../actors/actor.ts'
import type { Actor } from '../actors/actor.ts'
import type { Keys } from '../keys/keys.ts'
import { withoutWords } from '../refusal.ts'

/** The access log: who of the staff loaded what of whom. */
export type Looks = {
  /** Notes a look; it is written soon after, so that nobody waits for it. Guests look at nothing but their own. */
  noteLater(
    actor: Actor,
    beneficiaryId: string | null | undefined,
    what: LookedAt,
    at: Date,
    /** The matter that was looked at: it may lie open in an emergency only. */
    matterId?: string,
  ): void
  /** Writes what is noted now. */
  flush(): Promise<void>
  /** Writes what is left. */
  stop(): Promise<void>
}

type Look = {
  id: string
  staffId: string
  beneficiaryId: string
  what: LookedAt
  quarter: Date
  at: Date
  breakGlassId: string | null
}

const soon = 250
const afterFailure = 5000
const mostAtOnce = 1000

// Of a person who was erased meanwhile nothing is written; the lock lets no erasure in between.
const write = `insert into look (id, staff_id, beneficiary_id, what, quarter, at, salt, mark, break_glass_id)
  select l.id, l.staff, b.id, l.what, l.quarter, l.at, l.salt, l.mark, l.opening
  from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::timestamptz[], $6::timestamptz[], $7::bytea[], $8::bytea[], $9::uuid[])
    as l(id, staff, person, what, quarter, at, salt, mark, opening)
  join beneficiary b on b.id = l.person order by b.id for key share of b
  on conflict (beneficiary_id, quarter, staff_id, what, coalesce(break_glass_id, '00000000-0000-0000-0000-000000000000'::uuid)) do nothing
  returning id`

/** Opens the log on the pool. */
export function openLooks(pool: Pool, keys: Keys, log: Logger, written: Pick<Written, 'add'>): Looks {
  let noted: Look[] = []
  let quarter = 0
  // What was noted in this quarter of an hour already; the unique index does the same over all nodes.
  let known = new Set<string>()
  let writing: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined

  function writeLater(wait: number) {
    timer ??= setTimeout(() => void flush(), wait).unref()
  }

  async function writeAll() {
    while (noted.length > 0) {
      const page = noted.splice(0, mostAtOnce)
      try {
        const values = columnsOf(keys, page)
        const { rows } = await pool.query<{ id: string }>({ name: 'write-looks', text: write, values })
        written.add(rows.map(({ id }) => ({ table: 'look', id })))
      } catch (error) {
        noted = [...page, ...noted]
        log.error({ err: withoutWords(error), looks: noted.length }, 'looks: kept until the database answers')
        writeLater(afterFailure)
        return
      }
    }
  }

  async function flush() {
    clearTimeout(timer)
    timer = undefined
    await writing
    writing = writeAll().finally(() => (writing = undefined))
    await writing
  }

  return {
    noteLater(actor, beneficiaryId, what, at, matterId) {
      // Masked eyes see nobody, so nobody was looked at.
      if (actor.type !== 'STAFF' || isMasked(actor) || !beneficiaryId) return
      const now = quarterOf(at)
      if (now.getTime() !== quarter) {
        quarter = now.getTime()
        known = new Set()
      }
      const staffId = actor.staff.id
      const breakGlassId = openingOf(actor, matterId)?.id ?? null
      const anything = `${staffId} ${beneficiaryId}`
      const key = `${anything} ${what} ${breakGlassId}`
      // Whoever has opened more of somebody is not told to have seen them in a list too.
      if (known.has(key) || (what === 'LIST' && known.has(anything))) return
      known.add(key)
      if (what !== 'LIST') known.add(anything)
      noted.push({ id: uuidv7(), staffId, beneficiaryId, what, quarter: now, at, breakGlassId })
      writeLater(soon)
    },
    flush,
    async stop() {
      await flush()
      clearTimeout(timer)
    },
  }
}

function columnsOf(keys: Keys, looks: readonly Look[]): unknown[][] {
  const marks = looks.map((look) => markOf(keys, 'look', look))
  return [
    looks.map(({ id }) => id),
    looks.map(({ staffId }) => staffId),
    looks.map(({ beneficiaryId }) => beneficiaryId),
    looks.map(({ what }) => what),
    looks.map((look) => look.quarter),
    looks.map(({ at }) => at),
    marks.map(({ salt }) => salt),
    marks.map(({ mark }) => mark),
    looks.map(({ breakGlassId }) => breakGlassId),
  ]
}

import type { EntityManager } from '@mikro-orm/postgresql'
import { dueBefore, recordKinds } from '@sila/domain/retention'
import type { RecordKind } from '@sila/domain/retention'
import { v7 as uuidv7 } from 'uuid'
import { markOf } from '../audit/mark.ts'
import { endBackups } from '../backup/make.ts'
import { makeContext } from '../context.ts'
import type { Context, House } from '../context.ts'
import { takeAwayOrphans } from '../files/index.ts'
import { onHold, parts } from './kinds.ts'
import type { Part } from './kinds.ts'
import { readTerms } from './terms.ts'

/** What a run did, or would do, with a kind of record: how many are due, how many went, and what held the others back. */
export type Ended = { record: RecordKind; examined: number; erased: number; held: number; open: number }

const page = 100
const none = { examined: 0, erased: 0, held: 0, open: 0 }

/** What is due now, and what of it would go; nothing is touched. */
export async function previewRetention(house: House): Promise<Ended[]> {
  const em = house.database.orm.em.fork()
  const terms = await readTerms(house.database.pool)
  const all: Ended[] = []
  for (const record of recordKinds) {
    const sum = { record, ...none }
    const months = terms.get(record)
    const before = months ? dueBefore(house.calendar.timeZone, house.now(), months) : undefined
    if (before) for (const part of parts[record]) add(sum, await count(em, part, before))
    all.push(sum)
  }
  return all
}

/**
 * Ends what is due: in pages, each with its own note in the audit trail, so that a run that is killed is told truly and
 * the next one goes on. One run at a time on all nodes together; undefined where another one runs.
 */
export async function runRetention(house: House): Promise<Ended[] | undefined> {
  const client = await house.database.pool.connect()
  try {
    const { rows } = await client.query<{ ours: boolean }>(`select pg_try_advisory_lock(${lock}) as ours`)
    if (!rows[0]?.ours) return undefined
    const ended = await runAll(house)
    // Files went with their words: their bytes go now, those that a run left before it was killed as well.
    await takeAwayOrphans(house)
    return ended
  } finally {
    // With the connection the lock goes, but somewhat later: whoever runs next at once would find it taken.
    await client.query(`select pg_advisory_unlock_all()`).catch(() => undefined)
    client.release(true)
  }
}

const lock = `hashtext('sila retention')`

async function runAll(house: House): Promise<Ended[]> {
  const ctx = makeContext(house, { type: 'SYSTEM' }, 'ar')
  const terms = await readTerms(house.database.pool)
  const all: Ended[] = []
  for (const record of recordKinds) {
    const sum = { record, ...none }
    const months = terms.get(record)
    const before = months ? dueBefore(house.calendar.timeZone, ctx.now, months) : undefined
    if (before) for (const part of parts[record]) await endPart(ctx, part, before, sum)
    if (before && record === 'BACKUP') await endOldBackups(ctx, before, sum)
    all.push(sum)
  }
  return all
}

async function endOldBackups(ctx: Context, before: Date, sum: Ended): Promise<void> {
  if (!ctx.house.backups) return
  const erased = endBackups(ctx.house.backups, before)
  add(sum, { ...none, examined: erased, erased })
  const { database, written } = ctx.house
  await written.through(() => database.orm.em.fork().transactional((em) => note(ctx, em, uuidv7(), sum)))
}

async function endPart(ctx: Context, part: Part, before: Date, sum: Ended): Promise<void> {
  for (let after: string | undefined; ;) {
    const since = after
    const endPage = async (em: EntityManager) => {
      const { due, taken } = await lockDue(em, part, before, since)
      const ids = due.filter(({ held, open }) => !held && !open).map(({ id }) => id)
      const id = uuidv7()
      if (ids.length > 0) await part.end(ctx, em, { keys: ctx.house.keys, id, at: ctx.now }, ids)
      const counted = {
        ...{ record: sum.record, examined: due.length, erased: ids.length },
        held: due.filter(({ held }) => held).length,
        open: due.filter(({ held, open }) => open && !held).length,
      }
      add(sum, counted)
      if (due.length > 0 || since === undefined) await note(ctx, em, id, counted)
      return { found: taken.length, last: taken.at(-1)?.id }
    }
    const { database, written } = ctx.house
    const { found, last } = await written.through(() => database.orm.em.fork().transactional(endPage))
    if (found < page) return
    after = last
  }
}

type Due = { id: string; held: boolean; open: boolean }

// Held first and looked at after: what came in before the row was held is seen. Their people are held as well, so that no
// legal hold is placed on them before the page is done; of whom somebody else holds right now, nothing goes this night.
async function lockDue(
  em: EntityManager,
  part: Part,
  before: Date,
  after: string | undefined,
): Promise<{ due: Due[]; taken: { id: string }[] }> {
  await em.execute('set local statement_timeout = 0')
  const key = `t.${part.key ?? 'id'}`
  const type = part.key === 'ctid' ? 'tid' : 'uuid'
  const taken = await em.execute<{ id: string }[]>(
    ...asked(
      `select ${key}::text as id from ${part.table} t where ${part.due} ${after ? `and ${key} > $2::${type}` : ''}
        order by ${key} limit ${page} for update skip locked`,
      [before, after],
    ),
  )
  if (taken.length === 0) return { due: [], taken }
  const ids = listOf(taken)
  const people = part.person && listOf(await lockPeople(em, part, ids))
  const due = await em.execute<Due[]>(
    ...asked(
      `select ${key}::text as id, ${onHold(part)} as held, ${part.open ?? 'false'} as open from ${part.table} t
        where ${part.due} and ${key} = any ($2::${type}[])
          ${part.person ? `and (${part.person} is null or ${part.person} = any ($3::uuid[]))` : ''} order by ${key}`,
      [before, ids, people],
    ),
  )
  return { due, taken }
}

function lockPeople(em: EntityManager, { table, person }: Part, ids: string): Promise<{ id: string }[]> {
  return em.execute(
    `select b.id from beneficiary b where b.id in (select ${person} from ${table} t where t.id = any (?::uuid[]))
      order by b.id for key share skip locked`,
    [ids],
  )
}

const listOf = (rows: readonly { id: string }[]) => `{${rows.map(({ id }) => `"${id}"`).join()}}`

async function count(em: EntityManager, part: Part, before: Date): Promise<Omit<Ended, 'record'>> {
  const [line] = await em.transactional(async (tx) => {
    await tx.execute('set local statement_timeout = 0')
    return tx.execute<Omit<Ended, 'record'>[]>(
      ...asked(
        `select count(*)::int as examined, (count(*) filter (where not held and not open))::int as erased,
          (count(*) filter (where held))::int as held, (count(*) filter (where open and not held))::int as open
          from (select ${onHold(part)} as held, ${part.open ?? 'false'} as open from ${part.table} t where ${part.due}) due`,
        [before],
      ),
    )
  })
  return line ?? none
}

// The ORM writes `?` where parts write `$1`, as often as they do.
function asked(text: string, values: readonly unknown[]): [string, unknown[]] {
  const inOrder = [...text.matchAll(/\$(\d)/g)].map(([, place]) => values[Number(place) - 1])
  return [text.replaceAll(/\$\d/g, '?'), inOrder]
}

function add(sum: Ended, more: Omit<Ended, 'record'>): void {
  sum.examined += more.examined
  sum.erased += more.erased
  sum.held += more.held
  sum.open += more.open
}

/** Notes a page in the audit trail, in its own transaction. */
async function note(ctx: Context, em: EntityManager, id: string, ended: Ended): Promise<void> {
  const row = { id, begunAt: ctx.now, at: new Date(), ...ended }
  const { mark } = markOf(ctx.house.keys, 'retention_run', row)
  await em.execute(
    `insert into retention_run (id, begun_at, at, record, examined, erased, held, open, mark) values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [...[id, row.begunAt, row.at, row.record, row.examined, row.erased, row.held, row.open, mark]],
  )
}

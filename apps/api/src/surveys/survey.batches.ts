import { dateAt, nextDate } from '@sila/domain/local-time'
import { minimumGroup } from '@sila/domain/survey'
import type { House } from '../context.ts'
import { executeIn } from '../events.ts'
import type { Execute } from '../jobs.ts'
import { ofHouse } from '../walls/actor.ts'

/** By what a rating can be broken down; a batch is of one kind in each of them. */
const marks = ['channel', 'kind', 'service_key', 'language'] as const
type Mark = (typeof marks)[number]

/** What a rating keeps that found not four of its kind in its month: one of these, each month another first. */
const turns: readonly (readonly Mark[])[] = [['kind', 'service_key'], ['language'], ['channel']]

/**
 * Counts the ratings that wait, in batches of five or more that nothing can tell apart (docs/decisions/0021): whatever
 * period, part or hour two figures are taken of, they differ by whole batches, never by one person's rating (M3).
 * @returns how many were counted
 */
export async function countRatings(house: House): Promise<number> {
  const today = dateAt(house.calendar.timeZone, house.now().getTime())
  return ofHouse(house)
    .orm.em.fork()
    .transactional(async (em) => {
      // Two at once could see a batch that grew by one, and count that one alone.
      await em.execute(`select pg_advisory_xact_lock(hashtext('sila ratings'))`)
      return countOn(executeIn(em), today)
    })
}

/** What one night counts. */
export async function countOn(execute: Execute, today: string): Promise<number> {
  const first = Number(today.slice(5, 7)) % turns.length
  let counted = await count(marks, nextDate(today))
  for (const kept of [...turns.slice(first), ...turns.slice(0, first), []])
    counted += await count(kept, monthOf(today))
  return counted

  async function count(kept: readonly Mark[], before: string): Promise<number> {
    const { rows } = await execute(statementOf(kept), [before, minimumGroup, today])
    return rows.length
  }
}

/** The first day of the month of a date: all that is kept of when an answer came. */
export function monthOf(date: string): string {
  return `${date.slice(0, 7)}-01`
}

// Words tell by their language whose they are: they are shown where five of the batch were asked in one.
function statementOf(kept: readonly Mark[]): string {
  const sizeOf = (alike: readonly Mark[]) =>
    `count(*) over (${alike.length > 0 ? `partition by ${alike.join()}` : ''})`
  const taken = marks.filter((mark) => !kept.includes(mark)).map((mark) => `, ${mark} = null`)
  return `with waiting as (select id, ${sizeOf(kept)} as alike, ${sizeOf([...new Set([...kept, 'language'] as const)])} as speaking
      from survey_response where not counted and day < $1)
    update survey_response r set counted = true, day = $3, comment_shown = w.speaking >= $2${taken.join('')}
    from waiting w where r.id = w.id and w.alike >= $2 returning r.id`
}

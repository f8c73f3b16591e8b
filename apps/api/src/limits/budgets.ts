import type { Pool } from 'pg'
import type { Actor } from '../actors/actor.ts'
import { read } from '../database/database.ts'
import type { Database } from '../database/database.ts'
import type { Door } from '../http/network.ts'
import type { Keys } from '../keys/keys.ts'
import { ofHouse } from '../walls/actor.ts'

/** Whoever pays for a question, and what they may spend in an hour and in a day. */
export type Payer = { who: string; hour: number; day: number }

type Span = { limit: number; left: number; renewsAt: Date | null }
/** What is left. */
export type Left = { hour: Span; day: Span }

/** What questions cost, counted over all nodes in the database. */
export type Budgets = {
  /** Spends it if there is enough; else nothing is spent, and it says in how many seconds to come back. */
  spend(payer: Payer, cost: number): Promise<{ left: Left; comeBackIn?: number }>
  left(payers: readonly Payer[]): Promise<Left[]>
  /** Who pays for what is asked here; nobody where it is not counted. */
  payerOf(asking: { actor: Actor; door: Door }): Payer | undefined
}

type Row = { hourSpent: number; hourUntil: Date; daySpent: number; dayUntil: Date }

const row = `hour_spent as "hourSpent", hour_until as "hourUntil", day_spent as "daySpent", day_until as "dayUntil"`
const spentIn = (span: 'hour' | 'day') => `case when s.${span}_until <= now() then 0 else s.${span}_spent end`
const untilOf = (span: 'hour' | 'day') =>
  `case when s.${span}_until <= now() then excluded.${span}_until else s.${span}_until end`

// One statement looks and spends: parallel questions cannot spend the same rest, and what is refused costs nothing.
const spendOnce = `insert into cost_spent as s (who, hour_until, hour_spent, day_until, day_spent)
  select $1, now() + interval '1 hour', $2::int, now() + interval '1 day', $2::int where $2 <= $3::int and $2 <= $4::int
  on conflict (who) do update set
    hour_spent = ${spentIn('hour')} + excluded.hour_spent, hour_until = ${untilOf('hour')},
    day_spent = ${spentIn('day')} + excluded.day_spent, day_until = ${untilOf('day')}
  where ${spentIn('hour')} + excluded.hour_spent <= $3::int and ${spentIn('day')} + excluded.day_spent <= $4::int
  returning ${row}`

const sweepEvery = 60_000

/** What a member of staff may spend on questions of their own, in however many sessions, and a network where everybody may ask. */
const usual = { person: { hour: 1_000_000, day: 10_000_000 }, network: { hour: 200_000, day: 2_000_000 } }

/** Opens the counts; without `guests` only what keys spend is counted. */
export function makeBudgets(house: { database: Database; keys: Keys }, guests: boolean): Budgets {
  let swept = Date.now()
  const whoIs = ({ who }: Payer) => house.keys.blind(`cost ${who}`)

  async function leftFor(payers: readonly Payer[]): Promise<Left[]> {
    const rows = await read<Row & { who: string }>(ofHouse(house).pool, {
      name: 'cost-left',
      text: `select who, ${row} from cost_spent where who = any($1)`,
      values: [payers.map(whoIs)],
    })
    const found = new Map(rows.map((each) => [each.who, each]))
    return payers.map((payer) => leftOf(payer, found.get(whoIs(payer))))
  }

  return {
    left: leftFor,
    async spend(payer, cost) {
      const { pool } = ofHouse(house)
      if (swept < Date.now() - sweepEvery) {
        swept = Date.now()
        sweep(pool).catch(() => undefined)
      }
      const { hour, day } = payer
      const values = [whoIs(payer), cost, hour, day]
      const [spent] = await read<Row>(pool, { name: 'cost-spend', text: spendOnce, values })
      if (spent) return { left: leftOf(payer, spent) }
      const [left = leftOf(payer, undefined)] = await leftFor([payer])
      return { left, comeBackIn: comeBackIn(left, cost) }
    },
    payerOf({ actor, door }) {
      if (actor.type === 'SYSTEM') return undefined
      if (actor.type === 'STAFF' && actor.key)
        return { who: `key ${actor.key.id}`, hour: actor.key.hourBudget, day: actor.key.dayBudget }
      if (!guests) return undefined
      // By the person: whoever signs in anew has spent what they spent.
      if (actor.type === 'STAFF') return { who: `staff ${actor.staff.id}`, ...usual.person }
      return { who: door.network(), ...usual.network }
    },
  }
}

async function sweep(pool: Pool) {
  await pool.query('delete from cost_spent where day_until < now()')
}

function leftOf({ hour, day }: Payer, spent: Row | undefined): Left {
  return {
    hour: spanOf(hour, spent?.hourSpent, spent?.hourUntil),
    day: spanOf(day, spent?.daySpent, spent?.dayUntil),
  }
}

function spanOf(limit: number, spent = 0, until?: Date): Span {
  if (!until || until.getTime() <= Date.now()) return { limit, left: limit, renewsAt: null }
  return { limit, left: Math.max(0, limit - spent), renewsAt: until }
}

/** When the last span that lacks the cost begins anew; what costs more than the whole budget has to wait for a day. */
function comeBackIn({ hour, day }: Left, cost: number): number {
  const lacking = [hour, day].filter(({ left }) => left < cost)
  const until = Math.max(...lacking.map(({ renewsAt }) => renewsAt?.getTime() ?? Date.now() + 86_400_000))
  return Math.max(1, Math.ceil((until - Date.now()) / 1000))
}

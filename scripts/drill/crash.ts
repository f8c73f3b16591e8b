import { setTimeout as pause } from 'node:timers/promises'
import { ask } from '../../apps/api/src/embedded/postmaster.ts'
import { startHouse } from './house.ts'
import type { House } from './house.ts'
import { inParallel, submit } from './submit.ts'
import type { Acknowledgement } from './submit.ts'

/** What came of a crash drill; all of `wrong` must be 0. */
export type CrashReport = {
  acknowledged: number
  stored: number
  kills: number
  retried: number
  wrong: { lost: number; doubled: number; mismatched: number; withoutEvent: number; unasked: number }
  /** From the moment the killed part answers again to the next acknowledgement, the longest, in ms. */
  slowestResume: number
  /** Connections open to the database when all is quiet. */
  clients: number
}

const targets = ['api', 'database', 'both'] as const

/**
 * Sends questions while API and PostgreSQL are killed with -9 again and again, then counts what was promised
 * against what is stored.
 */
export async function drillCrash(
  size: { submissions: number; kills: number },
  tell: (words: string) => void,
): Promise<CrashReport> {
  const house = await startHouse()
  try {
    const run = Date.now().toString(36)
    const texts = Array.from(
      { length: size.submissions },
      (_, index) => `Drill ${run}: when does course ${index} begin?`,
    )
    const acknowledged: Acknowledgement[] = []
    const killing = kill(house, size, acknowledged, tell)
    await inParallel(texts, 16, async (text) => {
      acknowledged.push(await submit(house.url, text))
    })
    const slowestResume = await killing
    return { ...(await reconcile(house, run, acknowledged)), kills: size.kills, slowestResume }
  } finally {
    await house.close()
  }
}

/** One kill each time another share of the submissions is through, so that all of them fall under load. */
async function kill(
  house: House,
  size: { submissions: number; kills: number },
  acknowledged: Acknowledgement[],
  tell: (words: string) => void,
) {
  let slowest = 0
  for (let index = 0; index < size.kills; index++) {
    const share = Math.floor((size.submissions * (index + 0.5)) / size.kills)
    while (acknowledged.length < share) await pause(2)
    const target = targets[index % targets.length] ?? 'both'
    const through = acknowledged.length
    await Promise.all([
      target === 'database' ? undefined : house.killApi(),
      target === 'api' ? undefined : house.killDatabase(),
    ])
    const back = performance.now()
    const after = acknowledged.length
    while (acknowledged.length === after && after < size.submissions) await pause(2)
    const resumed = Math.max(0, performance.now() - back)
    slowest = Math.max(slowest, resumed)
    tell(
      `kill ${index + 1} of ${size.kills} (${target}) after ${through} acknowledged; work went on ${Math.round(resumed)} ms after it was back`,
    )
  }
  return Math.round(slowest)
}

type Row = { text: string; reference: string; events: number }

async function reconcile(house: House, run: string, acknowledged: Acknowledgement[]) {
  // Whoever still holds a connection that is no longer needed is seen here.
  await pause(1500)
  const { rows, clients } = await ask(house.database, async (client) => {
    const found = await client.query<Row>(
      `select entry.text, interaction.reference,
        (select count(*)::int from event where aggregate_id = interaction.id and type = 'interaction.submitted') as events
       from interaction left join entry on entry.interaction_id = interaction.id where interaction.preview like $1`,
      [`Drill ${run}:%`],
    )
    const open = await client.query<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    )
    return { rows: found.rows, clients: open.rows[0]?.n ?? 0 }
  })
  const stored = new Map<string, Row[]>()
  for (const row of rows) stored.set(row.text, [...(stored.get(row.text) ?? []), row])
  const promised = new Set(acknowledged.map((each) => each.text))
  return {
    acknowledged: acknowledged.length,
    stored: rows.length,
    retried: acknowledged.filter((each) => each.tries > 1).length,
    clients,
    wrong: {
      lost: acknowledged.filter((each) => !stored.has(each.text)).length,
      doubled: [...stored.values()].filter((each) => each.length > 1).length,
      mismatched: acknowledged.filter((each) => stored.get(each.text)?.[0]?.reference !== each.reference)
        .length,
      withoutEvent: rows.filter((row) => row.events !== 1).length,
      unasked: [...stored.keys()].filter((text) => !promised.has(text)).length,
    },
  }
}

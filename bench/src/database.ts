import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../../apps/api/src/embedded/embedded.ts'
import type { Embedded } from '../../apps/api/src/embedded/embedded.ts'
import { bulkVersion } from '../../apps/api/src/seeds/bulk/bulk.ts'
import { dataDir, root } from '../../scripts/lib/place.mjs'
import type { Options } from './options.ts'
import { run } from './processes.ts'

/** What the measurements need to know of what was seeded. */
export type Sample = { threads: string[]; searches: string[]; staffId: string }

/** Starts the database of the measurements; one is kept for each size and seed, and filled only once. */
export async function openDatabase(options: Options): Promise<{ database: Embedded; sample: Sample }> {
  const name = `bench_${options.interactions}_${options.people}_v${bulkVersion}`
  const database = await startEmbedded({ dataDir: join(dataDir, 'bench'), name })
  if (!(await isFilled(database.url, options))) {
    process.stdout.write(`Filling ${name}: this is done once and takes a few minutes.\n`)
    const sizes = ['--people', String(options.people), '--interactions', String(options.interactions)]
    const seed = join(root, 'apps/api/src/seeds/bulk/main.ts')
    await run(['--import', '@oxc-node/core/register', seed, ...sizes], { DATABASE_URL: database.url })
  }
  return { database, sample: await takeSample(database.url) }
}

async function isFilled(url: string, { interactions }: Options): Promise<boolean> {
  return ask(url, async (client) => {
    const { rows } = await client.query<{ there: boolean }>(
      `select to_regclass('interaction') is not null as there`,
    )
    if (!rows[0]?.there) return false
    const counted = await client.query<{ n: string }>('select count(*) as n from interaction')
    return Number(counted.rows[0]?.n) >= interactions
  })
}

/** Threads of fifty lines and more, and names as somebody types them: one word and the beginning of the next. */
async function takeSample(url: string): Promise<Sample> {
  return ask(url, async (client) => {
    await client.query(`create schema if not exists bench`)
    // PostGraphile has no search of its own: it is given the very statement of the product's first step.
    await client.query(`create or replace function bench.people_named(asked text) returns setof public.beneficiary language sql stable as
      $$ select * from public.beneficiary b where to_tsvector('simple', b.name_folded) @@ to_tsquery('simple', asked) order by b.id desc limit 21 $$`)
    const threads = await client.query<{ id: string }>(
      `select e.interaction_id as id from entry e join interaction i on i.id = e.interaction_id where i.open group by 1 having count(*) > 50 order by 1 limit 300`,
    )
    const names = await client.query<{ name: string }>(
      `select name from beneficiary tablesample bernoulli (5) limit 300`,
    )
    const officer = await client.query<{ id: string }>(
      `select id from staff where role = 'OFFICER' order by email limit 1`,
    )
    return {
      threads: threads.rows.map(({ id }) => id),
      searches: names.rows.map(({ name }) => typed(name)),
      staffId: officer.rows[0]?.id ?? '',
    }
  })
}

function typed(name: string): string {
  const [first = '', second = ''] = name.split(' ')
  return `${first} ${second.slice(0, 2)}`.trim()
}

async function ask<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

import { expect, test } from 'vitest'
import { makeContext } from '../context.ts'
import { noteEvent } from '../events.ts'
import { makeLog } from '../log.ts'
import { key, useApi } from '../testing/api.ts'
import { checkTrail } from './check.ts'
import { sealAll } from './seal.ts'
import { startSealing } from './trail.ts'
import { page } from './verify.ts'

const api = useApi()

test('keeps nobody who stops the house waiting for a long backlog, which is sealed after it begins again', async () => {
  const { keys, database } = api.house
  const { pool } = database
  const check = () => checkTrail(pool, keys, [])
  const ctx = makeContext(api.house, { type: 'SYSTEM' }, 'en')
  const event = { aggregate: 'interaction', type: 'interaction.spoken', visibility: 'STAFF' } as const
  await Promise.all(
    Array.from({ length: page + 100 }, () => noteEvent(ctx, pool, { ...event, aggregateId: key() })),
  )
  await startSealing(api.house, makeLog('silent')).stop()
  expect((await check()).unsealed).toBeGreaterThanOrEqual(100)
  // What is under way in other databases of the same server may hold the horizon back a moment.
  await expect
    .poll(async () => (await sealAll(pool, keys), (await check()).unsealed), { timeout: 20_000 })
    .toBe(0)
  const rests: number[] = []
  const found = await checkTrail(pool, keys, [], async (begun) => void rests.push(begun))
  expect(found.damages).toEqual([])
  // The check of the night rests after each page, too.
  expect(rests).toHaveLength(Math.ceil(found.seals / page))
  expect(rests.length).toBeGreaterThan(1)
})

import { expect, test } from 'vitest'
import { withoutWords } from '../refusal.ts'
import { key, useApi } from '../testing/api.ts'

const api = useApi()

test('log leakage: of a failure whose message has several lines, every line of which can be words, none is noted', async () => {
  const words = 'There is nothing to eat.\nMy secret hardship\n    at home'
  const { pool, orm } = api.house.database
  for (const ask of [
    () => pool.query('select $1::uuid', [words]),
    () => orm.em.fork().execute('select ?::uuid', [words]),
  ]) {
    const error: unknown = await ask().then(
      () => undefined,
      (reason: unknown) => reason,
    )
    expect(error).toMatchObject({ message: expect.stringContaining('hardship') })
    const noted = withoutWords(error)
    expect(noted).toMatchObject({ code: '22P02', stack: expect.stringMatching(/^ {4}at .+:\d+:\d+/u) })
    expect(JSON.stringify(noted)).not.toMatch(/hardship|nothing to eat|at home/u)
  }
})

test('erasure leftovers: the queue does not keep the words that a job failed with', async () => {
  const { pool, jobs } = { ...api.house, ...api.house.database }
  const nothing = async () => undefined
  const others = {
    escalate: nothing,
    tend: nothing,
    checkFile: nothing,
    sweepFiles: nothing,
    nightly: nothing,
  }
  const deliver = async () => void (await pool.query('select $1::uuid', ['+966551238771']))
  await jobs.work({ ...others, deliver })
  await jobs.deliverLater((text, values) => pool.query(text, values), key())
  const kept = () =>
    api.sql<{ output: string }>(
      `select output::text as output from pgboss.job where name = 'outbox.deliver' and output is not null`,
    )
  await expect.poll(kept, { timeout: 20_000 }).toHaveLength(1)
  const [{ output } = { output: '' }] = await kept()
  expect(output).toContain('22P02')
  expect(output).not.toContain('551238771')
})

import { expect, test, vi } from 'vitest'
import { makeSchema } from '../../schema.ts'
import { useApi } from '../api.ts'
import { furnish } from './crew.ts'
import { fuzz } from './run.ts'

const api = useApi()
/** `npm run fuzz -- --operations 100000 --seed 7` sets both. */
const operations = Number(process.env['FUZZ_OPERATIONS'] ?? 10_000)
const seed = Number(process.env['FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31))

/** By how many megabytes the heap may grow once everything that is kept on purpose is there: after so many rounds. */
const mostGrowth = 24
const warmRounds = 6

test(
  'whatever the schema lets somebody ask, nothing fails inside, and nobody is shown what is not theirs',
  { timeout: 3_600_000 },
  async () => {
    const aloud: unknown[] = []
    const note = (error: unknown) => aloud.push(error)
    process.on('unhandledRejection', note)
    const words = vi.spyOn(console, 'error').mockImplementation((...all) => void aloud.push(all))
    await furnish(api)
    const start = performance.now()
    const { sent, outcomes, megabytes, wrong } = await fuzz(api, makeSchema(), { operations, seed })
    process.off('unhandledRejection', note)
    words.mockRestore()
    const seconds = Math.round((performance.now() - start) / 1000)
    console.log(
      `fuzz: ${sent} operations of FUZZ_SEED=${seed} in ${seconds} s, heap ${megabytes.join(' ')} MB`,
    )
    console.log(outcomes)
    expect(wrong, `FUZZ_SEED=${seed} sends the same again`).toEqual([])
    expect(aloud, 'nothing fails unheard, and nothing is said past the log').toEqual([])
    expect(sent).toBe(operations)
    expect(outcomes['answered'], 'not everything is refused').toBeGreaterThan(operations / 3)
    const most = (rounds: number[]) => Math.max(...rounds)
    const growth = most(megabytes.slice(warmRounds)) - most(megabytes.slice(0, warmRounds))
    expect(growth).toBeLessThan(mostGrowth)
  },
)

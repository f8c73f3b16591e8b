import { defineConfig } from 'vitest/config'
import { BaseSequencer } from 'vitest/node'
import type { TestSpecification } from 'vitest/node'
import { patience } from './harness/patience.ts'

/** These count what arrives at the inbox: while they run, nobody else may ask. */
const counting = ['journeys/question.test.ts', 'journeys/reconnect.test.ts', 'journeys/refusals.test.ts']

const each = {
  // The journeys share no state but the product's: a worker is kept from file to file.
  isolate: false,
  testTimeout: 240_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: patience } },
}

/** What takes longest begins first, so that both workers end together. */
class PagesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => (moduleId.includes('/pages-') ? 0 : 1)
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other))
  }
}

/** One product and one browser for all: first two journeys at a time, then those that must have it to themselves. */
export default defineConfig({
  test: {
    globalSetup: './harness/global-setup.ts',
    sequence: { sequencer: PagesFirst },
    projects: [
      {
        test: { ...each, name: 'e2e', include: ['journeys/*.test.ts'], exclude: counting, maxWorkers: 2 },
      },
      {
        test: {
          ...each,
          name: 'e2e counting',
          include: counting,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})

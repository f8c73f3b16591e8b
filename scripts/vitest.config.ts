import { defineConfig } from 'vitest/config'

/** The drills start and kill whole houses: one at a time. */
export default defineConfig({
  test: { name: 'scripts', fileParallelism: false, testTimeout: 180_000, hookTimeout: 60_000 },
})

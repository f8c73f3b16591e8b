import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const root = join(import.meta.dirname, '../..')

/** The specs that hold the code of permissions by themselves, without a house around: quick enough for each mutant. */
export default defineConfig({
  root,
  test: {
    include: [
      'packages/domain/src/permission*.test.ts',
      'apps/api/src/policies/check.test.ts',
      'apps/api/src/visibility/visibility.{live,rules,words}.test.ts',
      'apps/api/src/walls/{actor,conditions,session}.test.ts',
    ],
    provide: { databaseServer: process.env['SILA_TEST_DATABASE_URL'] ?? '' },
  },
  resolve: {
    alias: [
      // The mutants' own domain, and not the one that is installed.
      { find: /^@sila\/domain\/(.*)$/, replacement: `${root}/packages/domain/src/$1.ts` },
      { find: /^graphql$/, replacement: 'graphql/index.js' },
    ],
  },
  ssr: { noExternal: [/^@sila\//, 'type-graphql'] },
})

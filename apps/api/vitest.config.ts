import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'api',
    globalSetup: './src/testing/global-setup.ts',
    // How quick a machine is proves nothing; what never comes fails all the same.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 10_000 } },
    // Each file has a database of its own; two cores carry two files.
    maxWorkers: 2,
  },
  resolve: {
    // Two copies of graphql-js do not know each other's types.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  ssr: {
    noExternal: [
      /^@sila\//,
      'type-graphql',
      '@apollo/server',
      /^@as-integrations\//,
      'graphql-ws',
      'graphql-query-complexity',
    ],
  },
})

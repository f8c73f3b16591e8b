import { copyFileSync, mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { lingui } from '@lingui/vite-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const root = import.meta.dirname

/** The API lets in only the operations of this file, so it travels with the build that sends them. */
function shipPersistedDocuments(): Plugin {
  return {
    name: 'ship-persisted-documents',
    apply: 'build',
    closeBundle() {
      mkdirSync(resolve(root, 'dist'), { recursive: true })
      copyFileSync(
        resolve(root, 'src/generated/persisted-documents.json'),
        resolve(root, 'dist/persisted-documents.json'),
      )
    },
  }
}

export default defineConfig({
  root,
  base: '/staff/',
  // The server puts the nonce of each answer there: only what carries it runs, or dresses the page.
  html: { cspNonce: '__nonce__' },
  plugins: [react(), lingui(), shipPersistedDocuments()],
  build: {
    manifest: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // The inbox and all it stands on come as one file: fifty small ones are slower and pack worse.
        codeSplitting: {
          groups: [{ name: 'inbox', test: /src[\\/](app[\\/]App|interactions[\\/]InboxPage)\.tsx$/ }],
        },
      },
    },
  },
  worker: { format: 'es' },
  // While developing, Vite bundles packages ahead, and cannot do that with what starts the explorer's workers.
  optimizeDeps: { exclude: ['graphiql/setup-workers/vite', '@graphiql/react/setup-workers/vite'] },
  server: {
    port: 5174,
    proxy: {
      '/graphql': { target: 'http://localhost:4000', ws: true },
      '/api': { target: 'http://localhost:4000' },
      '/files': { target: 'http://localhost:4000' },
    },
  },
})

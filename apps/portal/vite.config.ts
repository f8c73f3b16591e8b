import { lingui } from '@lingui/vite-plugin'
import react from '@vitejs/plugin-react'
import { readFile, writeFile } from 'node:fs/promises'
import { defineConfig } from 'vite'
import type { Plugin } from 'vite'

/** The API answers only the operations listed here (trusted documents). */
const persistedDocuments: Plugin = {
  name: 'sila-persisted-documents',
  apply: 'build',
  async writeBundle({ dir }) {
    const rooms = ['', 'mine/'].map((room) =>
      readFile(`src/generated/${room}persisted-documents.json`, 'utf8'),
    )
    const documents: object[] = (await Promise.all(rooms)).map((text) => JSON.parse(text))
    await writeFile(
      `${dir}/persisted-documents.json`,
      JSON.stringify(Object.assign({}, ...documents), null, 2),
    )
  },
}

const api = 'http://localhost:4000'
const shared =
  /node_modules\/(react|react-dom|scheduler|clsx|@lingui\/core|@messageformat)\/|preload-helper|src\/generated\/[^/]+$|src\/app\/(words|language|routes|navigation|catalogues|line|waiting-mark|association|operation|later)\.ts|ui\/src\/(icons?|Button|clsx)\.tsx/u
const scripts = ['ar', 'latin', 'bn', 'hi']

export default defineConfig(({ isSsrBuild }) => ({
  appType: 'spa',
  plugins: [react(), lingui(), persistedDocuments],
  build: {
    manifest: !isSsrBuild,
    copyPublicDir: !isSsrBuild,
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // What the first page wears is inside every page already.
      resolveDependencies: (_file, needed) =>
        needed.filter((file) => !/\/(main|base)-[^/]*\.css$/u.test(file)),
    },
    rolldownOptions: isSsrBuild
      ? {}
      : {
          input: {
            main: 'src/app/main.tsx',
            ...Object.fromEntries(scripts.map((script) => [`font-${script}`, `src/app/fonts/${script}.css`])),
          },
          // What all pages share travels in one file: on a phone line each further file costs a round of headers.
          output: { codeSplitting: { groups: [{ name: 'base', test: shared }] } },
        },
  },
  ssr: { noExternal: true },
  server: { proxy: { '/graphql': { target: api, ws: true }, '/api': api, '/files': api } },
}))

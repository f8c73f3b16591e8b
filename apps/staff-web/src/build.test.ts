// @vitest-environment node
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'

type Chunk = { file: string; imports?: string[]; dynamicImports?: string[]; isEntry?: boolean }

const root = join(import.meta.dirname, '..')
const out = mkdtempSync(join(tmpdir(), 'sila-staff-'))
let chunks: Record<string, Chunk>

beforeAll(() => {
  const vite = join(root, '../../node_modules/vite/bin/vite.js')
  execFileSync(process.execPath, [vite, 'build', '--outDir', out, '--emptyOutDir'], {
    cwd: root,
    stdio: 'pipe',
    env: { ...process.env, NODE_ENV: 'production' },
  })
  chunks = JSON.parse(readFileSync(join(out, '.vite/manifest.json'), 'utf8'))
}, 180_000)
afterAll(() => rmSync(out, { recursive: true, force: true }))

test('the first load of the inbox is at most 220 KB of JavaScript', () => {
  const first = new Set([
    ...reach('index.html'),
    ...reach('src/messages/ar.po'),
    ...reach('../../packages/domain/src/words/ar.ts'),
  ])
  const size = [...first].reduce((sum, file) => sum + gzipSync(readFileSync(join(out, file))).length, 0)
  expect(size).toBeGreaterThan(50_000)
  expect(size / 1024).toBeLessThanOrEqual(220)
})

test('the explorer and the charts are not in the first load', () => {
  const first = text('index.html')
  // Asked as yes or no: a failure must not print half a megabyte.
  expect(first.includes('monaco-editor')).toBe(false)
  expect(first.includes('graphiql-doc-explorer')).toBe(false)
  expect(text('src/explorer/ExplorerPage.tsx').includes('graphiql-doc-explorer')).toBe(true)
})

test('the explorer fetches nothing from elsewhere', () => {
  const found =
    text('src/explorer/ExplorerPage.tsx').match(/https:\/\/(cdn|unpkg|esm\.sh|fonts\.g)[\w./-]*/gu) ?? []
  expect(found).toEqual([])
})

test('the operations that the build sends lie beside it', () => {
  const registered: unknown = JSON.parse(
    readFileSync(join(root, 'src/generated/persisted-documents.json'), 'utf8'),
  )
  const scripts = Object.values(chunks)
    .filter(({ file }) => file.endsWith('.js'))
    .map(({ file }) => readFileSync(join(out, file), 'utf8'))
    .join()
  const hashes = Object.keys(registered ?? {})
  expect(hashes.length).toBeGreaterThan(40)
  expect(hashes.filter((hash) => !scripts.includes(hash))).toEqual([])
})

function text(key: string): string {
  return [...reach(key)].map((file) => readFileSync(join(out, file), 'utf8')).join('')
}

function reach(key: string, seen = new Set<string>()): Set<string> {
  const chunk = chunks[key]
  if (!chunk) throw new Error(`The manifest has no ${key}`)
  if (seen.has(chunk.file)) return seen
  seen.add(chunk.file)
  for (const next of chunk.imports ?? []) reach(next, seen)
  return seen
}

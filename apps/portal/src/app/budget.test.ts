import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { languages } from './language.ts'

const dist = join(import.meta.dirname, '../../dist')
const kilobyte = 1000

/** What a phone fetches to show a page: the page with its styles, its code, the fonts that its script needs. */
function weigh(file: string) {
  const html = readFileSync(join(dist, file), 'utf8')
  const found = (pattern: RegExp) => [...new Set([...html.matchAll(pattern)].map(([, url]) => url ?? ''))]
  const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size, 0)
  const read = (url: string) => readFileSync(join(dist, url))
  const code = sum(found(/(?:src|href)="(\/assets\/[^"]+\.js)"/gu).map((url) => gzipSync(read(url)).length))
  const fonts = sum(found(/url\(["']?([^"')]+\.woff2)/gu).map((url) => read(url).length))
  return { html, code, all: gzipSync(html).length + code + fonts }
}

// `turbo run test` builds first; a lone `vitest` without a build has nothing to weigh.
test.each(languages)('the first page in %s keeps to 90 KB of code and 200 KB in all', (language) => {
  const { html, code, all } = weigh(`${language}/index.html`)
  expect(code).toBeGreaterThan(20 * kilobyte)
  expect(code).toBeLessThanOrEqual(90 * kilobyte)
  expect(all).toBeLessThanOrEqual(200 * kilobyte)
  expect(html).not.toMatch(/rel="preload"[^>]*as="font"/u)
  expect(html).not.toMatch(/rel="stylesheet"/u)
  expect(html).toContain('font-display:swap')
})

test.each(languages)('every page in %s can be read without JavaScript', (language) => {
  for (const path of [
    '',
    'services/',
    'services/lecture/',
    'questions/',
    'promises/',
    'privacy/',
    'ask/',
    '404/',
  ]) {
    const { html } = weigh(`${language}/${path}index.html`)
    expect(html).toMatch(new RegExp(`<html lang="${language}" dir="(rtl|ltr)"`, 'u'))
    expect(html).toMatch(/<h1[^>]*>[^<]+/u)
  }
})

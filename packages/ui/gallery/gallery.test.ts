// @vitest-environment node
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { chromium, type Browser } from 'playwright-core'
import { build, preview, type PreviewServer } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'

// The test runner names its browser; on a bare machine the distribution's is tried.
const executablePath = process.env['SILA_CHROMIUM'] ?? '/usr/bin/chromium'
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const configFile = `${import.meta.dirname}/vite.config.ts`
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

let browser: Browser
let server: PreviewServer

beforeAll(async () => {
  if (!existsSync(executablePath))
    throw new Error(`No browser at ${executablePath}: install Chromium or set SILA_CHROMIUM.`)
  await build({ configFile, logLevel: 'error' })
  server = await preview({ configFile, logLevel: 'error', preview: { port: 0, host: '127.0.0.1' } })
  browser = await chromium.launch({ executablePath, args: quiet })
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await server?.close()
})

test.each([
  'lang=ar&theme=light',
  'lang=ar&theme=dark',
  'lang=en&theme=light&density=portal',
  'lang=ur&theme=dark&density=portal',
  'lang=ar&theme=light&open=dialog',
  'lang=en&theme=dark&open=sheet',
])('axe finds nothing in the gallery: %s', async (query) => {
  const page = await open(query, 1200)
  await page.evaluate(axe)
  const { violations } = (await page.evaluate('axe.run()')) as AxeResults
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([])
  await page.close()
})

test.each(['ar', 'en', 'ur'])('nothing in %s is wider than a phone', async (lang) => {
  const page = await open(`lang=${lang}&density=portal`, 390)
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
  await page.close()
})

test('only the receipt is printed of a page that has one', async () => {
  const page = await open('lang=ar', 800)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('[data-receipt]').isVisible()).toBe(true)
  expect(await page.locator('button:visible').count()).toBe(0)
  await page.close()
})

test('with little motion day turns to night at once, down to the deepest text', async () => {
  const page = await open('lang=en', 1200)
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.evaluate('delete document.documentElement.dataset.theme')
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  expect(await page.evaluate('document.getAnimations().length')).toBe(0)
  await page.close()
})

async function open(query: string, width: number) {
  const page = await browser.newPage({ viewport: { width, height: 900 } })
  await page.goto(`${server.resolvedUrls?.local[0] ?? ''}?${query}`)
  await page.locator('.gallery').waitFor({ state: 'attached' })
  await page.evaluate('document.fonts.ready')
  // Skeletons and dialogs fade in; axe must see them at rest.
  await page.waitForTimeout(400)
  return page
}

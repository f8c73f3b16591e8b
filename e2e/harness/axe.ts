import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { shoot } from './shots.ts'

const sizes = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const

// Day turns to night once on each page, and back once: each turn paints everything anew.
const looks = [
  { screen: 'desktop', colorScheme: 'light' },
  { screen: 'desktop', colorScheme: 'dark' },
  { screen: 'phone', colorScheme: 'dark' },
  { screen: 'phone', colorScheme: 'light' },
] as const

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
// By night only the colours are others.
const rules = { light: tags, dark: ['color-contrast'] }

/** Everything that is wrong with the page on a wide and a narrow screen, by day and by night. */
export async function inEveryLook(page: Page, name: string): Promise<string[]> {
  const found: string[] = []
  for (const { screen, colorScheme } of looks) {
    await page.setViewportSize(sizes[screen])
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await settled(page)
    const look = `${name}-${screen}-${colorScheme}`
    const problems = await accessProblems(page, rules[colorScheme])
    found.push(...problems.map((problem) => `${look}: ${problem}`))
    const beyond = await overflow(page)
    if (beyond > 0) found.push(`${look} reaches ${beyond} px beyond the screen`)
    await shoot(page, look)
  }
  return found
}

/** Looks at the page on every screen, finds nothing wrong, and comes back to the wide one. */
export async function look(page: Page, name: string): Promise<void> {
  expect(await inEveryLook(page, name)).toEqual([])
  await page.setViewportSize(sizes.desktop)
}

// Chromium leaves some inherited colours as they were when day turns to night under an open page, until it draws
// them anew; a page that was loaded by night has them right. Gliding colours are half way neither.
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    document.body.style.display = 'none'
    document.body.getBoundingClientRect()
    document.body.style.display = ''
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    const gliding = document
      .getAnimations()
      .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(gliding.map((one) => one.finished))
  })
}

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What is wrong with the page for people who do not see, hear or point as others do; one line for each place. */
async function accessProblems(page: Page, runOnly: readonly string[]): Promise<string[]> {
  // Half a megabyte: into each page once.
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(source)
    await page.evaluate(takeTextForText)
  }
  const violations = await page.evaluate(async (wanted) => {
    const tool = (window as unknown as { axe: { run(where: Document, how: object): Promise<AxeResults> } })
      .axe
    const results = await tool.run(document, { resultTypes: ['violations'], runOnly: [...wanted] })
    return results.violations
  }, runOnly)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id}: ${target.join(' ')}: ${failureSummary?.replaceAll(/\s+/gu, ' ') ?? ''}`,
    ),
  )
}

/**
 * Axe draws words on a canvas to find the ligatures of icon fonts, which it does not judge. Arabic letters join too:
 * half of the Arabic text would go unjudged. On this canvas every letter looks the same, so nothing joins.
 */
function takeTextForText() {
  const pixel = { data: new Uint8ClampedArray(4).fill(255) }
  const paper = {
    canvas: {},
    measureText: () => ({ width: 30 }),
    fillText() {},
    clearRect() {},
    getImageData: () => pixel,
  }
  Object.assign(HTMLCanvasElement.prototype, { getContext: () => paper })
}

/** How far the page reaches beyond the screen, in pixels. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

import axe from 'axe-core'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { shoot } from './shots.ts'

const screens = [
  { name: 'desktop', width: 1440, height: 900 },
  { name: 'phone', width: 390, height: 844 },
] as const

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Everything that is wrong with the page on a wide and a narrow screen, by day and by night. */
export async function inEveryLook(page: Page, name: string): Promise<string[]> {
  const found: string[] = []
  for (const { name: screen, ...size } of screens) {
    await page.setViewportSize(size)
    // By night only the colours are others.
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await settled(page)
      const look = `${name}-${screen}-${colorScheme}`
      found.push(
        ...(await accessProblems(page, colorScheme === 'dark' ? ['color-contrast'] : tags)).map(
          (problem) => `${look}: ${problem}`,
        ),
      )
      await shoot(page, look)
    }
    const beyond = await overflow(page)
    if (beyond > 0) found.push(`${name}-${screen} reaches ${beyond} px beyond the screen`)
  }
  return found
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

/** What is wrong with the page for people who do not see, hear or point as others do; one line for each place. */
async function accessProblems(page: Page, rules: readonly string[]): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(async (runOnly) => {
    const tool = (window as unknown as { axe: { run(where: Document, how: object): Promise<AxeResults> } })
      .axe
    return tool.run(document, { resultTypes: ['violations'], runOnly: [...runOnly] })
  }, rules)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id}: ${target.join(' ')}: ${failureSummary?.replaceAll(/\s+/gu, ' ') ?? ''}`,
    ),
  )
}

/** How far the page reaches beyond the screen, in pixels. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

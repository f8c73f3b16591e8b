import axe from 'axe-core'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { shoot } from './shots.ts'

const screens = [
  { name: 'desktop', width: 1440, height: 900 },
  { name: 'phone', width: 390, height: 844 },
] as const

/** Everything that is wrong with the page on a wide and a narrow screen, by day and by night. */
export async function inEveryLook(page: Page, name: string): Promise<string[]> {
  const found: string[] = []
  for (const { name: screen, ...size } of screens) {
    await page.setViewportSize(size)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await settled(page)
      const look = `${name}-${screen}-${colorScheme}`
      found.push(...(await accessProblems(page)).map((problem) => `${look}: ${problem}`))
      await shoot(page, look)
    }
    const beyond = await overflow(page)
    if (beyond > 0) found.push(`${name}-${screen} reaches ${beyond} px beyond the screen`)
  }
  return found
}

// Colours glide from day to night; half way they are neither.
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    const gliding = document
      .getAnimations()
      .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(gliding.map((one) => one.finished))
  })
}

/** What is wrong with the page for people who do not see, hear or point as others do; one line for each place. */
export async function accessProblems(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(async () => {
    const tool = (window as unknown as { axe: { run(where: Document, how: object): Promise<AxeResults> } })
      .axe
    return tool.run(document, {
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
  })
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

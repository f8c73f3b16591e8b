import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { seen } from './see.ts'
import type { Translate } from './words.ts'

/** Waits until the inbox shows its rows and its live line stands. */
export async function inboxReady(page: Page, t: Translate): Promise<void> {
  await seen(page.getByRole('option'))
  await seen(page.getByText(t('live.live'), { exact: true }))
}

/** The row of a matter, by its words. */
export function rowOf(page: Page, t: Translate, text: string): Locator {
  return page
    .getByRole('listbox', { name: t('inbox.list') })
    .getByRole('option')
    .filter({ hasText: text })
}

/** The button that says how many wait above the list; only for journeys that count, while nobody else asks. */
export function pill(page: Page, t: Translate, count: number): Locator {
  return page.getByRole('button', { name: t('inbox.arrived', { count }), exact: true })
}

/** The same button, however many wait: for journeys beside which others ask. */
export function anyPill(page: Page, t: Translate, id: string): Locator {
  const numbers = [1, 2, 3, 11, 100].map((count) => t(id, { count }).replace(/\d+/u, '\\d+'))
  return page.getByRole('button', { name: new RegExp(`^(?:${numbers.join('|')})$`, 'u') })
}

/** Fetches what has arrived until the row is there: what others sent may have come before it. */
export async function fetchRow(row: Locator, arrived: Locator): Promise<void> {
  await expect
    .poll(async () => {
      if (await row.first().isVisible()) return true
      if (await arrived.isVisible()) await arrived.click()
      return row.first().isVisible()
    })
    .toBe(true)
}

/** The open conversation. */
export function threadOf(page: Page, t: Translate): Locator {
  return page.getByRole('region', { name: t('thread.label'), exact: true })
}

/** Writes in the composer and sends. */
export async function answer(page: Page, t: Translate, text: string): Promise<void> {
  const thread = threadOf(page, t)
  await thread.getByRole('textbox', { name: t('composer.replyLabel') }).fill(text)
  await thread.locator('button[type=submit]').click()
}

/** Waits for the notice that an act is done; what was told instead is in the failure. */
export async function told(page: Page, t: Translate, id: string): Promise<void> {
  const notices = page.getByRole('region', { name: t('app.notices') })
  const heard = new Set<string>()
  await expect
    .poll(async () => {
      for (const text of await notices.allInnerTexts()) heard.add(text)
      return [...heard].join(' | ')
    })
    .toContain(t(id))
}

/** The button of an act; the key that does the same may stand beside its name. */
export function actButton(place: Locator | Page, t: Translate, id: string): Locator {
  return place.getByRole('button', { name: new RegExp(`^${t(id)}( \\p{Lu})?$`, 'u') })
}

/** The places in the row of rooms that are cut off, or too small to be pressed. */
export function roomsOutOfReach(page: Page): Promise<string[]> {
  return page.locator('nav ul :is(a, button):visible').evaluateAll((places) =>
    places.flatMap((place) => {
      const [row, box] = [place.closest('ul'), place].map((one) => one?.getBoundingClientRect())
      const fits = row && box && box.left >= row.left - 1 && box.right <= row.right + 1
      return fits && box.width >= 24 && box.height >= 24 ? [] : [place.textContent ?? '']
    }),
  )
}

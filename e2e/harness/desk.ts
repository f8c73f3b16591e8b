import type { Page } from 'playwright-core'
import { seen } from './see.ts'
import type { Translate } from './words.ts'

/** Turns to a part of the privacy officer's desk. */
export function turnTo(page: Page, t: Translate, part: string): Promise<void> {
  return page
    .getByRole('navigation', { name: t('privacy.parts') })
    .getByRole('link', { name: t(`privacy.part.${part}`), exact: true })
    .click()
}

/** Opens somebody on the desk, found as one finds them: by name. */
export async function findOnDesk(page: Page, t: Translate, name: string): Promise<void> {
  await turnTo(page, t, 'people')
  await page.getByLabel(t('privacy.findPerson')).fill(name)
  await page.getByRole('link', { name: new RegExp(name, 'u') }).click()
  await seen(page.getByRole('heading', { level: 2, name: new RegExp(name, 'u') }))
}

/** Holds whoever is open on the desk for a dispute. */
export async function placeHold(page: Page, t: Translate, reason: string): Promise<void> {
  await page.getByRole('button', { name: t('hold.place'), exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(t('hold.reason')).fill(reason)
  await dialog.getByRole('button', { name: t('hold.place'), exact: true }).click()
  await seen(page.getByText(t('hold.holds'), { exact: true }))
}

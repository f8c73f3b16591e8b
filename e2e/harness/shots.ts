import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

/** Keeps a picture of the page where SILA_SHOTS says; without it nothing is kept. */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env['SILA_SHOTS']
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

import type { Page } from 'playwright-core'
import { submit } from './guest.ts'
import { gone, seen } from './see.ts'
import { portalWords } from './words.ts'

const pages = [
  '',
  'ask',
  'receipt',
  't',
  'mine',
  'services',
  'services/lecture',
  'services/lecture/apply',
  'promises',
  'questions',
  'privacy',
  'offline',
]

/** Every page of the portal, the one of a tracked matter too. */
export async function everyPortalPage(): Promise<string[]> {
  const { reference, secret } = await submit('كيف أسجل ابني في حلقة القرآن؟')
  return [...pages, `t/${reference}#${secret}`]
}

/** Goes there and waits until all of the page is there. */
export async function show(page: Page, language: string, path: string): Promise<void> {
  await page.goto(`/${language}/${path}`)
  await seen(page.getByRole('heading', { level: 1 }))
  await gone(page.getByText(portalWords(language)('loading'), { exact: true }))
}

import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { inEveryLook, overflow } from '../harness/axe.ts'
import { useBrowser } from '../harness/browser.ts'
import { submit } from '../harness/guest.ts'
import { ask } from '../harness/portal.ts'
import { gone, seen } from '../harness/see.ts'
import { portalWords } from '../harness/words.ts'

const browser = useBrowser()
let tracked = ''

beforeAll(async () => {
  const { reference, secret } = await submit('كيف أسجل ابني في حلقة القرآن؟')
  tracked = `t/${reference}#${secret}`
})

const pages = [
  '',
  'ask',
  'receipt',
  't',
  'services',
  'services/lecture',
  'services/lecture/apply',
  'promises',
  'questions',
  'privacy',
  'offline',
]

test.each(['ar', 'en', 'bn'])(
  'every page of the portal is open to everybody in %s',
  async (language) => {
    const page = await browser.open(`/${language}/ask`, { language, device: 'desktop' })
    await ask(page, portalWords(language), { text: 'كيف أسجل؟' })
    const found: string[] = []
    for (const path of [...pages, tracked]) {
      await show(page, language, path)
      const name = `portal-${path.split('#')[0]?.replaceAll('/', '-') || 'home'}-${language}`
      found.push(...(await inEveryLook(page, name)))
    }
    expect(found).toEqual([])
  },
  240_000,
)

test('an address that leads nowhere says so and is open to everybody', async () => {
  const page = await browser.open('/ar/nowhere', { missing: true })
  await seen(page.getByRole('heading', { level: 1, name: portalWords('ar')('missing.title') }))
  expect(await inEveryLook(page, 'portal-missing-ar')).toEqual([])
})

test.each(['ar', 'en', 'ur', 'bn', 'hi', 'id', 'fil'])(
  'nothing reaches beyond a screen of 320 px in %s',
  async (language) => {
    const page = await (await browser.context({ device: 'narrow', language })).newPage()
    const found: string[] = []
    for (const path of [...pages, tracked]) {
      await show(page, language, path)
      const beyond = await overflow(page)
      if (beyond > 0) found.push(`/${path} reaches ${beyond} px beyond the screen`)
    }
    expect(found).toEqual([])
  },
)

async function show(page: Page, language: string, path: string) {
  await page.goto(`/${language}/${path}`)
  await seen(page.getByRole('heading', { level: 1 }))
  await gone(page.getByText(portalWords(language)('loading'), { exact: true }))
}

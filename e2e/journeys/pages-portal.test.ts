import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { accessProblems, overflow } from '../harness/axe.ts'
import { useBrowser } from '../harness/browser.ts'
import { submit } from '../harness/guest.ts'
import { ask } from '../harness/portal.ts'
import { seen } from '../harness/see.ts'
import { shoot } from '../harness/shots.ts'
import { portalWords } from '../harness/words.ts'

const browser = useBrowser()
let tracked = ''

beforeAll(async () => {
  const { reference, secret } = await submit('كيف أسجل ابني في حلقة القرآن؟')
  tracked = `t/${reference}#${secret}`
})

const pages = ['', 'ask', 'receipt', 't', 'services', 'services/course', 'services/lecture/apply', 'promises', 'questions', 'privacy', 'offline', 'nowhere']

/** Every page in every light on both screens; languages whose script differs in width and height. */
const looks = ['ar', 'en', 'bn'].flatMap((language) =>
  (['phone', 'desktop'] as const).flatMap((device) =>
    (['light', 'dark'] as const).map((look) => ({ language, device, look })),
  ),
)

test.each(looks)('every page of the portal is open to everybody: $language, $device, $look', async (wish) => {
  const context = await browser.context(wish)
  const page = await context.newPage()
  const t = portalWords(wish.language)
  await page.goto(`/${wish.language}/ask`)
  await ask(page, t, { text: 'كيف أسجل؟' })
  const found: string[] = []
  for (const path of [...pages, tracked]) {
    await show(page, `/${wish.language}/${path}`)
    found.push(...(await accessProblems(page)).map((problem) => `/${path} ${problem}`))
    const beyond = await overflow(page)
    if (beyond > 0) found.push(`/${path} reaches ${beyond} px beyond the screen`)
    await shoot(page, `portal-${path.split('#')[0]?.replaceAll('/', '-') || 'home'}-${wish.language}-${wish.device}-${wish.look}`)
  }
  expect(found).toEqual([])
})

test.each(['ar', 'en', 'ur', 'bn', 'hi', 'id', 'fil'])('nothing reaches beyond a screen of 320 px in %s', async (language) => {
  const page = await (await browser.context({ device: 'narrow', language })).newPage()
  const found: string[] = []
  for (const path of [...pages, tracked]) {
    await show(page, `/${language}/${path}`)
    const beyond = await overflow(page)
    if (beyond > 0) found.push(`/${path} reaches ${beyond} px beyond the screen`)
  }
  expect(found).toEqual([])
})

async function show(page: Page, path: string) {
  // Another fragment alone would not load the page anew.
  await page.goto('about:blank')
  await page.goto(path)
  await seen(page.getByRole('heading', { level: 1 }))
  await page.waitForLoadState('networkidle')
}

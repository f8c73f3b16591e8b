import { expect, test } from 'vitest'
import { inEveryLook } from '../harness/axe.ts'
import { useBrowser } from '../harness/browser.ts'
import { everyPortalPage, show } from '../harness/portal-pages.ts'
import { ask } from '../harness/portal.ts'
import { seen } from '../harness/see.ts'
import { portalWords } from '../harness/words.ts'

const browser = useBrowser()

test.each(['ar', 'en', 'bn'])('every page of the portal is open to everybody in %s', async (language) => {
  const page = await browser.open(`/${language}/ask`, { language, device: 'desktop' })
  await ask(page, portalWords(language), { text: 'كيف أسجل؟' })
  const found: string[] = []
  for (const path of await everyPortalPage()) {
    await show(page, language, path)
    const name = `portal-${path.split('#')[0]?.replaceAll('/', '-') || 'home'}-${language}`
    found.push(...(await inEveryLook(page, name)))
  }
  expect(found).toEqual([])
})

test('an address that leads nowhere says so and is open to everybody', async () => {
  const page = await browser.open('/ar/nowhere', { missing: true })
  await seen(page.getByRole('heading', { level: 1, name: portalWords('ar')('missing.title') }))
  expect(await inEveryLook(page, 'portal-missing-ar')).toEqual([])
})

import { expect, test } from 'vitest'
import { overflow } from '../harness/axe.ts'
import { useBrowser } from '../harness/browser.ts'
import { everyPortalPage, show } from '../harness/portal-pages.ts'

const browser = useBrowser()

test.each(['ar', 'en', 'ur', 'bn', 'hi', 'id', 'fil'])(
  'nothing reaches beyond a screen of 320 px in %s',
  async (language) => {
    const page = await (await browser.context({ device: 'narrow', language })).newPage()
    const found: string[] = []
    for (const path of await everyPortalPage()) {
      await show(page, language, path)
      const beyond = await overflow(page)
      if (beyond > 0) found.push(`/${path} reaches ${beyond} px beyond the screen`)
    }
    expect(found).toEqual([])
  },
)

import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { useBrowser } from '../harness/browser.ts'
import { useDatabase } from '../harness/database.ts'
import { fillAsk, formReady, readReceipt, sendAsk } from '../harness/portal.ts'
import { seen } from '../harness/see.ts'
import { portalWords } from '../harness/words.ts'

const browser = useBrowser()
const database = useDatabase()
const t = portalWords('ar')

const stored = (text: string) => database.count('select count(*) from entry where text = $1', [text])

test('a draft outlives its tab, waits without a line, and is sent once when the line is back', async () => {
  const text = 'أين أجد ترجمة معاني القرآن بلغة التغالوغ؟'
  const context = await browser.context({ cuts: true })
  const first = await context.newPage()
  await first.goto('/ar/ask')
  await fillAsk(first, t, { text })
  await expect.poll(() => draftOnDevice(first)).toBe(text)
  await first.close()

  const page = await context.newPage()
  await page.goto('/ar/ask')
  await formReady(page)
  expect(await page.getByLabel(t('ask.text.INQUIRY')).inputValue()).toBe(text)

  await context.setOffline(true)
  await seen(page.getByText(t('offline.banner')))
  await sendAsk(page, t)
  await seen(page.getByText(t('send.waiting')))
  expect(await page.getByLabel(t('ask.text.INQUIRY')).inputValue()).toBe(text)
  expect(await stored(text)).toBe(0)

  await context.setOffline(false)
  await readReceipt(page, t)
  expect(await stored(text)).toBe(1)
})

test('what waits is sent once by whichever page is opened next', async () => {
  const text = 'متى يكون درس الجمعة باللغة الأوردية؟'
  const context = await browser.context({ cuts: true })
  const page = await context.newPage()
  await page.goto('/ar/ask')
  await fillAsk(page, t, { text })
  await context.setOffline(true)
  await sendAsk(page, t)
  await seen(page.getByText(t('send.waiting')))
  await page.close()
  await context.setOffline(false)

  const pages = await Promise.all([context.newPage(), context.newPage()])
  await Promise.all(pages.map((one) => one.goto('/ar/')))
  await expect.poll(() => stored(text)).toBe(1)
  await pages[0].goto('/ar/receipt')
  await readReceipt(pages[0], t)
  await pages[1].goto('/ar/ask')
  await formReady(pages[1])
  expect(await pages[1].getByLabel(t('ask.text.INQUIRY')).inputValue()).toBe('')
  expect(await stored(text)).toBe(1)
})

/** The text of the draft that lies in the browser's own store. */
function draftOnDevice(page: Page): Promise<string | undefined> {
  return page.evaluate(
    () =>
      new Promise<string | undefined>((resolve) => {
        const opening = indexedDB.open('keyval-store')
        opening.onerror = () => resolve(undefined)
        opening.onsuccess = () => {
          const asked = opening.result.transaction('keyval').objectStore('keyval').get('sila.draft.ask')
          asked.onsuccess = () => resolve(asked.result?.text)
          asked.onerror = () => resolve(undefined)
        }
      }),
  )
}

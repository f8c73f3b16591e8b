import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { inEveryLook, overflow } from '../harness/axe.ts'
import { useBrowser } from '../harness/browser.ts'
import { useDatabase } from '../harness/database.ts'
import { applyForCourse, submit } from '../harness/guest.ts'
import { idOf } from '../harness/matters.ts'
import { seen } from '../harness/see.ts'
import { shoot } from '../harness/shots.ts'
import { roomsOutOfReach, threadOf, told } from '../harness/staff.ts'
import { staffWords } from '../harness/words.ts'

const browser = useBrowser()
const database = useDatabase()
const contact = { name: 'صفية عبدالمنان', phone: '0557700661' }
const wide = { width: 1440, height: 900 }

/** Looks at the page on every screen and on the narrowest, where every room must still be in reach. */
async function look(page: Page, name: string): Promise<void> {
  expect(await inEveryLook(page, name)).toEqual([])
  await page.setViewportSize({ width: 320, height: 700 })
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  expect(await roomsOutOfReach(page)).toEqual([])
  await shoot(page, `${name}-narrow`)
  await page.setViewportSize(wide)
}

test('an analyst reads the inbox row by row, and no line of dots stands for a person', async () => {
  const t = staffWords('ar')
  // Of one's own: what others sent may be taken out of an analyst's sight while they read it.
  const { reference } = await submit('هل في الدورة حضانة للأطفال؟', 'ar', { contact })
  const matter = await idOf(database, 'interaction', reference)
  const page = await browser.open('/staff/inbox?folder=ALL', { device: 'desktop', as: 'huda' })
  await seen(page.getByRole('option'))
  expect(await page.getByText('•••').count()).toBe(0)
  await look(page, 'masked-inbox-ar')
  await page.locator(`[role="option"][data-id="${matter}"]`).click()
  await seen(threadOf(page, t).getByText(t('thread.wordsHidden')))
  expect(await page.getByText('•••').count()).toBe(0)
  await look(page, 'masked-thread-ar')
})

test('an application is read the same way: what was asked, and nobody who asked', async () => {
  const t = staffWords('ar')
  const { reference } = await applyForCourse('لدي طفل رضيع.', contact)
  const request = await idOf(database, 'request', reference)
  const page = await browser.open('/staff/requests', { device: 'desktop', as: 'huda' })
  await seen(page.getByRole('row').nth(1))
  expect(await page.getByText('•••').count()).toBe(0)
  await look(page, 'masked-requests-ar')
  await page.getByRole('table').locator(`a[href$="/requests/${request}"]`).click()
  await seen(page.getByText(t('requests.answersHidden')))
  await seen(page.getByText(t('person.masked')))
  expect(await page.getByText('•••').count()).toBe(0)
  expect(await page.getByRole('main').getByRole('textbox').count()).toBe(0)
  await look(page, 'masked-request-ar')
})

test('the same in English, and a report that leaves as a file is on the desk of the privacy officer', async () => {
  const [t, en] = [staffWords('ar'), staffWords('en')]
  const page = await browser.open('/staff/inbox?folder=ALL', {
    device: 'desktop',
    language: 'en',
    as: 'huda',
  })
  await seen(page.getByRole('option'))
  await look(page, 'masked-inbox-en')
  // Of people there is a list of signs, and no dots either.
  await page.goto('/staff/beneficiaries')
  await seen(page.getByRole('columnheader', { name: en('beneficiaries.sign') }))
  expect(await page.getByText('•••').count()).toBe(0)
  await page.goto('/staff/reports')
  const file = page.waitForEvent('download')
  await page.getByRole('button', { name: en('reports.csv') }).click()
  expect((await file).suggestedFilename()).toMatch(/\.csv$/u)
  await told(page, en, 'export.noted')
  const name = 'هدى العمري'

  const desk = await browser.open('/staff/privacy?part=exports', { device: 'desktop', as: 'dalal' })
  const row = desk.getByRole('row').filter({ hasText: name })
  await seen(row.getByText(t('export.what.REPORT'), { exact: true }))
  expect(await inEveryLook(desk, 'privacy-exports-ar')).toEqual([])
})

import { expect, inject, test } from 'vitest'
import { useBrowser } from '../harness/browser.ts'
import { useDatabase } from '../harness/database.ts'
import { submit } from '../harness/guest.ts'
import { arrowTo, pressArabic, tabTo } from '../harness/keys.ts'
import { formReady, readReceipt } from '../harness/portal.ts'
import { must, seen } from '../harness/see.ts'
import { inboxReady, rowOf, threadOf, told } from '../harness/staff.ts'
import { portalWords, staffWords } from '../harness/words.ts'

const browser = useBrowser()
const database = useDatabase()

test('somebody without a mouse asks from the first page on', async () => {
  const t = portalWords('ar')
  const page = await browser.open('/ar/', { device: 'desktop' })
  const cards = page.getByRole('navigation', { name: t('home.cards') })
  await tabTo(page, cards.getByRole('link', { name: t('card.ask') }))
  await page.keyboard.press('Enter')

  // The keyboard goes on from the heading of the new page.
  const heading = page.getByRole('heading', { level: 1, name: t('ask.title') })
  await seen(heading)
  await expect.poll(() => heading.evaluate((element) => element === document.activeElement)).toBe(true)
  await formReady(page)
  await tabTo(page, page.getByRole('radio', { name: t('ask.kind.INQUIRY') }))
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => page.getByRole('radio', { name: t('ask.kind.SUGGESTION') }).isChecked()).toBe(true)
  await tabTo(page, page.getByLabel(t('ask.text.SUGGESTION')))
  await page.keyboard.insertText('أقترح فتح فصل مسائي للعمال يوم الخميس.')
  await tabTo(page, page.getByRole('button', { name: t('ask.send'), exact: true }))
  await page.keyboard.press('Enter')
  const receipt = await readReceipt(page, t)
  const stored = await database.rows('select kind from interaction where reference = $1', [receipt.reference])
  expect(stored).toEqual([{ kind: 'SUGGESTION' }])
})

test('staff work through the inbox by the places of the keys on an Arabic keyboard', async () => {
  const s = staffWords('ar')
  const question = 'هل تعطون شهادة في نهاية دورة التجويد؟'
  await submit('هل المكتبة مفتوحة يوم السبت؟')
  const { reference } = await submit(question)
  const [row] = await database.rows<{ id: string }>('select id from interaction where reference = $1', [
    reference,
  ])
  const own = `/staff/inbox/${must(row).id}`
  const page = await browser.open('/staff/', { device: 'desktop', as: 'salem' })
  await inboxReady(page, s)
  const place = () => new URL(page.url()).pathname
  const chosen = page.locator('[role="option"][aria-selected="true"]')

  // Into the list and open with Enter, to the next and back with J and K.
  const list = page.getByRole('listbox', { name: s('inbox.list') })
  await tabTo(page, list.locator('[role="option"][tabindex="0"]'))
  await arrowTo(page, rowOf(page, s, question))
  await page.keyboard.press('Enter')
  await seen(chosen.filter({ hasText: question }))
  expect(place()).toBe(own)
  await pressArabic(page, 'KeyJ')
  await seen(chosen.filter({ hasNotText: question }))
  expect(place()).not.toBe(own)
  await pressArabic(page, 'KeyK')
  await seen(chosen.filter({ hasText: question }))
  expect(place()).toBe(own)
  const thread = threadOf(page, s)
  await seen(thread.getByText(reference))

  // R goes to the composer, Ctrl+Enter sends.
  await pressArabic(page, 'KeyR')
  const text = thread.getByRole('textbox', { name: s('composer.replyLabel') })
  await expect.poll(() => text.evaluate((element) => element === document.activeElement)).toBe(true)
  expect(await text.inputValue()).toBe('')
  await page.keyboard.insertText('نعم، شهادة معتمدة لمن حضر ثلثي الدروس.')
  await page.keyboard.press('Control+Enter')
  await told(page, s, 'done.sent')

  // A letter typed into the text is a letter; after Escape it is a key again.
  await pressArabic(page, 'KeyE')
  await expect.poll(() => text.inputValue()).toBe('ث')
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Delete')
  await page.keyboard.press('Escape')
  await pressArabic(page, 'KeyE')
  await told(page, s, 'done.close')
  const closed = await database.rows('select status from interaction where reference = $1', [reference])
  expect(closed).toEqual([{ status: 'CLOSED' }])
  expect(new URL(page.url()).origin).toBe(inject('url'))
})

import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { inEveryLook } from '../harness/axe.ts'
import { useBrowser } from '../harness/browser.ts'
import { useDatabase } from '../harness/database.ts'
import { applyForCourse } from '../harness/guest.ts'
import { idOf } from '../harness/matters.ts'
import { codeFor } from '../harness/outbox.ts'
import { fillAsk, formReady, readReceipt, sendAsk } from '../harness/portal.ts'
import { must, seen } from '../harness/see.ts'
import { actButton, answer, inboxReady, threadOf, told } from '../harness/staff.ts'
import { domainWords, portalWords, staffWords } from '../harness/words.ts'

const browser = useBrowser()
const database = useDatabase()

const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
)

/** A photo as a browser itself draws one. */
async function photo(page: Page): Promise<Buffer> {
  const drawn = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 640
    canvas.height = 480
    const pen = must(canvas.getContext('2d'))
    pen.fillStyle = '#2a7'
    pen.fillRect(40, 40, 400, 300)
    return canvas.toDataURL('image/jpeg').split(',')[1]
    function must<Value>(value: Value | null): Value {
      if (value === null) throw new Error('no canvas')
      return value
    }
  })
  return Buffer.from(must(drawn), 'base64')
}

test('a photo follows its words over a line that breaks, is seen by the staff, and an answer comes back with a file', async () => {
  const t = portalWords('ar')
  const s = staffWords('ar')
  const context = await browser.context({ cuts: true })
  const phone = await context.newPage()
  await phone.goto('/ar/ask')
  const text = 'لوحة الدروس عند الباب غير واضحة، وهذه صورتها.'
  await fillAsk(phone, t, { text })
  const files = [
    { name: 'اللوحة.jpg', mimeType: 'image/jpeg', buffer: await photo(phone) },
    { name: 'ملاحظات.pdf', mimeType: 'application/pdf', buffer: Buffer.from('Only words.') },
  ]
  await phone.locator('input[type=file]').setInputFiles(files)
  await seen(phone.getByText(t('file.papers'), { exact: false }))

  // The bytes find no line; the words are there all the same.
  await phone.route('**/files/*', (route) => route.abort('connectionreset'))
  await sendAsk(phone, t)
  const receipt = await readReceipt(phone, t)
  await seen(phone.getByText('اللوحة.jpg'))
  await context.setOffline(true)
  await seen(phone.getByText(t('file.paused')))
  expect(await database.count('select count(*) from file where state <> $1', ['RECEIVING'])).toBe(0)

  // It goes on by itself, and each file tells what became of it.
  await phone.unroute('**/files/*')
  await context.setOffline(false)
  await phone.goto(receipt.path)
  await seen(phone.getByRole('button', { name: t('file.save', { name: 'اللوحة.jpg' }) }))
  const words = await domainWords('ar')
  await seen(phone.getByText(words.problem.FILE_TYPE_NOT_TAKEN))
  expect(await inEveryLook(phone, 'files-track-ar')).toEqual([])
  await phone.setViewportSize({ width: 390, height: 844 })

  const [{ id } = { id: '' }] = await database.rows<{ id: string }>(
    'select id from interaction where reference = $1',
    [receipt.reference],
  )
  const staff = await browser.open(`/staff/inbox/${id}`, { device: 'desktop', as: 'salem' })
  await inboxReady(staff, s)
  const thread = threadOf(staff, s)
  const picture = thread.getByRole('img', { name: s('file.picture', { name: 'اللوحة.jpg' }) })
  await seen(picture)
  await expect
    .poll(() => picture.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)))
    .toBeGreaterThan(100)
  await actButton(thread, s, 'act.take').click()
  await told(staff, s, 'done.take')
  await thread
    .locator('input[type=file]')
    .setInputFiles({ name: 'الجدول.pdf', mimeType: 'application/pdf', buffer: pdf })
  await seen(thread.getByText('الجدول.pdf'))
  await answer(staff, s, 'شكرًا لك، وهذا جدول الدروس.')

  // The phone has the page open all the while.
  await seen(phone.getByRole('button', { name: t('file.save', { name: 'الجدول.pdf' }) }))
  const [saved] = await Promise.all([
    phone.waitForEvent('download'),
    phone.getByRole('button', { name: t('file.save', { name: 'الجدول.pdf' }) }).click(),
  ])
  expect(saved.suggestedFilename()).toBe('الجدول.pdf')
  await seen(thread.getByRole('link', { name: /الجدول\.pdf/u }))
  expect(await inEveryLook(staff, 'files-thread-ar')).toEqual([])
})

test('a paper goes with a note on a request, though the line is cut as it begins', async () => {
  const s = staffWords('ar')
  const contact = { name: 'خولة عبدالحكيم', phone: '0557700118' }
  const { reference } = await applyForCourse('أرسلت لكم شهادتي السابقة.', contact)
  const id = await idOf(database, 'request', reference)
  const staff = await browser.open(`/staff/requests/${id}`, { device: 'desktop', as: 'salem', cuts: true })
  await seen(staff.getByText(reference))
  // The house begins, and its answer is lost on the way.
  await staff.route(
    '**/files',
    async (route) => {
      await route.fetch()
      await route.abort('connectionreset')
    },
    { times: 1 },
  )
  await staff.getByRole('textbox', { name: s('composer.noteLabel') }).fill('الشهادة كما وصلتنا باليد.')
  await staff
    .locator('input[type=file]')
    .setInputFiles({ name: 'الشهادة.pdf', mimeType: 'application/pdf', buffer: pdf })
  await seen(staff.getByRole('list', { name: s('file.attached') }).getByText('الشهادة.pdf'))
  await actButton(staff, s, 'composer.addNote').click()
  await told(staff, s, 'requestDone.note')
  await seen(staff.getByRole('link', { name: /الشهادة\.pdf/u }))
  expect(await inEveryLook(staff, 'files-request-ar')).toEqual([])
})

test('a paper is noted as seen, and the person reads so on their own page', async () => {
  const t = portalWords('en')
  const s = staffWords('en')
  const words = await domainWords('en')
  const phone = await browser.open('/en/ask', { language: 'en' })
  await formReady(phone)
  await fillAsk(phone, t, { text: 'May I bring my papers?', name: 'Amina Diallo', phone: '0557700119' })
  await sendAsk(phone, t)
  await readReceipt(phone, t)
  const [{ id } = { id: '' }] = await database.rows<{ id: string }>(
    'select id from beneficiary where name = $1',
    ['Amina Diallo'],
  )
  const staff = await browser.open(`/staff/beneficiaries/${id}`, {
    device: 'desktop',
    language: 'en',
    as: 'salem',
  })
  await staff.getByRole('button', { name: s('paper.see') }).click()
  const dialog = staff.getByRole('dialog')
  await dialog.getByLabel(s('paper.which')).selectOption('PASSPORT')
  await dialog.getByRole('button', { name: s('app.save') }).click()
  await told(staff, s, 'paper.noted')
  await seen(staff.getByText(words.paper.PASSPORT))
  expect(await inEveryLook(staff, 'papers-person-en')).toEqual([])

  await phone.goto('/en/mine')
  await phone.getByLabel(t('mine.address')).fill('0557700119')
  await phone.getByRole('button', { name: t('mine.ask') }).click()
  await phone.getByLabel(t('mine.code')).fill(await codeFor('+966557700119'))
  await phone.getByRole('button', { name: t('mine.prove') }).click()
  const papers = phone.getByRole('region', { name: t('mine.papers') })
  await seen(papers.getByText(words.paper.PASSPORT))
  expect(await papers.innerText()).not.toContain('سالم')
})

import { course } from '@sila/domain/services/course'
import { lecture } from '@sila/domain/services/lecture'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useBrowser } from '../harness/browser.ts'
import { formReady, readReceipt } from '../harness/portal.ts'
import type { Receipt } from '../harness/portal.ts'
import { must, seen } from '../harness/see.ts'
import { actButton, anyPill, fetchRow, told } from '../harness/staff.ts'
import { domainWords, portalWords, staffWords } from '../harness/words.ts'

const browser = useBrowser()
const s = staffWords('ar')

test('a course is applied for without an account and followed through every step', async () => {
  const t = portalWords('ar')
  const words = await domainWords('ar')
  const form = must(course.form.i18n.ar)
  const staff = await browser.open('/staff/requests', { device: 'desktop', as: 'khalid' })
  await seen(staff.getByRole('table'))

  const phone = await browser.open('/ar/services')
  await phone.getByRole('link', { name: course.words.ar.name }).click()
  await phone.getByRole('link', { name: t('service.apply') }).click()
  await formReady(phone)
  for (const choice of ['topic.QURAN', 'level.BEGINNER', 'section.WOMEN', 'time.EVENING', 'minor.NO'])
    await choose(phone, form, choice, t('no'))
  await language(phone, form).selectOption('ar')
  await phone.getByRole('textbox', { name: t('reach.name'), exact: true }).fill('مريم حسن')
  await phone.getByLabel(t('reach.phone')).fill('۰۵۵۵۱۲۳۴۵۶')
  await phone.getByRole('button', { name: t('apply.send') }).click()
  const receipt = await readReceipt(phone, t)
  const status = (key: keyof typeof words.requestStatus) =>
    seen(phone.getByRole('heading', { level: 1, name: words.requestStatus[key] }))
  await follow(phone, receipt)
  await status('SUBMITTED')

  await openRequest(staff, receipt)
  await actButton(staff, s, 'requestAct.review').click()
  await told(staff, s, 'requestDone.review')
  await status('IN_REVIEW')

  // Everything that is missing is named at once; the clock stands still until it is here.
  const items = ['رقم جوال ولي الأمر', 'اليوم المناسب']
  await actButton(staff, s, 'requestAct.askInfo').click()
  const dialog = staff.getByRole('dialog', { name: s('requestAct.askInfo') })
  await dialog.getByLabel(s('requests.items')).fill(items.join('\n'))
  await actButton(dialog, s, 'requestAct.askInfo').click()
  await told(staff, s, 'requestDone.askInfo')
  await seen(phone.getByText(t('track.paused.you')))
  const needed = phone.getByRole('region', { name: t('track.needed') })
  for (const item of items) await seen(needed.getByText(item))
  await phone.getByLabel(t('reply.supply')).fill('الجوال 0555123456، ويوم الاثنين يناسبني.')
  await phone.getByRole('button', { name: t('reply.supply.send') }).click()
  await status('IN_REVIEW')
  await seen(staff.getByText('ويوم الاثنين يناسبني', { exact: false }))

  await fillAct(staff, 'approve', 'أهلًا بك في فصل التلاوة.')
  await status('APPROVED')
  await actButton(staff, s, 'requestAct.start').click()
  await told(staff, s, 'requestDone.start')
  await status('IN_FULFILMENT')
  await fillAct(staff, 'fulfil', 'سُجلت في فصل الاثنين مساءً.')
  await status('FULFILLED')
  await seen(phone.getByRole('heading', { name: t('survey.title') }))
})

test('a lecture goes through Taysir: explained, lodged, decided, and its owner contacted', async () => {
  const t = portalWords('en')
  const words = await domainWords('en')
  const form = must(lecture.form.i18n.en)
  const inAMonth = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
  const page = await browser.open('/en/services/lecture/apply', { language: 'en', device: 'desktop' })
  await formReady(page)
  await page.getByLabel(must(form['organisation'])).fill('Red Sea Packing Company')
  await page.getByLabel(must(form['responsible'])).fill('Thomas Reed')
  await page.getByRole('textbox', { name: must(form['place']), exact: true }).fill('Camp 4, recreation hall')
  await page.locator('#date').fill(inAMonth)
  await language(page, form).selectOption('ml')
  await choose(page, form, 'audience.MEN')
  await page.getByLabel(must(form['people'])).fill('80')
  await page.getByRole('textbox', { name: t('reach.name'), exact: true }).fill('Thomas Reed')
  await page.getByLabel(t('reach.email')).fill('thomas@redsea.example')

  // Without having read how the permit goes, nothing is sent and nothing is lost.
  await page.getByRole('button', { name: t('apply.send') }).click()
  await seen(page.getByRole('alert').getByText(words.problem.PERMIT_NOT_EXPLAINED))
  expect(await page.getByLabel(must(form['organisation'])).inputValue()).toBe('Red Sea Packing Company')
  await page.getByLabel(t('apply.permit')).check()
  await page.getByRole('button', { name: t('apply.send') }).click()
  const receipt = await readReceipt(page, t)
  await follow(page, receipt)

  const staff = await browser.open('/staff/requests', { device: 'desktop', as: 'khalid' })
  await openRequest(staff, receipt)
  await actButton(staff, s, 'requestAct.review').click()
  await told(staff, s, 'requestDone.review')
  // A permit is the Ministry's to give: there is nothing to approve before it was lodged (D4).
  expect(await actButton(staff, s, 'requestAct.approve').count()).toBe(0)
  await actButton(staff, s, 'requestAct.lodge').click()
  const dialog = staff.getByRole('dialog', { name: s('requestAct.lodge') })
  await dialog.getByLabel(s('requests.taysirReference')).fill('TSR-1448-20731')
  await actButton(dialog, s, 'requestAct.lodge').click()
  await told(staff, s, 'requestDone.lodge')
  const steps = page.getByRole('list', { name: t('track.way') })
  await seen(steps.getByText('TSR-1448-20731'))
  await seen(page.getByText(t('track.paused')))

  await fillAct(staff, 'approve', 'The permit is there.')
  await seen(page.getByRole('heading', { level: 1, name: words.requestStatus.APPROVED }))
  await seen(staff.getByText(s('requests.contactDue')))
  await fillAct(staff, 'contact', 'Called Mr Reed; the lecture is on Thursday.')
  await seen(staff.getByText(s('event.request.contacted')))

  // The tracking page tells every step, each with its day.
  for (const key of ['RECEIVED', 'IN_REVIEW', 'AWAITING_EXTERNAL', 'DECIDED'] as const) {
    const step = steps.getByRole('listitem').filter({ hasText: words.step[key] })
    expect(await step.innerText()).toMatch(/\d{4}/u)
  }
})

async function choose(page: Page, form: Readonly<Record<string, string>>, key: string, otherwise = '') {
  const [property = ''] = key.split('.')
  const group = page.getByRole('group', { name: must(form[property]) })
  await group.getByRole('radio', { name: form[key] ?? otherwise, exact: true }).check()
}

function language(page: Page, form: Readonly<Record<string, string>>) {
  return page.getByRole('combobox', { name: must(form['language']), exact: true })
}

async function follow(page: Page, receipt: Receipt) {
  await page.goto(receipt.path)
  await seen(page.getByRole('main').getByText(receipt.reference))
}

async function openRequest(staff: Page, { reference }: Receipt) {
  const row = staff.getByRole('row').filter({ hasText: reference })
  await fetchRow(row, anyPill(staff, s, 'requests.arrived'))
  await row.getByRole('link').first().click()
  await seen(staff.getByRole('heading', { level: 1 }))
  await seen(staff.getByText(reference))
}

/** Does an act that asks for a word. */
async function fillAct(staff: Page, act: string, text: string) {
  await actButton(staff, s, `requestAct.${act}`).click()
  const dialog = staff.getByRole('dialog', { name: s(`requestAct.${act}`) })
  await dialog.getByLabel(s(`requestText.${act}`)).fill(text)
  const notices = staff.getByRole('region', { name: s('app.notices') })
  const done = notices.getByText(s(`requestDone.${act}`))
  const changed = notices.getByText(s('act.changedMeanwhile'))
  await actButton(dialog, s, `requestAct.${act}`).click()
  await seen(done.or(changed))
  // What the page had before it may be a moment old: then it says so, and the same press does it.
  if (await changed.isVisible()) await actButton(dialog, s, `requestAct.${act}`).click()
  await told(staff, s, `requestDone.${act}`)
}

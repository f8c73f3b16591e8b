import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { look } from '../harness/axe.ts'
import { useBrowser } from '../harness/browser.ts'
import { findOnDesk, placeHold, turnTo } from '../harness/desk.ts'
import { ask } from '../harness/portal.ts'
import { gone, seen } from '../harness/see.ts'
import { told } from '../harness/staff.ts'
import { portalWords, staffWords } from '../harness/words.ts'

const browser = useBrowser()
const t = staffWords('ar')

/** Looks at a part of the desk on every screen. */
const lookAtPart = (page: Page, part: string) => look(page, `privacy-${part}-ar`)

const press = (place: Page | ReturnType<Page['getByRole']>, id: string) =>
  place.getByRole('button', { name: t(id), exact: true }).click()

test('what a person asked for aloud is held to its clock, copied, held and erased at the desk of the privacy officer', async () => {
  const name = 'لطيفة عبدالمنعم'
  const phone = await browser.open('/ar/ask')
  const { reference } = await ask(phone, portalWords('ar'), {
    text: 'هل تُحفظ أوراقي عندكم بعد انتهاء الدورة؟',
    name,
    phone: '٠٥٥٧٧٠٠٢٢١',
  })

  // Whoever hears it writes it down.
  const officer = await browser.open('/staff/beneficiaries', { device: 'desktop', as: 'salem' })
  await officer.getByRole('searchbox').fill(name)
  await officer.getByRole('link', { name: new RegExp(name, 'u') }).click()
  await press(officer, 'right.record')
  const hearing = officer.getByRole('dialog')
  await hearing.getByLabel(t('right.which')).selectOption('ERASURE')
  await hearing.getByLabel(t('right.said')).fill('طلبت شفهيًا محو بياناتها')
  await press(hearing, 'app.save')
  await told(officer, t, 'right.recorded')

  const desk = await browser.open('/staff/privacy', { device: 'desktop', as: 'dalal' })
  const line = desk.getByRole('row').filter({ hasText: name })
  await seen(line.getByText(t('right.state.RUNNING')))
  await lookAtPart(desk, 'rights')
  const answering = async (choice: string, words: string) => {
    await line.getByRole('button').click()
    const dialog = desk.getByRole('dialog')
    await dialog.getByRole('radio', { name: t(`right.outcome.${choice}`), exact: true }).check()
    await dialog.getByRole('textbox').fill(words)
    await press(dialog, 'app.save')
    await gone(dialog)
  }
  await answering('EXTEND', 'ننتظر ردّ جهة الدورة')
  await seen(line.getByText(t('right.extended')))
  // More time is had once.
  await line.getByRole('button').click()
  await seen(desk.getByRole('radio', { name: t('right.outcome.GRANTED') }))
  expect(await desk.getByRole('radio', { name: t('right.outcome.EXTEND') }).count()).toBe(0)
  await desk.keyboard.press('Escape')

  // Who looked is there, and a copy of everything.
  await findOnDesk(desk, t, name)
  const number = (await desk.getByRole('heading', { level: 2, name }).innerText()).match(/B-\d+/u)?.[0] ?? ''
  await seen(desk.getByRole('row').filter({ hasText: t('looks.what.PERSON') }))
  await lookAtPart(desk, 'person')
  const [file] = await Promise.all([desk.waitForEvent('download'), press(desk, 'privacy.copy')])
  const parts: Buffer[] = []
  for await (const part of await file.createReadStream()) parts.push(Buffer.from(part))
  expect(Buffer.concat(parts).toString()).toContain(reference)

  // What is held is not erased, and the desk says so.
  await placeHold(desk, t, 'نزاع قائم')
  const erase = async () => {
    await press(desk, 'erasure.erase')
    await desk.getByRole('dialog').getByLabel(t('erasure.type', { number })).fill(number)
    await press(desk.getByRole('dialog'), 'erasure.confirm')
  }
  await erase()
  await seen(desk.getByRole('dialog').getByRole('alert'))
  await lookAtPart(desk, 'held')
  await desk.keyboard.press('Escape')
  await press(desk, 'hold.lift')
  await seen(desk.getByText(t('hold.lifted'), { exact: true }))

  await turnTo(desk, t, 'rights')
  await answering('GRANTED', 'مُحيت بياناتكم كما طلبتم')
  await gone(line)
  await findOnDesk(desk, t, name)
  await erase()
  await told(desk, t, 'erasure.done')
  await seen(desk.getByRole('row').filter({ hasText: t('erasure.ground.ASKED') }))
  await lookAtPart(desk, 'erasures')
  await turnTo(desk, t, 'people')
  await desk.getByLabel(t('privacy.findPerson')).fill(name)
  await seen(desk.getByText(t('beneficiaries.notFound', { text: name })))
})

test('an incident has 72 hours and a notice that is ready to send; the desk shows who browses, and the register', async () => {
  const desk = await browser.open('/staff/privacy?part=incidents', { device: 'desktop', as: 'dalal' })
  await press(desk, 'incident.record')
  const dialog = desk.getByRole('dialog')
  await lookAtPart(desk, 'incident-form')
  await dialog.getByLabel(t('incident.what')).fill('أُرسلت قائمة حضور إلى عنوان خاطئ')
  await dialog.getByLabel(t('privacy.class.CONTACT')).check()
  await dialog.getByLabel(t('incident.howMany')).fill('12')
  await dialog.getByLabel(t('incident.measures')).fill('طُلب حذف الرسالة، وأُكّد حذفها')
  await press(dialog, 'app.save')
  await gone(dialog)
  const card = desk.getByRole('listitem').filter({ hasText: 'قائمة حضور' })
  await seen(card.getByText(t('incident.state.RUNNING')))
  await card.getByText(t('incident.notice'), { exact: true }).click()
  await seen(card.locator('pre').getByText(/12/u))
  await lookAtPart(desk, 'incidents')
  await press(card, 'incident.toldAuthority')
  await seen(card.getByText(t('incident.state.TOLD')))

  for (const part of ['looks', 'register']) {
    await turnTo(desk, t, part)
    await seen(desk.getByRole('table'))
    await lookAtPart(desk, part)
  }
})

test('nobody else finds the desk, by its name or by its address', async () => {
  const page = await browser.open('/staff/privacy', { device: 'desktop', as: 'salem' })
  await seen(page.getByText(t('app.notYours')))
  expect(await page.getByRole('heading', { name: t('nav.privacy') }).count()).toBe(0)
  expect(await page.getByRole('link', { name: t('nav.privacy') }).count()).toBe(0)
})

import { expect, test } from 'vitest'
import { codeFor } from '../harness/authenticator.ts'
import { inEveryLook, look } from '../harness/axe.ts'
import { useBrowser } from '../harness/browser.ts'
import { useDatabase } from '../harness/database.ts'
import { atHome, beginFactor, enter, finishFactor, makeAdministrator, myAccount } from '../harness/entry.ts'
import { applyForCourse, submit } from '../harness/guest.ts'
import { idOf, keepTo } from '../harness/matters.ts'
import { prove } from '../harness/portal.ts'
import { gone, seen } from '../harness/see.ts'
import { threadOf } from '../harness/staff.ts'
import { portalWords, staffWords } from '../harness/words.ts'

// Every journey that opens something in an emergency stands here, one after the other: the desk tells of one at a time.
const browser = useBrowser()
const database = useDatabase()
const t = staffWords('ar')
const en = staffWords('en')
const names = { khalid: 'خالد الشهري', arwa: 'أروى الزهراني' }

test('what was opened in an emergency is on the desk and on the page of its person, and shuts when it is ended', async () => {
  const text = 'أمرٌ ثانٍ لا يعرفه إلا اثنان'
  // A second factor ends what was open without it: an administrator of one's own, so that no other journey loses theirs.
  const made = makeAdministrator('arwa@sila.example', names.arwa)
  const contact = { name: 'هاجر عبدالودود', phone: '0557700332' }
  const { reference } = await submit(text, 'ar', { contact })
  const id = await idOf(database, 'interaction', reference)
  await keepTo(database, 'interaction', id, names.khalid)
  const khalid = await browser.open(`/staff/inbox/${id}`, { device: 'desktop', as: 'khalid' })
  const desk = await browser.open('/staff/privacy', { device: 'desktop', as: 'dalal' })
  await seen(desk.getByRole('heading', { level: 1, name: t('nav.privacy') }))

  // Not even an administrator sees it; the way in asks which, why, and the second factor.
  const arwa = await browser.open('/staff/', { device: 'desktop', language: 'en' })
  const signIn = await made
  await enter(arwa, en, signIn)
  await atHome(arwa, en)
  await myAccount(arwa, en)
  const key = await beginFactor(arwa, en, signIn.password)
  await finishFactor(arwa, en, key)
  await arwa.goto(`/staff/inbox/${id}`)
  await seen(threadOf(arwa, en).getByText(en('thread.missing')))
  await arwa.getByRole('button', { name: en('emergency.open') }).click()
  const dialog = arwa.getByRole('dialog', { name: en('emergency.title') })
  await dialog.getByLabel(en('emergency.reference')).fill(reference)
  await dialog.getByLabel(en('emergency.reason')).fill('Too short.')
  await dialog.getByLabel(en('emergency.code')).fill(codeFor(key, 1))
  await dialog.getByRole('button', { name: en('emergency.confirm') }).click()
  await seen(dialog.getByRole('alert'))
  await look(arwa, 'emergency-dialog-en')
  const reason = 'خطر على حياتها كما أبلغ الإسعاف، ولا أحد من المطّلعين يجيب.'
  await dialog.getByLabel(en('emergency.reason')).fill(reason)
  // The code is still there, since it was not looked at; by now an app shows another one.
  expect(await dialog.getByLabel(en('emergency.code')).inputValue()).toMatch(/^\d{6}$/u)
  await dialog.getByLabel(en('emergency.code')).fill(codeFor(key, 1))
  await dialog.getByLabel(en('emergency.code')).press('Enter')
  await gone(dialog)
  await seen(threadOf(arwa, en).getByRole('heading', { name: text }))
  // For how long yet.
  const left = new RegExp(en('emergency.left', { count: 60 }).replace('60', '(?:59|60)'), 'u')
  await seen(arwa.getByRole('status').filter({ hasText: left }))
  await look(arwa, 'emergency-open-en')

  // Whoever answers for it is told at once, in whichever room; and so are those who may know.
  const notice = desk.getByRole('status').filter({ hasText: reference })
  await seen(notice.getByText(names.arwa))
  await seen(threadOf(khalid, t).getByText(t('event.interaction.emergencyOpened', { by: names.arwa })))
  await look(desk, 'emergency-notice-ar')
  await notice.getByRole('button', { name: t('emergency.see') }).click()
  await gone(notice)
  const use = desk.getByRole('listitem').filter({ hasText: reference })
  await seen(use.getByText(t('emergency.isOpen')))
  await seen(use.getByText(reason))
  await look(desk, 'emergencies-ar')

  const phone = await browser.open('/ar/mine')
  await prove(phone, portalWords('ar'), '0557700332', '+966557700332')
  const looks = phone.getByRole('region', { name: portalWords('ar')('mine.looks') })
  const mark = portalWords('ar')('mine.looks.emergency')
  await seen(looks.getByRole('listitem').filter({ hasText: names.arwa }).getByText(mark))
  expect(await inEveryLook(phone, 'emergency-mine-ar')).toEqual([])

  await use.getByRole('button', { name: t('emergency.end') }).click()
  await seen(use.getByText(t('emergency.isShut')))
  await seen(threadOf(arwa, en).getByText(en('thread.gone')))
  await gone(arwa.getByRole('status').filter({ hasText: reference }))
})

test.each(['ar', 'en'])(
  'a request that is open in an emergency says what can be done in it, in %s',
  async (language) => {
    const words = staffWords(language)
    const reason = 'Danger to life, as the hospital told us; nobody of those who may know answers.'
    const made = makeAdministrator(`warda-${language}@sila.example`, 'وردة الغامدي')
    const contact = { name: 'نسرين عبدالمجيد', phone: '0557700552' }
    const { reference } = await applyForCourse('لا يعرفه إلا المشرف.', contact)
    const id = await idOf(database, 'request', reference)
    await keepTo(database, 'request', id, names.khalid)
    const page = await browser.open(`/staff/requests/${id}`, { device: 'desktop', language })
    const signIn = await made
    await enter(page, words, signIn)
    await atHome(page, words)
    await seen(page.getByText(words('requests.missing')))
    await page.getByRole('button', { name: words('emergency.open') }).click()
    const dialog = page.getByRole('dialog', { name: words('emergency.title') })
    await dialog.getByLabel(words('emergency.reference')).fill(reference)
    await dialog.getByLabel(words('emergency.reason')).fill(reason)
    await dialog.getByLabel(words('emergency.password')).fill(signIn.password)
    await dialog.getByRole('button', { name: words('emergency.confirm') }).click()
    await gone(dialog)
    await seen(page.getByText(words('emergency.limits')))
    await look(page, `emergency-request-${language}`)

    await page
      .getByRole('status')
      .filter({ hasText: reference })
      .getByRole('button', { name: words('emergency.shutNow') })
      .click()
    await seen(page.getByText(words('thread.gone')))
    await gone(page.getByRole('status').filter({ hasText: reference }))
  },
)

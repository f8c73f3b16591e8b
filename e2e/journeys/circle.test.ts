import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { codeFor } from '../harness/authenticator.ts'
import { inEveryLook } from '../harness/axe.ts'
import { useBrowser } from '../harness/browser.ts'
import { useDatabase } from '../harness/database.ts'
import { atHome, beginFactor, enter, finishFactor, makeAdministrator, myAccount } from '../harness/entry.ts'
import { submit } from '../harness/guest.ts'
import { prove } from '../harness/portal.ts'
import { gone, must, seen } from '../harness/see.ts'
import { rowOf, threadOf, told } from '../harness/staff.ts'
import { portalWords, staffWords } from '../harness/words.ts'

const browser = useBrowser()
const database = useDatabase()
const t = staffWords('ar')
const en = staffWords('en')
const wide = { width: 1440, height: 900 }
const names = { salem: 'سالم الحربي', khalid: 'خالد الشهري', arwa: 'أروى الزهراني' }

/** Looks at the page on every screen, and comes back to the wide one. */
async function look(page: Page, name: string): Promise<void> {
  expect(await inEveryLook(page, name)).toEqual([])
  await page.setViewportSize(wide)
}

/** Sends a matter that not everybody should know of, with a name and a phone. */
async function arrive(text: string, name: string, phone: string) {
  const { reference } = await submit(text, 'ar', { contact: { name, phone } })
  const [row] = await database.rows<{ id: string }>('select id from interaction where reference = $1', [
    reference,
  ])
  return { reference, id: must(row).id }
}

/** Draws the circle of the open matter: whoever draws it, and salem. */
async function draw(page: Page): Promise<void> {
  await threadOf(page, t)
    .getByRole('button', { name: t('circle.open') })
    .click()
  const dialog = page.getByRole('dialog', { name: t('circle.title') })
  await dialog.getByRole('radio', { name: new RegExp(`^${t('circle.why.COUNSELLING')}`, 'u') }).check()
  await dialog.getByRole('combobox', { name: t('circle.add') }).fill('سالم')
  await page.getByRole('option', { name: names.salem }).click()
  await seen(dialog.getByRole('button', { name: t('circle.remove', { name: names.salem }) }))
  await look(page, 'circle-dialog-ar')
  await dialog.getByRole('button', { name: t('app.save') }).click()
  await told(page, t, 'circle.drawn')
}

test('a supervisor draws the circle of a matter, and it leaves the screen of a colleague outside at once', async () => {
  const text = 'أمرٌ يخص بيتي، ولا أريد أن يعرفه أحد'
  const { id } = await arrive(text, 'رقية عبدالحميد', '0557700331')
  const hind = await browser.open(`/staff/inbox/${id}?folder=ALL`, { device: 'desktop', as: 'hind' })
  await seen(rowOf(hind, t, text))
  await seen(threadOf(hind, t).getByRole('heading', { name: text }))
  const salem = await browser.open(`/staff/inbox/${id}`, { device: 'desktop', as: 'salem', language: 'en' })
  await seen(threadOf(salem, en).getByRole('heading', { name: text }))

  const khalid = await browser.open(`/staff/inbox/${id}`, { device: 'desktop', as: 'khalid' })
  await draw(khalid)
  await seen(threadOf(khalid, t).getByText(t('circle.why.COUNSELLING'), { exact: true }))
  await look(khalid, 'circle-thread-ar')

  await gone(rowOf(hind, t, text))
  await seen(threadOf(hind, t).getByText(t('thread.gone')))
  const others = t('presence.here', { names: names.salem })
  await seen(threadOf(khalid, t).getByRole('img', { name: others, exact: true }))
  await hind.reload()
  await seen(threadOf(hind, t).getByText(t('thread.missing')))
  // Whoever stands in it has it still, and is told who else does.
  await seen(threadOf(salem, en).getByText(names.khalid))
  await look(salem, 'circle-thread-en')
})

test('what was opened in an emergency is on the desk and on the page of its person, and shuts when it is ended', async () => {
  const text = 'أمرٌ ثانٍ لا يعرفه إلا اثنان'
  // A second factor ends what was open without it: an administrator of one's own, so that no other journey loses theirs.
  const made = makeAdministrator('arwa@sila.example', names.arwa)
  const { id, reference } = await arrive(text, 'هاجر عبدالودود', '0557700332')
  await database.rows(
    `update interaction set sensitivity = 'COUNSELLING', circle = array[(select id from staff where name = $1)] where id = $2`,
    [names.khalid, id],
  )
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

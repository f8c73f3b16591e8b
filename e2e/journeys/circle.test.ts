import type { Page } from 'playwright-core'
import { test } from 'vitest'
import { look } from '../harness/axe.ts'
import { useBrowser } from '../harness/browser.ts'
import { useDatabase } from '../harness/database.ts'
import { submit } from '../harness/guest.ts'
import { idOf } from '../harness/matters.ts'
import { gone, seen } from '../harness/see.ts'
import { rowOf, threadOf, told } from '../harness/staff.ts'
import { staffWords } from '../harness/words.ts'

const browser = useBrowser()
const database = useDatabase()
const t = staffWords('ar')
const en = staffWords('en')
const names = { salem: 'سالم الحربي', khalid: 'خالد الشهري' }

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
  const contact = { name: 'رقية عبدالحميد', phone: '0557700331' }
  const { reference } = await submit(text, 'ar', { contact })
  const id = await idOf(database, 'interaction', reference)
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

import { expect, test } from 'vitest'
import { look } from '../harness/axe.ts'
import { useBrowser } from '../harness/browser.ts'
import { useDatabase } from '../harness/database.ts'
import { applyForCourse, submit } from '../harness/guest.ts'
import { idOf } from '../harness/matters.ts'
import { gone, seen } from '../harness/see.ts'
import { threadOf, told } from '../harness/staff.ts'
import { staffWords } from '../harness/words.ts'

const browser = useBrowser()
const database = useDatabase()
const t = staffWords('ar')
const en = staffWords('en')
const names = { khalid: 'خالد الشهري', rauf: 'عبدالرؤف خان' }

test('whoever first meets what is sensitive in a request marks it, and it lies with the supervisor alone', async () => {
  const name = 'سمية عبدالغفور'
  const { reference } = await applyForCourse('أسلمت منذ شهر، ولا يعلم أهلي.', { name, phone: '0557700551' })
  const id = await idOf(database, 'request', reference)
  const hind = await browser.open(`/staff/requests/${id}`, { device: 'desktop', as: 'hind' })
  await seen(hind.getByText(reference))
  const khalid = await browser.open(`/staff/requests/${id}`, { device: 'desktop', as: 'khalid' })
  await seen(khalid.getByText(reference))

  const salem = await browser.open(`/staff/requests/${id}`, { device: 'desktop', as: 'salem' })
  await salem.getByRole('button', { name: t('shield.open') }).click()
  const dialog = salem.getByRole('dialog', { name: t('shield.title') })
  await dialog.getByRole('radio', { name: new RegExp(`^${t('circle.why.NEW_MUSLIM')}`, 'u') }).check()
  await look(salem, 'shield-dialog-ar')
  await dialog.getByRole('button', { name: t('shield.confirm') }).click()

  // It leaves the screens of both who need not know, and stands marked before whoever decides.
  await seen(salem.getByText(t('thread.gone')))
  await seen(hind.getByText(t('thread.gone')))
  await look(hind, 'shield-gone-ar')
  await seen(khalid.getByText(t('circle.why.NEW_MUSLIM'), { exact: true }))
  await seen(khalid.getByRole('button', { name: t('circle.open') }))
  await look(khalid, 'shield-request-ar')
  await salem.reload()
  await seen(salem.getByText(t('requests.missing')))
})

test('a complaint about a colleague is marked where it is read, and whoever needs it keeps it', async () => {
  const text = 'The teacher was rude to my wife in front of the others.'
  const { reference } = await submit(text, 'en', { kind: 'COMPLAINT' })
  const id = await idOf(database, 'interaction', reference)
  const salem = await browser.open(`/staff/inbox/${id}`, { device: 'desktop', language: 'en', as: 'salem' })
  const thread = threadOf(salem, en)
  const hint = thread.getByRole('status').filter({ hasText: en('shield.hint') })
  await seen(hint)
  await look(salem, 'shield-hint-en')
  await hint.getByRole('button', { name: en('shield.open') }).click()
  const dialog = salem.getByRole('dialog', { name: en('shield.title') })
  await dialog.getByLabel(en('circle.about')).selectOption({ label: names.rauf })
  await dialog.getByRole('checkbox', { name: en('circle.withMe') }).check()
  await look(salem, 'shield-dialog-en')
  await dialog.getByRole('button', { name: en('shield.confirm') }).click()
  await told(salem, en, 'shield.doneMine')
  await seen(thread.getByText(names.khalid))
  await gone(hint)
  await look(salem, 'shield-thread-en')
  const [row] = await database.rows<{ about: string }>(
    'select s.name as about from interaction i join staff s on s.id = i.about_staff_id where i.id = $1',
    [id],
  )
  expect(row?.about).toBe(names.rauf)
})

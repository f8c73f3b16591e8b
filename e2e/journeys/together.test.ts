import { expect, test } from 'vitest'
import { useBrowser } from '../harness/browser.ts'
import { useDatabase } from '../harness/database.ts'
import { submit } from '../harness/guest.ts'
import { gone, must, seen } from '../harness/see.ts'
import { answer, threadOf, told } from '../harness/staff.ts'
import { staffWords } from '../harness/words.ts'

const browser = useBrowser()
const database = useDatabase()
const s = staffWords('ar')
const names = { salem: 'سالم الحربي', hind: 'هند السالم' }

test('two at one thread see each other, and neither talks past the other', async () => {
  const { reference } = await submit('هل يمكن تأجيل موعد الزيارة إلى الأسبوع القادم؟')
  const [row] = await database.rows<{ id: string }>('select id from interaction where reference = $1', [
    reference,
  ])
  const { id } = must(row)
  const answers = () =>
    database.count(`select count(*) from entry where interaction_id = $1 and type = 'ANSWER'`, [id])
  const salem = await browser.open(`/staff/inbox/${id}`, { device: 'desktop', as: 'salem' })
  const hind = await browser.open(`/staff/inbox/${id}`, { device: 'desktop', as: 'hind' })
  await seen(salem.getByRole('img', { name: s('presence.here', { names: names.hind }) }))
  await seen(hind.getByRole('img', { name: s('presence.here', { names: names.salem }) }))

  // Both write; each sees that the other does.
  const mine = 'نعم، أي يوم يناسبكم؟'
  const theirs = 'تم التأجيل إلى يوم الثلاثاء.'
  await threadOf(salem, s)
    .getByRole('textbox', { name: s('composer.replyLabel') })
    .fill(mine)
  await seen(hind.getByText(s('presence.writing', { names: names.salem, count: 1 })))
  await answer(hind, s, theirs)
  await told(hind, s, 'done.sent')

  // Sending stops and shows what is new; the text is kept and nothing was sent.
  const text = threadOf(salem, s).getByRole('textbox', { name: s('composer.replyLabel') })
  await salem.bringToFront()
  await threadOf(salem, s).locator('form button[type=submit]').click()
  const conflict = salem.getByRole('alertdialog', { name: s('conflict.title') })
  await seen(conflict.getByText(theirs))
  expect(await text.inputValue()).toBe(mine)
  expect(await answers()).toBe(1)

  // Having read it, salem sends on purpose.
  await conflict.getByRole('button', { name: s('conflict.send') }).click()
  await told(salem, s, 'done.sent')
  await seen(hind.getByRole('log').getByText(mine))
  expect(await answers()).toBe(2)

  // Who leaves is gone.
  await salem.goto('about:blank')
  await gone(hind.getByRole('img', { name: s('presence.here', { names: names.salem }) }))
})

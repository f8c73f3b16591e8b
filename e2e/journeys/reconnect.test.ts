import { expect, test } from 'vitest'
import { useBrowser } from '../harness/browser.ts'
import { submit } from '../harness/guest.ts'
import { makeLine } from '../harness/line.ts'
import { gone, seen } from '../harness/see.ts'
import { inboxReady, pill, rowOf } from '../harness/staff.ts'
import { staffWords } from '../harness/words.ts'

const browser = useBrowser()
const s = staffWords('ar')

test('after a cut the inbox has every question that came meanwhile, each once, without a reload', async () => {
  const line = await makeLine()
  try {
    const page = await browser.open('/staff/', { device: 'desktop', as: 'salem', url: line.url, cuts: true })
    await inboxReady(page, s)
    let loads = 0
    page.on('load', () => loads++)
    await submit('السؤال الأول قبل القطع')
    await seen(pill(page, s, 1))

    line.cut()
    const during = ['السؤال الثاني أثناء القطع', 'السؤال الثالث أثناء القطع', 'السؤال الرابع أثناء القطع']
    for (const text of during) await submit(text)
    expect(await pill(page, s, 1).isVisible()).toBe(true)
    line.mend()

    await seen(pill(page, s, 4))
    await submit('السؤال الخامس بعد القطع')
    await seen(pill(page, s, 5))
    await pill(page, s, 5).click()
    await gone(pill(page, s, 5))
    for (const text of ['السؤال الأول قبل القطع', ...during, 'السؤال الخامس بعد القطع']) {
      await seen(rowOf(page, s, text))
      expect(await rowOf(page, s, text).count()).toBe(1)
    }
    expect(loads).toBe(0)
  } finally {
    line.close()
  }
})

import { expect, test } from 'vitest'
import { useBrowser } from '../harness/browser.ts'
import { useDatabase } from '../harness/database.ts'
import { submit } from '../harness/guest.ts'
import { fillAsk, formReady, paste, sendAsk } from '../harness/portal.ts'
import { seen } from '../harness/see.ts'
import { domainWords, portalWords } from '../harness/words.ts'

const browser = useBrowser()
const database = useDatabase()
const t = portalWords('ar')
const interactions = () => database.count('select count(*) from interaction')

test('an empty question is not sent; the page says so in Arabic and leads to the field', async () => {
  const { problem } = await domainWords('ar')
  const before = await interactions()
  const page = await browser.open('/ar/ask')
  await formReady(page)
  await sendAsk(page, t)
  const summary = page.getByRole('alert')
  await seen(summary.getByText(problem.REQUIRED))
  await summary.getByRole('link').click()
  const text = page.getByLabel(t('ask.text.INQUIRY'))
  await expect.poll(() => text.evaluate((element) => element === document.activeElement)).toBe(true)
  expect(await text.getAttribute('aria-invalid')).toBe('true')
  expect(await interactions()).toBe(before)
})

test('a hundred thousand signs are refused with the limit, and every one of them is kept', async () => {
  const before = await interactions()
  const page = await browser.open('/ar/ask')
  const long = `${'سؤال طويل '.repeat(10)}\n`.repeat(1000)
  await formReady(page)
  await paste(page.getByLabel(t('ask.text.INQUIRY')), long)
  await sendAsk(page, t)
  const summary = page.getByRole('alert')
  await seen(summary)
  expect(await summary.innerText()).toMatch(/\p{Script=Arabic}/u)
  expect(await page.getByLabel(t('ask.text.INQUIRY')).inputValue()).toBe(long)
  expect(await interactions()).toBe(before)
})

test('an impossible phone in Arabic digits is refused in Arabic, and both it and the question are kept', async () => {
  const { problem } = await domainWords('ar')
  const before = await interactions()
  const page = await browser.open('/ar/ask')
  const matter = { text: 'متى تفتحون في رمضان؟', phone: '٠٥٠٠' }
  await fillAsk(page, t, matter)
  await sendAsk(page, t)
  await seen(page.getByRole('alert').getByText(problem.PHONE_INVALID))
  expect(await page.getByLabel(t('ask.text.INQUIRY')).inputValue()).toBe(matter.text)
  expect(await page.getByLabel(t('reach.phone')).inputValue()).toBe(matter.phone)
  expect(await interactions()).toBe(before)
})

test('a wrong secret and a reference that never was get the same answer', async () => {
  const { reference } = await submit('هل تصلكم رسائل البريد؟')
  const answers: string[] = []
  for (const path of [`/ar/t/${reference}#AAAA-BBBB-CCCC-DDDD`, '/ar/t/Q-999999#AAAA-BBBB-CCCC-DDDD']) {
    const page = await browser.open(path)
    await seen(page.getByRole('heading', { level: 1, name: t('track.unknown') }))
    answers.push(await page.locator('main').innerText())
    // What was typed is there to be compared with the receipt.
    expect(await page.getByLabel(t('find.reference')).inputValue()).toBe(
      path.slice('/ar/t/'.length, '/ar/t/Q-999999'.length),
    )
  }
  expect(answers[0]).toBe(answers[1])
})

test('the words of a person are shown as words, never as a page', async () => {
  const hostile = '<img src=x onerror="document.title=1"> \u202eمعكوس\u202c 👩‍👩‍👧‍👦 <b>غامق</b>'
  const { reference, secret } = await submit(hostile)
  const page = await browser.open(`/ar/t/${reference}#${secret}`)
  const said = page.getByRole('region', { name: t('track.said') })
  await seen(said.getByText('<b>غامق</b>'))
  expect(await said.locator('img, b').count()).toBe(0)
  expect(await page.title()).not.toBe('1')
})

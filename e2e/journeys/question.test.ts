import { satisfactionSurvey } from '@sila/domain/survey'
import { expect, test } from 'vitest'
import { useBrowser } from '../harness/browser.ts'
import { useDatabase } from '../harness/database.ts'
import { dayIn } from '../harness/days.ts'
import { ask } from '../harness/portal.ts'
import { must, seen } from '../harness/see.ts'
import { actButton, answer, inboxReady, pill, rowOf, threadOf, told } from '../harness/staff.ts'
import { domainWords, portalWords, staffWords } from '../harness/words.ts'

const browser = useBrowser()
const database = useDatabase()

test('a question travels live from an Arabic phone to the staff and back, is rated, and opened again', async () => {
  const t = portalWords('ar')
  const s = staffWords('ar')
  const words = await domainWords('ar')
  const question = 'متى تبدأ دورة اللغة العربية للمبتدئين في المساء؟'
  const reply = 'تبدأ يوم الأحد القادم بعد صلاة العشاء، وأنت مرحب بك.'
  const again = 'شكرًا لكم، وهل يوجد فصل للنساء في الوقت نفسه؟'

  const staff = await browser.open('/staff/', { device: 'desktop', as: 'salem' })
  await inboxReady(staff, s)
  let loads = 0
  staff.on('load', () => loads++)

  const phone = await browser.open('/')
  expect(new URL(phone.url()).pathname).toBe('/ar/')
  expect(await phone.locator('html').getAttribute('dir')).toBe('rtl')
  await phone
    .getByRole('navigation', { name: t('home.cards') })
    .getByRole('link', { name: t('card.ask') })
    .click()
  const receipt = await ask(phone, t, { text: question, name: 'نادية عبدالكريم', phone: '٠٥٥١٢٣٤٥٦٧' })
  const sent = performance.now()
  await seen(pill(staff, s, 1))
  console.log(
    `The staff saw it ${Math.round(performance.now() - sent)} ms after the receipt was on the phone.`,
  )

  // The receipt: reference, secret, and the promised date in both calendars.
  expect(receipt.reference).toMatch(/^Q-\d{6}$/)
  const [row] = await database.rows<{ due_at: Date }>('select due_at from interaction where reference = $1', [
    receipt.reference,
  ])
  const promised = must(row).due_at
  const paper = await phone.getByRole('article').innerText()
  expect(paper).toContain(receipt.reference)
  expect(paper).toContain(receipt.secret)
  for (const calendar of ['islamic-umalqura', 'gregory'] as const) {
    const { day, year } = dayIn(calendar, promised)
    expect(paper).toContain(day)
    expect(paper).toContain(year)
  }

  // Staff: open, take, answer; nothing was loaded again.
  await pill(staff, s, 1).click()
  await rowOf(staff, s, question).click()
  const thread = threadOf(staff, s)
  await seen(thread.getByText(receipt.reference))
  await actButton(thread, s, 'act.take').click()
  await told(staff, s, 'done.take')

  await phone.getByRole('link', { name: t('receipt.follow') }).click()
  await seen(phone.getByText(t('track.live'), { exact: true }))
  await answer(staff, s, reply)
  await seen(phone.getByText(reply))
  await seen(phone.getByRole('heading', { level: 1, name: words.interactionStatus.ANSWERED }))

  // Closed on one side, rated on the other.
  await actButton(thread, s, 'act.close').click()
  await seen(phone.getByRole('heading', { level: 1, name: words.interactionStatus.CLOSED }))
  const survey = must(satisfactionSurvey.i18n.ar)
  await phone.getByRole('radio', { name: survey['csat.5'], exact: true }).check({ force: true })
  await phone.getByRole('radio', { name: survey['ease.2'], exact: true }).check({ force: true })
  await phone.getByLabel(must(survey['comment'])).fill('الرد سريع وواضح.')
  await phone.getByRole('button', { name: t('survey.send') }).click()
  await seen(phone.getByRole('heading', { name: t('survey.thanks') }))

  // And opened again by its owner.
  await phone.getByLabel(t('reply.reopen')).fill(again)
  await phone.getByRole('button', { name: t('reply.reopen.send') }).click()
  await seen(phone.getByRole('heading', { level: 1, name: words.interactionStatus.REOPENED }))
  await seen(thread.getByRole('log').getByText(again))
  await seen(thread.getByText(words.interactionStatus.REOPENED, { exact: true }))
  expect(loads).toBe(0)
})

const others = [
  {
    language: 'bn',
    question: 'আমার ভাষায় কুরআন শেখার ক্লাস কবে শুরু হবে?',
    reply: 'আগামী রবিবার মাগরিবের পর শুরু হবে, আপনাকে স্বাগতম।',
  },
  {
    language: 'en',
    question: 'May I bring my daughter, she is eleven, to the Friday lesson?',
    reply: 'Yes, she is welcome. The lesson begins at five.',
  },
] as const

test.each(others)('the same way is open in $language', async ({ language, question, reply }) => {
  const t = portalWords(language)
  const s = staffWords('ar')
  const words = await domainWords(language)
  const staff = await browser.open('/staff/', { device: 'desktop', as: 'salem' })
  await inboxReady(staff, s)

  const phone = await browser.open(`/${language}/ask`, { language })
  expect(await phone.locator('html').getAttribute('lang')).toBe(language)
  const receipt = await ask(phone, t, { text: question })
  await pill(staff, s, 1).click()
  const row = rowOf(staff, s, question)
  // In its own script, whatever the language of the screen.
  await seen(row.locator(`[lang="${language}"]`))
  await row.click()

  await phone.goto(receipt.path)
  await seen(phone.getByText(t('track.live'), { exact: true }))
  const thread = threadOf(staff, s)
  await thread.getByRole('textbox', { name: s('composer.replyLabel') }).fill(reply)
  await thread.getByRole('button', { name: s('composer.sendClose') }).click()
  await seen(phone.getByText(reply))
  await seen(phone.getByRole('heading', { level: 1, name: words.interactionStatus.CLOSED }))
  await seen(phone.getByRole('heading', { name: t('survey.title') }))
})

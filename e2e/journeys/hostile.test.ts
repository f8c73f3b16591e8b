import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { useBrowser } from '../harness/browser.ts'
import { useDatabase } from '../harness/database.ts'
import { submit } from '../harness/guest.ts'
import { gone, must, seen } from '../harness/see.ts'
import { answer, threadOf } from '../harness/staff.ts'
import { portalWords, staffWords } from '../harness/words.ts'

const browser = useBrowser()
const database = useDatabase()

/** What people send who want their words to run on the screen of somebody else; each would set `ran`. */
const hostile = [
  '<script>window.ran=1</script>',
  '"><img src=x onerror=window.ran=1>',
  '<svg onload=window.ran=1><animate onbegin=window.ran=1 attributeName=x>',
  '<svg><script href="data:text/javascript,window.ran=1"/></svg>',
  "<iframe srcdoc='<script>parent.ran=1</script>'></iframe>",
  '<a href="javascript:window.ran=1">x</a>',
  'javascript:window.ran=1//',
  '<base href="https://evil.example/"><link rel=stylesheet href=//evil.example>',
  '<style>*{background:url(//evil.example)}</style><p style="color:red">',
  '<form action="https://evil.example"><button formaction="javascript:window.ran=1">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.ran=1&gt;">',
  '{{constructor.constructor("window.ran=1")()}} ${window.ran=1} <%= window.ran=1 %>',
  '</title></textarea></script><script>window.ran=1</script>',
  '&lt;script&gt;window.ran=1&lt;/script&gt;',
]
/** Signs that turn the line round or cannot be seen. */
const turning = 'aa\u202Ecod.exe\u2066 \u200Bb\u2069'
const letter = [...hostile, turning].join('\n')

/** Nothing of it ran, nothing was asked of anybody else, and what was forbidden was not even tried (harness/browser.ts). */
async function nothingRan(page: Page, outside: readonly string[]): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)))
  expect(await page.evaluate(() => 'ran' in window), page.url()).toBe(false)
  expect(outside).toEqual([])
}

/** A window that notes dialogs and whatever is asked of somebody else. */
async function wary(wish: Parameters<typeof browser.context>[0]) {
  const context = await browser.context(wish)
  const outside: string[] = []
  const home = new URL(inject('url')).host
  context.on('request', (request) => {
    const { host, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && host !== home) outside.push(request.url())
  })
  const page = await context.newPage()
  page.on('dialog', (dialog) => {
    outside.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  return { page, outside }
}

test('words that would run stay words: on the portal, in the inbox, and wherever staff read them', async () => {
  const s = staffWords('ar')
  const first = await submit(letter, 'ar', {
    about: must(hostile[1]),
    contact: { name: `${hostile[1]} ${turning}`, phone: '0555000111' },
  })
  const named = hostile.slice(0, 6)
  for (const [index, name] of named.entries())
    await submit(name, 'en', { contact: { name: name.slice(0, 80), phone: `05550002${index}1` } })
  const [matter] = await database.rows<{ id: string; beneficiary_id: string }>(
    'select id, beneficiary_id from interaction where reference = $1',
    [first.reference],
  )

  for (const language of ['ar', 'en', 'bn']) {
    const t = portalWords(language)
    const { page, outside } = await wary({ language, device: 'phone' })
    await page.goto(`/${language}/t/${first.reference}#${first.secret}`)
    await seen(page.getByText(must(hostile[1]), { exact: false }))
    await gone(page.getByText(t('loading'), { exact: true }))
    await nothingRan(page, outside)
  }

  const { page, outside } = await wary({ device: 'desktop', as: 'khalid' })
  await page.goto(`/staff/inbox/${must(matter).id}`)
  const thread = threadOf(page, s)
  await seen(thread.getByText(must(hostile[0]), { exact: false }))
  await answer(page, s, letter)
  await expect
    .poll(() =>
      database.count(`select count(*) from entry where interaction_id = $1 and type = 'ANSWER'`, [
        must(matter).id,
      ]),
    )
    .toBe(1)
  await nothingRan(page, outside)
  for (const path of [
    'inbox',
    'beneficiaries',
    `beneficiaries/${must(matter).beneficiary_id}`,
    'surveys',
    'reports',
  ]) {
    await page.goto(`/staff/${path}`)
    await seen(page.getByRole('navigation', { name: s('nav.label') }))
    await expect.poll(() => page.getByText(s('app.loading'), { exact: true }).count()).toBe(0)
    await nothingRan(page, outside)
  }

  // The answer that came back, with words of a colleague that would run.
  const reader = await wary({ language: 'en', device: 'desktop' })
  await reader.page.goto(`/en/t/${first.reference}#${first.secret}`)
  await expect
    .poll(() => reader.page.getByText(must(hostile[0]), { exact: false }).count())
    .toBeGreaterThan(1)
  await nothingRan(reader.page, reader.outside)
})

test('what a rating, a note or an application says stays words too', async () => {
  const s = staffWords('en')
  const { reference } = await submit('A question with an ordinary beginning', 'en', {
    contact: { name: 'Maryam Hassan', phone: '0555000999' },
  })
  const [matter] = await database.rows<{ id: string }>('select id from interaction where reference = $1', [
    reference,
  ])
  // Past every door that would look at them: what stands in the database is shown as it stands.
  await database.rows(
    `insert into entry (id, interaction_id, type, at, text, language) values (gen_random_uuid(), $1, 'NOTE', now(), $2, 'en')`,
    [must(matter).id, letter],
  )
  await database.rows(
    `insert into survey_response (day, counted, channel, language, csat, comment) values (current_date, true, 'WEBSITE', 'en', 1, $1)`,
    [letter],
  )
  const [request] = await database.rows<{ id: string }>(`select id from request order by id offset 5 limit 1`)
  await database.rows(
    `insert into entry (id, request_id, type, at, text, language) values (gen_random_uuid(), $1, 'FROM_BENEFICIARY', now(), $2, 'en')`,
    [must(request).id, letter],
  )
  const { page, outside } = await wary({ device: 'desktop', language: 'en', as: 'khalid' })
  for (const path of [`inbox/${must(matter).id}`, `requests/${must(request).id}`]) {
    await page.goto(`/staff/${path}`)
    await seen(page.getByText(must(hostile[0]), { exact: false }))
    await nothingRan(page, outside)
  }
  await page.goto('/staff/surveys')
  await seen(page.getByRole('navigation', { name: s('nav.label') }))
  await expect.poll(() => page.getByText(s('app.loading'), { exact: true }).count()).toBe(0)
  await nothingRan(page, outside)
})

test.each(['/ar/ask', '/staff/'])('even markup that found a way into %s would not run', async (path) => {
  const page = await browser.open(path, { device: 'desktop', forbidden: true })
  await seen(page.getByRole('heading', { level: 1 }))
  const outcomes = await page.evaluate(async () => {
    const tried = (act: () => unknown) => {
      try {
        act()
        return 'taken'
      } catch (error) {
        return error instanceof Error ? error.name : String(error)
      }
    }
    const markup = tried(() => (document.body.innerHTML = '<img src=x onerror=window.ran=1>'))
    const frame = tried(() => (document.createElement('iframe').srcdoc = '<script>parent.ran=1</script>'))
    const worker = tried(() => new Worker('data:text/javascript,1'))
    // oxlint-disable-next-line typescript/no-implied-eval -- that it is refused is what is shown
    const text = tried(() => setTimeout('window.ran=1'))
    const address = tried(() => (document.createElement('script').src = 'https://evil.example/x.js'))
    const policy = tried(() =>
      (
        window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): void } }
      ).trustedTypes.createPolicy('mine', {}),
    )
    // As a gap in the page itself would do it: elements, and no strings.
    const link = document.createElement('a')
    link.setAttribute('href', 'javascript:window.ran=1')
    document.body.append(link)
    link.click()
    await new Promise((resolve) => setTimeout(resolve, 200))
    return { markup, frame, worker, text, address, policy, ran: 'ran' in window }
  })
  expect(outcomes).toEqual({
    ...{ markup: 'TypeError', frame: 'TypeError', worker: 'TypeError', text: 'TypeError' },
    ...{ address: 'TypeError', policy: 'TypeError', ran: false },
  })
})

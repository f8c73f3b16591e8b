import { text } from 'node:stream/consumers'
import { expect, inject, test } from 'vitest'
import { useBrowser } from '../harness/browser.ts'
import { must, seen } from '../harness/see.ts'
import { staffWords } from '../harness/words.ts'

const browser = useBrowser()
const s = staffWords('en')
const question = `{ report(measures: [CSAT], by: [CHANNEL], first: 20,
  period: { from: "2026-01-01T00:00:00+03:00", to: "2027-01-01T00:00:00+03:00" }) { n rows { keys } } }`

test('an analyst draws a report as a table, a chart and a file', async () => {
  const page = await browser.open('/staff/reports', { device: 'desktop', language: 'en', as: 'huda' })
  const table = page.getByRole('region', { name: s('reports.table') })
  await seen(table)
  expect(await table.getByRole('row').count()).toBeGreaterThan(2)
  await seen(page.getByRole('main').locator('svg[role="img"], figure').first())

  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: s('reports.csv') }).click()
  const file = await text(await (await waiting).createReadStream())
  const lines = file.trim().split(/\r?\n/u)
  const heads = await table.getByRole('columnheader').allInnerTexts()
  // The file says besides which rows are withheld because they are too few; on the screen their cells say so.
  expect(must(lines[0]).split(',')).toHaveLength(heads.length + 1)
  expect(lines.length).toBe(await table.getByRole('row').count())
})

test('the explorer needs nothing from outside, and answers a question that nobody foresaw', async () => {
  const context = await browser.context({ device: 'desktop', language: 'en', as: 'huda' })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const outside: string[] = []
  context.on('request', (request) => {
    if (!request.url().startsWith(inject('url')) && !/^(data|blob):/u.test(request.url()))
      outside.push(request.url())
  })
  const page = await context.newPage()
  await page.goto('/staff/explorer')
  const run = page.getByRole('button', { name: /execute query/iu })
  await seen(run)
  await page.locator('.graphiql-query-editor .view-lines').click()
  await page.keyboard.press('Control+A')
  // Pasted: while one types, the editor closes brackets by itself.
  await page.evaluate((words) => navigator.clipboard.writeText(words), question)
  await page.keyboard.press('Control+V')
  await run.click()
  const response = page.getByRole('region', { name: 'Result Window' })
  await expect.poll(() => response.innerText()).toContain('"rows"')
  expect(await response.innerText()).not.toContain('errors')
  expect(outside).toEqual([])
})

test('the explorer is a page of its own, also from another room, and shows what the schema says of itself', async () => {
  const t = staffWords('en')
  const page = await browser.open('/staff/reports', { device: 'desktop', language: 'en', as: 'huda' })
  await page
    .getByRole('navigation', { name: t('nav.label') })
    .getByRole('link', { name: t('nav.explorer') })
    .click()
  await seen(page.getByRole('button', { name: /execute query/iu }))
  await page.getByRole('button', { name: /show documentation explorer/iu }).click()
  const docs = page.locator('.graphiql-doc-explorer')
  await docs
    .getByRole('link', { name: 'Query', exact: true })
    .or(docs.getByText('Query', { exact: true }))
    .first()
    .click()
  await seen(docs.getByText('Whoever is signed in', { exact: false }))
})

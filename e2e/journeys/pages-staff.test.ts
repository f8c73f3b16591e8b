import { expect, test } from 'vitest'
import { inEveryLook } from '../harness/axe.ts'
import { useBrowser } from '../harness/browser.ts'
import { useDatabase } from '../harness/database.ts'
import { must, seen } from '../harness/see.ts'
import { staffWords } from '../harness/words.ts'

const browser = useBrowser()
const database = useDatabase()

test.each(['ar', 'en'])('every page of the staff app is open to everybody in %s', async (language) => {
  const s = staffWords(language)
  const firstOf = async (table: string) =>
    must((await database.rows<{ id: string }>(`select id from ${table} order by id limit 1`))[0]).id
  const paths = [
    'inbox',
    `inbox/${await firstOf('interaction')}`,
    'requests',
    `requests/${await firstOf('request')}`,
    'beneficiaries',
    `beneficiaries/${await firstOf('beneficiary')}`,
    'surveys',
    'reports',
    'promises',
    'channels',
  ]
  const page = await (await browser.context({ device: 'desktop', language, as: 'noura' })).newPage()
  const found: string[] = []
  for (const path of paths) {
    await page.goto(`/staff/${path}`)
    await seen(page.getByRole('main'))
    await seen(page.getByRole('navigation', { name: s('nav.label') }))
    await expect.poll(() => page.getByText(s('app.loading'), { exact: true }).count()).toBe(0)
    found.push(...(await inEveryLook(page, `staff-${path.replace(/\/.+/u, '-one')}-${language}`)))
  }
  const door = await browser.open('/staff/', { device: 'desktop', language })
  await seen(door.getByRole('heading', { name: s('signIn.demo') }))
  found.push(...(await inEveryLook(door, `staff-sign-in-${language}`)))
  expect(found).toEqual([])
})

test('a person of the demonstration signs in with one press and out again', async () => {
  const s = staffWords('en')
  const page = await browser.open('/staff/', { device: 'desktop', language: 'en' })
  await page.getByRole('button', { name: /هند السالم/u }).click()
  await seen(page.getByRole('option'))
  await page.getByRole('button', { name: /هند السالم/u }).click()
  await page.getByRole('menuitem', { name: s('nav.signOut') }).click()
  await seen(page.getByRole('heading', { name: s('signIn.title') }))
})

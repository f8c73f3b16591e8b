import { expect, test } from 'vitest'
import { accessProblems, overflow } from '../harness/axe.ts'
import { useBrowser } from '../harness/browser.ts'
import { useDatabase } from '../harness/database.ts'
import { must, seen } from '../harness/see.ts'
import { shoot } from '../harness/shots.ts'
import { staffWords } from '../harness/words.ts'

const browser = useBrowser()
const database = useDatabase()

const looks = (['ar', 'en'] as const).flatMap((language) =>
  (['phone', 'desktop'] as const).flatMap((device) =>
    (['light', 'dark'] as const).map((look) => ({ language, device, look })),
  ),
)

test.each(looks)('every page of the staff app is open to everybody: $language, $device, $look', async (wish) => {
  const s = staffWords(wish.language)
  const idIn = async (table: string) =>
    must((await database.rows<{ id: string }>(`select id from ${table} where beneficiary_id is not null order by id limit 1`))[0]).id
  const person = must((await database.rows<{ id: string }>('select id from beneficiary order by id limit 1'))[0]).id
  const paths = [
    'inbox',
    `inbox/${await idIn('interaction')}`,
    'requests',
    `requests/${await idIn('request')}`,
    'beneficiaries',
    `beneficiaries/${person}`,
    'surveys',
    'reports',
    'promises',
    'channels',
  ]
  const page = await browser.open('/staff/', { ...wish, as: 'noura' })
  const found: string[] = []
  const check = async (name: string) => {
    found.push(...(await accessProblems(page)).map((problem) => `/${name} ${problem}`))
    const beyond = await overflow(page)
    if (beyond > 0) found.push(`/${name} reaches ${beyond} px beyond the screen`)
    await shoot(page, `staff-${name.replaceAll(/\/.+/gu, '-one')}-${wish.language}-${wish.device}-${wish.look}`)
  }
  for (const path of paths) {
    await page.goto(`/staff/${path}`)
    await seen(page.getByRole('main').or(page.getByRole('region', { name: s('nav.inbox') })))
    await page.waitForLoadState('networkidle')
    await expect.poll(() => page.getByText(s("app.loading"), { exact: true }).count()).toBe(0)
    await check(path)
  }
  const door = await browser.open('/staff/', wish)
  await seen(door.getByRole('heading', { name: s('signIn.title') }))
  await seen(door.getByRole('heading', { name: s('signIn.demo') }))
  found.push(...(await accessProblems(door)).map((problem) => `/sign-in ${problem}`))
  await shoot(door, `staff-sign-in-${wish.language}-${wish.device}-${wish.look}`)
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

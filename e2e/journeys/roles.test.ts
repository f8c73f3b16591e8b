import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { inEveryLook, look } from '../harness/axe.ts'
import { useBrowser } from '../harness/browser.ts'
import { tabTo } from '../harness/keys.ts'
import { gone, must, seen } from '../harness/see.ts'
import { shoot } from '../harness/shots.ts'
import { roomsOutOfReach, told } from '../harness/staff.ts'
import { domainWords, staffWords } from '../harness/words.ts'

const browser = useBrowser()
const t = staffWords('ar')

const press = (place: Page | Locator, id: string) =>
  place.getByRole('button', { name: t(id), exact: true }).click()

test('a role is drawn with its difference and its preview beside it, saved, and given back as it began', async () => {
  const { role } = await domainWords('ar')
  const page = await browser.open('/staff/roles?role=KNOWLEDGE_EDITOR', { device: 'desktop', as: 'noura' })
  const preview = page.getByRole('complementary', { name: t('preview.title') })
  await seen(preview.getByText(t('preview.matters')))
  await look(page, 'roles-ar')

  const reads = page.getByRole('checkbox', { name: t('permission.interaction.read'), exact: true })
  await reads.check()
  const row = page.locator('fieldset > div').filter({ has: reads })
  await seen(row.getByText(t('roles.added'), { exact: true }))
  await seen(page.getByText(t('roles.unsaved')))
  await seen(preview.getByRole('heading', { name: t('preview.gained') }))
  await seen(preview.getByText(t('permission.interaction.read'), { exact: true }))
  await look(page, 'roles-drawn-ar')

  await press(page, 'app.save')
  await told(page, t, 'roles.saved')
  const line = page.getByRole('link', { name: new RegExp(role.KNOWLEDGE_EDITOR, 'u') })
  await seen(line.getByText(t('roles.changed')))
  await press(page, 'roles.reset')
  await gone(line.getByText(t('roles.changed')))
  expect(await reads.isChecked()).toBe(false)
})

test('the roles read in English too, and on a phone the rooms without a place in its row are one press away', async () => {
  const en = staffWords('en')
  const page = await browser.open('/staff/roles?role=ANALYST', {
    device: 'narrow',
    language: 'en',
    as: 'noura',
  })
  await seen(page.getByRole('complementary', { name: en('preview.title') }).getByText(en('preview.masked')))
  expect(await roomsOutOfReach(page)).toEqual([])
  // The last place shows where one is, and leads on; by keys alone.
  const open = en('nav.moreOpen', { room: en('nav.roles') })
  const more = page.getByRole('button', { name: open, exact: true })
  await tabTo(page, more)
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog', { name: en('nav.more') })
  await seen(sheet.getByRole('link', { name: en('inbox.folder.OVERDUE') }))
  await shoot(page, 'more-rooms-en-narrow')
  await page.keyboard.press('Escape')
  await gone(sheet)
  expect(await more.evaluate((button) => button === document.activeElement)).toBe(true)
  await page.keyboard.press('Enter')
  await tabTo(page, sheet.getByRole('link', { name: en('nav.staff'), exact: true }))
  await page.keyboard.press('Enter')
  await seen(page.getByRole('heading', { level: 1, name: en('nav.staff') }))
  await gone(sheet)
  await page.goBack()
  await shoot(page, 'roles-en-narrow')
  expect(await inEveryLook(page, 'roles-en')).toEqual([])
  await more.click()
  await seen(sheet)
  expect(await inEveryLook(page, 'more-rooms-en')).toEqual([])
})

test('a key is made, shown once, and ended', async () => {
  const name = 'الأرقام الشهرية'
  const page = await browser.open('/staff/api-keys', { device: 'desktop', as: 'huda' })
  await press(page, 'apiKeys.create')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(t('apiKeys.name')).fill(name)
  await dialog.getByRole('checkbox', { name: t('apiKeys.scope.report.read'), exact: true }).check()
  await look(page, 'api-keys-form-ar')
  await press(dialog, 'apiKeys.make')
  const made = page.getByRole('alertdialog')
  const shown = made.getByLabel(t('nav.apiKeys'), { exact: true })
  await seen(shown)
  const key = (await shown.innerText()).trim()
  await look(page, 'api-keys-made-ar')
  await press(made, 'apiKeys.kept')
  await gone(made)

  const row = page.getByRole('row').filter({ hasText: name })
  await seen(row.getByText(t('apiKeys.is.open')))
  expect(await page.content()).not.toContain(key)
  await look(page, 'api-keys-ar')
  const asks = () =>
    page.evaluate(async (bearer) => {
      const response = await fetch('/graphql', {
        method: 'POST',
        credentials: 'omit',
        headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ me { permissions } }' }),
      })
      return ((await response.json()) as { data?: { me?: object } }).data?.me
    }, key)
  expect(must(await asks())).toEqual({ permissions: ['report.read'] })

  await row.getByRole('button', { name: t('apiKeys.endNamed', { name }) }).click()
  await look(page, 'api-keys-end-ar')
  await press(page.getByRole('dialog').or(page.getByRole('alertdialog')), 'apiKeys.end')
  await told(page, t, 'apiKeys.endDone')
  await seen(row.getByText(t('apiKeys.is.ended')))
})

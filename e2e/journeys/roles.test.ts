import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { inEveryLook } from '../harness/axe.ts'
import { useBrowser } from '../harness/browser.ts'
import { gone, must, seen } from '../harness/see.ts'
import { shoot } from '../harness/shots.ts'
import { told } from '../harness/staff.ts'
import { domainWords, staffWords } from '../harness/words.ts'

const browser = useBrowser()
const t = staffWords('ar')
const wide = { width: 1440, height: 900 }

const press = (place: Page | Locator, id: string) =>
  place.getByRole('button', { name: t(id), exact: true }).click()

/** Looks at the page on every screen, and comes back to the wide one. */
async function look(page: Page, name: string): Promise<void> {
  expect(await inEveryLook(page, name)).toEqual([])
  await page.setViewportSize(wide)
}

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

test('the roles read in English too, and on a phone the open room is in reach', async () => {
  const en = staffWords('en')
  const page = await browser.open('/staff/roles?role=ANALYST', {
    device: 'narrow',
    language: 'en',
    as: 'noura',
  })
  await seen(page.getByRole('complementary', { name: en('preview.title') }).getByText(en('preview.masked')))
  // An administrator has more rooms than a phone is wide.
  const [row, room] = await Promise.all(
    ['ul', 'ul a[aria-current]'].map((one) =>
      page
        .getByRole('navigation', { name: en('nav.label') })
        .locator(one)
        .first()
        .boundingBox(),
    ),
  )
  expect(must(room).x).toBeGreaterThanOrEqual(must(row).x)
  expect(must(room).x + must(room).width).toBeLessThanOrEqual(must(row).x + must(row).width + 1)
  await shoot(page, 'roles-en-narrow')
  expect(await inEveryLook(page, 'roles-en')).toEqual([])
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

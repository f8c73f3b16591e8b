import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { codeFor, plugInAuthenticator } from '../harness/authenticator.ts'
import { inEveryLook } from '../harness/axe.ts'
import { useBrowser } from '../harness/browser.ts'
import { useGuardedDoor } from '../harness/door.ts'
import { atHome, enter, makeAdministrator, signInOf } from '../harness/entry.ts'
import { seen } from '../harness/see.ts'
import { staffWords } from '../harness/words.ts'
import type { Translate } from '../harness/words.ts'

const browser = useBrowser()
const door = useGuardedDoor()
const t = staffWords('ar')
const english = staffWords('en')

const press = (page: Page, words: Translate, id: string) =>
  page.getByRole('button', { name: words(id), exact: true }).click()

/** Presses the button of the provider and says there who one is. */
async function throughProvider(page: Page, words: Translate, button: string, account: string) {
  await page.getByRole('button', { name: words('signIn.provider', { name: button }) }).click()
  await page.getByLabel('Account').fill(account)
  await page.getByRole('button', { name: 'Enter' }).click()
}

test('where a second factor is demanded, the first sign-in leads to setting it up, and nowhere else until then', async () => {
  const { password } = await signInOf('amina')
  const page = await browser.open('/staff/requests', { device: 'phone', url: door.url })
  await enter(page, t, 'amina')
  await seen(page.getByRole('heading', { name: t('enrol.title') }))
  expect(await inEveryLook(page, 'enrol-ar')).toEqual([])
  for (const room of ['/staff/inbox', '/staff/account', '/staff/staff']) {
    await page.goto(room)
    await seen(page.getByRole('heading', { name: t('enrol.title') }))
  }

  await page.getByLabel(t('factor.password')).fill(password)
  await press(page, t, 'factor.begin')
  const key = await page.getByText(/^([A-Z2-7]{4} )+[A-Z2-7]{1,4}$/u).innerText()
  expect(await inEveryLook(page, 'enrol-app-ar')).toEqual([])
  await page.getByLabel(t('signIn.code')).fill(codeFor(key))
  await press(page, t, 'factor.verify')
  await seen(page.getByRole('list', { name: t('factor.codesLabel') }))
  expect(await inEveryLook(page, 'enrol-codes-ar')).toEqual([])
  await press(page, t, 'factor.kept')
  await atHome(page, t)
})

test('a member of staff comes in by the provider of the association, and goes out there too', async () => {
  const { email, name } = await signInOf('rauf')
  door.account('rauf', email.toUpperCase(), ['pwd', 'mfa'])
  door.account('stranger', 'stranger@elsewhere.example', ['pwd', 'mfa'])
  const page = await browser.open('/staff/requests?view=all', {
    device: 'desktop',
    url: door.url,
    missing: true,
  })
  await seen(page.getByRole('button', { name: t('signIn.provider', { name: 'حساب الجمعية' }) }))
  expect(await inEveryLook(page, 'sign-in-provider-ar')).toEqual([])
  await page.setViewportSize({ width: 1440, height: 900 })
  await throughProvider(page, t, 'حساب الجمعية', 'rauf')
  await atHome(page, t)
  expect(new URL(page.url()).pathname).toBe('/staff/requests')

  await page.goto('/staff/account')
  await seen(page.getByText(t('places.way.PROVIDER'), { exact: false }))
  expect(await inEveryLook(page, 'account-provider-ar')).toEqual([])
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole('button', { name: new RegExp(name, 'u') }).click()
  await page.getByRole('menuitem', { name: t('nav.signOut') }).click()
  // Signed out there as well: the next press of the button asks again who it is.
  await page.getByRole('button', { name: 'Sign out' }).click()
  await seen(page.getByRole('heading', { name: t('signIn.title') }))
  await throughProvider(page, t, 'حساب الجمعية', 'stranger')
  await seen(page.getByRole('alert').getByText(t('signIn.unknown')))
  expect(new URL(page.url()).search).toBe('')
  expect(await inEveryLook(page, 'sign-in-unknown-ar')).toEqual([])
})

test('whoever comes by a provider that asks for no second factor sets up a passkey, without a password', async () => {
  // Of one's own: the passkeys of the demonstration's staff are those of another journey.
  const { email } = await makeAdministrator('lubna@sila.example', 'لبنى الدوسري')
  door.account('lubna', email, ['pwd'])
  const url = door.url.replace('127.0.0.1', 'localhost')
  const page = await browser.open('/staff/', { device: 'desktop', language: 'en', url, missing: true })
  await plugInAuthenticator(page)
  await seen(page.getByRole('button', { name: english('signIn.provider', { name: 'Association account' }) }))
  expect(await inEveryLook(page, 'sign-in-provider-en')).toEqual([])
  await throughProvider(page, english, 'Association account', 'lubna')
  await seen(page.getByRole('heading', { name: english('enrol.title') }))
  expect(await inEveryLook(page, 'enrol-provider-en')).toEqual([])
  await page.getByLabel(english('passkey.name')).fill('My laptop')
  expect(await page.getByLabel(english('factor.password')).count()).toBe(0)
  await press(page, english, 'passkey.add')
  await atHome(page, english)
})

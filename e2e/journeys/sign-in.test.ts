import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { codeFor, plugInAuthenticator } from '../harness/authenticator.ts'
import { inEveryLook } from '../harness/axe.ts'
import { useBrowser } from '../harness/browser.ts'
import { useDatabase } from '../harness/database.ts'
import { atHome, beginFactor, enter, finishFactor, myAccount, signInOf } from '../harness/entry.ts'
import { gone, must, seen } from '../harness/see.ts'
import { staffWords } from '../harness/words.ts'

const browser = useBrowser()
const database = useDatabase()
const t = staffWords('ar')
const english = staffWords('en')
// Passkeys belong to a name; an address of numbers has none.
const home = () => inject('url').replace('127.0.0.1', 'localhost')

/** Tries the door without a window. */
async function knock(email: string): Promise<Response> {
  const { password } = await signInOf(email.replace(/@.*/u, ''))
  return fetch(`${inject('url')}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: inject('url') },
    body: JSON.stringify({ email, password }),
  })
}

const press = (page: Page, id: string) => page.getByRole('button', { name: t(id), exact: true }).click()

test('a code from an app is set up in my account, then asked at the door; a recovery code opens too, once', async () => {
  const page = await browser.open('/staff/', { device: 'desktop' })
  await enter(page, t, 'rafiq')
  await atHome(page, t)
  await myAccount(page, t)
  expect(await inEveryLook(page, 'account-ar')).toEqual([])
  await page.setViewportSize({ width: 1440, height: 900 })
  const { password } = await signInOf('rafiq')
  const key = await beginFactor(page, t, password)
  expect(await inEveryLook(page, 'second-step-ar')).toEqual([])
  const codes = await finishFactor(page, t, key)
  expect(codes).toHaveLength(10)

  const second = await browser.open('/staff/', { device: 'phone' })
  await enter(second, t, 'rafiq')
  await seen(second.getByRole('heading', { name: t('signIn.codeTitle') }))
  expect(await inEveryLook(second, 'sign-in-code-ar')).toEqual([])
  await second.getByLabel(t('signIn.code')).fill(codeFor(key, 1))
  await press(second, 'signIn.submit')
  await atHome(second, t)

  const third = await browser.open('/staff/', { device: 'desktop' })
  await enter(third, t, 'rafiq')
  await press(third, 'signIn.useRecovery')
  await third.getByLabel(t('signIn.recoveryCode')).fill(must(codes[0]).trim())
  await press(third, 'signIn.submit')
  await atHome(third, t)

  // Back on the first screen the others are seen and ended.
  await myAccount(page, t)
  await press(page, 'places.endOthers')
  await seen(second.getByRole('heading', { name: t('signIn.title') }))
  await seen(third.getByRole('heading', { name: t('signIn.title') }))
})

test('a passkey is added under a name, opens the door without a password, and is removed', async () => {
  const page = await browser.open('/staff/', { device: 'desktop', url: home() })
  await plugInAuthenticator(page)
  await enter(page, t, 'siti')
  await atHome(page, t)
  await myAccount(page, t)
  await press(page, 'passkey.add')
  const { password } = await signInOf('siti')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(t('passkey.name')).fill('حاسوبي')
  await dialog.getByLabel(t('factor.password')).fill(password)
  await dialog.getByRole('button', { name: t('passkey.add') }).click()
  await gone(dialog)
  await seen(page.getByText('حاسوبي', { exact: true }))

  await page.context().clearCookies()
  await page.goto('/staff/')
  await press(page, 'signIn.passkey')
  await atHome(page, t)
  await myAccount(page, t)
  await page.getByRole('button', { name: t('passkey.removeNamed', { name: 'حاسوبي' }) }).click()
  // The last one goes by the password alone.
  const last = page.getByRole('dialog')
  await last.getByLabel(t('factor.password')).fill(password)
  await last.getByRole('button', { name: t('passkey.remove'), exact: true }).click()
  await gone(last)
  await gone(page.getByText('حاسوبي', { exact: true }))
})

test('an administrator disables a colleague, who is seen to leave at once, and enables them again', async () => {
  const { name, email } = await signInOf('yusuf')
  const colleague = await browser.open('/staff/', { device: 'desktop' })
  await enter(colleague, t, 'yusuf')
  await atHome(colleague, t)
  const admin = await browser.open('/staff/staff', { device: 'desktop', as: 'noura' })
  await seen(admin.getByText(email))
  expect(await inEveryLook(admin, 'staff-ar')).toEqual([])
  await admin.setViewportSize({ width: 1440, height: 900 })

  const act = async (id: string) => {
    await admin.getByRole('button', { name: t('staff.manageNamed', { name }) }).click()
    await admin.getByRole('button', { name: t(`staff.act.${id}.name`), exact: true }).click()
    await admin.getByRole('button', { name: t(`staff.act.${id}.name`), exact: true }).click()
    await gone(admin.getByRole('dialog'))
  }
  await act('disable')
  await seen(colleague.getByRole('heading', { name: t('signIn.title') }))
  expect((await knock(email)).status).toBe(401)
  await act('enable')
  await enter(colleague, t, 'yusuf')
  await atHome(colleague, t)
  const events = await database.rows<{ type: string }>(
    `select e.type from event e join staff s on s.id = e.aggregate_id where s.email = $1 order by e.id`,
    [email],
  )
  expect(events.map(({ type }) => type)).toEqual(['staff.disabled', 'staff.enabled'])
})

test('the door and the accounts are whole in English too', async () => {
  const door = await browser.open('/staff/', { device: 'desktop', language: 'en' })
  await seen(door.getByRole('heading', { name: english('signIn.title') }))
  expect(await inEveryLook(door, 'sign-in-en')).toEqual([])
  const staff = await browser.open('/staff/staff', { device: 'desktop', language: 'en', as: 'noura' })
  await seen(staff.getByRole('button', { name: english('staff.manage') }))
  expect(await inEveryLook(staff, 'staff-en')).toEqual([])
  await staff.goto('/staff/account')
  await seen(staff.getByRole('heading', { name: english('places.title') }))
  expect(await inEveryLook(staff, 'account-en')).toEqual([])
})

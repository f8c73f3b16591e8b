import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { codeFor, plugInAuthenticator } from '../harness/authenticator.ts'
import { inEveryLook } from '../harness/axe.ts'
import { useBrowser } from '../harness/browser.ts'
import { useDatabase } from '../harness/database.ts'
import { gone, must, seen } from '../harness/see.ts'
import { staffWords } from '../harness/words.ts'

const browser = useBrowser()
const database = useDatabase()
const t = staffWords('ar')
const english = staffWords('en')
// Passkeys belong to a name; an address of numbers has none.
const home = () => inject('url').replace('127.0.0.1', 'localhost')

async function signInOf(person: string): Promise<{ email: string; password: string; name: string }> {
  const answer = await fetch(`${inject('url')}/api/demo`)
  const { signIns } = (await answer.json()) as {
    signIns: { email: string; password: string; name: string }[]
  }
  return must(signIns.find(({ email }) => email.startsWith(`${person}@`)))
}

async function enter(page: Page, person: string): Promise<void> {
  const { email, password } = await signInOf(person)
  await page.getByLabel(t('signIn.email')).fill(email)
  await page.getByLabel(t('signIn.password')).fill(password)
  await page.getByRole('button', { name: t('signIn.submit'), exact: true }).click()
}

/** Tries the door without a window. */
async function knock(email: string): Promise<Response> {
  const { password } = await signInOf(email.replace(/@.*/u, ''))
  return fetch(`${inject('url')}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: inject('url') },
    body: JSON.stringify({ email, password }),
  })
}

const atHome = (page: Page) => seen(page.getByRole('navigation', { name: t('nav.label') }))
const press = (page: Page, id: string) => page.getByRole('button', { name: t(id), exact: true }).click()

/** The room with everything about one's own way in. */
async function myAccount(page: Page): Promise<void> {
  await page.goto('/staff/account')
  await seen(page.getByRole('heading', { level: 1, name: t('nav.account') }))
}

test('a code from an app is set up in my account, then asked at the door; a recovery code opens too, once', async () => {
  const page = await browser.open('/staff/', { device: 'desktop' })
  await enter(page, 'rafiq')
  await atHome(page)
  await myAccount(page)
  expect(await inEveryLook(page, 'account-ar')).toEqual([])
  await page.setViewportSize({ width: 1440, height: 900 })
  await press(page, 'factor.setUp')
  const { password } = await signInOf('rafiq')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(t('factor.password')).fill(password)
  await dialog.getByRole('button', { name: t('factor.begin') }).click()
  await seen(dialog.getByRole('img', { name: t('factor.qr') }))
  expect(await inEveryLook(page, 'second-step-ar')).toEqual([])
  const key = await dialog.getByText(/^([A-Z2-7]{4} )+[A-Z2-7]{1,4}$/u).innerText()
  await dialog.getByLabel(t('signIn.code')).fill(codeFor(key))
  await dialog.getByRole('button', { name: t('factor.verify') }).click()
  const list = dialog.getByRole('list', { name: t('factor.codesLabel') })
  await seen(list)
  const codes = await list.getByRole('listitem').allInnerTexts()
  expect(codes).toHaveLength(10)
  await dialog.getByRole('button', { name: t('factor.kept') }).click()
  await seen(page.getByText(t('factor.on'), { exact: true }))

  const second = await browser.open('/staff/', { device: 'phone' })
  await enter(second, 'rafiq')
  await seen(second.getByRole('heading', { name: t('signIn.codeTitle') }))
  expect(await inEveryLook(second, 'sign-in-code-ar')).toEqual([])
  await second.getByLabel(t('signIn.code')).fill(codeFor(key, 1))
  await press(second, 'signIn.submit')
  await atHome(second)

  const third = await browser.open('/staff/', { device: 'desktop' })
  await enter(third, 'rafiq')
  await press(third, 'signIn.useRecovery')
  await third.getByLabel(t('signIn.recoveryCode')).fill(must(codes[0]).trim())
  await press(third, 'signIn.submit')
  await atHome(third)

  // Back on the first screen the others are seen and ended.
  await myAccount(page)
  await press(page, 'places.endOthers')
  await seen(second.getByRole('heading', { name: t('signIn.title') }))
  await seen(third.getByRole('heading', { name: t('signIn.title') }))
})

test('a passkey is added under a name, opens the door without a password, and is removed', async () => {
  const page = await browser.open('/staff/', { device: 'desktop', url: home() })
  await plugInAuthenticator(page)
  await enter(page, 'siti')
  await atHome(page)
  await myAccount(page)
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
  await atHome(page)
  await myAccount(page)
  await page.getByRole('button', { name: t('passkey.removeNamed', { name: 'حاسوبي' }) }).click()
  await gone(page.getByText('حاسوبي', { exact: true }))
})

test('an administrator disables a colleague, who is seen to leave at once, and enables them again', async () => {
  const { name, email } = await signInOf('yusuf')
  const colleague = await browser.open('/staff/', { device: 'desktop' })
  await enter(colleague, 'yusuf')
  await atHome(colleague)
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
  await enter(colleague, 'yusuf')
  await atHome(colleague)
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

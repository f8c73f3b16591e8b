import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { inject } from 'vitest'
import { codeFor } from './authenticator.ts'
import { root } from './place.ts'
import { must, seen } from './see.ts'
import type { Translate } from './words.ts'

type SignIn = { email: string; password: string; name: string }

/** By what one of the demonstration's staff comes in. */
export async function signInOf(person: string): Promise<SignIn> {
  const answer = await fetch(`${inject('url')}/api/demo`)
  const { signIns } = (await answer.json()) as { signIns: SignIn[] }
  return must(signIns.find(({ email }) => email.startsWith(`${person}@`)))
}

/** Makes an administrator by the command, for whoever must not be disturbed by other journeys, nor disturb them. */
export async function makeAdministrator(email: string, name: string): Promise<SignIn> {
  const command = ['--import', '@oxc-node/core/register', 'apps/api/src/staff/admin.ts', 'create']
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...command, '--email', email, '--name', name],
    { cwd: root, env: { ...process.env, DATABASE_URL: inject('database'), SILA_DEMO: '1' } },
  )
  return { email, name, password: must(stdout.trim().split(/\s+/u).at(-1)) }
}

/** Says at the door who one is: one of the demonstration by their name, or anybody by their sign-in. */
export async function enter(page: Page, t: Translate, who: string | SignIn): Promise<void> {
  const { email, password } = typeof who === 'string' ? await signInOf(who) : who
  await page.getByLabel(t('signIn.email')).fill(email)
  await page.getByLabel(t('signIn.password')).fill(password)
  await page.getByRole('button', { name: t('signIn.submit'), exact: true }).click()
}

/** Waits until somebody is in. */
export function atHome(page: Page, t: Translate): Promise<void> {
  return seen(page.getByRole('navigation', { name: t('nav.label') }))
}

/** Goes to the room with everything about one's own way in. */
export async function myAccount(page: Page, t: Translate): Promise<void> {
  await page.goto('/staff/account')
  await seen(page.getByRole('heading', { level: 1, name: t('nav.account') }))
}

/** Begins to set up an app that makes codes, in the room of the account; the key that the app is given. */
export async function beginFactor(page: Page, t: Translate, password: string): Promise<string> {
  await page.getByRole('button', { name: t('factor.setUp'), exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(t('factor.password')).fill(password)
  await dialog.getByRole('button', { name: t('factor.begin') }).click()
  await seen(dialog.getByRole('img', { name: t('factor.qr') }))
  return dialog.getByText(/^([A-Z2-7]{4} )+[A-Z2-7]{1,4}$/u).innerText()
}

/** Shows the first code, and keeps the recovery codes. */
export async function finishFactor(page: Page, t: Translate, key: string): Promise<string[]> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: t('signIn.code') }).fill(codeFor(key))
  await dialog.getByRole('button', { name: t('factor.verify') }).click()
  const list = dialog.getByRole('list', { name: t('factor.codesLabel') })
  await seen(list)
  const codes = await list.getByRole('listitem').allInnerTexts()
  await dialog.getByRole('button', { name: t('factor.kept') }).click()
  await seen(page.getByText(t('factor.on'), { exact: true }))
  return codes
}

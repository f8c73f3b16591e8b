import type { Locator, Page } from 'playwright-core'
import { codeFor } from './outbox.ts'
import { must, seen } from './see.ts'
import type { Translate } from './words.ts'

/** What a person holds after sending. */
export type Receipt = { reference: string; secret: string; path: string }

type Matter = { text: string; kind?: string; name?: string; phone?: string }

/** Fills the ask form that the page shows. */
export async function fillAsk(page: Page, t: Translate, { text, kind = 'INQUIRY', name, phone }: Matter) {
  await formReady(page)
  if (kind !== 'INQUIRY') await page.getByRole('radio', { name: t(`ask.kind.${kind}`) }).check()
  await page.getByLabel(t(`ask.text.${kind}`)).fill(text)
  // The box for sending without a name says the word too.
  if (name) await page.getByRole('textbox', { name: t('reach.name') }).fill(name)
  if (phone) await page.getByLabel(t('reach.phone')).fill(phone)
}

/** Puts in a long text at once, as pasting does; typing it in as a browser test does takes Chromium ten seconds. */
export function paste(field: Locator, text: string): Promise<void> {
  return field.evaluate((area, value) => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(area, value)
    area.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }, text)
}

/** Presses the button of the ask form. */
export function sendAsk(page: Page, t: Translate): Promise<void> {
  return page.getByRole('button', { name: t('ask.send'), exact: true }).click()
}

/** Asks, and reads the receipt. */
export async function ask(page: Page, t: Translate, matter: Matter): Promise<Receipt> {
  await fillAsk(page, t, matter)
  await sendAsk(page, t)
  return readReceipt(page, t)
}

/** Reads what the receipt says, as the person would. */
export async function readReceipt(page: Page, t: Translate): Promise<Receipt> {
  await seen(page.getByRole('heading', { name: t('receipt.title') }))
  const address = await page.getByRole('link', { name: t('receipt.follow') }).getAttribute('href')
  const { pathname, hash } = new URL(must(address), page.url())
  return { reference: must(pathname.split('/').at(-1)), secret: hash.slice(1), path: pathname + hash }
}

/** Waits until the page has read the draft that lies on the device. */
export async function formReady(page: Page): Promise<void> {
  await page.locator('main form[aria-busy="false"]').waitFor()
}

/** Proves an address on the page of one's own that is open. */
export async function prove(page: Page, t: Translate, typed: string, address: string): Promise<void> {
  await page.getByLabel(t('mine.address')).fill(typed)
  await page.getByRole('button', { name: t('mine.ask') }).click()
  await page.getByLabel(t('mine.code')).fill(await codeFor(address))
  await page.getByRole('button', { name: t('mine.prove') }).click()
  await seen(page.getByRole('heading', { name: t('mine.matters') }))
}

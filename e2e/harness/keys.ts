import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** Goes on with Tab until the control has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, control: Locator, most = 60): Promise<void> {
  for (let step = 0; step < most; step++) {
    await page.keyboard.press('Tab')
    if (await control.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`Not reached with ${most} presses of Tab: ${String(control)}`)
}

/** Goes down a list until the row has the focus; what others sent may stand above it. */
export async function arrowTo(page: Page, row: Locator, most = 30): Promise<void> {
  for (let step = 0; step < most; step++) {
    if (await hasFocus(row)) return
    const before = await focused(page)
    await page.keyboard.press('ArrowDown')
    // The list draws the next row before it gives it the focus.
    await expect.poll(() => focused(page)).not.toBe(before)
  }
  throw new Error(`Not reached with ${most} presses of an arrow: ${String(row)}`)
}

async function hasFocus(control: Locator): Promise<boolean> {
  return (
    (await control.count()) > 0 && (await control.evaluate((element) => element === document.activeElement))
  )
}

function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() =>
    document.activeElement instanceof HTMLElement ? document.activeElement.dataset['id'] : undefined,
  )
}

const arabic: Record<string, string> = { KeyJ: 'ت', KeyK: 'ن', KeyR: 'ق', KeyE: 'ث' }

/** Presses a key on an Arabic keyboard: its place is that of the code, its letter is not. */
export async function pressArabic(page: Page, code: keyof typeof arabic): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const stroke = { code, key: arabic[code], windowsVirtualKeyCode: String(code).charCodeAt(3) }
  await session.send('Input.dispatchKeyEvent', { type: 'keyDown', text: arabic[code], ...stroke })
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...stroke })
  await session.detach()
}

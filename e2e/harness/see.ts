import type { Locator } from 'playwright-core'

/** Waits until a person can see it. */
export function seen(locator: Locator): Promise<void> {
  return locator.first().waitFor({ state: 'visible' })
}

/** Waits until it is gone. */
export function gone(locator: Locator): Promise<void> {
  return locator.first().waitFor({ state: 'hidden' })
}

/** The value, which has to be there. */
export function must<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('There is nothing where something must be')
  return value
}

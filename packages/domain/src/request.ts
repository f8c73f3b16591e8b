import { checkText } from './interaction-text.ts'
import type { Problem } from './problem.ts'

// The door to everything about a request.
export * from './request-acts.ts'
export * from './request-time.ts'
export { currentRequestStep, requestSteps } from './steps.ts'

/** Checks the words that go with an act on a request: a reason, what is missing, what was delivered. */
export function checkRequestText(text: string, field = 'text'): Problem[] {
  return checkText(text, field)
}

/** Checks the list of missing items: all are named at once, each in words (section 2). */
export function checkNeededItems(items: readonly string[]): Problem[] {
  if (items.length === 0) return [{ field: 'items', code: 'ITEMS_REQUIRED' }]
  return items.flatMap((item, index) => checkText(item, `items.${index}`))
}

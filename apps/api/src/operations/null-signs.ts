// No text of PostgreSQL can hold U+0000, and in the words of its protocol it ends a text. Nobody types it; what was
// copied from elsewhere may carry it.

/** Takes U+0000 out of what is read from JSON: a reviver for JSON.parse. */
export function withoutNullSigns(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '') : value
}

/** Whether a text that is yet to be parsed would come to hold it, however it is escaped. */
export function wouldHoldNullSign(text: string): boolean {
  return /\0|\\u(?:0000|\{0+\})/iu.test(text)
}

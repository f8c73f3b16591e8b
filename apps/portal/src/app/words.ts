import { setupI18n } from '@lingui/core'
import type { Messages } from '@lingui/core'
import type { Language } from './language.ts'

const i18n = setupI18n()

/** The words of an id, with its values put in. */
export function t(id: string, values?: Record<string, unknown>): string {
  return i18n._(id, values)
}

/** Adds a catalogue; the first page needs only the small one. */
export function addWords(language: Language, messages: Messages): void {
  i18n.load(language, messages)
  // Latin digits in every language: they are what receipts, phones and forms show.
  i18n.activate(language, `${language}-u-nu-latn`)
}

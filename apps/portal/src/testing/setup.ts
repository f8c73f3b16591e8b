import { cleanup, configure } from '@testing-library/react'
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, vi } from 'vitest'
import { pageWords, shellWords } from '../app/all-words.ts'
import { loadDomainWords } from '../app/domain-words.ts'
import { setLanguage } from '../app/language.ts'
import type { Language } from '../app/language.ts'
import { addWords } from '../app/words.ts'
import { goOnline } from './line.ts'
import { emptyDevice } from './device.ts'

// A busy machine may take seconds for what a person would not notice.
configure({ asyncUtilTimeout: 10_000 })

/** Speaks one language, as a page of that language would. */
export async function speak(language: Language): Promise<void> {
  setLanguage(language)
  addWords(language, { ...shellWords[language], ...pageWords[language] })
  await loadDomainWords(language)
}

beforeEach(async () => {
  vi.stubGlobal('scrollTo', () => undefined)
  goOnline()
  await emptyDevice()
  history.replaceState(null, '', '/en/ask')
  await speak('en')
})

afterEach(cleanup)

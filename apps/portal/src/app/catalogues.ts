import type { Messages } from '@lingui/core'
import type { Language } from './language.ts'
import { addWords } from './words.ts'

type Catalogue = { messages: Messages }

const shell = import.meta.glob<Catalogue>('../../messages/shell/*.po')
const pages = import.meta.glob<Catalogue>('../../messages/pages/*.po')

/** Fetches the words of the first page; every page needs them. */
export function loadShellWords(language: Language): Promise<void> {
  return load(shell, `../../messages/shell/${language}.po`, language)
}

/** Fetches the words of all other pages. */
export async function loadPageWords(language: Language): Promise<void> {
  await Promise.all([
    load(pages, `../../messages/pages/${language}.po`, language),
    import('./domain-words.ts').then(({ loadDomainWords }) => loadDomainWords(language)),
  ])
}

async function load(
  files: Record<string, () => Promise<Catalogue>>,
  path: string,
  language: Language,
): Promise<void> {
  const catalogue = await files[path]?.()
  if (catalogue) addWords(language, catalogue.messages)
}

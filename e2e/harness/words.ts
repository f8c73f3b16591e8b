import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setupI18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import type { Words } from '@sila/domain/words/type'
import { root } from './place.ts'

/** Looks a text up as the screens do. */
export type Translate = (id: string, values?: Record<string, unknown>) => string

/** The portal's words in one language. */
export function portalWords(language: string): Translate {
  const folder = join(root, 'apps/portal/messages')
  return translator(language, [join(folder, `shell/${language}.po`), join(folder, `pages/${language}.po`)])
}

/** The staff app's words in one language. */
export function staffWords(language: string): Translate {
  return translator(language, [join(root, `apps/staff-web/src/messages/${language}.po`)])
}

/** The domain's words in one language. */
export async function domainWords(language: string): Promise<Words> {
  const { words } = (await import(`../../packages/domain/src/words/${language}.ts`)) as { words: Words }
  return words
}

function translator(language: string, files: string[]): Translate {
  const messages = Object.assign({}, ...files.map(catalogue)) as Record<string, string>
  const i18n = setupI18n()
  i18n.setMessagesCompiler(compileMessage)
  i18n.load(language, messages)
  i18n.activate(language, `${language}-u-nu-latn`)
  return (id, values) => {
    // A word that a screen lost must fail here, not wait for a label that nobody has.
    if (!(id in messages)) throw new Error(`No text "${id}" in ${language}`)
    return i18n._(id, values)
  }
}

/** Reads a gettext catalogue: ids, and texts that may go over several lines. */
function catalogue(file: string): Record<string, string> {
  const pattern = /^msgid ((?:".*"\s*)+)^msgstr ((?:".*"\s*)+)/gmu
  const found = [...readFileSync(file, 'utf8').matchAll(pattern)]
  return Object.fromEntries(found.map(([, id = '', text = '']) => [joined(id), joined(text)]))
}

function joined(lines: string): string {
  return [...lines.matchAll(/"(.*)"/gu)].map(([quoted]) => JSON.parse(quoted) as string).join('')
}

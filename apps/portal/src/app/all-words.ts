import type { Messages } from '@lingui/core'

type Catalogues = Record<string, { messages: Messages }>

/** Every catalogue at once; only the prerenderer and the specs want this. */
export const shellWords = byLanguage(import.meta.glob('../../messages/shell/*.po', { eager: true }))
export const pageWords = byLanguage(import.meta.glob('../../messages/pages/*.po', { eager: true }))

function byLanguage(files: Catalogues): Record<string, Messages> {
  return Object.fromEntries(
    Object.entries(files).map(([path, { messages }]) => [path.replace(/^.*\/|\.po$/gu, ''), messages]),
  )
}

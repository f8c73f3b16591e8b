import type { Translate } from '../i18n/useT.ts'
import { say } from './say.ts'

/** Puts a text on the clipboard and says so; where the page is not let to it, the text stands there to be marked. */
export async function copy(t: Translate, text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    say(t, t('app.copied'))
  } catch {
    say(t, t('app.notCopied'), { tone: 'warn' })
  }
}

import { languageName } from '@sila/domain/language'
import { useT } from '../i18n/useT.ts'

/** The name of a language in the language of the screen. */
export function LanguageName({ code }: { code: string }) {
  const { language } = useT()
  return <>{languageName(code, language)}</>
}

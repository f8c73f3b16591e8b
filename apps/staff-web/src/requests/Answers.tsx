import {
  formText,
  propertyOf,
  visibleItems,
  type Answers as FormAnswers,
  type FormDefinition,
} from '@sila/domain/form'
import { languageName } from '@sila/domain/language'
import { formatDate, formatList } from '@sila/ui/format'
import type { ReactNode } from 'react'
import { useT, type Translate } from '../i18n/useT.ts'
import styles from './Requests.module.css'

type Props = { form: unknown; answers: unknown; language: string }

/** What the person answered, each under the question's own words in the language of the screen. */
export function Answers({ form, answers, language: written }: Props) {
  const { t, language } = useT()
  if (!isForm(form) || !isAnswers(answers)) return null
  const shown = visibleItems(form, answers).filter((item) => answers[propertyOf(item)] !== undefined)
  return (
    <dl className={styles.answers}>
      {shown.map((item) => {
        const property = propertyOf(item)
        return (
          <Pair key={item.ref} name={formText(form, property, language) ?? property}>
            <span dir="auto" lang={written}>
              {answerText(form, property, answers[property], language, t)}
            </span>
          </Pair>
        )
      })}
    </dl>
  )
}

function Pair({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

function answerText(
  form: FormDefinition,
  property: string,
  value: unknown,
  language: string,
  t: Translate,
): string {
  if (typeof value === 'boolean') return t(value ? 'app.yes' : 'app.no')
  if (Array.isArray(value))
    return formatList(
      value.map((one) => answerText(form, property, one, language, t)),
      language,
    )
  const text = String(value)
  const option = formText(form, `${property}.${text}`, language)
  if (option !== undefined) return option
  const schema = form.schema.properties[property]
  if (schema?.type === 'string' && schema.format === 'date') return formatDate(text, language)
  return property === 'language' ? languageName(text, language) : text
}

function isForm(value: unknown): value is FormDefinition {
  return (
    typeof value === 'object' && value !== null && 'pages' in value && 'schema' in value && 'i18n' in value
  )
}

function isAnswers(value: unknown): value is FormAnswers {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

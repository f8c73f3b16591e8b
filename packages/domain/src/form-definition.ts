import { holds } from './logic.ts'
import type { Logic } from './logic.ts'
import type { PortalLanguage } from './language.ts'
import { portalLanguageOf } from './language.ts'

export type { Logic } from './logic.ts'

/** What a question takes: the part of JSON Schema 2020-12 that forms need. */
export type FieldSchema =
  | {
      type: 'string'
      maxLength?: number
      enum?: readonly string[]
      format?: 'date' | 'phone' | 'email' | 'identity'
    }
  | { type: 'integer'; minimum?: number; maximum?: number }
  | { type: 'boolean'; const?: true }
  | {
      type: 'array'
      items: { type: 'string'; enum: readonly string[] }
      minItems?: number
      maxItems?: number
    }

/** How a question is shown. */
export type Widget =
  | 'text'
  | 'textarea'
  | 'number'
  | 'date'
  | 'choice'
  | 'multi'
  | 'dropdown'
  | 'yesno'
  | 'csat'
  | 'scale'
  | 'phone'
  | 'email'
  | 'identity'
  | 'consent'
  | 'note'

/** A question on a page; `ref` points to its property as a JSON pointer, `/level`. */
export type FormItem = { ref: `/${string}`; widget: Widget; visibleIf?: Logic; requiredIf?: Logic }

/** The words of a form in every language; the compiler names what is missing. */
export type FormWords = Readonly<Record<PortalLanguage, Readonly<Record<string, string>>>>

/**
 * A form or a survey as data; on its way to a reader it may carry only the words of that reader's language. Words are found by key: `page.<id>`, `<property>` (title), `<property>.help`,
 * `<property>.<OPTION>`. A published version never changes; answers keep the version they were given to.
 */
export type FormDefinition = {
  $id: string
  version: number
  schema: { type: 'object'; properties: Readonly<Record<string, FieldSchema>>; required: readonly string[] }
  pages: readonly { id: string; items: readonly FormItem[] }[]
  i18n: Partial<FormWords>
  scoring?: Readonly<Record<string, `/${string}`>>
}

/** Answers as they arrive: any JSON under the names of the properties. */
export type Answers = Readonly<Record<string, unknown>>

/** The words of a form for a key, in the language or its fallback; undefined where there are none. */
export function formText(form: FormDefinition, key: string, language: string): string | undefined {
  return form.i18n[portalLanguageOf(language)]?.[key]
}

/** The form with the words of one language alone, for whoever reads no other. */
export function formIn(form: FormDefinition, language: string): FormDefinition {
  const code = portalLanguageOf(language)
  return { ...form, i18n: { [code]: form.i18n[code] } }
}

/** The questions that these answers bring into view, in order. */
export function visibleItems(form: FormDefinition, answers: Answers): FormItem[] {
  return form.pages.flatMap((page) => page.items.filter((item) => isVisible(item, answers)))
}

/** Whether the question must be answered, given the other answers. */
export function isRequired(form: FormDefinition, item: FormItem, answers: Answers): boolean {
  if (form.schema.required.includes(propertyOf(item))) return true
  return item.requiredIf !== undefined && holds(item.requiredIf, answers)
}

/** The name of the property that the question fills. */
export function propertyOf(item: FormItem): string {
  return item.ref.slice(1)
}

function isVisible(item: FormItem, answers: Answers): boolean {
  return item.visibleIf === undefined || holds(item.visibleIf, answers)
}

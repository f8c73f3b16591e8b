import { isEmail, normaliseEmail } from './beneficiary.ts'
import { formText, isRequired, propertyOf, visibleItems } from './form-definition.ts'
import type { Answers, FieldSchema, FormDefinition } from './form-definition.ts'
import { parseIdentityNumber } from './identity-number.ts'
import { isEmpty } from './logic.ts'
import { phoneDigits, phoneProblem } from './phone-light.ts'
import type { Problem } from './problem.ts'
import { cleanText, graphemeLength, toWesternDigits } from './text.ts'

type Finding = Omit<Problem, 'field'>

/**
 * Everything that is to be put right in the answers, all at once; each field is `answers.<property>`.
 * @param today the association's date, `2026-11-22`: with it a wished date may not lie in the past
 */
export function checkAnswers(
  form: FormDefinition,
  answers: Answers,
  language: string,
  today?: string,
): Problem[] {
  const problems: Problem[] = []
  const clean = cleanAnswers(form, answers)
  for (const item of visibleItems(form, clean)) {
    const property = propertyOf(item)
    const schema = form.schema.properties[property]
    if (!schema) continue
    const value = clean[property]
    const empty = isEmpty(value) || (schema.type === 'boolean' && schema.const === true && value !== true)
    const required: Finding[] = isRequired(form, item, clean)
      ? [{ code: item.widget === 'consent' ? 'CONSENT_REQUIRED' : 'REQUIRED' }]
      : []
    const findings = empty ? required : checkValue(schema, value, today)
    const label = formText(form, property, language)
    for (const finding of findings) {
      problems.push({
        ...finding,
        field: `answers.${property}`,
        values: { ...finding.values, ...(label === undefined ? {} : { label }) },
      })
    }
  }
  for (const name of Object.keys(answers)) {
    if (!Object.hasOwn(form.schema.properties, name))
      problems.push({ field: `answers.${name}`, code: 'FIELD_UNKNOWN' })
  }
  return problems
}

/** The answers as they are stored: text clean, digits western, nothing that the form hid or does not ask. */
export function cleanAnswers(form: FormDefinition, answers: Answers): Record<string, unknown> {
  const clean: Record<string, unknown> = {}
  for (const [property, schema] of Object.entries(form.schema.properties)) {
    const value = Object.hasOwn(answers, property) ? answers[property] : undefined
    if (!isEmpty(value)) clean[property] = cleanValue(schema, value)
  }
  const visible = new Set(visibleItems(form, clean).map(propertyOf))
  return Object.fromEntries(Object.entries(clean).filter(([property]) => visible.has(property)))
}

function cleanValue(schema: FieldSchema, value: unknown): unknown {
  if (typeof value !== 'string') return value
  const text = cleanText(value)
  if (schema.type === 'integer') return /^\p{Nd}{1,9}$/u.test(text) ? Number(toWesternDigits(text)) : text
  if (schema.type !== 'string') return value
  if (schema.format === 'phone') return phoneDigits(text) ?? text
  if (schema.format === 'email') return text.includes('@') ? normaliseEmail(text) : text
  return schema.format === undefined ? text : toWesternDigits(text)
}

function checkValue(schema: FieldSchema, value: unknown, today: string | undefined): Finding[] {
  switch (schema.type) {
    case 'string':
      return typeof value === 'string' ? checkString(schema, value, today) : [{ code: 'INVALID' }]
    case 'integer':
      return checkInteger(schema, value)
    case 'boolean':
      return typeof value === 'boolean' ? [] : [{ code: 'CHOICE_UNKNOWN' }]
    case 'array':
      return checkList(schema, value)
  }
}

function checkString(
  schema: FieldSchema & { type: 'string' },
  text: string,
  today: string | undefined,
): Finding[] {
  if (schema.enum) return schema.enum.includes(text) ? [] : [{ code: 'CHOICE_UNKNOWN' }]
  const max = schema.maxLength ?? 2000
  const length = text.length > max * 20 ? text.length : graphemeLength(text)
  if (length > max) return [{ code: 'TOO_LONG', values: { max, length } }]
  switch (schema.format) {
    case 'phone': {
      const code = phoneProblem(text)
      return code ? [{ code }] : []
    }
    case 'email':
      return isEmail(text) ? [] : [{ code: 'EMAIL_INVALID' }]
    case 'identity':
      return parseIdentityNumber(text) ? [] : [{ code: 'IDENTITY_INVALID' }]
    case 'date':
      if (!isDate(text)) return [{ code: 'DATE_INVALID' }]
      return today !== undefined && text < today ? [{ code: 'DATE_PAST' }] : []
    case undefined:
      return []
  }
}

function checkInteger(schema: FieldSchema & { type: 'integer' }, value: unknown): Finding[] {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) return [{ code: 'NUMBER_INVALID' }]
  const { minimum: min = 0, maximum: max = Number.MAX_SAFE_INTEGER } = schema
  if (value < min) return [{ code: 'NUMBER_TOO_SMALL', values: { min } }]
  return value > max ? [{ code: 'NUMBER_TOO_LARGE', values: { max } }] : []
}

function checkList(schema: FieldSchema & { type: 'array' }, value: unknown): Finding[] {
  if (!Array.isArray(value) || new Set(value).size !== value.length) return [{ code: 'CHOICE_UNKNOWN' }]
  if (!value.every((choice) => schema.items.enum.includes(choice))) return [{ code: 'CHOICE_UNKNOWN' }]
  const { minItems: min = 0, maxItems: max = schema.items.enum.length } = schema
  if (value.length < min) return [{ code: 'TOO_FEW_CHOICES', values: { min } }]
  return value.length > max ? [{ code: 'TOO_MANY_CHOICES', values: { max } }] : []
}

function isDate(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  // `2027-02-30` would otherwise become 2 March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

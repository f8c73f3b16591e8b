import { checkContact } from './beneficiary.ts'
import type { ContactDraft } from './beneficiary.ts'
import { interactionKinds } from './interaction-status.ts'
import type { InteractionKind } from './interaction-status.ts'
import { isLanguage } from './language.ts'
import type { Problem } from './problem.ts'
import { cleanText, cutText, graphemeLength, hasWords } from './text.ts'

/** How long, in signs as people count them, each text may be. */
export const textLimits = {
  text: { min: 2, max: 5000 },
  about: { max: 120 },
  subject: { max: 80 },
  preview: { max: 160 },
} as const

/** What a person is about to send. */
export type SubmissionDraft = {
  kind: string
  text: string
  about?: string | null | undefined
  language: string
  contact?: ContactDraft | null | undefined
  anonymous: boolean
}

/** Checks a matter before it is sent; the portal's form and the API run this same function. */
export function checkSubmission(draft: SubmissionDraft): Problem[] {
  const problems: Problem[] = []
  if (!isInteractionKind(draft.kind)) problems.push({ field: 'kind', code: 'CHOICE_UNKNOWN' })
  problems.push(...checkText(draft.text))
  const named = cleanText(draft.about ?? '')
  const about = lengthBeyond(named, textLimits.about.max)
  if (about) {
    problems.push({ field: 'about', code: 'TOO_LONG', values: { max: textLimits.about.max, length: about } })
  }
  if (!isLanguage(draft.language)) problems.push({ field: 'language', code: 'LANGUAGE_UNKNOWN' })
  // Whoever wishes to stay unknown is not held to contact data that will not be kept.
  if (draft.contact && !draft.anonymous) problems.push(...checkContact(draft.contact))
  return problems
}

/** Checks any free text that a person or an officer sends: a question, a reply, an answer, a note. */
export function checkText(text: string, field = 'text'): Problem[] {
  const { min, max } = textLimits.text
  const clean = cleanText(text)
  if (clean === '') return [{ field, code: 'REQUIRED' }]
  const length = lengthBeyond(clean, max)
  if (length) return [{ field, code: 'TOO_LONG', values: { max, length } }]
  if (!hasWords(clean) && graphemeLength(clean) < min) return [{ field, code: 'TOO_SHORT', values: { min } }]
  return []
}

// Counting signs is slow, and units are never fewer than signs: what is short enough in units is not counted, and
// neither is what nobody typed.
function lengthBeyond(text: string, max: number): number | undefined {
  if (text.length <= max) return undefined
  const length = text.length > max * 20 ? text.length : graphemeLength(text)
  return length > max ? length : undefined
}

/** The line that names a matter in a list: what the person said it is about, or how the text begins. */
export function subjectOf(text: string, about?: string | null): string {
  const named = cleanText(about ?? '')
  const firstLine = cleanText(text).split('\n', 1)[0] ?? ''
  return cutText(oneLine(named || firstLine), textLimits.subject.max)
}

/** The beginning of a text on one line, cut between signs and never inside one. */
export function previewOf(text: string): string {
  return cutText(oneLine(cleanText(text)), textLimits.preview.max)
}

/** Whether the text names a kind of matter. */
export function isInteractionKind(value: string): value is InteractionKind {
  return interactionKinds.some((kind) => kind === value)
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

import type { PersonalClass } from './personal-data.ts'

/** How soon the authority must hear of a breach, in hours (Implementing Regulation Art. 24). */
export const noticeHours = 72

/** Until when the authority must have heard of it. */
export function noticeDueAt(discoveredAt: Date): Date {
  return new Date(discoveredAt.getTime() + noticeHours * 3_600_000)
}

/** How the clock of an incident stands; the last day is soon. */
export function noticeState(
  incident: { noticeDueAt: Date; notifiedAt?: Date | null },
  now: Date,
): 'TOLD' | 'RUNNING' | 'SOON' | 'LATE' {
  if (incident.notifiedAt) return 'TOLD'
  const left = incident.noticeDueAt.getTime() - now.getTime()
  if (left < 0) return 'LATE'
  return left <= 24 * 3_600_000 ? 'SOON' : 'RUNNING'
}

/** What is known of an incident when it is told. */
export type IncidentFacts = {
  association: string
  discoveredAt: Date
  what: string
  classes: readonly PersonalClass[]
  people: number
  measures: string
  contact: string
}

const classWords: Record<'ar' | 'en', Record<PersonalClass, string>> = {
  ar: {
    ORDINARY: 'بيانات عامة',
    CONTACT: 'بيانات اتصال',
    WORDS: 'رسائل ونصوص',
    IDENTITY: 'أرقام هوية',
    SENSITIVE: 'بيانات حساسة',
  },
  en: {
    ORDINARY: 'general data',
    CONTACT: 'contact data',
    WORDS: 'messages and texts',
    IDENTITY: 'identity numbers',
    SENSITIVE: 'sensitive data',
  },
}

/** The notice to the authority, filled in with what is known: everything that Implementing Regulation Art. 24 lists. */
export function incidentNotice(language: 'ar' | 'en', facts: IncidentFacts): string {
  const classes = facts.classes
    .map((each) => classWords[language][each])
    .join(language === 'ar' ? '، ' : ', ')
  const found = moment(facts.discoveredAt)
  return (language === 'ar' ? arabic : english)({ ...facts, classes, found }).join('\n')
}

type Filled = Omit<IncidentFacts, 'classes'> & { classes: string; found: string }

const arabic = (facts: Filled) => [
  'إشعار بحادثة تسرب بيانات شخصية',
  `إلى: الهيئة السعودية للبيانات والذكاء الاصطناعي`,
  `من: ${facts.association}`,
  `1. وصف الحادثة: ${facts.what}`,
  `2. وقت العلم بها: \u2066${facts.found}\u2069 (بتوقيت الرياض)`,
  `3. أنواع البيانات: ${facts.classes}`,
  `4. عدد أصحاب البيانات، على وجه التقريب: ${facts.people}`,
  `5. ما اتُّخذ من إجراءات وما سيُتخذ لمنع تكرارها: ${facts.measures}`,
  '6. هل أُشعر أصحاب البيانات، ومتى: …',
  `7. للتواصل مع مسؤول حماية البيانات الشخصية: ${facts.contact}`,
]

const english = (facts: Filled) => [
  'Notice of a personal data breach',
  'To: Saudi Data and Artificial Intelligence Authority',
  `From: ${facts.association}`,
  `1. What happened: ${facts.what}`,
  `2. When it became known: ${facts.found} (Riyadh time)`,
  `3. Kinds of data: ${facts.classes}`,
  `4. People concerned, about: ${facts.people}`,
  `5. What was done, and what will be done so that it does not happen again: ${facts.measures}`,
  '6. Whether the people concerned were told, and when: …',
  `7. Contact of the data protection officer: ${facts.contact}`,
]

// The Kingdom keeps one time all year, three hours ahead of UTC.
function moment(at: Date): string {
  return new Date(at.getTime() + 3 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}

import { suggestLanguage } from '@sila/domain/language'
import { language } from '../app/language.ts'
import type { InteractionSubmitInput } from '../generated/graphql.ts'
import type { AskDraft } from './draft.ts'

/** The language in which the person will be answered: the chosen one, else what the script tells, else the page's. */
export function answerLanguage(draft: Pick<AskDraft, 'language' | 'text'>): string {
  if (draft.language) return draft.language
  const suggested = suggestLanguage(draft.text)
  // Urdu is often typed with none of the letters that only Urdu has; the page they chose says more.
  if (suggested === 'ar' && language() === 'ur') return 'ur'
  return suggested ?? language()
}

/** The draft in the words of the API. */
export function inputOf(draft: AskDraft): InteractionSubmitInput {
  const { clientMutationId, kind, text, about, anonymous, link } = draft
  return {
    clientMutationId,
    kind,
    text,
    about: about.trim() || null,
    language: answerLanguage(draft),
    anonymous,
    contact: anonymous ? null : contactOf(draft),
    link: link || null,
  }
}

function contactOf({ name, phone, email, preferred }: AskDraft): InteractionSubmitInput['contact'] {
  const contact = {
    name: name.trim() || null,
    phone: phone.trim() || null,
    email: email.trim() || null,
    preferred: preferred || null,
  }
  return Object.values(contact).some(Boolean) ? contact : null
}

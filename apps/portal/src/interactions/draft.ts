import { newId } from '../app/new-id.ts'
import type { InteractionKind } from '../generated/graphql.ts'

/** The kinds that a person may bring, in the order of how often. */
export const askKinds = [
  'INQUIRY',
  'SUGGESTION',
  'COMPLAINT',
  'OBSERVATION',
  'COMPLIMENT',
] as const satisfies readonly InteractionKind[]

export type AskKind = (typeof askKinds)[number]

/** What a person is writing. The id is made with the draft, so that however it is sent, it counts once. */
export type AskDraft = {
  clientMutationId: string
  kind: AskKind
  about: string
  text: string
  /** The language of the text and of the answer; empty until the person chooses, then the script decides. */
  language: string
  anonymous: boolean
  name: string
  phone: string
  email: string
  preferred: '' | 'PHONE' | 'WHATSAPP' | 'EMAIL'
  /** The feedback link by which the person came (C1). */
  link: string
}

export const askDraftKey = 'sila.draft.ask'

export function emptyDraft(): AskDraft {
  return {
    clientMutationId: newId(),
    kind: 'INQUIRY',
    about: '',
    text: '',
    language: '',
    anonymous: false,
    name: '',
    phone: '',
    email: '',
    preferred: '',
    link: '',
  }
}

export function isAskKind(value: string | null): value is AskKind {
  return askKinds.some((kind) => kind === value)
}

/** What the address adds: the kind that was chosen, the words of the search field, the link that was followed. */
export function withAddress(draft: AskDraft, search: string): AskDraft {
  const query = new URLSearchParams(search)
  const kind = query.get('kind')
  const words = query.get('q')?.trim() ?? ''
  return {
    ...draft,
    kind: isAskKind(kind) ? kind : draft.kind,
    link: query.get('from') ?? draft.link,
    // Words that were already carried over are not added a second time when the page is loaded again.
    text: !words || draft.text.includes(words) ? draft.text : [draft.text, words].filter(Boolean).join('\n'),
  }
}

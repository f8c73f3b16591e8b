import type { InteractionKind } from '@sila/domain/interaction'

/** One believable matter, told by whoever brings it and by whoever answers. */
export type Story = {
  kind: Exclude<InteractionKind, 'MISSED_CALL'>
  subject: string
  text: string
  /** The association's words: an answer, or the decision on a suggestion. */
  answer: string
  /** What staff must know first, as the person is asked for it; and what the person then writes. */
  asked?: string
  supplied?: string
  /** What the person writes after the answer; it opens the matter again. */
  more?: string
  moreAnswer?: string
}

/** Stories of one language, with the ways in which people there begin and end. */
export type Tongue = {
  language: string
  greetings: readonly string[]
  thanks: readonly string[]
  replies: readonly string[]
  farewells: readonly string[]
  stories: readonly Story[]
}

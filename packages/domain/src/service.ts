import type { FormDefinition } from './form-definition.ts'
import type { PortalLanguage } from './language.ts'
import { books } from './services/books.ts'
import { course } from './services/course.ts'
import { lecture } from './services/lecture.ts'
import { translation } from './services/translation.ts'
import { visit } from './services/visit.ts'

/** What the service guide says of a service, in one language. */
export type ServiceWords = { name: string; summary: string; audience: string; needs: readonly string[] }

/** A service as data; an association edits and adds its own. */
export type ServiceDefinition = {
  key: string
  /** Working days to the decision, as the guide and the receipt promise them. */
  workingDays: number
  /** Whether it needs a permit through Taysir (D4). */
  requiresPermit: boolean
  words: Readonly<Record<PortalLanguage, ServiceWords>>
  form: FormDefinition
}

/** The services with which an association begins (G1: short forms; none asks for an identity number). */
export const defaultServices: readonly ServiceDefinition[] = [course, books, lecture, visit, translation]

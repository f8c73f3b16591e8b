import type { ServiceDefinition } from './service-definition.ts'
import { books } from './services/books.ts'
import { course } from './services/course.ts'
import { lecture } from './services/lecture.ts'
import { translation } from './services/translation.ts'
import { visit } from './services/visit.ts'

export type { ServiceDefinition, ServiceWords } from './service-definition.ts'

/** The services with which an association begins (G1: short forms; none asks for an identity number). */
export const defaultServices: readonly ServiceDefinition[] = [course, books, lecture, visit, translation]

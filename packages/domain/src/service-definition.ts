import type { FormDefinition } from './form-definition.ts'
import type { PortalLanguage } from './language.ts'

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

import type { FormDefinition } from '@sila/domain/form'

/** The definition inside what the API gave as JSON, or undefined where it is something else. */
export function asForm(json: unknown): FormDefinition | undefined {
  return isForm(json) ? json : undefined
}

function isForm(json: unknown): json is FormDefinition {
  if (typeof json !== 'object' || json === null) return false
  return 'schema' in json && 'pages' in json && Array.isArray(json.pages) && 'i18n' in json
}

import { portalLanguageOf } from '@sila/domain/language'

/** Where a person follows a matter; what stands behind the # never reaches a server or a log. */
export function trackingPath(language: string, reference: string, secret: string): string {
  return `/${portalLanguageOf(language)}/t/${reference}#${secret}`
}

import { portalLanguageOf, portalLanguages } from '@sila/domain/language'
import type { Request } from 'express'
import helmet from 'helmet'
import type { IncomingMessage } from 'node:http'

/** Headers that keep a page from running or loading what is not ours. */
export function secureHeaders() {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Prerendered pages carry their first styles inside; react-aria and the explorer set style attributes.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", 'ws:', 'wss:'],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: { maxAge: 31_536_000 },
  })
}

/** The same for an answer that is data and no page: it can load nothing, be framed nowhere and is kept by nobody. */
export const answerHeaders = Object.entries({
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
}).flat()

/** The language in which to tell problems: the first that we speak. */
export function askedLanguage(request: Pick<IncomingMessage, 'headers'>): string {
  const wished = (request.headers['accept-language'] ?? '')
    .slice(0, 200)
    .split(',')
    .map((part) => part.split(';')[0]?.trim() ?? '')
  const known = wished.find((tag) =>
    portalLanguages.some((code) => tag.toLowerCase().startsWith(code) || tag.toLowerCase().startsWith('tl')),
  )
  return known ? portalLanguageOf(known) : 'ar'
}

/** Whether a page of ours, or of an origin that was let in, opened this connection. */
export function isOwnOrigin(request: Pick<Request, 'headers'>, origins: readonly string[]): boolean {
  const { origin, host } = request.headers
  // Programs send none; browsers always do.
  if (!origin) return true
  return origins.includes(origin) || origin === `http://${host}` || origin === `https://${host}`
}

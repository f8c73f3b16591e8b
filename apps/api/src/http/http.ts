import { portalLanguageOf, portalLanguages } from '@sila/domain/language'
import type { Request, RequestHandler } from 'express'
import helmet from 'helmet'
import type { IncomingMessage } from 'node:http'
import type { Config } from '../config.ts'
import { dataPolicy } from './page-policy.ts'

const oneYear = 31_536_000
/** What no page of ours uses, no script that slips in may use either; passkeys and copying are used. */
const unused = [
  ...['accelerometer', 'autoplay', 'browsing-topics', 'camera', 'display-capture', 'encrypted-media'],
  ...['fullscreen', 'geolocation', 'gyroscope', 'hid', 'idle-detection', 'local-fonts', 'magnetometer'],
  ...['microphone', 'midi', 'payment', 'picture-in-picture', 'screen-wake-lock', 'serial', 'usb'],
  ...['window-management', 'xr-spatial-tracking'],
]
const permissions = [
  ...unused.map((name) => `${name}=()`),
  ...['clipboard-write', 'publickey-credentials-create', 'publickey-credentials-get'].map(
    (name) => `${name}=(self)`,
  ),
].join(', ')

/** Whether people come by https; only there a browser is told never to come otherwise. */
export const isEncrypted = ({ origins }: Pick<Config, 'origins'>) =>
  origins.some((origin) => origin.startsWith('https:'))

/** Headers of whatever is served; it runs nothing and loads nothing, unless its own route says otherwise. */
export function secureHeaders(config: Pick<Config, 'origins'>): RequestHandler {
  const set = helmet({
    contentSecurityPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: isEncrypted(config) ? { maxAge: oneYear } : false,
  })
  return (request, response, next) => {
    response.set({ 'Content-Security-Policy': dataPolicy, 'Permissions-Policy': permissions })
    set(request, response, next)
  }
}

/** The same for an answer of GraphQL, which is kept by nobody. */
export const answerHeaders = (config: Pick<Config, 'origins'>): readonly string[] =>
  Object.entries({
    'content-security-policy': dataPolicy,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    ...(isEncrypted(config) && { 'strict-transport-security': `max-age=${oneYear}; includeSubDomains` }),
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

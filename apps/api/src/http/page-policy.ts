import { randomBytes } from 'node:crypto'

/** Stands in the built pages where each answer puts a nonce of its own. */
export const noncePlace = '__nonce__'

/** A word that nobody can foresee, for the scripts and styles of one answer. */
export const makeNonce = () => randomBytes(18).toString('base64')

type Directives = Record<string, readonly string[]>

/** What a page may do; everything that is not named is forbidden. */
function pageDirectives(nonce: string, host: string | undefined): Directives {
  return {
    'default-src': ["'none'"],
    // The script that stands in the page, and what it loads; nothing that was written into the page by somebody else.
    'script-src': [`'nonce-${nonce}'`, "'strict-dynamic'"],
    'style-src': ["'self'", `'nonce-${nonce}'`],
    // Parts set single properties by script, which needs no leave; no element arrives with a style of its own.
    'style-src-attr': ["'none'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...socketsOf(host)],
    'worker-src': ["'self'"],
    'manifest-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    // packages/ui draws its icons by the first, each app starts its worker by the second; for what little the third
    // lets through see the apps (trusted.ts).
    'trusted-types': ['sila-icons', 'sila-worker', 'default'],
  }
}

/** The editor that the explorer stands on writes its own style sheets and lines and brings its fonts along, by policies of these names. */
const explorer: Directives = {
  'style-src': ["'self'", "'unsafe-inline'"],
  'style-src-attr': ["'unsafe-inline'"],
  'font-src': ["'self'", 'data:'],
  'trusted-types': [
    ...['sila-icons', 'sila-worker', 'default', 'defaultWorkerFactory', 'diffEditorWidget', 'diffReview'],
    ...['domLineBreaksComputer', 'dompurify', 'editorGhostText', 'editorViewLayer', 'notificationRenderer'],
    ...['safeInnerHtml', 'standaloneColorizer', 'stickyScrollViewLayer', 'tokenizeToString'],
  ],
}

/** The policy of a page; the explorer, which is loaded as a page of its own, gets the wider one. */
export function pagePolicy(
  nonce: string,
  host: string | undefined,
  page: 'app' | 'explorer' = 'app',
): string {
  return written({ ...pageDirectives(nonce, host), ...(page === 'explorer' && explorer) })
}

/** What is no page and runs nothing. */
export const dataPolicy = written({ 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] })

/** A worker has the policy of its own file: it loads our code and asks our server. */
export const workerPolicy = written({
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'connect-src': ["'self'"],
  'frame-ancestors': ["'none'"],
})

function written(directives: Directives): string {
  return Object.entries(directives)
    .map(([name, values]) => [name, ...values].join(' '))
    .join('; ')
}

// Older Safari does not count the live line to 'self'.
function socketsOf(host = ''): string[] {
  return /^(?:[\w.-]+|\[[\da-f:]+\])(?::\d{1,5})?$/i.test(host) ? [`ws://${host}`, `wss://${host}`] : []
}

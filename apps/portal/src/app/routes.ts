import type { Language } from './language.ts'

/** What the address holds besides the name of the page. */
export type Params = { reference?: string; service?: string }

/** Every page of the portal, below the language. A segment that begins with a colon is a value. */
export const routes = {
  home: '',
  ask: 'ask',
  receipt: 'receipt',
  find: 't',
  track: 't/:reference',
  mine: 'mine',
  services: 'services',
  service: 'services/:service',
  apply: 'services/:service/apply',
  promises: 'promises',
  questions: 'questions',
  privacy: 'privacy',
  offline: 'offline',
  missing: '404',
} as const

export type RouteName = keyof typeof routes

/** A place in the portal, found from an address. */
export type Place = { route: RouteName; params: Params }

/** The address of a page in a language. */
export function pathOf(language: Language, route: RouteName, params: Params = {}): string {
  const filled = routes[route]
    .replace(':reference', encodeURIComponent(params.reference ?? ''))
    .replace(':service', encodeURIComponent(params.service ?? ''))
  return `/${language}/${filled}`
}

/** The place that an address (without its language) means; an unknown one is the page that says so. */
export function placeAt(path: string): Place {
  const segments = path.split('/').filter(Boolean)
  for (const name of routeNames) {
    const params = match(routes[name], segments)
    if (params) return { route: name, params }
  }
  return { route: 'missing', params: {} }
}

export const routeNames = Object.keys(routes).filter((name): name is RouteName => name in routes)

function match(pattern: string, segments: string[]): Params | undefined {
  const wanted = pattern.split('/').filter(Boolean)
  if (wanted.length !== segments.length) return undefined
  const params: Params = {}
  for (const [index, part] of wanted.entries()) {
    const value = decode(segments[index] ?? '')
    if (part === ':reference') params.reference = value
    else if (part === ':service') params.service = value
    else if (part !== value) return undefined
  }
  return params
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

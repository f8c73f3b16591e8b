import { startTransition, useSyncExternalStore } from 'react'
import { loadPageWords } from './catalogues.ts'
import { isLanguage, language } from './language.ts'
import type { Page } from './page.ts'
import { pathOf, placeAt } from './routes.ts'
import type { Place, RouteName } from './routes.ts'

/** A place whose code and words are here. */
export type Screen = Place & { page: Page }

/** Splits an address into its language and what comes after it. */
export function splitAddress(pathname: string): { code: string | undefined; rest: string } {
  const [, code, ...rest] = pathname.split('/')
  return { code, rest: rest.join('/') }
}

type Pages = Record<RouteName, () => Promise<Page>>

let pages: Pages | undefined

/** Tells where the code of the pages is. Handed in, because the pages themselves know how to go to others. */
export function setPages(known: Pages): void {
  pages = known
}

/** Fetches what a place needs before it can be shown. */
export async function loadScreen(place: Place): Promise<Screen> {
  const words = place.route === 'home' ? undefined : loadPageWords(language())
  if (!pages) throw new Error('setPages must be called before loadScreen')
  const [page] = await Promise.all([pages[place.route](), words])
  return { ...place, page }
}

let screen: Screen | undefined
const listeners = new Set<() => void>()

export function startAt(first: Screen): void {
  screen = first
}

export function useScreen(first: Screen): Screen {
  return useSyncExternalStore(
    subscribe,
    () => screen ?? first,
    () => first,
  )
}

/** The address of the screen below its language; the same on the server and in the browser. */
export function useScreenPath(): string {
  return useSyncExternalStore(
    subscribe,
    () => pathNow(),
    () => pathNow(),
  )
}

function pathNow(): string {
  return screen ? pathOf(language(), screen.route, screen.params).slice(language().length + 2) : ''
}

/** Goes to another page of the same language without loading the whole document again. */
export async function navigate(address: string, how: 'push' | 'replace' = 'push'): Promise<void> {
  const url = new URL(address, location.href)
  try {
    const next = await loadScreen(placeAt(splitAddress(url.pathname).rest))
    if (how === 'push') history.pushState(null, '', url)
    else history.replaceState(null, '', url)
    show(next)
    scrollTo(0, 0)
    focusHeading()
  } catch {
    // The code of the page could not be fetched: let the browser (and the service worker) try the address itself.
    location.assign(url)
  }
}

/** Makes plain links fast, and the back button work. Links stay plain links where this never runs. */
export function listenToLinks(): void {
  document.addEventListener('click', (event) => {
    const url = innerLink(event)
    if (!url) return
    event.preventDefault()
    void navigate(url.href)
  })
  addEventListener('popstate', () => {
    void loadScreen(placeAt(splitAddress(location.pathname).rest)).then(show, () => location.reload())
  })
}

function innerLink(event: MouseEvent): URL | undefined {
  if (event.defaultPrevented || event.button !== 0) return undefined
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link || link.target || link.hasAttribute('download') || !link.href) return undefined
  const url = new URL(link.href)
  const code = splitAddress(url.pathname).code
  const samePage = url.pathname === location.pathname && url.search === location.search
  if (url.origin !== location.origin || !isLanguage(code) || code !== language() || samePage) return undefined
  return url
}

function show(next: Screen): void {
  screen = next
  document.title = next.page.title(next.params)
  startTransition(() => {
    for (const listener of listeners) listener()
  })
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

// A screen reader hears where it is, and the keyboard goes on from the top of the new page.
function focusHeading(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('main h1')?.focus())
}

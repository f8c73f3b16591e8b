import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import { watchErrors } from './errors.ts'
import { patience } from './patience.ts'
import { shoot } from './shots.ts'
import type { Person } from './sign-in.ts'

const devices = {
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  narrow: { viewport: { width: 320, height: 700 }, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1440, height: 900 } },
} as const

/** A browser of one's own: its screen, its language, its session. */
export type Wish = {
  device?: keyof typeof devices
  language?: string
  look?: 'light' | 'dark'
  /** Signed in as this member of staff. */
  as?: Person
  /** Through another door than the product's own port. */
  url?: string
  /** Lines that fail are part of the journey. */
  cuts?: boolean
  /** The address itself leads nowhere. */
  missing?: boolean
  /** What the policy of the page forbids is tried on purpose. */
  forbidden?: boolean
}

/** Gives a spec file the browser. After each test its windows are closed, and what the pages complained of fails it. */
export function useBrowser() {
  let browser: Browser
  const contexts: BrowserContext[] = []
  const complaints: string[] = []

  beforeAll(async () => {
    browser = await chromium.connect(inject('browser'))
  })
  afterEach(async ({ task }) => {
    const pages = contexts.flatMap((context) => context.pages())
    if (task.result?.state === 'fail')
      for (const [index, page] of pages.entries()) await shoot(page, `failed-${task.id}-${index}`)
    await Promise.all(contexts.splice(0).map((context) => context.close()))
    expect(complaints.splice(0)).toEqual([])
  })
  afterAll(() => browser.close())

  async function context(wish: Wish = {}): Promise<BrowserContext> {
    const {
      device = 'phone',
      language = 'ar',
      look = 'light',
      as,
      url = inject('url'),
      cuts = false,
      missing = false,
      forbidden = false,
    } = wish
    const made = await browser.newContext({
      ...devices[device],
      baseURL: url,
      locale: language,
      timezoneId: 'Asia/Riyadh',
      colorScheme: look,
      reducedMotion: 'reduce',
    })
    made.setDefaultTimeout(patience)
    contexts.push(made)
    if (as) await made.addCookies(inject('cookies')[as].map((cookie) => ({ ...cookie, url })))
    // The staff app remembers its language on the device.
    await made.addInitScript((code) => {
      // An empty window has no storage.
      if (location.protocol !== 'about:') localStorage.setItem('sila.language', code)
    }, language)
    // Whatever a page tries that its policy forbids is a complaint, on every page of every journey.
    await made.addInitScript(() =>
      document.addEventListener('securitypolicyviolation', (event) =>
        console.error(
          `policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`,
        ),
      ),
    )
    made.on('page', (page) => watchErrors(page, complaints, { cuts, missing, forbidden }))
    return made
  }

  return {
    context,
    /** A new window at an address of the product. */
    async open(path: string, wish: Wish = {}): Promise<Page> {
      const page = await (await context(wish)).newPage()
      await page.goto(path)
      return page
    },
  }
}

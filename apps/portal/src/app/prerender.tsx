import { defaultServices } from '@sila/domain/service'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { renderToString } from 'react-dom/server'
import { App } from './App.tsx'
import { pageWords, shellWords } from './all-words.ts'
import { documentOf } from './document.ts'
import type { Manifest } from './document.ts'
import { loadDomainWords } from './domain-words.ts'
import { directionOf, languages, setLanguage } from './language.ts'
import type { Language } from './language.ts'
import { startAt } from './navigation.ts'
import { pages } from './pages.ts'
import { pathOf, routes } from './routes.ts'
import type { Params, RouteName } from './routes.ts'
import { serviceWorker } from './service-worker.ts'
import { addWords } from './words.ts'

const dist = join(import.meta.dirname, '..')

type Stop = { route: RouteName; params: Params; file: string }

// The shell of a tracked matter is one file: no server may need to know a reference to serve it.
const stops: Stop[] = [
  ...(
    [
      'home',
      'ask',
      'receipt',
      'find',
      'mine',
      'services',
      'promises',
      'questions',
      'privacy',
      'offline',
    ] as const
  ).map((route) => ({ route, params: {}, file: `${routes[route]}/index.html` })),
  { route: 'track', params: {}, file: 't/track/index.html' },
  { route: 'missing', params: {}, file: '404/index.html' },
  ...defaultServices.flatMap(({ key }) =>
    (['service', 'apply'] as const).map((route) => ({
      route,
      params: { service: key },
      file: `${routes[route].replace(':service', key)}/index.html`,
    })),
  ),
]

/** Writes every public page of every language as a file, with its styles inside it. */
async function prerender(): Promise<void> {
  const manifest: Manifest = JSON.parse(await readFile(join(dist, '.vite/manifest.json'), 'utf8'))
  const styles = new Map<string, string>()
  for (const file of new Set(Object.values(manifest).flatMap((chunk) => chunk.css ?? []))) {
    styles.set(file, await readFile(join(dist, file), 'utf8'))
  }
  for (const chunk of Object.values(manifest)) {
    if (chunk.file.endsWith('.css')) styles.set(chunk.file, await readFile(join(dist, chunk.file), 'utf8'))
  }
  const kept: Record<string, string[]> = {}
  for (const language of languages) {
    setLanguage(language)
    addWords(language, { ...shellWords[language], ...pageWords[language] })
    await loadDomainWords(language)
    const assets = new Set<string>()
    for (const stop of stops) {
      const html = await pageAt(language, stop, manifest, styles, assets)
      const file = join(dist, language, stop.file)
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, html)
    }
    kept[language] = [
      ...(['home', 'ask', 'receipt', 'find', 'offline'] as const).map((route) => pathOf(language, route)),
      `/${language}/t/track/`,
      ...assets,
    ]
  }
  await writeFile(join(dist, 'sw.js'), serviceWorker(kept))
  await rm(join(dist, '.prerender'), { recursive: true })
}

async function pageAt(
  language: Language,
  { route, params }: Stop,
  manifest: Manifest,
  styles: ReadonlyMap<string, string>,
  assets: Set<string>,
): Promise<string> {
  const page = await pages[route]()
  const screen = { route, params, page }
  startAt(screen)
  return documentOf({
    language,
    direction: directionOf(language),
    route,
    path:
      route === 'missing' || route === 'track'
        ? undefined
        : pathOf(language, route, params).split('/').slice(2).join('/'),
    title: page.title(params),
    body: renderToString(<App first={screen} />),
    manifest,
    styles,
    assets,
  })
}

await prerender()

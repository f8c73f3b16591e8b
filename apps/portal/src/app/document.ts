import { languages } from './language.ts'
import type { Language } from './language.ts'
import type { RouteName } from './routes.ts'

/** What Vite says of the files that it wrote. */
export type Manifest = Record<
  string,
  { file: string; src?: string; imports?: string[]; dynamicImports?: string[]; css?: string[] }
>

/** Where the server puts the nonce of each answer: only what carries it runs, or dresses the page. */
const noncePlace = '__nonce__'

type Facts = {
  language: Language
  direction: 'rtl' | 'ltr'
  route: RouteName
  /** The address below the language; none for pages that search engines should not keep. */
  path: string | undefined
  title: string
  body: string
  manifest: Manifest
  styles: ReadonlyMap<string, string>
  /** Collects what the page needs, for the service worker. */
  assets: Set<string>
}

const modules: Record<RouteName, string> = {
  home: 'src/app/main.tsx',
  ask: 'src/interactions/Ask.tsx',
  receipt: 'src/sending/ReceiptPage.tsx',
  find: 'src/tracking/FindPage.tsx',
  track: 'src/tracking/TrackPage.tsx',
  mine: 'src/mine/MinePage.tsx',
  services: 'src/services/ServicesPage.tsx',
  service: 'src/services/ServicePage.tsx',
  apply: 'src/requests/ApplyPage.tsx',
  promises: 'src/policy/PromisesPage.tsx',
  questions: 'src/home/QuestionsPage.tsx',
  privacy: 'src/privacy/PrivacyPage.tsx',
  offline: 'src/app/OfflinePage.tsx',
  missing: 'src/app/MissingPage.tsx',
}

const fonts: Record<Language, string[]> = {
  ar: ['latin', 'ar'],
  ur: ['latin', 'ar'],
  bn: ['latin', 'bn'],
  hi: ['latin', 'hi'],
  en: ['latin'],
  id: ['latin'],
  fil: ['latin'],
}

/** A whole page: its styles inside, its code named ahead so that nothing waits in a row, no font preloaded. */
export function documentOf(facts: Facts): string {
  const { language, direction, route, title, body, manifest } = facts
  const words = [
    `messages/shell/${language}.po`,
    ...(route === 'home'
      ? []
      : [`messages/pages/${language}.po`, `../../packages/domain/src/words/${language}.ts`]),
  ]
  const needed = ['src/app/main.tsx', modules[route], ...words]
  const chunks = needed.flatMap((key) => closureOf(manifest, key))
  const scripts = [...new Set(chunks.map((key) => manifest[key]?.file ?? ''))].filter((file) =>
    file.endsWith('.js'),
  )
  const main = manifest['src/app/main.tsx']?.file ?? ''
  const fontFiles = fonts[language].map((script) => manifest[`src/app/fonts/${script}.css`]?.file ?? '')
  // The styles of all pages are small, and a link to a file would hold up the first paint.
  const sheets = [...new Set(chunks.flatMap((key) => manifest[key]?.css ?? []))]
  // Chunks come in any order, so the order of the layers is fixed before all of them.
  const layers = '@layer reset, tokens, base, parts, app;'
  const css = [layers, ...[...fontFiles, ...sheets].map((file) => facts.styles.get(file) ?? '')].join('\n')
  for (const file of [...scripts, ...sheets]) facts.assets.add(`/${file}`)
  const preloads = scripts
    .filter((file) => file !== main)
    .map((file) => `<link rel="modulepreload" nonce="${noncePlace}" href="/${file}">`)
  return `<!doctype html>
<html lang="${language}" dir="${direction}" data-density="portal">
<head>
<meta charset="utf-8">
<meta property="csp-nonce" nonce="${noncePlace}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#0b4a37">
<meta name="format-detection" content="telephone=no">
${facts.path === undefined ? '<meta name="robots" content="noindex">' : alternates(facts.path)}
<link rel="manifest" href="/manifest.webmanifest">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<style nonce="${noncePlace}">${css}</style>
${preloads.join('\n')}
<script type="module" nonce="${noncePlace}" src="/${main}"></script>
</head>
<body>
<div id="root" data-route="${route}">${body}</div>
</body>
</html>
`
}

// What a module needs by static import; what it loads later is left to it.
function closureOf(manifest: Manifest, key: string, seen = new Set<string>()): string[] {
  if (seen.has(key) || !manifest[key]) return []
  seen.add(key)
  for (const other of manifest[key].imports ?? []) closureOf(manifest, other, seen)
  return [...seen]
}

function alternates(path: string): string {
  return languages
    .map((code) => `<link rel="alternate" hreflang="${code}" href="/${code}/${path}">`)
    .join('\n')
}

function escape(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;')
}

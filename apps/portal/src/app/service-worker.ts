/**
 * The portal's service worker, as text. It keeps the pages on which a person writes or holds a receipt, in the one
 * language that they use; everything else comes from the line. It never touches the API, nor the staff's app.
 */
export function serviceWorker(kept: Record<string, string[]>): string {
  return `const kept = ${JSON.stringify(kept)}
const version = 'sila-${hash(JSON.stringify(kept))}'
const page = /^\\/(${Object.keys(kept).join('|')})(\\/|$)/

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(tidy()))
self.addEventListener('message', (event) => event.waitUntil(keep(event.data && event.data.keep)))
self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url)
  if (event.request.method !== 'GET' || url.origin !== location.origin) return
  if (url.pathname.startsWith('/assets/')) event.respondWith(asset(event.request))
  else if (event.request.mode === 'navigate' && page.test(url.pathname)) event.respondWith(visit(event.request, url))
})

async function keep(language) {
  if (!kept[language]) return
  const cache = await caches.open(version)
  const missing = []
  for (const url of kept[language]) if (!(await cache.match(url))) missing.push(url)
  await Promise.all(missing.map((url) => cache.add(url).catch(() => undefined)))
}

async function tidy() {
  for (const name of await caches.keys()) if (name.startsWith('sila-') && name !== version) await caches.delete(name)
  await self.clients.claim()
}

async function asset(request) {
  const cache = await caches.open(version)
  const found = await cache.match(request)
  if (found) return found
  const answer = await fetch(request)
  if (answer.ok) await cache.put(request, answer.clone())
  return answer
}

async function visit(request, url) {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(8000) })
  } catch {
    const cache = await caches.open(version)
    const [, language, ...rest] = url.pathname.split('/')
    const path = rest.filter(Boolean).join('/')
    const shell = path.startsWith('t/') ? '/' + language + '/t/track/' : '/' + language + '/' + path
    return (await cache.match(shell)) || (await cache.match('/' + language + '/offline')) || Response.error()
  }
}
`
}

// Names the version: another list of files is another version, nothing else is.
function hash(text: string): string {
  let value = 5381
  for (let index = 0; index < text.length; index += 1) value = (value * 33 + text.charCodeAt(index)) >>> 0
  return value.toString(36)
}

import './styles.ts'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { loadShellWords } from './catalogues.ts'
import { directionOf, isLanguage, setLanguage } from './language.ts'
import { listenToLinks, loadScreen, setPages, splitAddress, startAt } from './navigation.ts'
import { pages } from './pages.ts'
import { placeAt } from './routes.ts'

async function start(): Promise<void> {
  const { code, rest } = splitAddress(location.pathname)
  const language = isLanguage(code) ? code : 'ar'
  setLanguage(language)
  setPages(pages)
  const root = document.getElementById('root')
  if (!root) return
  await loadShellWords(language)
  const first = await loadScreen(placeAt(rest))
  startAt(first)
  document.title = first.page.title(first.params)
  // A server that answers with another page's shell must not be hydrated into a mixture.
  if (root.dataset['route'] === first.route) hydrateRoot(root, <App first={first} />)
  else {
    root.replaceChildren()
    document.documentElement.lang = language
    document.documentElement.dir = directionOf(language)
    createRoot(root).render(<App first={first} />)
  }
  listenToLinks()
  await (await import('./later.ts')).afterStart()
}

void start()

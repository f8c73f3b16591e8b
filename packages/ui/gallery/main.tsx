import { createRoot } from 'react-dom/client'
import '../src/tokens.css'
import '../src/base.css'
import '../fonts/latin.css'
import '../fonts/ar.css'
import '../fonts/bn.css'
import '../fonts/hi.css'
import './gallery.css'
import { Provider } from '../src/Provider.tsx'
import { ToastRegion } from '../src/Toast.tsx'
import { Charts } from './Charts.tsx'
import { Controls } from './Controls.tsx'
import { Overlays } from './Overlays.tsx'
import { Pieces } from './Pieces.tsx'
import { words, type Words } from './words.ts'

// ?lang=ar|en|ur & theme=light|dark & density=staff|portal & open=dialog|sheet
const asked = new URLSearchParams(location.search)
const lang = asked.get('lang') ?? 'ar'
const found: Words | undefined = words[lang]
const page = document.documentElement
page.lang = lang
page.dir = lang === 'en' ? 'ltr' : 'rtl'
page.dataset.theme = asked.get('theme') ?? 'light'
page.dataset.density = asked.get('density') ?? 'staff'

const root = document.getElementById('gallery')
if (root && found) {
  createRoot(root).render(
    <Provider language={lang}>
      <main className="gallery">
        <h1>{found.title}</h1>
        <Controls w={found} lang={lang} />
        <Overlays w={found} open={asked.get('open')} />
        <Pieces w={found} lang={lang} />
        <Charts w={found} lang={lang} />
      </main>
      <ToastRegion label={found.notices} />
    </Provider>,
  )
}

import '@sila/ui/tokens.css'
import '@sila/ui/base.css'
import '@sila/ui/fonts/latin.css'
import '@sila/ui/fonts/ar.css'
// Each is fetched only when a sign of its script is on the screen.
import '@sila/ui/fonts/bn.css'
import '@sila/ui/fonts/hi.css'
import './app/app.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { activateLanguage, preferredLanguage } from './i18n/i18n.ts'
import { applyTheme } from './app/theme.ts'
import { trustLittle } from './app/trusted.ts'

trustLittle()
applyTheme()
await activateLanguage(preferredLanguage())

const root = document.getElementById('root')
if (root === null) throw new Error('index.html must hold an element with the id "root"')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)

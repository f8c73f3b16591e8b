/** What the screen may look like; `auto` follows the device. */
export const themes = ['auto', 'light', 'dark'] as const

/** One of the looks. */
export type Theme = (typeof themes)[number]

const storageKey = 'sila.theme'

/** The look that was chosen on this device. */
export function currentTheme(): Theme {
  const saved = localStorage.getItem(storageKey)
  return themes.find((theme) => theme === saved) ?? 'auto'
}

/** Sets the look, and keeps it for the next visit when one is given. */
export function applyTheme(theme: Theme = currentTheme()): void {
  localStorage.setItem(storageKey, theme)
  if (theme === 'auto') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}

import type { MouseEvent } from 'react'
import { directionOf, language, languages, ownNames } from './language.ts'
import { useScreenPath } from './navigation.ts'
import styles from './LanguageLinks.module.css'

/** The languages, each in its own script, as plain links to this same page. */
export function LanguageLinks({ label }: { label: string }) {
  const path = useScreenPath()
  return (
    <ul className={styles.links} aria-label={label}>
      {languages.map((code) => (
        <li key={code}>
          <a
            href={`/${code}/${path}`}
            hrefLang={code}
            lang={code}
            dir={directionOf(code)}
            aria-current={code === language() ? 'true' : undefined}
            onClick={keepRest}
          >
            {ownNames[code]}
          </a>
        </li>
      ))}
    </ul>
  )
}

// The secret of a tracked matter and a typed question stay in the address when the language changes.
function keepRest(event: MouseEvent<HTMLAnchorElement>): void {
  const link = event.currentTarget
  link.search = location.search
  link.hash = location.hash === '#content' ? '' : location.hash
}

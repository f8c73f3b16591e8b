import { activateLanguage, appLanguages, ownNames } from '../i18n/i18n.ts'
import { useT } from '../i18n/useT.ts'
import styles from './LanguageSwitch.module.css'

/** The other languages of the screen, each under its own name. */
export function LanguageSwitch() {
  const { language } = useT()
  return (
    <span className={styles.switch}>
      {appLanguages
        .filter((other) => other !== language)
        .map((other) => (
          <button
            key={other}
            type="button"
            lang={other}
            className={styles.language}
            onClick={() => void activateLanguage(other)}
          >
            {ownNames[other]}
          </button>
        ))}
    </span>
  )
}

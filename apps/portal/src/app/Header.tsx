import { GlobeIcon, HandHeartIcon } from '@sila/ui/icons'
import { useAssociation } from './association.ts'
import { language, ownNames } from './language.ts'
import { LanguageLinks } from './LanguageLinks.tsx'
import { pathOf } from './routes.ts'
import { t } from './words.ts'
import styles from './Header.module.css'

/** The deep-green bar: who we are, where things are, and the other languages; all of it works without JavaScript. */
export function Header() {
  const here = language()
  const association = useAssociation()
  return (
    <header className={styles.header} data-print="hide">
      <div className={`wrap ${styles.bar}`}>
        <a className={styles.brand} href={pathOf(here, 'home')}>
          <span className={styles.mark}>
            <HandHeartIcon size={22} />
          </span>
          <span className={styles.names}>
            <strong>{t('brand')}</strong>
            <small>
              <bdi>{association?.name ?? t('brand.tagline')}</bdi>
            </small>
          </span>
        </a>
        <nav className={styles.nav} aria-label={t('nav')}>
          <a href={pathOf(here, 'services')}>{t('nav.services')}</a>
          <a href={pathOf(here, 'questions')}>{t('nav.questions')}</a>
          <a href={pathOf(here, 'promises')}>{t('nav.promises')}</a>
          <a href={pathOf(here, 'find')}>{t('nav.track')}</a>
          <a href={pathOf(here, 'mine')}>{t('nav.mine')}</a>
        </nav>
        <details className={styles.languages}>
          <summary>
            <GlobeIcon size={18} />
            <span lang={here}>{ownNames[here]}</span>
          </summary>
          <div className={styles.sheet}>
            <LanguageLinks label={t('languages.title')} />
          </div>
        </details>
      </div>
    </header>
  )
}

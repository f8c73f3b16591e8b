import { GridIcon, LightbulbIcon, MessageQuestionIcon, ShieldIcon } from '@sila/ui/icons'
import { language } from '../app/language.ts'
import { pathOf } from '../app/routes.ts'
import { t } from '../app/words.ts'
import styles from './Cards.module.css'

/** The four things that people come for, half on the green and half on the white. */
export function Cards() {
  const here = language()
  const ask = pathOf(here, 'ask')
  const cards = [
    { key: 'ask', href: `${ask}?kind=INQUIRY`, icon: <MessageQuestionIcon size={22} /> },
    { key: 'service', href: pathOf(here, 'services'), icon: <GridIcon size={22} /> },
    { key: 'suggest', href: `${ask}?kind=SUGGESTION`, icon: <LightbulbIcon size={22} /> },
    { key: 'complain', href: `${ask}?kind=COMPLAINT`, icon: <ShieldIcon size={22} /> },
  ]
  return (
    <nav className={`wrap ${styles.cards}`} aria-label={t('home.cards')}>
      {cards.map(({ key, href, icon }) => (
        <a key={key} href={href}>
          <span className={styles.icon}>{icon}</span>
          <strong>{t(`card.${key}`)}</strong>
          <span className={styles.more}>{t(`card.${key}.more`)}</span>
        </a>
      ))}
    </nav>
  )
}

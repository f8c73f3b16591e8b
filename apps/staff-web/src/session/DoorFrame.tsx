import { Bdi } from '@sila/ui/Bdi'
import type { ReactNode } from 'react'
import { LanguageSwitch } from '../app/LanguageSwitch.tsx'
import { Mark } from '../app/Mark.tsx'
import { useT } from '../i18n/useT.ts'
import styles from './SignInPage.module.css'

type Props = { association: string; title: string; children: ReactNode }

/** The card before the door, whatever is asked there. */
export function DoorFrame({ association, title, children }: Props) {
  const { t } = useT()
  return (
    <main className={styles.page}>
      <section className={styles.card} aria-labelledby="door-title">
        <header className={styles.head}>
          <Mark />
          <div>
            <p className={styles.brand}>{t('app.name')}</p>
            <p className={styles.meta}>
              <Bdi>{association}</Bdi>
            </p>
          </div>
          <LanguageSwitch />
        </header>
        <h1 id="door-title" className={styles.title}>
          {title}
        </h1>
        {children}
      </section>
    </main>
  )
}

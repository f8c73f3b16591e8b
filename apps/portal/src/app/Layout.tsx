import type { ReactNode } from 'react'
import { Footer } from './Footer.tsx'
import { Header } from './Header.tsx'
import type { RouteName } from './routes.ts'
import { Status } from './Status.tsx'
import { t } from './words.ts'
import styles from './Layout.module.css'

/** What stands round every page: the way past the header, the header, the state of the line, the footer. */
export function Layout({ route, children }: { route: RouteName; children: ReactNode }) {
  return (
    <div className={styles.layout}>
      <a className={styles.skip} href="#content">
        {t('skip')}
      </a>
      <Header />
      <Status />
      <main id="content" tabIndex={-1} className={route === 'home' ? undefined : styles.inner}>
        {children}
      </main>
      <Footer />
    </div>
  )
}

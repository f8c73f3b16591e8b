import { clauseText, defaultPolicy, policySections } from '@sila/domain/policy'
import type { Clause, PolicySection } from '@sila/domain/policy'
import { useEffect, useState } from 'react'
import { useAssociation } from '../app/association.ts'
import { language } from '../app/language.ts'
import { fetchPromises, liveClauses } from '../app/promises.ts'
import type { LivePromise } from '../app/promises.ts'
import { t } from '../app/words.ts'
import { LiveFigure } from './LiveFigure.tsx'
import styles from './Promises.module.css'

/** The whole policy, sentence by sentence, and what became of the promises that can be measured today. */
export function Page() {
  const [promises, setPromises] = useState<Map<string, LivePromise> | 'unreachable'>()
  useEffect(() => {
    fetchPromises().then(setPromises, () => setPromises('unreachable'))
  }, [])
  const known = promises === 'unreachable' ? undefined : promises
  return (
    <div className="page">
      <header>
        <h1 tabIndex={-1}>{t('nav.promises')}</h1>
        <p className="lead">{t('promises.lead')}</p>
      </header>
      <section className="stack" aria-labelledby="live">
        <h2 id="live">{t('promises.live')}</h2>
        {promises === 'unreachable' && <p className="meta">{t('promises.unreachable')}</p>}
        <div className={styles.figures}>
          {liveClauses.map((id) => (
            <LiveFigure key={id} id={id} promise={known?.get(id)} waiting={promises === undefined} />
          ))}
        </div>
      </section>
      <section className={styles.policy} aria-labelledby="policy">
        <h2 id="policy">{t('promises.policy')}</h2>
        <p className="meta">{t('promises.original')}</p>
        {Object.keys(policySections)
          .filter(isSection)
          .map((section) => (
            <Section key={section} section={section} />
          ))}
      </section>
    </div>
  )
}

function Section({ section }: { section: PolicySection }) {
  const name = policySections[section]
  return (
    <section className="stack">
      <h3>
        <span lang="ar" dir="rtl">
          {name.ar}
        </span>
        {language() !== 'ar' && (
          <span lang="en" dir="ltr">
            {name.en}
          </span>
        )}
      </h3>
      <ol className={styles.clauses}>
        {defaultPolicy.clauses
          .filter((clause) => clause.section === section)
          .map((clause) => (
            <ClauseText key={clause.id} clause={clause} />
          ))}
      </ol>
    </section>
  )
}

// The Arabic is the text that was adopted; beside it stands English for everybody who reads another language.
function ClauseText({ clause }: { clause: Clause }) {
  const association = useAssociation()
  return (
    <li id={clause.id} className={styles.clause}>
      <span className={styles.number}>
        <bdi dir="ltr">{clause.id}</bdi>
      </span>
      <div className="stack">
        <p lang="ar" dir="rtl">
          {clauseText(clause, 'ar', language() === 'ar' ? (association?.name ?? 'الجمعية') : 'الجمعية')}
        </p>
        {language() !== 'ar' && (
          <p lang="en" dir="ltr" className="lead">
            {clauseText(
              clause,
              'en',
              language() === 'en' ? (association?.name ?? 'The association') : 'The association',
            )}
          </p>
        )}
      </div>
    </li>
  )
}

function isSection(key: string): key is PolicySection {
  return key in policySections
}

export function title(): string {
  return t('nav.promises')
}

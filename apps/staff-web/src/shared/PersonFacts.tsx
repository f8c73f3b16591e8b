import { languageName } from '@sila/domain/language'
import { Bdi, Code } from '@sila/ui/Bdi'
import type { ReactNode } from 'react'
import type { PersonFactsFragment } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { word } from '../i18n/words.ts'
import { maskPhone } from './mask.ts'
import styles from './PersonFacts.module.css'

type Props = { person: PersonFactsFragment; whole?: boolean }

/** What is known of a person; numbers stay covered where a glance would do. */
export function PersonFacts({ person, whole = false }: Props) {
  const { t, language } = useT()
  const spoken = person.spokenLanguages.filter((code) => code !== person.preferredLanguage)
  const languages = [person.preferredLanguage, ...spoken].map((code) => languageName(code, language))
  return (
    <dl className={styles.facts}>
      <dt>{t('person.language')}</dt>
      <dd>{languages.join(' · ')}</dd>
      {person.contactPoints.map(({ id, type, value, preferred }) => (
        <Fact key={id} name={word('contactType', type)}>
          <Code>{whole || type === 'EMAIL' ? value : maskPhone(value)}</Code>
          {preferred && <span className={styles.preferred}>{t('person.preferred')}</span>}
        </Fact>
      ))}
      {person.city !== null && (
        <Fact name={t('person.city')}>
          <Bdi>{person.city}</Bdi>
        </Fact>
      )}
      <Fact name={t('person.kind')}>{word('beneficiaryKind', person.kind)}</Fact>
      {person.segment !== null && <Fact name={t('person.segment')}>{word('segment', person.segment)}</Fact>}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

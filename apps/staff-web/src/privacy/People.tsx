import { useQuery } from '@apollo/client/react'
import { Bdi, Code } from '@sila/ui/Bdi'
import { EmptyState } from '@sila/ui/EmptyState'
import { SearchIcon } from '@sila/ui/icons'
import { TextInput } from '@sila/ui/TextInput'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { PrivacyPeopleDocument } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { useDebounced } from '../shared/useDebounced.ts'
import { PersonDesk } from './PersonDesk.tsx'
import styles from './Privacy.module.css'

/** Finds a person, and shows who looked at them and what can be done with what is held about them. */
export function People() {
  const { t } = useT()
  const [params] = useSearchParams()
  const id = params.get('person')
  const [text, setText] = useState('')
  const search = useDebounced(text.trim(), 220)
  const { data } = useQuery(PrivacyPeopleDocument, { variables: { search }, skip: search === '' })
  const found = search === '' ? [] : (data?.beneficiaries.nodes ?? [])
  return (
    <>
      <search className={styles.filter}>
        <TextInput
          type="search"
          label={t('privacy.findPerson')}
          help={t('beneficiaries.searchHelp')}
          icon={<SearchIcon size={18} />}
          dir="auto"
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </search>
      {found.length > 0 && (
        <ul className={styles.found}>
          {found.map((person) => (
            <li key={person.id}>
              <Link to={`?part=people&person=${person.id}`} onClick={() => setText('')}>
                <Bdi>{person.name}</Bdi> <Code className={styles.meta}>{person.number}</Code>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {search !== '' && data && found.length === 0 && (
        <EmptyState text={t('beneficiaries.notFound', { text: search })} />
      )}
      {id !== null && found.length === 0 && <PersonDesk key={id} id={id} />}
    </>
  )
}

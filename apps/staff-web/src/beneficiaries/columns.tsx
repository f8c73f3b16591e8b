import { languageName } from '@sila/domain/language'
import { Avatar } from '@sila/ui/Avatar'
import { Bdi, Code } from '@sila/ui/Bdi'
import { formatMonth } from '@sila/ui/format'
import type { Column } from '@sila/ui/Table'
import { Link } from 'react-router'
import type { PersonFactsFragment } from '../generated/graphql.ts'
import type { Translate } from '../i18n/useT.ts'
import { word } from '../i18n/words.ts'
import { maskPhone } from '../shared/mask.ts'
import styles from './Beneficiaries.module.css'

type Columns = readonly Column<PersonFactsFragment>[]

/** What the list tells of a person. */
export function columns(t: Translate, language: string): Columns {
  return [
    {
      key: 'name',
      head: t('beneficiaries.name'),
      cell: ({ id, name }) => (
        <Link to={`/beneficiaries/${id}`} className={styles.person}>
          <Avatar name={name} size={32} />
          <Bdi>{name}</Bdi>
        </Link>
      ),
    },
    { key: 'number', head: t('beneficiaries.number'), cell: ({ number }) => <Code>{number}</Code> },
    {
      key: 'language',
      head: t('person.language'),
      cell: ({ preferredLanguage }) => languageName(preferredLanguage, language),
    },
    {
      key: 'contact',
      head: t('beneficiaries.contact'),
      cell: ({ contactPoints }) => {
        const point = contactPoints.find(({ preferred }) => preferred) ?? contactPoints[0]
        return point && <Code>{point.type === 'EMAIL' ? point.value : maskPhone(point.value)}</Code>
      },
    },
    { key: 'city', head: t('person.city'), cell: ({ city }) => city && <Bdi>{city}</Bdi> },
    {
      key: 'segment',
      head: t('person.segment'),
      cell: ({ segment }) => segment && word('segment', segment),
    },
  ]
}

/** All that a masked reader gets of one: a sign, and what leads to nobody. */
export function maskedColumns(t: Translate, language: string): Columns {
  return [
    { key: 'sign', head: t('beneficiaries.sign'), cell: ({ id }) => <Code>{id}</Code> },
    { key: 'kind', head: t('person.kind'), cell: ({ kind }) => word('beneficiaryKind', kind) },
    {
      key: 'since',
      head: t('beneficiaries.since'),
      cell: ({ since }) => formatMonth(since, language, { calendar: 'hijri' }),
    },
  ]
}

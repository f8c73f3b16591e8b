import { useQuery } from '@apollo/client/react'
import { Combobox } from '@sila/ui/Combobox'
import { FieldError } from '@sila/ui/Field'
import { RadioCards } from '@sila/ui/RadioCards'
import { TextInput } from '@sila/ui/TextInput'
import { useState } from 'react'
import { FindPeopleDocument } from '../../generated/graphql.ts'
import { useT } from '../../i18n/useT.ts'
import { maskPhone } from '../../shared/mask.ts'
import { useDebounced } from '../../shared/useDebounced.ts'
import type { RecordForm } from './useRecord.ts'
import styles from './Record.module.css'

type Props = {
  form: RecordForm
  change: (part: Partial<RecordForm>) => void
  problems: Record<string, string>
}

/** Who it was: somebody we know, somebody new, or nobody we are to know. */
export function RecordPerson({ form, change, problems }: Props) {
  const { t } = useT()
  return (
    <div className={styles.person}>
      <RadioCards
        name="who"
        label={t('record.who')}
        value={form.who}
        columns={3}
        onChange={(who) => change({ who })}
        options={(['known', 'new', 'anonymous'] as const).map((value) => ({
          value,
          label: t(`record.who.${value}`),
        }))}
      />
      {form.who === 'known' && (
        <div id="record-beneficiaryId" tabIndex={-1}>
          <FindPerson chosen={form.beneficiaryId} onChoose={(beneficiaryId) => change({ beneficiaryId })} />
          <FieldError>{problems['beneficiaryId']}</FieldError>
        </div>
      )}
      {form.who === 'new' && (
        <div className={styles.pair}>
          <TextInput
            id="record-contact.name"
            label={t('record.name')}
            required
            dir="auto"
            autoComplete="off"
            error={problems['contact.name']}
            value={form.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <TextInput
            id="record-contact.phone"
            type="tel"
            label={t('record.phone')}
            optional={t('app.optional')}
            dir="ltr"
            autoComplete="off"
            error={problems['contact.phone']}
            value={form.phone}
            onChange={(event) => change({ phone: event.currentTarget.value })}
          />
          <TextInput
            id="record-contact.email"
            type="email"
            label={t('record.email')}
            optional={t('app.optional')}
            dir="ltr"
            autoComplete="off"
            error={problems['contact.email']}
            value={form.email}
            onChange={(event) => change({ email: event.currentTarget.value })}
          />
        </div>
      )}
    </div>
  )
}

type FindProps = { chosen: string | undefined; onChoose: (id: string | undefined) => void }

function FindPerson({ chosen, onChoose }: FindProps) {
  const { t } = useT()
  const [text, setText] = useState('')
  const search = useDebounced(text, 200)
  const { data, previousData } = useQuery(FindPeopleDocument, {
    variables: { search },
    skip: search.trim().length < 2,
  })
  const people = (data ?? previousData)?.beneficiaries.nodes ?? []
  return (
    <Combobox
      label={t('record.find')}
      placeholder={t('record.findPlaceholder')}
      emptyText={t(search.trim().length < 2 ? 'record.findStart' : 'record.findNone')}
      openLabel={t('record.findOpen')}
      options={people.map(({ id, name, number, city, contactPoints }) => ({
        value: id,
        label: [name, number, city, contactPoints.find(({ type }) => type !== 'EMAIL')?.value]
          .filter(Boolean)
          .map((part) => maskPhone(String(part)))
          .join(' · '),
      }))}
      {...(chosen !== undefined && { value: chosen })}
      onChange={onChoose}
      onSearch={setText}
    />
  )
}

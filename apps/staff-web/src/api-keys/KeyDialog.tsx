import { useMutation } from '@apollo/client/react'
import { keyBudget, keyDays, scopesFrom } from '@sila/domain/api-key'
import { Checkbox } from '@sila/ui/Checkbox'
import { Fieldset } from '@sila/ui/Field'
import { formatNumber } from '@sila/ui/format'
import { NativeSelect } from '@sila/ui/NativeSelect'
import { TextInput } from '@sila/ui/TextInput'
import { useState } from 'react'
import { ApiKeyCreateDocument } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { useSession } from '../session/Session.tsx'
import { ActDialog } from '../shared/ActDialog.tsx'
import { useAct } from '../shared/useAct.ts'
import styles from './ApiKeys.module.css'
import { NewKey } from './NewKey.tsx'

const spans = [7, 30, keyDays.usual, 180, keyDays.most]
type Props = { onClose: () => void; onMade: () => void }

/** Asks what a key is for, and shows it the only time that it is shown. */
export function KeyDialog({ onClose, onMade }: Props) {
  const { t, language } = useT()
  const { permissions } = useSession()
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<readonly string[]>([])
  const [days, setDays] = useState<number>(keyDays.usual)
  const [hourBudget, setHour] = useState<number>(keyBudget.hour.usual)
  const [dayBudget, setDay] = useState<number>(keyBudget.day.usual)
  const [made, setMade] = useState<string | null>()
  const { act, busy, problems } = useAct()
  // The text of a key is for the screen alone; no cache keeps it.
  const [create] = useMutation(ApiKeyCreateDocument, { fetchPolicy: 'no-cache' })

  async function go(): Promise<void> {
    const content = { name, scopes: [...scopes], days, hourBudget, dayBudget }
    let key: string | null | undefined
    const done = await act(content, async (clientMutationId) => {
      const { data } = await create({ variables: { input: { ...content, clientMutationId } } })
      key = data?.apiKeyCreate.key
      return data?.apiKeyCreate.problems
    })
    if (!done) return
    setMade(key ?? null)
    onMade()
  }
  if (made !== undefined) return <NewKey text={made} onClose={onClose} />

  const toggle = (scope: string): void =>
    setScopes(scopes.includes(scope) ? scopes.filter((each) => each !== scope) : [...scopes, scope])
  const budget = (label: string, value: number, set: (value: number) => void, { least, most }: Bounds) => (
    <TextInput
      type="number"
      inputMode="numeric"
      dir="ltr"
      label={t(label)}
      help={t('apiKeys.bounds', { least: formatNumber(least, language), most: formatNumber(most, language) })}
      value={Number.isNaN(value) ? '' : String(value)}
      onChange={(event) => set(event.currentTarget.valueAsNumber)}
      {...{ min: least, max: most }}
    />
  )
  return (
    <ActDialog
      title={t('apiKeys.create')}
      confirm={t('apiKeys.make')}
      disabled={name.trim() === '' || scopes.length === 0 || Number.isNaN(hourBudget + dayBudget)}
      onConfirm={() => void go()}
      {...{ busy, problems, onClose }}
    >
      <TextInput
        label={t('apiKeys.name')}
        help={t('apiKeys.nameHelp')}
        required
        maxLength={60}
        dir="auto"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Fieldset label={t('apiKeys.scopes')} help={t('apiKeys.scopesHelp')}>
        {scopesFrom(permissions).map((scope) => (
          <Checkbox
            key={scope}
            label={t(`apiKeys.scope.${scope}`)}
            checked={scopes.includes(scope)}
            onChange={() => toggle(scope)}
          />
        ))}
      </Fieldset>
      <NativeSelect
        label={t('apiKeys.lasts')}
        options={spans.map((span) => ({ value: String(span), label: t('apiKeys.days', { count: span }) }))}
        value={String(days)}
        onChange={(event) => setDays(Number(event.currentTarget.value))}
      />
      <div className={styles.pair}>
        {budget('apiKeys.hourBudget', hourBudget, setHour, keyBudget.hour)}
        {budget('apiKeys.dayBudget', dayBudget, setDay, keyBudget.day)}
      </div>
    </ActDialog>
  )
}

type Bounds = { least: number; most: number }

import { languages } from '@sila/domain/language'
import { Banner } from '@sila/ui/Banner'
import { Button } from '@sila/ui/Button'
import { NativeSelect } from '@sila/ui/NativeSelect'
import { TextInput } from '@sila/ui/TextInput'
import { useState } from 'react'
import type { SubmitEvent } from 'react'
import { t } from '../app/words.ts'
import { MineCorrectDocument } from '../generated/mine/graphql.ts'
import type { MyRecordFragment } from '../generated/mine/graphql.ts'
import { change } from './ask.ts'
import { useChange } from './use-change.ts'

const languageOptions = Object.entries(languages).map(([value, { ownName }]) => ({ value, label: ownName }))

/** Name, city and language, to be put right by the person. */
export function MyData({ record, reload }: { record: MyRecordFragment; reload: () => Promise<void> }) {
  const [name, setName] = useState(record.name)
  const [city, setCity] = useState(record.city ?? '')
  const [preferredLanguage, setLanguage] = useState(record.preferredLanguage)
  const [saved, setSaved] = useState(false)
  const { run, busy, unsent, errorOf } = useChange(reload)

  async function submit(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const input = { city, preferredLanguage, ...(name || record.name ? { name } : {}) }
    setSaved(await run(() => change(MineCorrectDocument, (data) => data.mineCorrect, input)))
  }

  return (
    <section className="stack" aria-labelledby="mine-data">
      <h2 id="mine-data">{t('mine.data')}</h2>
      <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
        <TextInput
          id="mine-name"
          label={t('reach.name')}
          value={name}
          error={errorOf('name')}
          dir="auto"
          autoComplete="off"
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          id="mine-city"
          label={t('mine.city')}
          value={city}
          error={errorOf('city')}
          dir="auto"
          autoComplete="off"
          onChange={(event) => setCity(event.currentTarget.value)}
        />
        <NativeSelect
          id="mine-language"
          label={t('mine.language')}
          options={languageOptions}
          value={preferredLanguage}
          error={errorOf('preferredLanguage')}
          onChange={(event) => setLanguage(event.currentTarget.value)}
        />
        {unsent && <Banner tone="danger">{t('mine.unsent')}</Banner>}
        <div className="row">
          <Button type="submit" variant="primary" busy={busy}>
            {t('mine.save')}
          </Button>
          <span role="status">{saved && t('mine.saved')}</span>
        </div>
      </form>
    </section>
  )
}

import { Banner } from '@sila/ui/Banner'
import { Button } from '@sila/ui/Button'
import { formatDate } from '@sila/ui/format'
import { DownloadIcon } from '@sila/ui/icons'
import { NativeSelect } from '@sila/ui/NativeSelect'
import { TextArea } from '@sila/ui/TextArea'
import { dataRights } from '@sila/domain/data-right'
import type { DataRight } from '@sila/domain/data-right'
import { useState } from 'react'
import type { SubmitEvent } from 'react'
import { client } from '../app/client.ts'
import { problemText } from '../app/domain-words.ts'
import { language } from '../app/language.ts'
import { newId } from '../app/new-id.ts'
import { t } from '../app/words.ts'
import { MineExportDocument, MineRightAskDocument } from '../generated/mine/graphql.ts'
import type { MyRecordFragment } from '../generated/mine/graphql.ts'
import { change } from './ask.ts'
import { useChange } from './use-change.ts'
import styles from './Mine.module.css'

type Props = { record: MyRecordFragment; reload: () => Promise<void> }
type Asked = MyRecordFragment['rights'][number]

/** Everything that is held, to take along at once; and every right, asked for here and answered within its days. */
export function MyRights({ record, reload }: Props) {
  const [right, setRight] = useState<DataRight>()
  const [tried, setTried] = useState(false)
  const [text, setText] = useState('')
  const [failed, setFailed] = useState(false)
  const { run, busy, unsent, errorOf } = useChange(reload)

  async function submit(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    setTried(true)
    if (!right) return document.getElementById('mine-right')?.focus()
    const done = await run(() =>
      change(MineRightAskDocument, (data) => data.mineRightAsk, { right, text: text || null }),
    )
    if (!done) return
    setText('')
    setRight(undefined)
    setTried(false)
  }

  return (
    <section className="stack" aria-labelledby="mine-rights">
      <h2 id="mine-rights">{t('mine.rights')}</h2>
      <div>
        <Button
          icon={<DownloadIcon />}
          onClick={() =>
            void download().then(
              () => setFailed(false),
              () => setFailed(true),
            )
          }
        >
          {t('mine.download')}
        </Button>
      </div>
      {(failed || unsent) && <Banner tone="danger">{t('mine.unsent')}</Banner>}
      <p className="meta">{t('mine.rights.lead')}</p>
      {record.rights.length > 0 && (
        <ul className={styles.list}>
          {record.rights.map((asked) => (
            <Right key={asked.id} asked={asked} />
          ))}
        </ul>
      )}
      <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
        <NativeSelect
          id="mine-right"
          label={t('mine.rights.which')}
          options={dataRights.map((value) => ({ value, label: t(`mine.right.${value}`) }))}
          placeholder={t('form.choose')}
          value={right ?? ''}
          error={tried && !right ? problemText({ code: 'REQUIRED' }) : undefined}
          onChange={(event) => {
            const { value } = event.currentTarget
            setRight(dataRights.find((one) => one === value))
          }}
        />
        <TextArea
          id="mine-right-text"
          label={t('mine.rights.text')}
          optional={t('optional')}
          rows={3}
          value={text}
          error={errorOf('text')}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div>
          <Button type="submit" variant="primary" busy={busy}>
            {t('mine.rights.send')}
          </Button>
        </div>
      </form>
    </section>
  )
}

function Right({ asked }: { asked: Asked }) {
  const { right, dueAt, outcome, answer, extensionReason } = asked
  return (
    <li className={styles.look}>
      <strong>{t(`mine.right.${right}`)}</strong>
      <span>
        {outcome
          ? t(`mine.outcome.${outcome}`)
          : t('mine.rights.due', { date: formatDate(dueAt, language()) })}
      </span>
      {(answer ?? extensionReason) && <p dir="auto">{answer ?? extensionReason}</p>}
    </li>
  )
}

async function download(): Promise<void> {
  const { data } = await client.mutate({
    mutation: MineExportDocument,
    variables: { input: { clientMutationId: newId() } },
    fetchPolicy: 'no-cache',
  })
  if (!data?.mineExport.export) throw new Error('The API gave no copy')
  const file = new Blob([JSON.stringify(data.mineExport.export, null, 2)], { type: 'application/json' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = 'sila.json'
  link.click()
  URL.revokeObjectURL(link.href)
}

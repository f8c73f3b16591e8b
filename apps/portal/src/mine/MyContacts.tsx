import { Banner } from '@sila/ui/Banner'
import { Code } from '@sila/ui/Bdi'
import { Button } from '@sila/ui/Button'
import { AddIcon, TrashIcon } from '@sila/ui/icons'
import { NativeSelect } from '@sila/ui/NativeSelect'
import { Tag } from '@sila/ui/Tag'
import { useState } from 'react'
import { wordOf } from '../app/domain-words.ts'
import { t } from '../app/words.ts'
import {
  MineContactAddDocument,
  MineContactAskDocument,
  MineContactPreferDocument,
  MineContactRemoveDocument,
} from '../generated/mine/graphql.ts'
import type { ContactType, MyRecordFragment } from '../generated/mine/graphql.ts'
import { askForCode, change, prove } from './ask.ts'
import { CodeForm } from './CodeForm.tsx'
import { useChange } from './use-change.ts'
import styles from './Mine.module.css'

type Props = { record: MyRecordFragment; reload: () => Promise<void> }
const phoneWays = ['PHONE', 'WHATSAPP'] as const

/** Phones and e-mails: which is preferred, how a phone is used, and only proven ones are added. */
export function MyContacts({ record, reload }: Props) {
  const { run, unsent, problems } = useChange(reload)
  const [adding, setAdding] = useState(false)
  const prefer = (id: string, by?: ContactType) =>
    void run(() =>
      change(MineContactPreferDocument, (data) => data.mineContactPrefer, { id, by: by ?? null }),
    )
  const remove = (id: string) =>
    void run(() => change(MineContactRemoveDocument, (data) => data.mineContactRemove, { id }))

  return (
    <section className="stack" aria-labelledby="mine-contacts">
      <h2 id="mine-contacts">{t('mine.contacts')}</h2>
      <ul className={styles.list}>
        {record.contactPoints.map(({ id, type, value, preferred }) => (
          <li key={id} className={styles.contact}>
            <span className={styles.line}>
              <Code>{value}</Code>
              {preferred && <Tag tone="ok">{t('mine.contacts.preferred')}</Tag>}
              {!preferred && record.contactPoints.length > 1 && (
                <Button onClick={() => prefer(id)}>
                  {t('mine.contacts.prefer', { value: isolated(value) })}
                </Button>
              )}
            </span>
            {type !== 'EMAIL' && (
              <NativeSelect
                label={t('mine.contacts.by', { value: isolated(value) })}
                options={phoneWays.map((way) => ({ value: way, label: wordOf('contactType', way) }))}
                value={type}
                onChange={(event) =>
                  prefer(id, event.currentTarget.value === 'WHATSAPP' ? 'WHATSAPP' : 'PHONE')
                }
              />
            )}
            {record.contactPoints.length > 1 && (
              <div>
                <Button variant="ghost" icon={<TrashIcon />} onClick={() => remove(id)}>
                  {t('mine.contacts.remove', { value: isolated(value) })}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {problems.map((problem) => (
        <Banner key={problem.code} tone="danger">
          {problem.message}
        </Banner>
      ))}
      {unsent && <Banner tone="danger">{t('mine.unsent')}</Banner>}
      {adding ? (
        <CodeForm
          id="add"
          label={t('mine.contacts.add')}
          help={t('mine.contacts.add.help')}
          askLabel={t('mine.ask')}
          proveLabel={t('mine.contacts.prove')}
          ask={(address) => askForCode(MineContactAskDocument, (data) => data.mineContactAsk, address)}
          prove={async (input) => {
            const { mine, problems: found } = await prove(
              MineContactAddDocument,
              (data) => data.mineContactAdd,
              input,
            )
            if (mine) {
              await reload()
              setAdding(false)
            }
            return found
          }}
        />
      ) : (
        <div>
          <Button icon={<AddIcon />} onClick={() => setAdding(true)}>
            {t('mine.contacts.add')}
          </Button>
        </div>
      )}
    </section>
  )
}

// A number keeps its order inside a sentence of another direction.
function isolated(value: string): string {
  return `\u2066${value}\u2069`
}

import { rejectionReasons } from '@sila/domain/request'
import { Button } from '@sila/ui/Button'
import { Dialog } from '@sila/ui/Dialog'
import { NativeSelect } from '@sila/ui/NativeSelect'
import { TextArea } from '@sila/ui/TextArea'
import { TextInput } from '@sila/ui/TextInput'
import { useState } from 'react'
import { useT } from '../i18n/useT.ts'
import { word } from '../i18n/words.ts'
import type { PageAct } from './acts.ts'
import type { ActFields } from './useRequestActs.ts'
import styles from './Requests.module.css'

type Props = {
  act: PageAct
  busy: boolean
  onCancel: () => void
  onConfirm: (fields: ActFields) => Promise<{ done: boolean; problems: Record<string, string> }>
}

const needsText: readonly PageAct[] = ['reject', 'cancel', 'fulfil', 'return']
const today = (): string =>
  new Intl.DateTimeFormat('en-CA-u-ca-gregory-nu-latn', { timeZone: 'Asia/Riyadh' }).format(new Date())

/** Asks what an act needs: missing items by name, the Taysir reference and date, a reason in code and words, the deliverable. */
export function ActDialog({ act, busy, onCancel, onConfirm }: Props) {
  const { t } = useT()
  const [fields, setFields] = useState<ActFields>({
    text: '',
    items: '',
    reference: '',
    date: today(),
    code: 'NOT_ELIGIBLE',
  })
  const [problems, setProblems] = useState<Record<string, string>>({})
  const change = (part: Partial<ActFields>): void => setFields((before) => ({ ...before, ...part }))
  const error = (...names: string[]): string | undefined =>
    Object.entries(problems).find(([field]) =>
      names.some((name) => field === name || field.startsWith(`${name}.`)),
    )?.[1]

  async function confirm(): Promise<void> {
    const missing: Record<string, string> = {}
    if (needsText.includes(act) && fields.text.trim() === '') missing['text'] = t('requests.textMissing')
    if (act === 'askInfo' && fields.items.trim() === '') missing['items'] = t('requests.itemsMissing')
    if (act === 'lodge' && fields.reference.trim() === '')
      missing['externalReference'] = t('requests.referenceMissing')
    if (act === 'merge' && fields.reference.trim() === '') missing['into'] = t('requests.mergeMissing')
    setProblems(missing)
    if (Object.keys(missing).length > 0) return
    const outcome = await onConfirm(fields)
    setProblems(outcome.problems)
  }

  return (
    <Dialog
      isOpen
      onOpenChange={(open) => !open && onCancel()}
      title={t(`requestAct.${act}`)}
      closeLabel={t('app.close')}
      footer={
        <>
          <Button onClick={onCancel}>{t('app.cancel')}</Button>
          <Button
            variant={act === 'reject' || act === 'cancel' ? 'danger' : 'primary'}
            busy={busy}
            onClick={() => void confirm()}
          >
            {t(`requestAct.${act}`)}
          </Button>
        </>
      }
    >
      <div className={styles.dialog}>
        {act === 'askInfo' && (
          <TextArea
            label={t('requests.items')}
            help={t('requests.itemsHelp')}
            required
            rows={4}
            error={error('items')}
            value={fields.items}
            onChange={(event) => change({ items: event.currentTarget.value })}
          />
        )}
        {act === 'lodge' && (
          <>
            <TextInput
              label={t('requests.taysirReference')}
              required
              dir="ltr"
              error={error('externalReference')}
              value={fields.reference}
              onChange={(event) => change({ reference: event.currentTarget.value })}
            />
            <TextInput
              type="date"
              label={t('requests.lodgedAt')}
              required
              max={today()}
              error={error('lodgedAt')}
              value={fields.date}
              onChange={(event) => change({ date: event.currentTarget.value })}
            />
          </>
        )}
        {act === 'merge' && (
          <TextInput
            label={t('requests.mergeInto')}
            required
            dir="ltr"
            error={error('into')}
            value={fields.reference}
            onChange={(event) => change({ reference: event.currentTarget.value })}
          />
        )}
        {act === 'reject' && (
          <NativeSelect
            label={t('requests.reasonCode')}
            value={fields.code}
            error={error('code')}
            options={rejectionReasons.map((value) => ({ value, label: word('rejectionReason', value) }))}
            onChange={(event) => change({ code: event.currentTarget.value })}
          />
        )}
        {act !== 'lodge' && act !== 'merge' && (
          <TextArea
            label={t(`requestText.${act}`)}
            required={needsText.includes(act)}
            {...(!needsText.includes(act) && { optional: t('app.optional') })}
            rows={3}
            error={error('text', 'deliverable')}
            value={fields.text}
            onChange={(event) => change({ text: event.currentTarget.value })}
          />
        )}
      </div>
    </Dialog>
  )
}

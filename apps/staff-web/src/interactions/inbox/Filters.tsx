import { channelCodes } from '@sila/domain/channel'
import { interactionKinds, interactionStatuses } from '@sila/domain/interaction'
import { languageCodes, languageName } from '@sila/domain/language'
import { Button } from '@sila/ui/Button'
import { NativeSelect } from '@sila/ui/NativeSelect'
import { useT } from '../../i18n/useT.ts'
import { word } from '../../i18n/words.ts'
import { filterCount, sorts, viewOf, type InboxView } from './view.ts'
import styles from './Filters.module.css'

type Props = { view: InboxView; onChange: (change: Partial<InboxView>) => void }

/** Narrows and orders the list; everything lands in the address. */
export function Filters({ view, onChange }: Props) {
  const { t, language } = useT()
  const any = { value: '', label: t('filter.any') }
  // What comes out of a select is read as an address is read: only known keys survive.
  const set = (key: keyof InboxView, value: string): void =>
    onChange({ [key]: value === '' ? undefined : viewOf(new URLSearchParams({ [key]: value }))[key] })
  return (
    <div className={styles.filters}>
      <NativeSelect
        label={t('filter.sort')}
        value={view.sort}
        options={sorts.map((value) => ({ value, label: t(`inbox.sort.${value}`) }))}
        onChange={(event) => set('sort', event.currentTarget.value)}
      />
      <NativeSelect
        label={t('filter.kind')}
        value={view.kind ?? ''}
        options={[
          any,
          ...interactionKinds.map((value) => ({ value, label: word('interactionKind', value) })),
        ]}
        onChange={(event) => set('kind', event.currentTarget.value)}
      />
      <NativeSelect
        label={t('filter.status')}
        value={view.status ?? ''}
        options={[
          any,
          ...Object.keys(interactionStatuses).map((value) => ({
            value,
            label: word('interactionStatus', value),
          })),
        ]}
        onChange={(event) => set('status', event.currentTarget.value)}
      />
      <NativeSelect
        label={t('filter.channel')}
        value={view.channel ?? ''}
        options={[any, ...channelCodes.map((value) => ({ value, label: word('channel', value) }))]}
        onChange={(event) => set('channel', event.currentTarget.value)}
      />
      <NativeSelect
        label={t('filter.language')}
        value={view.language ?? ''}
        options={[any, ...languageCodes.map((value) => ({ value, label: languageName(value, language) }))]}
        onChange={(event) => set('language', event.currentTarget.value)}
      />
      {filterCount(view) > 0 && (
        <Button
          variant="ghost"
          size="small"
          className={styles.clear}
          onClick={() =>
            onChange({ kind: undefined, status: undefined, channel: undefined, language: undefined })
          }
        >
          {t('filter.clear')}
        </Button>
      )}
    </div>
  )
}

import { useQuery } from '@apollo/client/react'
import { formatNumber } from '@sila/ui/format'
import { IconButton } from '@sila/ui/IconButton'
import { SlidersIcon } from '@sila/ui/icons'
import { TabBar } from '@sila/ui/TabBar'
import { useState } from 'react'
import { InboxTotalsDocument, type InboxFolder } from '../../generated/graphql.ts'
import { useT } from '../../i18n/useT.ts'
import { Filters } from './Filters.tsx'
import { filterCount, folders, type InboxView } from './view.ts'
import styles from './ListHead.module.css'

const tabs = ['MINE', 'UNASSIGNED', 'ALL'] as const satisfies readonly InboxFolder[]
const countKey = { MINE: 'mine', UNASSIGNED: 'unassigned', ALL: 'all' } as const

type Props = { view: InboxView; onChange: (change: Partial<InboxView>) => void }

/** Title, folders with their live counts, filters. */
export function ListHead({ view, onChange }: Props) {
  const { t, language } = useT()
  const [open, setOpen] = useState(false)
  const { data } = useQuery(InboxTotalsDocument)
  const filters = filterCount(view)
  const saved = !tabs.some((tab) => tab === view.folder)
  return (
    <header className={styles.head}>
      <div className={styles.line}>
        <h2 className={styles.title}>{saved ? t(`inbox.folder.${view.folder}`) : t('nav.inbox')}</h2>
        <IconButton
          label={t('inbox.filters')}
          icon={<SlidersIcon size={18} />}
          pressed={open}
          onClick={() => setOpen(!open)}
          {...(filters > 0 && { count: formatNumber(filters, language) })}
        />
      </div>
      {view.search !== undefined && (
        <p className={styles.search}>
          <span>{t('inbox.searching', { text: view.search })}</span>
          <button type="button" onClick={() => onChange({ search: undefined })}>
            {t('filter.clear')}
          </button>
        </p>
      )}
      <TabBar
        label={t('inbox.folders')}
        selected={view.folder}
        onSelect={(id) => onChange({ folder: folders.find((folder) => folder === id) ?? 'ALL' })}
        items={tabs.map((tab) => ({
          id: tab,
          label: t(`inbox.folder.${tab}`),
          ...(data && { count: formatNumber(data.inboxCounts[countKey[tab]], language) }),
        }))}
      />
      {open && <Filters view={view} onChange={onChange} />}
    </header>
  )
}

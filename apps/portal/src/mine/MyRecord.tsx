import { Code } from '@sila/ui/Bdi'
import { Button } from '@sila/ui/Button'
import { SignOutIcon } from '@sila/ui/icons'
import { t } from '../app/words.ts'
import { MyConsents } from './MyConsents.tsx'
import { MyContacts } from './MyContacts.tsx'
import { MyData } from './MyData.tsx'
import { MyLooks } from './MyLooks.tsx'
import { MyMatters } from './MyMatters.tsx'
import { MyPapers } from './MyPapers.tsx'
import { MyRights } from './MyRights.tsx'
import type { MineState } from './use-mine.ts'

type Props = Extract<MineState, { state: 'known' }> & {
  reload: () => Promise<void>
  leave: (everywhere: boolean) => Promise<void>
}

/** The person's own page: what they brought first, then everything that is held about them and what they may do with it. */
export function MyRecord({ record, lists, reload, leave }: Props) {
  return (
    <div className="page">
      <header>
        <h1 tabIndex={-1}>{record.name ? t('mine.hello', { name: record.name }) : t('mine.title')}</h1>
        <p className="meta">
          {t('mine.number', { number: '' })}
          <Code>{record.number}</Code>
        </p>
        <p className="meta">{t('mine.shared')}</p>
        <div className="row">
          <Button icon={<SignOutIcon />} onClick={() => void leave(false)}>
            {t('mine.leave')}
          </Button>
          <Button variant="ghost" onClick={() => void leave(true)}>
            {t('mine.leave.everywhere')}
          </Button>
        </div>
      </header>
      <MyMatters first={lists.matters} />
      <MyData record={record} reload={reload} />
      <MyContacts record={record} reload={reload} />
      <MyConsents record={record} reload={reload} />
      <MyPapers papers={lists.papers} />
      <MyLooks looks={lists.looks.nodes} />
      <MyRights record={record} reload={reload} />
    </div>
  )
}

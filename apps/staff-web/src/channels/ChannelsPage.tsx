import { useQuery } from '@apollo/client/react'
import { Bdi, Code } from '@sila/ui/Bdi'
import { Button } from '@sila/ui/Button'
import { formatNumber, formatWhen } from '@sila/ui/format'
import { Table } from '@sila/ui/Table'
import { Tag } from '@sila/ui/Tag'
import { VisuallyHidden } from '@sila/ui/VisuallyHidden'
import { useState } from 'react'
import { ChannelsDocument, type ChannelRowFragment, type ChannelState } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { word } from '../i18n/words.ts'
import { useSession } from '../session/Session.tsx'
import { channelIcon } from '../shared/channelIcon.tsx'
import { PageHead } from '../shared/PageHead.tsx'
import { PageState } from '../shared/PageState.tsx'
import { useNow } from '../shared/useNow.ts'
import { ChannelDialog } from './ChannelDialog.tsx'
import { hoursText } from './hours.ts'
import styles from './Channels.module.css'

const tone = { OPEN: 'ok', PAUSED: 'warn', CLOSED: 'neutral' } as const satisfies Record<ChannelState, string>

/** The seven ways in and out that the policy names, each with its account, its hours and whether it is open. */
export function ChannelsPage() {
  const { t, language } = useT()
  const { may } = useSession()
  const now = useNow()
  const { data, error, refetch } = useQuery(ChannelsDocument, { fetchPolicy: 'cache-and-network' })
  const [editing, setEditing] = useState<ChannelRowFragment>()
  const mayEdit = may('channel.edit')
  return (
    <div className="page">
      <PageHead title={t('nav.channels')} text={t(mayEdit ? 'channels.about' : 'channels.aboutRead')} />
      {!data ? (
        <PageState failed={error !== undefined} onRetry={() => void refetch()} rows={7} />
      ) : (
        <Table<ChannelRowFragment>
          caption={t('nav.channels')}
          rows={data.channels}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'channel',
              head: t('filter.channel'),
              cell: ({ code, clause }) => (
                <span className={styles.channel}>
                  {channelIcon(code, 20)}
                  <span>{word('channel', code)}</span>
                  <Code className={styles.meta}>{clause}</Code>
                </span>
              ),
            },
            { key: 'account', head: t('channels.account'), cell: ({ account }) => <Bdi>{account}</Bdi> },
            {
              key: 'hours',
              head: t('channels.hours'),
              cell: ({ hours }) => (
                <ul className={styles.hours}>
                  {hoursText(hours, language, t).map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              ),
            },
            {
              key: 'state',
              head: t('filter.status'),
              cell: ({ state }) => <Tag tone={tone[state]}>{word('channelState', state)}</Tag>,
            },
            {
              key: 'today',
              head: t('channels.today'),
              align: 'end',
              cell: ({ receivedToday }) => formatNumber(receivedToday, language),
            },
            {
              key: 'last',
              head: t('channels.last'),
              align: 'end',
              cell: ({ lastReceivedAt }) =>
                lastReceivedAt === null ? t('channels.never') : formatWhen(lastReceivedAt, now, language),
            },
            ...(mayEdit
              ? [
                  {
                    key: 'edit',
                    head: <VisuallyHidden>{t('channels.edit')}</VisuallyHidden>,
                    align: 'end' as const,
                    cell: (row: ChannelRowFragment) => (
                      <Button
                        size="small"
                        onClick={() => setEditing(row)}
                        aria-label={t('channels.editNamed', { name: word('channel', row.code) })}
                      >
                        {t('channels.edit')}
                      </Button>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {editing && <ChannelDialog channel={editing} onClose={() => setEditing(undefined)} />}
    </div>
  )
}

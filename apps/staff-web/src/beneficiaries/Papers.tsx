import { Bdi } from '@sila/ui/Bdi'
import { Button } from '@sila/ui/Button'
import { Card } from '@sila/ui/Card'
import { formatDate } from '@sila/ui/format'
import { Tag } from '@sila/ui/Tag'
import { useState } from 'react'
import type { PapersFragment } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { word } from '../i18n/words.ts'
import { useSession } from '../session/Session.tsx'
import { SeePaperDialog } from './SeePaperDialog.tsx'
import { UnseePaperDialog } from './UnseePaperDialog.tsx'
import styles from './Beneficiaries.module.css'

type Paper = PapersFragment['papers'][number]

/** Official papers that somebody of us saw and verified: which, when and by whom, and never a copy. */
export function Papers({ id, papers }: { id: string; papers: readonly Paper[] }) {
  const { t } = useT()
  const { may } = useSession()
  const [seeing, setSeeing] = useState(false)
  const [unseeing, setUnseeing] = useState<Paper>()
  return (
    <Card>
      <h2 className={styles.heading}>{t('paper.title')}</h2>
      <p className={styles.note}>{t('paper.help')}</p>
      {papers.length > 0 && (
        <ul className={styles.consents}>
          {papers.map((paper) => (
            <Line
              key={paper.id}
              paper={paper}
              {...(may('beneficiary.edit') && { onUnsee: () => setUnseeing(paper) })}
            />
          ))}
        </ul>
      )}
      {may('beneficiary.edit') && <Button onClick={() => setSeeing(true)}>{t('paper.see')}</Button>}
      {seeing && <SeePaperDialog beneficiaryId={id} onClose={() => setSeeing(false)} />}
      {unseeing && <UnseePaperDialog id={unseeing.id} onClose={() => setUnseeing(undefined)} />}
    </Card>
  )
}

function Line({ paper, onUnsee }: { paper: Paper; onUnsee?: () => void }) {
  const { t, language } = useT()
  const { seenAt, seenBy, expiresOn, unseenAt, unseenReason } = paper
  const today = new Date().toISOString().slice(0, 10)
  const over = expiresOn !== null && expiresOn < today
  const dateOf = (moment: string) => formatDate(moment, language, { calendar: 'hijri' })
  return (
    <li className={styles.consent}>
      <span className={styles.words}>
        <span>{word('paper', paper.paper)}</span>
        <span className={styles.meta}>
          {t('paper.seenOn', { date: dateOf(seenAt) })}
          {seenBy && (
            <>
              {' · '}
              <Bdi>{seenBy.name}</Bdi>
            </>
          )}
        </span>
        {expiresOn && (
          <span className={styles.meta}>
            {t('paper.until', { date: formatDate(`${expiresOn}T12:00:00Z`, language) })}
          </span>
        )}
        {unseenAt && (
          <span className={styles.meta}>
            {t('paper.unseenOn', { date: dateOf(unseenAt) })} <Bdi>{unseenReason}</Bdi>
          </span>
        )}
      </span>
      <Tag tone={unseenAt ? 'neutral' : over ? 'warn' : 'ok'}>
        {t(unseenAt ? 'paper.state.unseen' : over ? 'paper.state.over' : 'paper.state.seen')}
      </Tag>
      {onUnsee && !unseenAt && (
        <Button size="small" onClick={onUnsee}>
          {t('paper.unsee')}
        </Button>
      )}
    </li>
  )
}

import { Code } from '@sila/ui/Bdi'
import { Button } from '@sila/ui/Button'
import { formatDate } from '@sila/ui/format'
import { Tag } from '@sila/ui/Tag'
import { mineWord } from '@sila/domain/code'
import { useState } from 'react'
import { client } from '../app/client.ts'
import { wordOf } from '../app/domain-words.ts'
import { language } from '../app/language.ts'
import { pathOf } from '../app/routes.ts'
import { t } from '../app/words.ts'
import { readFragment } from '../generated/mine/fragment-masking.ts'
import type { FragmentType } from '../generated/mine/fragment-masking.ts'
import { MineDocument, MyMattersFragmentDoc } from '../generated/mine/graphql.ts'
import type { MyMattersFragment } from '../generated/mine/graphql.ts'
import styles from './Mine.module.css'

type Matter = MyMattersFragment['nodes'][number]

/** Everything that the person brought, newest activity first; each opens without its secret. */
export function MyMatters({ first }: { first: FragmentType<typeof MyMattersFragmentDoc> }) {
  const [pages, setPages] = useState([readFragment(MyMattersFragmentDoc, first)])
  const last = pages.at(-1)?.pageInfo
  const matters = pages.flatMap(({ nodes }) => nodes)

  async function more(after: string): Promise<void> {
    const { data } = await client.query({
      query: MineDocument,
      variables: { language: language(), after },
      fetchPolicy: 'no-cache',
    })
    const page = readFragment(MyMattersFragmentDoc, data?.mine?.matters)
    if (page) setPages((before) => [...before, page])
  }

  return (
    <section className="stack" aria-labelledby="mine-matters">
      <h2 id="mine-matters">{t('mine.matters')}</h2>
      {matters.length === 0 && <p className="meta">{t('mine.matters.none')}</p>}
      <ul className={styles.list}>
        {matters.map((matter) => (
          <li key={matter.reference}>
            <a
              className={styles.matter}
              href={`${pathOf(language(), 'track', { reference: matter.reference })}#${mineWord}`}
            >
              <span className={styles.line}>
                <strong>{matter.service?.name ?? wordOf('interactionKind', matter.kind ?? '')}</strong>
                <Tag tone={matter.open ? 'info' : 'neutral'}>{statusOf(matter)}</Tag>
              </span>
              {matter.subject && (
                <span className={styles.subject} dir="auto" lang={matter.language}>
                  {matter.subject}
                </span>
              )}
              <span className="meta">
                <Code>{matter.reference}</Code> · {formatDate(matter.receivedAt, language())}
              </span>
            </a>
          </li>
        ))}
      </ul>
      {last?.hasNextPage && last.endCursor && (
        <div>
          <Button onClick={() => void more(last.endCursor ?? '')}>{t('mine.more')}</Button>
        </div>
      )}
    </section>
  )
}

function statusOf({ interactionStatus, requestStatus }: Matter): string {
  if (requestStatus) return wordOf('requestStatus', requestStatus)
  // Said to the beneficiary, not about them.
  if (interactionStatus === 'WAITING') return t('track.waiting')
  return wordOf('interactionStatus', interactionStatus ?? '')
}

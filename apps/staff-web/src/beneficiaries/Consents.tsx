import { useMutation } from '@apollo/client/react'
import { Button } from '@sila/ui/Button'
import { formatDate } from '@sila/ui/format'
import { Tag } from '@sila/ui/Tag'
import { SetConsentDocument, type ConsentLineFragment, type ConsentPurpose } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { word } from '../i18n/words.ts'
import { useSession } from '../session/Session.tsx'
import { newId } from '../shared/newId.ts'
import { say } from '../shared/say.ts'
import styles from './Beneficiaries.module.css'

const purposes = ['SERVICE', 'AWARENESS', 'SURVEY'] as const satisfies readonly ConsentPurpose[]

/** What a person agreed to be told: taking back is as easy as giving, and both stay on record. */
export function Consents({ id, consents }: { id: string; consents: readonly ConsentLineFragment[] }) {
  const { t, language } = useT()
  const { may } = useSession()
  const [setConsent, { loading }] = useMutation(SetConsentDocument)

  async function change(purpose: ConsentPurpose, given: boolean): Promise<void> {
    try {
      const { data } = await setConsent({
        variables: { id, input: { clientMutationId: newId(), purpose, given } },
      })
      const problems = data?.consentSet.problems ?? []
      if (problems.length > 0)
        return say(t, problems.map(({ message }) => message).join(' '), { tone: 'danger' })
      say(t, t(given ? 'consent.given' : 'consent.withdrawn'), { undo: () => void change(purpose, !given) })
    } catch {
      say(t, t('act.failed'), { tone: 'danger' })
    }
  }

  return (
    <ul className={styles.consents}>
      {purposes.map((purpose) => {
        const now = consents.find((line) => line.purpose === purpose && line.withdrawnAt === null)
        const last = consents
          .filter((line) => line.purpose === purpose)
          .toSorted((a, b) => b.givenAt.localeCompare(a.givenAt))[0]
        return (
          <li key={purpose} className={styles.consent}>
            <span className={styles.words}>
              <span>{word('consentPurpose', purpose)}</span>
              <span className={styles.meta}>
                {now
                  ? t('consent.since', { date: formatDate(now.givenAt, language, { calendar: 'hijri' }) })
                  : last?.withdrawnAt
                    ? t('consent.until', {
                        date: formatDate(last.withdrawnAt, language, { calendar: 'hijri' }),
                      })
                    : t('consent.never')}
              </span>
            </span>
            <Tag tone={now ? 'ok' : 'neutral'}>{t(now ? 'consent.yes' : 'consent.no')}</Tag>
            {may('beneficiary.edit') && (
              <Button size="small" busy={loading} onClick={() => void change(purpose, !now)}>
                {t(now ? 'consent.withdraw' : 'consent.give')}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

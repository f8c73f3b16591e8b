import { Banner } from '@sila/ui/Banner'
import { Checkbox } from '@sila/ui/Checkbox'
import { wordOf } from '../app/domain-words.ts'
import { t } from '../app/words.ts'
import { MineConsentDocument } from '../generated/mine/graphql.ts'
import type { MyRecordFragment } from '../generated/mine/graphql.ts'
import { change } from './ask.ts'
import { useChange } from './use-change.ts'
import styles from './Mine.module.css'

type Props = { record: MyRecordFragment; reload: () => Promise<void> }
type One = MyRecordFragment['consents'][number]

/** What the person allows: one tick gives, the same tick takes back (PDPL: as easy to withdraw as to give). */
export function MyConsents({ record, reload }: Props) {
  const { run, busy, unsent } = useChange(reload)
  const reachable = new Set<string>(record.contactPoints.map(({ type }) => type))
  // What was allowed stays visible, even if the way is gone.
  const shown = record.consents.filter(
    ({ channel, given, purpose }) => reachable.has(channel) || (given && purpose === 'AWARENESS'),
  )
  const purposes = [...new Set(shown.map(({ purpose }) => purpose))]
  const set = ({ purpose, channel }: One, given: boolean) =>
    void run(() => change(MineConsentDocument, (data) => data.mineConsent, { purpose, channel, given }))

  return (
    <section className="stack" aria-labelledby="mine-consents">
      <h2 id="mine-consents">{t('mine.consents')}</h2>
      <p className="meta">{t('mine.consents.lead')}</p>
      {purposes.map((purpose) => (
        <fieldset key={purpose} className={styles.purpose} aria-busy={busy}>
          <legend>{wordOf('consentPurpose', purpose)}</legend>
          {shown
            .filter((one) => one.purpose === purpose)
            .map((one) => (
              <Checkbox
                key={one.channel}
                id={`consent-${purpose}-${one.channel}`}
                label={wordOf('contactType', one.channel)}
                checked={one.given}
                onChange={(event) => set(one, event.currentTarget.checked)}
              />
            ))}
        </fieldset>
      ))}
      {unsent && <Banner tone="danger">{t('mine.unsent')}</Banner>}
    </section>
  )
}

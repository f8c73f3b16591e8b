import { formatList, isolate } from '@sila/ui/format'
import type { Sensitivity } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import styles from './Circle.module.css'
import { LockTag } from './LockTag.tsx'

type Named = { id: string; name: string }
type Props = { sensitivity: Sensitivity | null; circle: readonly Named[]; aboutStaff: Named | null }

/** In the head of a matter: why only some may know of it, who they are, and of whom it complains. */
export function CircleLine({ sensitivity, circle, aboutStaff }: Props) {
  const { t, language } = useT()
  if (sensitivity === null) return null
  const names = formatList(
    circle.map(({ name }) => isolate(name)),
    language,
  )
  return (
    <span className={styles.line}>
      <LockTag sensitivity={sensitivity} />
      <span>
        {circle.length > 0 ? t('circle.know', { names }) : t('circle.knowOwner')}
        {aboutStaff && ` · ${t('circle.complainsOf', { name: isolate(aboutStaff.name) })}`}
      </span>
    </span>
  )
}

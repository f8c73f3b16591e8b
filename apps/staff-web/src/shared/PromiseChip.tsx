import { Chip } from '@sila/ui/Chip'
import type { DueClockFragment } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { dueText, dueTone, stateOf } from './due.ts'
import { useNow } from './useNow.ts'

/** The one coloured sign of a row: how long until the association has to keep its word. */
export function PromiseChip({ due }: { due: DueClockFragment }) {
  const { t, language } = useT()
  const now = useNow()
  return <Chip tone={dueTone[stateOf(due, now)]}>{dueText(due, now, t, language)}</Chip>
}

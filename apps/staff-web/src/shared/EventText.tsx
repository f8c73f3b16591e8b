import { useLingui } from '@lingui/react'
import type { ThreadEntryFragment } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { word } from '../i18n/words.ts'

/** What happened, as a sentence; an event that this build does not know is still told, plainly. */
export function EventText({
  entry,
  subject = 'interaction',
}: {
  entry: ThreadEntryFragment
  subject?: 'interaction' | 'request'
}) {
  const { i18n } = useLingui()
  const { t, language } = useT()
  const by = entry.author?.name ?? ''
  const to =
    detailText(entry.detail, 'assignee') ??
    teamName(entry.detail, language) ??
    detailText(entry.detail, 'into') ??
    ''
  const told = (entry.event ?? '').replace(/^(interaction|request)\./u, '')
  const name = told === 'assigned' && subject === 'interaction' && to !== '' && to === by ? 'taken' : told
  const id = `event.${subject}.${name}`
  const known = Object.hasOwn(i18n.messages, id)
  const status = detailText(entry.detail, 'to')
  const words =
    status === undefined ? '' : word(subject === 'request' ? 'requestStatus' : 'interactionStatus', status)
  const said = known ? t(id, { by, to }) : [t('event.other'), words || name].filter(Boolean).join(': ')
  const reason = detailText(entry.detail, 'reason') ?? detailText(entry.detail, 'text')
  return (
    <>
      {said}
      {by !== '' && !said.includes(by) && ` · ${by}`}
      {reason !== undefined && (
        <>
          {' · '}
          <bdi dir="auto">{reason}</bdi>
        </>
      )}
    </>
  )
}

function detailText(detail: unknown, key: string): string | undefined {
  if (typeof detail !== 'object' || detail === null) return undefined
  const value: unknown = Object.getOwnPropertyDescriptor(detail, key)?.value
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** A team's name comes in every language that it has. */
function teamName(detail: unknown, language: string): string | undefined {
  if (typeof detail !== 'object' || detail === null || !('team' in detail)) return undefined
  return detailText(detail.team, language) ?? detailText(detail.team, 'ar')
}

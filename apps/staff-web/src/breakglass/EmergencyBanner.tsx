import { useApolloClient, useMutation, useQuery } from '@apollo/client/react'
import { Banner } from '@sila/ui/Banner'
import { Code } from '@sila/ui/Bdi'
import { Button } from '@sila/ui/Button'
import { AlarmIcon } from '@sila/ui/icons'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { takeAway } from '../circle/sight.ts'
import { EndEmergencyDocument, MyOpeningsDocument, type MyOpeningsQuery } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'
import { sessionEnded } from '../session/ended.ts'
import { say } from '../shared/say.ts'
import { useAct } from '../shared/useAct.ts'
import { useNow } from '../shared/useNow.ts'
import styles from './Emergency.module.css'

type Opening = MyOpeningsQuery['breakGlassOpenings'][number]

/** What lies open to me in an emergency, for how long yet; what shuts is taken from the screen. */
export function EmergencyBanner() {
  const client = useApolloClient()
  const { data, refetch } = useQuery(MyOpeningsDocument, { fetchPolicy: 'cache-and-network' })
  const openings = data?.breakGlassOpenings
  const before = useRef<readonly Opening[]>([])

  useEffect(() => {
    if (!openings) return
    for (const { id, matterId } of before.current)
      if (!openings.some((one) => one.id === id)) takeAway(client, matterId)
    before.current = openings
  }, [openings, client])

  // The server cuts the line when an opening ends, whoever ended it.
  useEffect(() => sessionEnded.subscribe(() => void refetch()), [refetch])
  const first = Math.min(...(openings ?? []).map(({ until }) => Date.parse(until)))
  useEffect(() => {
    if (!Number.isFinite(first)) return undefined
    const timer = setTimeout(() => void refetch(), Math.max(0, first - Date.now()) + 300)
    return () => clearTimeout(timer)
  }, [first, refetch])

  return (openings ?? []).map((opening, place) => (
    <Open key={opening.id} opening={opening} reminds={place === 0} onEnded={() => void refetch()} />
  ))
}

type OpenProps = {
  opening: Opening
  /** That looks are known and noted is said once, however many are open. */
  reminds: boolean
  onEnded: () => void
}

function Open({ opening, reminds, onEnded }: OpenProps) {
  const { t } = useT()
  const now = useNow()
  const { act, busy } = useAct()
  const [end] = useMutation(EndEmergencyDocument)
  const { id, matterType, matterId, reference, until } = opening
  const count = Math.max(1, Math.round((Date.parse(until) - now) / 60_000))

  async function shut(): Promise<void> {
    const done = await act({ id }, async (clientMutationId) => {
      const { data } = await end({ variables: { id, input: { clientMutationId } } })
      return data?.breakGlassEnd.problems
    })
    say(t, t(done ? 'emergency.shut' : 'act.failed'), { tone: done ? 'ok' : 'danger' })
    onEnded()
  }

  return (
    <Banner
      tone="danger"
      icon={<AlarmIcon size={18} />}
      action={
        <Button size="small" busy={busy} onClick={() => void shut()}>
          {t('emergency.shutNow')}
        </Button>
      }
    >
      <Link className={styles.link} to={`/${matterType === 'REQUEST' ? 'requests' : 'inbox'}/${matterId}`}>
        <Code>{reference}</Code>
      </Link>{' '}
      {t('emergency.left', { count })}{' '}
      {reminds && <span className={styles.watched}>{t('emergency.watched')}</span>}
    </Banner>
  )
}

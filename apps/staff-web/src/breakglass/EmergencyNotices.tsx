import { useQuery, useSubscription } from '@apollo/client/react'
import { Banner } from '@sila/ui/Banner'
import { Bdi, Code } from '@sila/ui/Bdi'
import { Button } from '@sila/ui/Button'
import { IconButton } from '@sila/ui/IconButton'
import { AlarmIcon, CloseIcon } from '@sila/ui/icons'
import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { EmergencyFeedDocument, EmergencyUsesDocument } from '../generated/graphql.ts'
import { useT } from '../i18n/useT.ts'

/** Tells the privacy officer in whichever room what was opened in an emergency; it stands there until it was looked at. */
export function EmergencyNotices() {
  const { t } = useT()
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const { data, refetch } = useQuery(EmergencyUsesDocument)
  const [arrived, setArrived] = useState<readonly string[]>([])
  const [seen, setSeen] = useState<readonly string[]>([])
  useSubscription(EmergencyFeedDocument, {
    onData: ({ data: { data: item } }) => {
      const { use, reset } = item?.breakGlassFeed ?? {}
      if (use || reset) void refetch()
      // What is shut again before anybody came to the screen is told all the same.
      if (use) setArrived((before) => [...before, use.id])
    },
  })
  const told = (data?.breakGlassUses.nodes ?? []).filter(
    ({ id, open }) => (open || arrived.includes(id)) && !seen.includes(id),
  )
  const here = pathname === '/privacy' && new URLSearchParams(search).get('part') === 'emergencies'
  if (here && told.length > 0) setSeen([...seen, ...told.map(({ id }) => id)])

  const [first, ...others] = told
  if (here || !first) return null
  return (
    <Banner
      tone="danger"
      icon={<AlarmIcon size={18} />}
      action={
        <>
          <Button size="small" onClick={() => void navigate('/privacy?part=emergencies')}>
            {t('emergency.see')}
          </Button>
          <IconButton
            size="small"
            label={t('app.dismiss')}
            icon={<CloseIcon size={16} />}
            onClick={() => setSeen([...seen, ...told.map(({ id }) => id)])}
          />
        </>
      }
    >
      <strong>{t('emergency.one')}</strong> <Bdi>{first.staff.name}</Bdi> · <Code>{first.reference}</Code>
      {others.length > 0 && ` · ${t('emergency.others', { count: others.length })}`}
    </Banner>
  )
}

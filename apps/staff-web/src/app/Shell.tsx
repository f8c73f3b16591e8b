import { Banner } from '@sila/ui/Banner'
import { SkipLink } from '@sila/ui/VisuallyHidden'
import { ToastRegion } from '@sila/ui/Toast'
import { lazy, Suspense, useState } from 'react'
import { Outlet, useNavigate, useNavigation } from 'react-router'
import { useOnline } from '../api/online.ts'
import { useT } from '../i18n/useT.ts'
import { useInboxFeed } from '../interactions/feed.ts'
import { useShortcuts } from '../keyboard/useShortcuts.ts'
import { useSession } from '../session/Session.tsx'
import type { Layers } from './layers.ts'
import { Nav } from './Nav.tsx'
import { Room } from './Room.tsx'
import { RouteWaiting } from './RouteWaiting.tsx'
import styles from './Shell.module.css'

const Palette = lazy(async () => ({ default: (await import('./Palette.tsx')).Palette }))
const MoreRooms = lazy(async () => ({ default: (await import('./MoreRooms.tsx')).MoreRooms }))
const HelpSheet = lazy(async () => ({ default: (await import('./HelpSheet.tsx')).HelpSheet }))
const EmergencyLine = lazy(async () => ({
  default: (await import('../breakglass/EmergencyLine.tsx')).EmergencyLine,
}))
const EmergencyDialog = lazy(async () => ({
  default: (await import('../breakglass/EmergencyDialog.tsx')).EmergencyDialog,
}))
const RecordDialog = lazy(async () => ({
  default: (await import('../interactions/record/RecordDialog.tsx')).RecordDialog,
}))

type Layer = 'palette' | 'help' | 'record' | 'more' | { emergency: string }

/** What stands around every room: the ways to other rooms, the live line, keys, layers. */
export function Shell() {
  const { t } = useT()
  const { may, masked } = useSession()
  const online = useOnline()
  const navigate = useNavigate()
  const { state } = useNavigation()
  const [layer, setLayer] = useState<Layer>()
  // Who reads masked follows nothing live.
  useInboxFeed(masked || !may('interaction.read'))

  const record = (): void => {
    if (may('interaction.record')) setLayer('record')
  }
  const emergency = may('breakglass.use')
    ? (reference = ''): void => setLayer({ emergency: reference })
    : undefined
  useShortcuts({
    palette: () => setLayer('palette'),
    search: () => setLayer('palette'),
    help: () => setLayer('help'),
    record,
    create: record,
    goInbox: () => void navigate('/inbox'),
    goRequests: () => void navigate('/requests'),
    goBeneficiaries: () => void navigate('/beneficiaries'),
    goReports: () => void navigate('/reports'),
    goSurveys: () => void navigate('/surveys'),
  })
  const close = (open: boolean): void => {
    if (!open) setLayer(undefined)
  }

  return (
    <div className={styles.shell}>
      <SkipLink href="#content">{t('app.skip')}</SkipLink>
      <Nav
        onSearch={() => setLayer('palette')}
        onRecord={record}
        onHelp={() => setLayer('help')}
        onMore={() => setLayer('more')}
        moreShown={layer === 'more'}
      />
      <main id="content" className={styles.room} tabIndex={-1} aria-busy={state !== 'idle'}>
        <div className={styles.lines}>
          <Suspense>
            <EmergencyLine />
          </Suspense>
          {!online && <Banner tone="warn">{t('app.offline')}</Banner>}
          {masked && <Banner tone="info">{t('app.masked')}</Banner>}
        </div>
        <div className={styles.content}>
          <Suspense fallback={<RouteWaiting />}>
            <Room>
              <Outlet context={{ record, emergency } satisfies Layers} />
            </Room>
          </Suspense>
        </div>
      </main>
      <Suspense>
        {layer === 'palette' && (
          <Palette
            onOpenChange={(open) => !open && setLayer((now) => (now === 'palette' ? undefined : now))}
            onRecord={record}
            onHelp={() => setLayer('help')}
            onEmergency={emergency}
          />
        )}
        {typeof layer === 'object' && (
          <EmergencyDialog reference={layer.emergency} onClose={() => setLayer(undefined)} />
        )}
        {layer === 'more' && <MoreRooms onClose={() => setLayer(undefined)} />}
        {layer === 'help' && <HelpSheet onOpenChange={close} />}
        {layer === 'record' && <RecordDialog onOpenChange={close} />}
      </Suspense>
      <ToastRegion label={t('app.notices')} />
    </div>
  )
}

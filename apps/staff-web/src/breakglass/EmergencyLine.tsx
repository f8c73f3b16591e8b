import { useSession } from '../session/Session.tsx'
import { EmergencyBanner } from './EmergencyBanner.tsx'
import { EmergencyNotices } from './EmergencyNotices.tsx'

/** What the shell shows of emergencies: one's own that run, and to the privacy officer those of others as they begin. */
export function EmergencyLine() {
  const { may } = useSession()
  return (
    <>
      {may('breakglass.use') && <EmergencyBanner />}
      {may('privacy.read') && <EmergencyNotices />}
    </>
  )
}

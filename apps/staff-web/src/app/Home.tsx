import { Navigate } from 'react-router'
import { useSession } from '../session/Session.tsx'
import { rooms } from './nav.ts'

/** Leads everybody to the first room that they may enter: officers to the inbox, others past it. */
export function Home() {
  const { may } = useSession()
  const first = rooms.find(({ permission }) => may(permission))
  return <Navigate to={first?.to ?? '/account'} replace />
}

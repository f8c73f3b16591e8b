import { EmptyState } from '@sila/ui/EmptyState'
import type { ReactNode } from 'react'
import { Link, useLocation } from 'react-router'
import { useT } from '../i18n/useT.ts'
import { useSession } from '../session/Session.tsx'
import { rooms } from './nav.ts'

/** A room for whoever may enter it. Somebody else who came by its address is told so, instead of shown an empty one. */
export function Room({ children }: { children: ReactNode }) {
  const { t } = useT()
  const { may } = useSession()
  const { pathname } = useLocation()
  const room = rooms.find(({ to }) => pathname === to || pathname.startsWith(`${to}/`))
  if (!room || may(room.permission)) return children
  return (
    <div className="page">
      <EmptyState heading text={t('app.notYours')} action={<Link to="/">{t('app.toMine')}</Link>} />
    </div>
  )
}

import { createContext, use, type ReactNode } from 'react'
import type { MeQuery } from '../generated/graphql.ts'

type Me = NonNullable<MeQuery['me']>
type Session = {
  me: Me['staff']
  permissions: readonly string[]
  /** Whether everything personal comes blanked: nothing is searched by words, followed live or done. */
  masked: boolean
  association: MeQuery['association']
}

const SessionContext = createContext<Session | undefined>(undefined)

/** Says to every screen who is signed in. */
export function SessionProvider({
  me,
  association,
  children,
}: {
  me: Me
  association: MeQuery['association']
  children: ReactNode
}) {
  return (
    <SessionContext value={{ me: me.staff, permissions: me.permissions, masked: me.masked, association }}>
      {children}
    </SessionContext>
  )
}

/** Who is signed in, and what they may do; the server asks again, screens only hide. */
export function useSession(): Session & { may(permission: string): boolean } {
  const session = use(SessionContext)
  if (session === undefined) throw new Error('useSession belongs inside <SessionProvider>')
  return { ...session, may: (permission) => session.permissions.includes(permission) }
}

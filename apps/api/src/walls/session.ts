import type { Scope } from '@sila/domain/permission'

/** What is asked by a program's key changes nothing: the database refuses whatever would write. */
type Reading = { readsOnly?: boolean | undefined }

/** As whom the database is spoken to. Without one it shows nothing. */
export type Session =
  /** The house itself: feed, jobs, directory, sign-in. */
  | ({ actor: 'SYSTEM' } & Reading)
  /** A member of staff: what may be done, and how far it reaches. */
  | ({
      actor: 'STAFF'
      staffId: string
      scope: Scope
      /** The teams inside the scope. */
      teamIds: readonly string[]
      permissions: readonly string[]
      /** The matter that this act was let to. */
      matterId?: string | undefined
    } & Reading)
  /** A member of staff for whom everything personal is blanked: the views answer, the tables show nobody. */
  | ({
      actor: 'MASKED'
      staffId: string
      scope: Scope
      teamIds: readonly string[]
      permissions: readonly string[]
    } & Reading)
  /** Somebody outside: sees nothing but the matter whose secret was shown, or that is being brought. */
  | { actor: 'GUEST'; matterId?: string | undefined }
  /** Somebody outside who proved whose record it is. */
  | { actor: 'BENEFICIARY'; beneficiaryId: string; matterId?: string | undefined }

/** Who speaks in the name of the house. */
export const system: Session = { actor: 'SYSTEM' }

/** Where the names of tables are looked up for masked eyes: the views first. */
export const maskedPath = 'masked, public'

/** Whether nothing may be written in a session. */
export const isReading = (session: Session) => 'readsOnly' in session && session.readsOnly === true

/** PostgreSQL's own setting of a transaction in which nothing is written; no statement after it takes it back. */
export const readingSetting = 'transaction_read_only'

/** The variables of a session, by the names that the policies read. */
export const variableNames = [
  'app.actor',
  'app.staff_id',
  'app.team_ids',
  'app.scope',
  'app.permissions',
  'app.beneficiary_id',
  'app.matter_id',
] as const

/** The values of the variables, in the order of their names; what is not there is an empty text. */
export function variablesOf(session: Exclude<Session, { actor: 'SYSTEM' }>): string[] {
  const matter = 'matterId' in session ? (session.matterId ?? '') : ''
  switch (session.actor) {
    case 'GUEST':
      return ['GUEST', '', '', '', '', '', matter]
    case 'BENEFICIARY':
      return ['BENEFICIARY', '', '', '', '', session.beneficiaryId, matter]
    case 'STAFF':
    case 'MASKED': {
      const { actor, staffId, teamIds, scope, permissions } = session
      return [actor, staffId, listOf(teamIds), scope, listOf(permissions), '', matter]
    }
  }
}

// Each in quotes, so that nothing in one of them makes two of it.
function listOf(texts: readonly string[]): string {
  return `{${texts.map((text) => JSON.stringify(text)).join()}}`
}

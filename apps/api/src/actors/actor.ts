import type { KeyInUse } from './narrow.ts'
import type { Proof, Proven } from '../sessions/prove.ts'
import type { StaffMember } from '../staff/staff-member.entity.ts'

/** Who acts: a member of staff with a session, somebody on the portal, known or not, or the house itself. */
export type Actor =
  /** `prove`: asks for the second factor once more, where an open screen alone is not enough. */
  | {
      type: 'STAFF'
      staff: StaffMember
      sessionId?: string
      prove?: (proof: Proof) => Promise<Proven>
      key?: never
    }
  /** A program with a key of theirs: the member of staff as far as the key reaches. */
  | { type: 'STAFF'; staff: StaffMember; sessionId?: never; prove?: never; key: KeyInUse }
  /** `mustEnrol`: somebody with a password and no second factor yet, where one is demanded. */
  | { type: 'GUEST'; mustEnrol?: true }
  /** Somebody outside who proved by a code that a phone or an e-mail of this record is theirs: a guest, but for it. */
  | { type: 'BENEFICIARY'; beneficiaryId: string; sessionId: string }
  | { type: 'SYSTEM' }

/** Whether somebody reads with everything personal blanked. */
export function isMasked(actor: Actor): boolean {
  return actor.type === 'STAFF' && actor.staff.viewer.grants.masked === true
}

import { ManyToOne, Property } from '@mikro-orm/decorators/legacy'
import { Beneficiary } from '../beneficiaries/beneficiary.entity.ts'
import type { Context } from '../context.ts'
import { StaffMember } from '../staff/staff-member.entity.ts'
import { Team } from '../staff/team.entity.ts'
import { Clocked } from './due.ts'

/** What every matter is by: whose it is, whose work, and who may know of it (packages/domain/src/permission.ts). */
export abstract class Matter extends Clocked {
  abstract id: string
  abstract version: number
  abstract lastActivityAt: Date

  @ManyToOne(() => Beneficiary, { mapToPk: true, nullable: true, fieldName: 'beneficiary_id' })
  beneficiaryId?: string | null

  @ManyToOne(() => StaffMember, { mapToPk: true, nullable: true, fieldName: 'assignee_id' })
  assigneeId?: string | null

  @ManyToOne(() => Team, { mapToPk: true, nullable: true, fieldName: 'team_id' })
  teamId?: string | null

  /** Why only some may know of it. */
  @Property({ type: 'text', nullable: true })
  sensitivity?: string | null

  @Property({ type: 'array', columnType: 'uuid[]', nullable: true })
  circle?: string[]

  @ManyToOne(() => StaffMember, { mapToPk: true, nullable: true, fieldName: 'about_staff_id' })
  aboutStaffId?: string | null

  /** Who decided what is appealed against: somebody else decides the appeal (section 2). */
  @ManyToOne(() => StaffMember, { mapToPk: true, nullable: true, fieldName: 'first_decider_id' })
  firstDeciderId?: string | null

  /** HMAC of the tracking secret; the secret itself is kept nowhere. */
  @Property({ type: 'blob', nullable: true })
  secretHash?: Buffer | null
}

/** Notes that something happened to it. */
export function touch(ctx: Context, matter: Matter) {
  matter.lastActivityAt = ctx.now
  matter.version += 1
}

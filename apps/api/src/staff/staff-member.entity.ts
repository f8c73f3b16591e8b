import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import type { Role, Viewer } from '@sila/domain/permission'
import { Field, ID, ObjectType } from 'type-graphql'
import { AvailabilityEnum, StaffRoleEnum } from '../graphql/enums.ts'
import { Team } from './team.entity.ts'

/** A matter that was opened in an emergency, and until when. */
export type Opening = { id: string; matterId: string; until: Date }

@ObjectType({ description: 'Somebody who works for the association.', simpleResolvers: true })
@Entity({ tableName: 'staff' })
export class StaffMember {
  @Field(() => ID, { description: 'Opaque; sorts by time.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string

  @Property({ type: 'text' })
  userId!: string

  @Field(() => String, { description: 'As colleagues know the person.' })
  @Property({ type: 'text' })
  name!: string

  @Property({ type: 'text' })
  email!: string

  @Field(() => StaffRoleEnum, { description: 'Decides what the person may do.' })
  @Property({ type: 'text' })
  role!: Role

  @Field(() => [String], { description: 'Codes of the languages the person answers in.' })
  @Property({ type: 'array' })
  languages!: string[]

  @ManyToOne(() => Team, { mapToPk: true, nullable: true, fieldName: 'team_id' })
  teamId?: string | null

  @Field(() => AvailabilityEnum, { description: 'Whether the person can be given work.' })
  @Property({ type: 'text' })
  availability!: keyof typeof AvailabilityEnum

  @Property({ type: 'boolean' })
  active!: boolean

  /** What the person has opened in an emergency, as long as it is open; put there by the directory. */
  openings!: readonly Opening[]

  /** What the role allows, and how far it reaches; put there by the directory. */
  viewer!: Viewer

  /** Grows when the role is changed, so that open lines are looked at anew. */
  roleVersion!: number
}

import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, GraphQLISODateTime, ID, ObjectType } from 'type-graphql'
import { EntryTypeEnum } from '../graphql/enums.ts'
import type { EntryType } from '../graphql/enums.ts'
import { Json } from '../graphql/scalars.ts'
import { Request } from '../requests/request.entity.ts'
import { StaffMember } from '../staff/staff-member.entity.ts'
import { Interaction } from './interaction.entity.ts'

@ObjectType({
  description: 'One line of a thread: words, or something that was done.',
  simpleResolvers: true,
})
@Entity({ tableName: 'entry' })
export class Entry {
  @Field(() => ID, { description: 'Opaque; sorts by time.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string

  @ManyToOne(() => Interaction, { mapToPk: true, nullable: true, fieldName: 'interaction_id' })
  interactionId?: string | null

  @ManyToOne(() => Request, { mapToPk: true, nullable: true, fieldName: 'request_id' })
  requestId?: string | null

  @Field(() => EntryTypeEnum, { description: 'Whose words they are, or that it is something done.' })
  @Property({ type: 'text' })
  type!: EntryType

  @Field(() => GraphQLISODateTime, { description: 'When it was written or done.' })
  @Property({ type: 'datetime' })
  at!: Date

  @Field(() => String, {
    nullable: true,
    description: 'The words as they were written, never altered; none for something done.',
  })
  @Property({ type: 'text' })
  text?: string | null

  /** The words, where they are among staff about a sensitive matter; `text` is empty then. */
  @Property({ type: 'blob', nullable: true })
  sealed?: Buffer | null

  /** The person, or the matter, whose key opens them. */
  @Property({ type: 'uuid', nullable: true })
  sealedFor?: string | null

  @Field(() => String, { nullable: true, description: 'Code of the language of the words.' })
  @Property({ type: 'text' })
  language?: string | null

  @Field(() => StaffMember, {
    nullable: true,
    description: 'Who of the staff wrote or did it; hidden from beneficiaries.',
  })
  author?: StaffMember | null

  @ManyToOne(() => StaffMember, { mapToPk: true, nullable: true, fieldName: 'author_id' })
  authorId?: string | null

  @Field(() => String, { nullable: true, description: 'What was done, e.g. interaction.assigned.' })
  event?: string | null

  @Field(() => Json, { nullable: true, description: 'What belongs to it, e.g. the reason.' })
  detail?: unknown
}

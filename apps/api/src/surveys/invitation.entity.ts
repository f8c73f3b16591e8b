import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, GraphQLISODateTime, ID, ObjectType } from 'type-graphql'

@ObjectType('Invitation', {
  description:
    'That a person was asked for a rating, and whether an answer came. The answer itself carries no person (M3).',
  simpleResolvers: true,
})
@Entity({ tableName: 'survey_invitation' })
export class SurveyInvitation {
  @Field(() => ID, { description: 'Opaque.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string

  @Property({ type: 'uuid', nullable: true })
  interactionId?: string | null

  @Property({ type: 'uuid', nullable: true })
  requestId?: string | null

  @Property({ type: 'uuid', nullable: true })
  beneficiaryId?: string | null

  @Field(() => String, { description: 'Reference of the matter that it is about.' })
  @Property({ type: 'text' })
  reference!: string

  @Field(() => GraphQLISODateTime, { description: 'When the person was asked.' })
  @Property({ type: 'datetime' })
  at!: Date

  @Field(() => Boolean, { description: 'Whether an answer came.' })
  @Property({ type: 'boolean' })
  answered: boolean = false
}

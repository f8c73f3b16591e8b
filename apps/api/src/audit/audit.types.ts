import { Field, Float, GraphQLISODateTime, Int, ObjectType } from 'type-graphql'

@ObjectType({ description: 'How the audit trail was found.', simpleResolvers: true })
export class AuditCheck {
  @Field(() => GraphQLISODateTime, { description: 'When it was checked.' })
  at!: Date

  @Field(() => Float, { description: 'How many rows were checked.' })
  rows!: number

  @Field(() => Float, { description: 'How many of them were not sealed yet.' })
  unsealed!: number

  @Field(() => Int, { description: 'How many rows or seals were altered, missing or forged.' })
  damages!: number
}

@ObjectType({
  description: 'The audit trail: each row of it is sealed to everything before it.',
  simpleResolvers: true,
})
export class AuditTrail {
  @Field(() => String, {
    nullable: true,
    description:
      'Its head, COUNT:HASH: written down elsewhere, it shows later that nothing was cut off. Nothing is sealed yet where empty.',
  })
  head!: string | null

  @Field(() => AuditCheck, { nullable: true, description: 'The last check; none yet where empty.' })
  check!: AuditCheck | null
}

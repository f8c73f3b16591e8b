import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Json } from '../graphql/scalars.ts'

@ObjectType({
  description:
    'Something that the association does for people who apply for it: one page of the service guide.',
  simpleResolvers: true,
})
export class Service {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string

  @Field(() => String, { description: 'Its name in addresses and reports, e.g. course.' })
  key!: string

  @Field(() => Int, { description: 'Working days to the decision, as promised.' })
  workingDays!: number

  @Field(() => Boolean, { description: 'Whether it needs a permit through Taysir (D4).' })
  requiresPermit!: boolean

  @Field(() => Json, { description: 'The form to fill in, with its words in all languages of the portal.' })
  form!: unknown
}

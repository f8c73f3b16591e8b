import { Field, ObjectType } from 'type-graphql'
import type { Words } from '../words.ts'

@ObjectType({ description: 'The association, as it presents itself to everybody.', simpleResolvers: true })
export class Association {
  // `name(language)`, `address(language)` and `hours(language)` are field resolvers over these.
  nameWords!: Words
  addressWords!: Words
  hoursWords!: Words
  policyVersion!: number
  policySince!: Date

  @Field(() => [String], { description: 'Codes of the languages in which the portal speaks.' })
  languages!: string[]

  @Field(() => String, { description: 'Code of the language in which the portal begins.' })
  defaultLanguage!: string

  @Field(() => Boolean, {
    description: 'Whether everything here is invented, and messages leave for nobody.',
  })
  demonstration!: boolean

  @Field(() => String, { nullable: true, description: 'The number to call.' })
  phone?: string | null

  @Field(() => String, { nullable: true, description: 'The address to write to.' })
  email?: string | null

  @Field(() => String, { nullable: true, description: 'The number on WhatsApp.' })
  whatsapp?: string | null
}

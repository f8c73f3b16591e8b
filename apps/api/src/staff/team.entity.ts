import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, ObjectType } from 'type-graphql'
import type { Words } from '../words.ts'

@ObjectType({ description: 'A group of staff that owns matters together.', simpleResolvers: true })
@Entity({ tableName: 'team' })
export class Team {
  @Field(() => ID, { description: 'Opaque; sorts by time.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string

  // `name(language)` is a field resolver over these.
  @Property({ type: 'json', fieldName: 'name' })
  nameWords!: Words

  @Field(() => [String], { description: 'Codes of the languages that the team serves.' })
  @Property({ type: 'array' })
  languages!: string[]
}

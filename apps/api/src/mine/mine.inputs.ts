import type { ContactType } from '@sila/domain/beneficiary'
import type { ConsentPurpose } from '@sila/domain/consent'
import type { DataRight } from '@sila/domain/data-right'
import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { ConsentPurposeEnum, ContactTypeEnum } from '../graphql/enums.ts'
import { keyHelp } from '../graphql/keys-check.ts'
import { DataRightEnum } from '../privacy/privacy.enums.ts'
import { Problem } from '../graphql/problem.ts'
import { Json } from '../graphql/scalars.ts'
import { Mine } from './mine.types.ts'

@InputType({ description: 'Where a code shall go.' })
export class CodeAskInput {
  @Field(() => String, { description: 'A phone or an e-mail, as typed.' })
  address!: string
}

@InputType({ description: 'A code that came.' })
export class CodeProveInput {
  @Field(() => ID, { description: 'The ticket under which it was asked for.' })
  ticket!: string

  @Field(() => String, { description: 'The six digits, as typed.' })
  code!: string

  @Field(() => String, {
    nullable: true,
    description:
      'Where several people share the address: the name as it was given, or the number of a matter.',
  })
  name?: string | null
}

@InputType({ description: "An act on one's own record." })
export class MineActInput {
  @Field(() => String, { description: keyHelp })
  clientMutationId!: string
}

@InputType({ description: "What is corrected in one's own record; what is missing stays." })
export class MineCorrectInput extends MineActInput {
  @Field(() => String, { nullable: true, description: 'The name, as the person writes it.' })
  name?: string | null

  @Field(() => String, { nullable: true, description: 'Where the person lives; empty for nowhere named.' })
  city?: string | null

  @Field(() => String, { nullable: true, description: 'Code of the language to be answered in.' })
  preferredLanguage?: string | null
}

@InputType({ description: 'Which way to be reached by is meant.' })
export class MineContactInput extends MineActInput {
  @Field(() => ID, { description: 'Its id.' })
  id!: string
}

@InputType({ description: 'The way by which to be reached.' })
export class MineReachInput extends MineContactInput {
  @Field(() => ContactTypeEnum, {
    nullable: true,
    description: 'Of a phone: by calls or by WhatsApp; as before where missing.',
  })
  by?: ContactType | null
}

@InputType({ description: 'That something is allowed, or no longer.' })
export class MineConsentInput extends MineActInput {
  @Field(() => ConsentPurposeEnum, { description: 'For what.' })
  purpose!: ConsentPurpose

  @Field(() => ContactTypeEnum, { description: 'By which way.' })
  channel!: ContactType

  @Field(() => Boolean, { description: 'Whether it is allowed from now on.' })
  given!: boolean
}

@InputType({ description: "What is asked about one's own data." })
export class MineRightInput extends MineActInput {
  @Field(() => DataRightEnum, { description: 'The right.' })
  right!: DataRight

  @Field(() => String, { nullable: true, description: 'In words, where there is something to say.' })
  text?: string | null
}

@InputType({ description: 'That the person leaves.' })
export class MineLeaveInput {
  @Field(() => Boolean, { description: 'Whether to leave on all devices.' })
  everywhere!: boolean
}

@ObjectType({
  description: 'What came of asking for a code: the same for a known and an unknown address.',
  simpleResolvers: true,
})
export class CodePayload {
  @Field(() => ID, { nullable: true, description: 'The ticket under which the code is to be proven.' })
  ticket?: string | null

  @Field(() => [Problem], { description: 'What to put right, where nothing was done.' })
  problems!: Problem[]
}

@ObjectType({ description: "What came of an act on one's own record.", simpleResolvers: true })
export class MinePayload {
  @Field(() => Mine, { nullable: true, description: 'The person as known now.' })
  mine?: Mine | null

  @Field(() => [Problem], { description: 'What to put right, where nothing was done.' })
  problems!: Problem[]
}

@ObjectType({ description: 'What came of asking for everything that is held.', simpleResolvers: true })
export class MineExportPayload {
  @Field(() => Json, { nullable: true, description: 'Everything exportable that is held, table by table.' })
  export?: unknown

  @Field(() => [Problem], { description: 'What to put right, where nothing was done.' })
  problems!: Problem[]
}

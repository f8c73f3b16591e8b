import type { ContactType } from '@sila/domain/beneficiary'
import type { ConsentPurpose } from '@sila/domain/consent'
import type { DataRight, RightOutcome } from '@sila/domain/data-right'
import type { InteractionKind, InteractionStatus } from '@sila/domain/interaction'
import type { LookedAt } from '@sila/domain/personal-data-looks'
import type { RequestStatus } from '@sila/domain/request'
import { Field, GraphQLISODateTime, ID, ObjectType } from 'type-graphql'
import { PageInfo } from '../graphql/connection.ts'
import {
  ConsentPurposeEnum,
  ContactTypeEnum,
  InteractionKindEnum,
  InteractionStatusEnum,
  RequestStatusEnum,
} from '../graphql/enums.ts'
import { DataRightEnum, LookedAtEnum, RightOutcomeEnum } from '../privacy/privacy.enums.ts'
import { TrackedTypeEnum } from '../tracking/tracked.types.ts'

@ObjectType({ description: 'One way to reach the person who asks.', simpleResolvers: true })
export class MineContact {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string

  @Field(() => ContactTypeEnum, { description: 'How it is used.' })
  type!: ContactType

  @Field(() => String, { description: 'The phone or the e-mail.' })
  value!: string

  @Field(() => Boolean, { description: 'Whether the person prefers it.' })
  preferred!: boolean
}

@ObjectType({
  description: 'Whether the person may be written to for a purpose by a way.',
  simpleResolvers: true,
})
export class MineConsent {
  @Field(() => ConsentPurposeEnum, { description: 'For what.' })
  purpose!: ConsentPurpose

  @Field(() => ContactTypeEnum, { description: 'By which way.' })
  channel!: ContactType

  @Field(() => Boolean, { description: 'Whether it is allowed now.' })
  given!: boolean

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Since when; none where nobody ever said.',
  })
  at?: Date | null
}

@ObjectType({ description: 'A matter or an application of the person who asks.', simpleResolvers: true })
export class MineMatter {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string

  @Field(() => String, { description: 'Its reference; `tracked` opens it with the word mine as its secret.' })
  reference!: string

  @Field(() => TrackedTypeEnum, { description: 'A matter or an application.' })
  type!: keyof typeof TrackedTypeEnum

  @Field(() => InteractionKindEnum, { nullable: true, description: 'Of a matter: why the person came.' })
  kind?: InteractionKind | null

  serviceKey?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Of a matter: its beginning, in the words in which it came.',
  })
  subject?: string | null

  @Field(() => InteractionStatusEnum, { nullable: true, description: 'Of a matter: how far it has come.' })
  interactionStatus?: InteractionStatus | null

  @Field(() => RequestStatusEnum, { nullable: true, description: 'Of an application: how far it has come.' })
  requestStatus?: RequestStatus | null

  @Field(() => String, { description: 'Code of the language in which it was brought.' })
  language!: string

  @Field(() => Boolean, { description: 'Whether something is still to be done.' })
  open!: boolean

  @Field(() => GraphQLISODateTime, { description: 'When it was taken in.' })
  receivedAt!: Date

  @Field(() => GraphQLISODateTime, { description: 'When something happened last.' })
  lastActivityAt!: Date
}

@ObjectType({ description: "One page of one's own matters.", simpleResolvers: true })
export class MineMatterConnection {
  @Field(() => [MineMatter], { description: 'The matters, newest activity first.' })
  nodes!: MineMatter[]

  @Field(() => PageInfo, { description: 'Where the page ends.' })
  pageInfo!: PageInfo
}

@ObjectType({ description: "That somebody of the staff looked at the person's data.", simpleResolvers: true })
export class MineLook {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string

  @Field(() => String, { description: 'The name of who looked.' })
  name!: string

  @Field(() => LookedAtEnum, { description: 'At what.' })
  what!: LookedAt

  @Field(() => GraphQLISODateTime, { description: 'When first within a quarter of an hour.' })
  at!: Date

  @Field(() => Boolean, {
    description: 'Whether it was opened in an emergency, with a reason that is examined.',
  })
  emergency!: boolean
}

@ObjectType({ description: "One page of looks at one's own data.", simpleResolvers: true })
export class MineLookConnection {
  @Field(() => [MineLook], { description: 'The looks, newest first.' })
  nodes!: MineLook[]

  @Field(() => PageInfo, { description: 'Where the page ends.' })
  pageInfo!: PageInfo
}

@ObjectType({ description: 'Something that the person asked about their own data.', simpleResolvers: true })
export class MineRight {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string

  @Field(() => DataRightEnum, { description: 'What was asked for.' })
  right!: DataRight

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  receivedAt!: Date

  @Field(() => GraphQLISODateTime, { description: 'By when it is answered.' })
  dueAt!: Date

  @Field(() => String, { nullable: true, description: 'Why 30 days were added, where they were.' })
  extensionReason?: string | null

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was answered.' })
  answeredAt?: Date | null

  @Field(() => RightOutcomeEnum, { nullable: true, description: 'What came of it.' })
  outcome?: RightOutcome | null

  @Field(() => String, { nullable: true, description: 'The answer, in words.' })
  answer?: string | null
}

@ObjectType({
  description: 'What a person who proved a phone or an e-mail sees of themselves.',
  simpleResolvers: true,
})
export class Mine {
  id!: string

  @Field(() => String, { description: 'The number people say.' })
  number!: string

  @Field(() => String, { description: 'The name, as the person writes it; empty where none was given.' })
  name!: string

  @Field(() => String, { nullable: true, description: 'Where the person lives.' })
  city?: string | null

  @Field(() => String, { description: 'Code of the language in which the person wants to be answered.' })
  preferredLanguage!: string
}

import type { ConsentPurpose } from '@sila/domain/consent'
import type { ContactType } from '@sila/domain/beneficiary'
import { Field, InputType, ObjectType } from 'type-graphql'
import { PageInfo } from '../graphql/connection.ts'
import { ConsentPurposeEnum, ContactTypeEnum } from '../graphql/enums.ts'
import { Problem } from '../graphql/problem.ts'
import { SurveyInvitation } from '../surveys/invitation.entity.ts'
import { Beneficiary } from './beneficiary.entity.ts'

@ObjectType({ description: 'One page of beneficiaries.', simpleResolvers: true })
export class BeneficiaryConnection {
  @Field(() => [Beneficiary], { description: 'The beneficiaries.' })
  nodes!: Beneficiary[]

  @Field(() => PageInfo, { description: 'Where the page ends.' })
  pageInfo!: PageInfo
}

@ObjectType({ description: 'One page of invitations to rate.', simpleResolvers: true })
export class InvitationConnection {
  @Field(() => [SurveyInvitation], { description: 'The invitations.' })
  nodes!: SurveyInvitation[]

  @Field(() => PageInfo, { description: 'Where the page ends.' })
  pageInfo!: PageInfo
}

@InputType({ description: 'That a consent was given, or taken back.' })
export class ConsentSetInput {
  @Field(() => String, {
    description:
      'Made once for one intention, 8 to 100 signs: sent again with the same content it does nothing twice.',
  })
  clientMutationId!: string

  @Field(() => ConsentPurposeEnum, { description: 'What it is for.' })
  purpose!: ConsentPurpose

  @Field(() => ContactTypeEnum, {
    nullable: true,
    description: 'The one channel it is for; all where missing.',
  })
  channel?: ContactType | null

  @Field(() => Boolean, { description: 'Whether it holds from now on.' })
  given!: boolean
}

@ObjectType({ description: 'What came of an act on a beneficiary.', simpleResolvers: true })
export class BeneficiaryPayload {
  @Field(() => Beneficiary, { nullable: true, description: 'The beneficiary as known now.' })
  beneficiary?: Beneficiary | null

  @Field(() => [Problem], { description: 'What to put right, where nothing was done.' })
  problems!: Problem[]
}

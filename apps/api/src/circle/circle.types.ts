import { sensitivities } from '@sila/domain/permission'
import type { Sensitivity } from '@sila/domain/permission'
import { Field, ID, InputType, Int } from 'type-graphql'
import { enumOf } from '../graphql/enums.ts'
import { keyHelp, versionHelp } from '../graphql/keys-check.ts'

export const SensitivityEnum = enumOf('Sensitivity', 'Why only some may know of a matter.', sensitivities, {
  COUNSELLING: 'Somebody is counselled in a matter of life or family.',
  NEW_MUSLIM: 'It tells of somebody who came to Islam.',
  STAFF_COMPLAINT: 'It complains of somebody of the staff.',
})

@InputType({ description: 'Who may know of a matter from now on, and why only they.' })
export class MatterProtectInput {
  @Field(() => String, { description: keyHelp })
  clientMutationId!: string

  @Field(() => Int, { description: versionHelp })
  expectedVersion!: number

  @Field(() => SensitivityEnum, {
    nullable: true,
    description: 'Why only some may know; none where everybody may again whose work it is.',
  })
  sensitivity?: Sensitivity | null

  @Field(() => [ID], {
    description:
      'Who needs to know besides whoever owns it: active colleagues within whose reach it lies, 30 at the most.',
  })
  circle!: string[]

  @Field(() => ID, { nullable: true, description: 'Of whom of the staff it complains; they never see it.' })
  aboutStaffId?: string | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'That I do not need to know myself; else I am added to those who do.',
  })
  withoutMe?: boolean | null
}

@InputType({ description: 'That a matter proved sensitive, and why.' })
export class MatterShieldInput {
  @Field(() => String, { description: keyHelp })
  clientMutationId!: string

  @Field(() => Int, { description: versionHelp })
  expectedVersion!: number

  @Field(() => SensitivityEnum, { description: 'Why only some may know.' })
  sensitivity!: Sensitivity

  @Field(() => ID, { nullable: true, description: 'Of whom of the staff it complains; they never see it.' })
  aboutStaffId?: string | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'That I do not need to know myself; else I stand in the circle until it is drawn anew.',
  })
  withoutMe?: boolean | null
}

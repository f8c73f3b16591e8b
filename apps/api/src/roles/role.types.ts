import { scopes } from '@sila/domain/permission'
import type { Role as RoleKey, Scope } from '@sila/domain/permission'
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from 'type-graphql'
import { enumOf, StaffRoleEnum } from '../graphql/enums.ts'
import { keyHelp, versionHelp } from '../graphql/keys-check.ts'
import { Problem } from '../graphql/problem.ts'
import { StaffMember } from '../staff/staff-member.entity.ts'

export const ScopeEnum = enumOf(
  'Scope',
  'How far a role sees among matters that belong to somebody.',
  scopes,
  {
    OWN: 'What is assigned to oneself, and what nobody has yet.',
    TEAM: "What belongs to one's team, and what nobody has yet.",
    DEPARTMENT: "What belongs to the teams of one's department, and what nobody has yet.",
    ALL: 'Everything, but for what only a circle needs to know.',
  },
)

@ObjectType({ description: 'What a role may do, and how far it sees.', simpleResolvers: true })
export class RoleGrants {
  @Field(() => ScopeEnum, { description: 'How far it sees.' })
  scope!: Scope

  @Field(() => [String], { description: 'Names of everything that it may do.' })
  permissions!: readonly string[]

  @Field(() => Boolean, {
    description: 'Whether everything personal is blanked for it; it then reads, and does nothing.',
  })
  masked!: boolean
}

@ObjectType({
  description: 'A role: a set of permissions and a reach, as it holds now.',
  simpleResolvers: true,
})
export class Role {
  @Field(() => StaffRoleEnum, { description: 'Which of the nine.' })
  key!: RoleKey

  @Field(() => RoleGrants, { description: 'What it holds now.' })
  grants!: RoleGrants

  @Field(() => RoleGrants, { description: 'What it began with.' })
  began!: RoleGrants

  @Field(() => Boolean, { description: 'Whether the association drew it anew.' })
  changed!: boolean

  @Field(() => Int, { description: 'Grows with every change; send it back with an act.' })
  version!: number

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was last changed.' })
  changedAt?: Date | null

  @Field(() => StaffMember, { nullable: true, description: 'Who last changed it.' })
  changedBy?: StaffMember | null

  @Field(() => [StaffMember], { description: 'Who has it and works here now.' })
  holders!: StaffMember[]
}

@InputType({ description: 'A role as it is to be.' })
export class RoleGrantsInput {
  @Field(() => ScopeEnum, { description: 'How far it sees.' })
  scope!: Scope

  @Field(() => [String], { description: 'Names of everything that it may do.' })
  permissions!: string[]

  @Field(() => Boolean, { description: 'Whether everything personal is blanked for it.' })
  masked!: boolean
}

@InputType({ description: 'A role drawn anew.' })
export class RoleEditInput {
  @Field(() => String, { description: keyHelp })
  clientMutationId!: string

  @Field(() => Int, { description: versionHelp })
  expectedVersion!: number

  @Field(() => RoleGrantsInput, { description: 'What it is to hold.' })
  grants!: RoleGrantsInput
}

@InputType({ description: 'A role given back what it began with.' })
export class RoleResetInput {
  @Field(() => String, { description: keyHelp })
  clientMutationId!: string

  @Field(() => Int, { description: versionHelp })
  expectedVersion!: number
}

@ObjectType({ description: 'What came of an act on a role.', simpleResolvers: true })
export class RolePayload {
  @Field(() => Role, {
    nullable: true,
    description: 'The role as it is now, also where it had changed meanwhile.',
  })
  role?: Role | null

  @Field(() => [Problem], { description: 'What to put right, where nothing was done.' })
  problems!: Problem[]
}

@InputType({ description: 'Whose eyes, and with which role: a draft, or the one that is.' })
export class RolePreviewInput {
  @Field(() => StaffRoleEnum, { description: 'The role.' })
  role!: RoleKey

  @Field(() => RoleGrantsInput, {
    nullable: true,
    description: 'A draft of it; as it holds now where missing.',
  })
  grants?: RoleGrantsInput | null

  @Field(() => ID, { nullable: true, description: 'A colleague; somebody made up where missing.' })
  staffId?: string | null

  @Field(() => ID, { nullable: true, description: 'The team of somebody made up.' })
  teamId?: string | null
}

@ObjectType({ description: 'How many somebody sees today, and would see.', simpleResolvers: true })
export class PreviewCount {
  @Field(() => Int, { description: 'Today.' })
  now!: number

  @Field(() => Int, { description: 'With the role as drawn.' })
  drawn!: number
}

@ObjectType({
  description: 'A matter that somebody would see, and whoever asks sees as well.',
  simpleResolvers: true,
})
export class PreviewMatter {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string

  @Field(() => String, { description: 'Q for a matter, R for a request, and its number.' })
  reference!: string

  @Field(() => GraphQLISODateTime, { description: 'When anything last happened to it.' })
  lastActivityAt!: Date
}

@ObjectType({
  description: 'Fields of the API that open, close or are blanked, by the type they stand in.',
  simpleResolvers: true,
})
export class PreviewFields {
  @Field(() => String, { description: 'The type.' })
  type!: string

  @Field(() => [String], { description: 'Fields that open, or are blanked no more.' })
  opened!: string[]

  @Field(() => [String], { description: 'Fields that close.' })
  closed!: string[]

  @Field(() => [String], {
    description: 'All fields that are blanked, or shown so that they lead to nobody, with the role as drawn.',
  })
  masked!: string[]
}

@ObjectType({
  description: 'What somebody would see with a role. Nothing is done in their name.',
  simpleResolvers: true,
})
export class RolePreview {
  @Field(() => PreviewCount, {
    description: 'Matters; of those that complain of a colleague, only what whoever asks sees as well.',
  })
  interactions!: PreviewCount

  @Field(() => PreviewCount, { description: 'Requests for services, likewise.' })
  requests!: PreviewCount

  @Field(() => PreviewCount, { description: 'People.' })
  people!: PreviewCount

  @Field(() => [PreviewMatter], {
    description: 'The newest that they would see, and whoever asks sees as well; 20 at the most.',
  })
  matters!: PreviewMatter[]

  @Field(() => [String], { description: 'Permissions that they gain.' })
  gained!: string[]

  @Field(() => [String], { description: 'Permissions that they lose.' })
  lost!: string[]

  @Field(() => [PreviewFields], { description: 'What opens, closes and is blanked, field by field.' })
  fields!: PreviewFields[]

  @Field(() => Boolean, { description: 'Whether everything personal would be blanked for them.' })
  masked!: boolean
}

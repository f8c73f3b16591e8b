import { can } from '@sila/domain/permission'
import type { Sensitivity } from '@sila/domain/permission'
import { Arg, Ctx, FieldResolver, GraphQLISODateTime, ID, Mutation, Resolver, Root } from 'type-graphql'
import { openingOf } from '../breakglass/opening.ts'
import type { Context } from '../context.ts'
import { Interaction } from '../interactions/interaction.entity.ts'
import { InteractionPayload } from '../interactions/interaction.types.ts'
import { Request } from '../requests/request.entity.ts'
import { RequestPayload } from '../requests/request.types.ts'
import { StaffMember } from '../staff/staff-member.entity.ts'
import { MatterProtectInput, SensitivityEnum } from './circle.types.ts'
import { protectInteraction, protectRequest } from './protect.ts'

type Row = Readonly<Interaction | Request>

const why = 'Why only some may know of it; none where everybody may whose work it is.'
const who = 'Who needs to know of it besides whoever owns it.'
const about = 'Of whom of the staff it complains.'
const mine = 'Whether I may draw its circle.'
const emergency = 'Until when I have it open in an emergency; none where I see it in my own right.'

@Resolver(() => Interaction)
export class InteractionCircleResolver {
  @FieldResolver(() => SensitivityEnum, { nullable: true, description: why })
  sensitivity(@Root() row: Row): Sensitivity | null {
    return sensitivityOf(row)
  }

  @FieldResolver(() => [StaffMember], { description: who })
  circle(@Root() row: Row, @Ctx() ctx: Context): Promise<StaffMember[]> {
    return circleOf(row, ctx)
  }

  @FieldResolver(() => StaffMember, { nullable: true, description: about })
  aboutStaff(@Root() row: Row, @Ctx() ctx: Context): Promise<StaffMember | null> {
    return accusedOf(row, ctx)
  }

  @FieldResolver(() => Boolean, { description: mine })
  canProtect(@Root() row: Row, @Ctx() ctx: Context): boolean {
    return mayProtect(row, ctx)
  }

  @FieldResolver(() => GraphQLISODateTime, { nullable: true, description: emergency })
  openUntil(@Root() row: Row, @Ctx() ctx: Context): Date | null {
    return openUntil(row, ctx)
  }

  @Mutation(() => InteractionPayload, {
    description: 'Says who alone may know of it, and why; or that everybody may again whose work it is.',
  })
  interactionProtect(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The interaction.' }) id: string,
    @Arg('input', () => MatterProtectInput, { description: 'Who, and why.' }) input: MatterProtectInput,
  ): Promise<InteractionPayload> {
    return protectInteraction(ctx, id, input)
  }
}

@Resolver(() => Request)
export class RequestCircleResolver {
  @FieldResolver(() => SensitivityEnum, { nullable: true, description: why })
  sensitivity(@Root() row: Row): Sensitivity | null {
    return sensitivityOf(row)
  }

  @FieldResolver(() => [StaffMember], { description: who })
  circle(@Root() row: Row, @Ctx() ctx: Context): Promise<StaffMember[]> {
    return circleOf(row, ctx)
  }

  @FieldResolver(() => StaffMember, { nullable: true, description: about })
  aboutStaff(@Root() row: Row, @Ctx() ctx: Context): Promise<StaffMember | null> {
    return accusedOf(row, ctx)
  }

  @FieldResolver(() => Boolean, { description: mine })
  canProtect(@Root() row: Row, @Ctx() ctx: Context): boolean {
    return mayProtect(row, ctx)
  }

  @FieldResolver(() => GraphQLISODateTime, { nullable: true, description: emergency })
  openUntil(@Root() row: Row, @Ctx() ctx: Context): Date | null {
    return openUntil(row, ctx)
  }

  @Mutation(() => RequestPayload, {
    description: 'Says who alone may know of it, and why; or that everybody may again whose work it is.',
  })
  requestProtect(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The request.' }) id: string,
    @Arg('input', () => MatterProtectInput, { description: 'Who, and why.' }) input: MatterProtectInput,
  ): Promise<RequestPayload> {
    return protectRequest(ctx, id, input)
  }
}

const sensitivityOf = ({ sensitivity }: Row): Sensitivity | null =>
  Object.values(SensitivityEnum).find((each) => each === sensitivity) ?? null

async function circleOf({ circle }: Row, ctx: Context): Promise<StaffMember[]> {
  if (!circle || circle.length === 0) return []
  const staff = await ctx.house.directory.staff()
  return circle.flatMap((id) => staff.get(id) ?? [])
}

async function accusedOf({ aboutStaffId }: Row, ctx: Context): Promise<StaffMember | null> {
  return aboutStaffId ? ((await ctx.house.directory.staff()).get(aboutStaffId) ?? null) : null
}

function mayProtect(row: Row, { actor }: Context): boolean {
  return actor.type === 'STAFF' && can(actor.staff.viewer, 'matter.protect', row)
}

function openUntil({ id }: Row, { actor }: Context): Date | null {
  return openingOf(actor, id)?.until ?? null
}

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
import { MatterProtectInput, MatterShieldInput, SensitivityEnum } from './circle.types.ts'
import { protectInteraction, protectRequest, shieldInteraction, shieldRequest } from './protect.ts'

type Row = Readonly<Interaction | Request>

/** What a matter tells of its circle. */
function circleResolverOf(matter: typeof Interaction | typeof Request) {
  @Resolver(() => matter)
  abstract class CircleResolver {
    @FieldResolver(() => SensitivityEnum, {
      nullable: true,
      description: 'Why only some may know of it; none where everybody may whose work it is.',
    })
    sensitivity(@Root() { sensitivity }: Row): Sensitivity | null {
      return Object.values(SensitivityEnum).find((each) => each === sensitivity) ?? null
    }

    @FieldResolver(() => [StaffMember], {
      description: 'Who needs to know of it besides whoever owns it.',
    })
    async circle(@Root() { circle }: Row, @Ctx() ctx: Context): Promise<StaffMember[]> {
      if (!circle || circle.length === 0) return []
      const staff = await ctx.house.directory.staff()
      return circle.flatMap((id) => staff.get(id) ?? [])
    }

    @FieldResolver(() => StaffMember, {
      nullable: true,
      description: 'Of whom of the staff it complains.',
    })
    async aboutStaff(@Root() { aboutStaffId }: Row, @Ctx() ctx: Context): Promise<StaffMember | null> {
      return aboutStaffId ? ((await ctx.house.directory.staff()).get(aboutStaffId) ?? null) : null
    }

    @FieldResolver(() => Boolean, { description: 'Whether I may draw its circle.' })
    canProtect(@Root() row: Row, @Ctx() { actor }: Context): boolean {
      return actor.type === 'STAFF' && can(actor.staff.viewer, 'matter.protect', row)
    }

    @FieldResolver(() => Boolean, {
      description: 'Whether I may mark it as sensitive, for others to draw its circle.',
    })
    canShield(@Root() row: Row, @Ctx() { actor }: Context): boolean {
      return actor.type === 'STAFF' && can(actor.staff.viewer, 'matter.shield', row)
    }

    @FieldResolver(() => GraphQLISODateTime, {
      nullable: true,
      description: 'Until when I have it open in an emergency; none where I see it in my own right.',
    })
    openUntil(@Root() { id }: Row, @Ctx() { actor }: Context): Date | null {
      return openingOf(actor, id)?.until ?? null
    }
  }
  return CircleResolver
}

const protecting = {
  description: 'Says who alone may know of it, and why; or that everybody may again whose work it is.',
}

const shielding = {
  description:
    'Marks it as sensitive: from now on those who decide of it know of it, its owner, and whoever marked it if they need to. They alone draw its circle anew, or lift it.',
}

@Resolver(() => Interaction)
export class InteractionCircleResolver extends circleResolverOf(Interaction) {
  @Mutation(() => InteractionPayload, protecting)
  interactionProtect(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The interaction.' }) id: string,
    @Arg('input', () => MatterProtectInput, { description: 'Who, and why.' }) input: MatterProtectInput,
  ): Promise<InteractionPayload> {
    return protectInteraction(ctx, id, input)
  }

  @Mutation(() => InteractionPayload, shielding)
  interactionShield(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The interaction.' }) id: string,
    @Arg('input', () => MatterShieldInput, { description: 'Why, and of whom it complains.' })
    input: MatterShieldInput,
  ): Promise<InteractionPayload> {
    return shieldInteraction(ctx, id, input)
  }
}

@Resolver(() => Request)
export class RequestCircleResolver extends circleResolverOf(Request) {
  @Mutation(() => RequestPayload, protecting)
  requestProtect(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The request.' }) id: string,
    @Arg('input', () => MatterProtectInput, { description: 'Who, and why.' }) input: MatterProtectInput,
  ): Promise<RequestPayload> {
    return protectRequest(ctx, id, input)
  }

  @Mutation(() => RequestPayload, shielding)
  requestShield(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The request.' }) id: string,
    @Arg('input', () => MatterShieldInput, { description: 'Why, and of whom it complains.' })
    input: MatterShieldInput,
  ): Promise<RequestPayload> {
    return shieldRequest(ctx, id, input)
  }
}

import { can, permissionsOf } from '@sila/domain/permission'
import { Arg, Ctx, Field, FieldResolver, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { isMasked } from '../actors/actor.ts'
import { demand } from '../context.ts'
import type { Context } from '../context.ts'
import { inLanguage } from '../words.ts'
import { StaffMember } from './staff-member.entity.ts'
import { Team } from './team.entity.ts'

@ObjectType({ description: 'Whoever is signed in.', simpleResolvers: true })
class Me {
  @Field(() => StaffMember, { description: 'The member of staff.' })
  staff!: StaffMember

  @Field(() => [String], { description: 'Names of everything the person may do.' })
  permissions!: string[]

  @Field(() => Boolean, {
    description: 'Whether everything personal is blanked for the person, who then reads and does nothing.',
  })
  masked!: boolean
}

@Resolver(() => StaffMember)
export class StaffMemberResolver {
  @Query(() => Me, { nullable: true, description: 'Whoever is signed in; null where nobody is.' })
  me(@Ctx() ctx: Context): Me | null {
    if (ctx.actor.type !== 'STAFF') return null
    const { staff } = ctx.actor
    return { staff, permissions: permissionsOf(staff.viewer), masked: isMasked(ctx.actor) }
  }

  @Query(() => [StaffMember], { description: 'Everybody who works here now, by name.' })
  async staff(@Ctx() ctx: Context): Promise<StaffMember[]> {
    demand(ctx, 'staff.read')
    return [...(await ctx.house.directory.staff()).values()].filter((member) => member.active)
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Address for signing in; shown to the person and to administrators.',
  })
  email(@Root() member: Readonly<StaffMember>, @Ctx() ctx: Context): string | null {
    if (ctx.actor.type !== 'STAFF') return null
    return ctx.actor.staff.id === member.id || can(ctx.actor.staff.viewer, 'staff.manage')
      ? member.email
      : null
  }

  @FieldResolver(() => Team, { nullable: true, description: 'The team the person belongs to.' })
  async team(@Root() member: Readonly<StaffMember>, @Ctx() ctx: Context): Promise<Team | null> {
    return member.teamId ? ((await ctx.house.directory.teams()).get(member.teamId) ?? null) : null
  }
}

@Resolver(() => Team)
export class TeamResolver {
  @Query(() => [Team], { description: 'The teams.' })
  async teams(@Ctx() ctx: Context): Promise<Team[]> {
    demand(ctx, 'staff.read')
    return [...(await ctx.house.directory.teams()).values()]
  }

  @FieldResolver(() => String, { description: 'The name, in the language asked for.' })
  name(
    @Root() team: Readonly<Team>,
    @Ctx() ctx: Context,
    @Arg('language', () => String, { nullable: true, description: "Code; the asker's where missing." })
    language?: string,
  ): string {
    return inLanguage(team.nameWords, language ?? ctx.language)
  }
}

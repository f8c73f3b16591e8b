import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { Context } from '../context.ts'
import { StaffMember } from '../staff/staff-member.entity.ts'
import { Entry } from './entry.entity.ts'
import type { EntryRow } from './entry.rows.ts'

@Resolver(() => Entry)
export class EntryResolver {
  @FieldResolver(() => StaffMember, {
    nullable: true,
    description: 'Who of the staff wrote or did it; hidden from beneficiaries.',
  })
  async author(@Root() entry: EntryRow, @Ctx() ctx: Context): Promise<StaffMember | null> {
    if (ctx.actor.type !== 'STAFF' || !entry.authorId) return null
    return (await ctx.house.directory.staff()).get(entry.authorId) ?? null
  }
}

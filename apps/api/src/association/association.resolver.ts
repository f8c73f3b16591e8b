import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../context.ts'
import { inLanguage } from '../words.ts'
import { Association } from './association.types.ts'
import { readAssociation } from './index.ts'

@Resolver(() => Association)
export class AssociationResolver {
  @Query(() => Association, { description: 'The association.' })
  association(@Ctx() ctx: Context): Promise<Association> {
    return readAssociation(ctx.house)
  }

  @FieldResolver(() => String, { description: 'Its name.' })
  name(
    @Root() association: Readonly<Association>,
    @Ctx() ctx: Context,
    @Language() language?: string,
  ): string {
    return inLanguage(association.nameWords, language ?? ctx.language)
  }

  @FieldResolver(() => String, { nullable: true, description: 'Where it is.' })
  address(
    @Root() association: Readonly<Association>,
    @Ctx() ctx: Context,
    @Language() language?: string,
  ): string | null {
    return inLanguage(association.addressWords, language ?? ctx.language) || null
  }

  @FieldResolver(() => String, { nullable: true, description: 'When it is open, in words.' })
  hours(
    @Root() association: Readonly<Association>,
    @Ctx() ctx: Context,
    @Language() language?: string,
  ): string | null {
    return inLanguage(association.hoursWords, language ?? ctx.language) || null
  }
}

function Language() {
  return Arg('language', () => String, { nullable: true, description: "Code; the asker's where missing." })
}

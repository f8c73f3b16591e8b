import { portalLanguageOf } from '@sila/domain/language'
import type { ServiceWords } from '@sila/domain/service'
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../context.ts'
import { findService, offeredServices, serviceDefinition } from './index.ts'
import { Service } from './service.types.ts'

// Not the class: TypeGraphQL would copy every row, form and all, into an instance of it, for every field.
type Keyed = Pick<Service, 'key'>

@Resolver(() => Service)
export class ServiceResolver {
  @Query(() => [Service], { description: 'The service guide: what can be applied for now.' })
  services(@Ctx() ctx: Context): Promise<Service[]> {
    return offeredServices(ctx.house)
  }

  @Query(() => Service, {
    nullable: true,
    description: 'One service; null where there is none under this key.',
  })
  async service(
    @Ctx() ctx: Context,
    @Arg('key', () => String, { description: 'Its key.' }) key: string,
  ): Promise<Service | null> {
    const offered = await offeredServices(ctx.house)
    return offered.some((service) => service.key === key) ? findService(key) : null
  }

  @FieldResolver(() => String, { description: 'The name.' })
  name(@Root() service: Keyed, @Ctx() ctx: Context, @Language() language?: string): string {
    return wordsOf(service, ctx, language)?.name ?? service.key
  }

  @FieldResolver(() => String, { description: 'What it is, in a sentence or two.' })
  summary(@Root() service: Keyed, @Ctx() ctx: Context, @Language() language?: string): string {
    return wordsOf(service, ctx, language)?.summary ?? ''
  }

  @FieldResolver(() => String, { description: 'For whom it is.' })
  audience(@Root() service: Keyed, @Ctx() ctx: Context, @Language() language?: string): string {
    return wordsOf(service, ctx, language)?.audience ?? ''
  }

  @FieldResolver(() => [String], { description: 'What to have at hand.' })
  needs(@Root() service: Keyed, @Ctx() ctx: Context, @Language() language?: string): string[] {
    return [...(wordsOf(service, ctx, language)?.needs ?? [])]
  }
}

function wordsOf(service: Keyed, ctx: Context, language: string | undefined): ServiceWords | undefined {
  return serviceDefinition(service.key)?.words[portalLanguageOf(language ?? ctx.language)]
}

function Language() {
  return Arg('language', () => String, { nullable: true, description: "Code; the asker's where missing." })
}

import { clauseText, defaultPolicy, policySections } from '@sila/domain/policy'
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../context.ts'
import { inLanguage } from '../words.ts'
import { readPolicy } from './index.ts'
import { Clause, ClausePromise, Policy } from './policy.types.ts'

@Resolver(() => Policy)
export class PolicyResolver {
  @Query(() => Policy, {
    description: 'The policy in force, with a live figure where one is counted; for everybody to read (G5).',
  })
  policy(@Ctx() ctx: Context): Promise<Policy> {
    return readPolicy(ctx.house)
  }

  @FieldResolver(() => String, { description: 'Its title, in Arabic or English.' })
  title(@Root() _policy: Readonly<Policy>, @Ctx() ctx: Context, @Language() language?: string): string {
    return pick(defaultPolicy.title, ctx, language)
  }

  @FieldResolver(() => String, { description: 'Whose policy it is.' })
  association(@Root() policy: Readonly<Policy>, @Ctx() ctx: Context, @Language() language?: string): string {
    return inLanguage(policy.associationName, language ?? ctx.language)
  }
}

@Resolver(() => Clause)
export class ClauseResolver {
  @FieldResolver(() => String, { description: 'The part of the policy that it stands in.' })
  section(@Root() clause: Readonly<Clause>, @Ctx() ctx: Context, @Language() language?: string): string {
    return pick(policySections[clause.definition.section], ctx, language)
  }

  @FieldResolver(() => String, { description: 'The sentence, in Arabic or English.' })
  text(@Root() clause: Readonly<Clause>, @Ctx() ctx: Context, @Language() language?: string): string {
    const code = language ?? ctx.language
    // The name in the language of the sentence: a name of another script would break it.
    return clauseText(
      clause.definition,
      code,
      inLanguage(clause.associationName, code === 'ar' ? 'ar' : 'en'),
    )
  }
}

@Resolver(() => ClausePromise)
export class ClausePromiseResolver {
  @FieldResolver(() => String, { description: 'What is measured.' })
  indicator(
    @Root() promise: Readonly<ClausePromise>,
    @Ctx() ctx: Context,
    @Language() language?: string,
  ): string {
    return pick(promise.definition.indicator, ctx, language)
  }

  @FieldResolver(() => String, { description: 'How it is counted.' })
  method(
    @Root() promise: Readonly<ClausePromise>,
    @Ctx() ctx: Context,
    @Language() language?: string,
  ): string {
    return pick(promise.definition.method, ctx, language)
  }
}

function pick(words: { ar: string; en: string }, ctx: Context, language: string | undefined): string {
  return (language ?? ctx.language) === 'ar' ? words.ar : words.en
}

function Language() {
  return Arg('language', () => String, { nullable: true, description: "Code; the asker's where missing." })
}

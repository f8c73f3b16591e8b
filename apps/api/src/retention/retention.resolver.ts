import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import type { Context } from '../context.ts'
import { setRetention } from './retention.acts.ts'
import { readRetention } from './retention.rows.ts'
import { Retention, RetentionSetInput, RetentionSetPayload } from './retention.types.ts'

@Resolver()
export class RetentionResolver {
  @Query(() => Retention, { description: 'What is kept for how long, and what the last runs did.' })
  retention(@Ctx() ctx: Context): Promise<Retention> {
    return readRetention(ctx)
  }

  @Mutation(() => RetentionSetPayload, {
    description: 'Sets how long a kind of record is kept; the next run goes by it.',
  })
  retentionSet(
    @Ctx() ctx: Context,
    @Arg('input', () => RetentionSetInput, { description: 'Which, how long and why.' })
    input: RetentionSetInput,
  ): Promise<RetentionSetPayload> {
    return setRetention(ctx, input)
  }
}

import { Arg, Ctx, ID, Int, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql'
import { afterHelp, firstHelp, pageSize } from '../graphql/connection.ts'
import type { Context } from '../context.ts'
import { endEmergency, openInEmergency } from './breakglass.acts.ts'
import { followUses, readOpenings, readUses } from './breakglass.rows.ts'
import {
  BreakGlassEndInput,
  BreakGlassEndPayload,
  BreakGlassFeedItem,
  BreakGlassOpening,
  BreakGlassOpenInput,
  BreakGlassOpenPayload,
  BreakGlassUseConnection,
} from './breakglass.types.ts'

@Resolver()
export class BreakGlassResolver {
  @Query(() => [BreakGlassOpening], { description: 'What I have open in an emergency now.' })
  breakGlassOpenings(@Ctx() ctx: Context): Promise<BreakGlassOpening[]> {
    return readOpenings(ctx)
  }

  @Query(() => BreakGlassUseConnection, { description: 'What was opened in emergencies, newest first.' })
  breakGlassUses(
    @Ctx() ctx: Context,
    @Arg('first', () => Int, { description: firstHelp }) first: number,
    @Arg('after', () => String, { nullable: true, description: afterHelp }) after?: string,
  ): Promise<BreakGlassUseConnection> {
    return readUses(ctx, pageSize(first), after)
  }

  @Mutation(() => BreakGlassOpenPayload, {
    description:
      'Opens one matter for 60 minutes that I may not see, in an emergency; the privacy officer is told at once.',
  })
  breakGlassOpen(
    @Ctx() ctx: Context,
    @Arg('input', () => BreakGlassOpenInput, { description: 'Which, why, and who asks.' })
    input: BreakGlassOpenInput,
  ): Promise<BreakGlassOpenPayload> {
    return openInEmergency(ctx, input)
  }

  @Mutation(() => BreakGlassEndPayload, {
    description: 'Shuts what was opened: for the privacy officer, or whoever opened it.',
  })
  breakGlassEnd(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The opening.' }) id: string,
    @Arg('input', () => BreakGlassEndInput, { description: 'The key.' }) input: BreakGlassEndInput,
  ): Promise<BreakGlassEndPayload> {
    return endEmergency(ctx, id, input)
  }

  @Subscription(() => BreakGlassFeedItem, {
    description: 'What is opened and shut in emergencies, as it happens.',
    subscribe: ({ args, context }: { args: { after?: string }; context: Context }) =>
      followUses(context, args.after),
  })
  breakGlassFeed(
    @Root() item: BreakGlassFeedItem,
    @Arg('after', () => String, { nullable: true, description: 'The last cursor that was received.' })
    _after?: string,
  ): BreakGlassFeedItem {
    return item
  }
}

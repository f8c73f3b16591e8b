import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import type { Context } from '../context.ts'
import { createKey, endKey, listKeys } from './api-key.acts.ts'
import {
  ApiKey,
  ApiKeyCreateInput,
  ApiKeyCreatePayload,
  ApiKeyEndInput,
  ApiKeyEndPayload,
} from './api-key.types.ts'

@Resolver(() => ApiKey)
export class ApiKeyResolver {
  @Query(() => [ApiKey], {
    description: "One's own API keys, those that hold first; all of the house for whoever keeps them.",
  })
  apiKeys(@Ctx() ctx: Context): Promise<ApiKey[]> {
    return listKeys(ctx)
  }

  @Mutation(() => ApiKeyCreatePayload, { description: 'Makes an API key in the name of whoever asks.' })
  apiKeyCreate(
    @Ctx() ctx: Context,
    @Arg('input', () => ApiKeyCreateInput, { description: 'The key that is asked for.' })
    input: ApiKeyCreateInput,
  ): Promise<ApiKeyCreatePayload> {
    return createKey(ctx, input)
  }

  @Mutation(() => ApiKeyEndPayload, { description: 'Ends an API key at once.' })
  apiKeyEnd(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The key.' }) id: string,
    @Arg('input', () => ApiKeyEndInput, { description: 'The key of the act.' }) input: ApiKeyEndInput,
  ): Promise<ApiKeyEndPayload> {
    return endKey(ctx, id, input)
  }
}

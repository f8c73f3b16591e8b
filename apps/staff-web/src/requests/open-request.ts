import type { RequestDetailQuery } from '../generated/graphql.ts'

/** A request as its page has it. */
export type OpenRequest = NonNullable<RequestDetailQuery['request']>

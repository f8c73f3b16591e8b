import 'reflect-metadata'
import type { GraphQLSchema } from 'graphql'
import { buildSchemaSync } from 'type-graphql'
import { EntryResolver } from './interactions/entry.resolver.ts'
import { InteractionResolver } from './interactions/interaction.resolver.ts'
import { StaffMemberResolver, TeamResolver } from './staff/staff.resolver.ts'
import { TrackingResolver } from './tracking/tracking.resolver.ts'

/** Builds the schema from the classes; `schema.graphql` is written from it and reviewed as a file. */
export function makeSchema(): GraphQLSchema {
  return buildSchemaSync({
    resolvers: [EntryResolver, InteractionResolver, StaffMemberResolver, TeamResolver, TrackingResolver],
    // What people may send is checked by the domain, once.
    validate: false,
    // Every subscription reads the feed itself; TypeGraphQL only demands that something stands here.
    pubSub: { publish: unused, subscribe: unused },
  })
}

function unused(): never {
  throw new Error('Subscriptions read the feed (feed.ts); nothing is published past it')
}

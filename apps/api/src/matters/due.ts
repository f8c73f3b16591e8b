import { Property } from '@mikro-orm/decorators/legacy'
import type { Clock } from '@sila/domain/due'
import { Field, GraphQLISODateTime, ObjectType } from 'type-graphql'

@ObjectType({
  description: 'The clock of a promise: when the association owes the next thing, and whether it runs.',
  simpleResolvers: true,
})
export class Due {
  @Field(() => GraphQLISODateTime, {
    description: 'When it is due; while the clock is paused, when it would have been.',
  })
  at!: Date

  @Field(() => GraphQLISODateTime, { description: 'When the clock started.' })
  startedAt!: Date

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Since when it stands still, waiting for somebody else.',
  })
  pausedAt?: Date | null

  @Field(() => Boolean, { description: 'Whether what was promised has been done, in time or late.' })
  met!: boolean

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was done.' })
  metAt?: Date | null
}

/** The columns in which a matter keeps its clock. */
export abstract class Clocked {
  @Property({ type: 'datetime', nullable: true })
  dueAt?: Date | null

  @Property({ type: 'datetime', nullable: true })
  dueStartedAt?: Date | null

  @Property({ type: 'datetime', nullable: true })
  duePausedAt?: Date | null

  @Property({ type: 'datetime', nullable: true })
  dueMetAt?: Date | null
}

/** The clock of a matter as the domain counts with it; none where nothing was promised. */
export function clockOf(matter: Clocked): Clock | undefined {
  if (!matter.dueAt || !matter.dueStartedAt) return undefined
  return {
    startedAt: matter.dueStartedAt,
    dueAt: matter.dueAt,
    pausedAt: matter.duePausedAt,
    metAt: matter.dueMetAt,
  }
}

/** Writes the clock back into its columns. */
export function setClock(matter: Clocked, clock: Clock) {
  matter.dueStartedAt = clock.startedAt
  matter.dueAt = clock.dueAt
  matter.duePausedAt = clock.pausedAt ?? null
  matter.dueMetAt = clock.metAt ?? null
}

/** The clock as the outside sees it. */
export function dueOf(matter: Clocked): Due | null {
  const clock = clockOf(matter)
  return clock
    ? {
        at: clock.dueAt,
        startedAt: clock.startedAt,
        pausedAt: clock.pausedAt,
        met: Boolean(clock.metAt),
        metAt: clock.metAt,
      }
    : null
}

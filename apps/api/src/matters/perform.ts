import type { EntityManager } from '@mikro-orm/postgresql'
import type { Permission } from '@sila/domain/permission'
import type { Problem } from '@sila/domain/problem'
import { demand } from '../context.ts'
import type { Context } from '../context.ts'
import { notFound, Outdated } from '../errors.ts'
import { change } from '../events.ts'
import type { NewEvent, Outcome } from '../events.ts'
import { checkKey } from '../graphql/keys-check.ts'
import { mayOn } from '../visibility/visibility.ts'
import type { Matter } from './matter.ts'

/** What every act is asked with. */
export type Input = { clientMutationId: string; expectedVersion?: number }
/** What an act did, for the event. */
export type Deed = { type: string; visibility?: 'PUBLIC' | 'STAFF'; payload?: Record<string, unknown> }
/** One act: what it is called, who may do it, and what it does to the matter. */
export type Step<Kind extends Matter> = {
  name: string
  permission: Permission
  /** What the input itself has wrong; asked before anything is touched. */
  problems?: Problem[]
  work(matter: Kind, em: EntityManager): Promise<Deed> | Deed
}
/** What an act needs to know of the kind of its matter. */
export type Ways<Kind extends Matter> = {
  reading: Permission
  lock(em: EntityManager, id: string): Promise<Kind>
  eventOf(matter: Kind, deed: Deed): NewEvent
}

/** The way of every act of staff on one matter: permission, input, sight, version, work, event. */
export async function performOn<Kind extends Matter>(
  ctx: Context,
  { reading, lock, eventOf }: Ways<Kind>,
  id: string,
  input: Input,
  step: Step<Kind>,
): Promise<Outcome<{ id: string }>> {
  demand(ctx, step.permission)
  checkKey(input.clientMutationId)
  if (step.problems && step.problems.length > 0) return { done: false, problems: step.problems }

  return change(
    ctx,
    { name: step.name, key: input.clientMutationId, input: { id, ...input } },
    async (em) => {
      const matter = await lock(em, id)
      // Whoever may not see it is not told that it exists.
      if (!mayOn(ctx, reading, matter)) throw notFound()
      demand(ctx, step.permission, matter)
      if (input.expectedVersion !== undefined && input.expectedVersion !== matter.version)
        throw new Outdated(matter.version)
      const deed = await step.work(matter, em)
      return { result: { id }, event: eventOf(matter, deed) }
    },
  )
}

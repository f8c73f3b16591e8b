import type { Context } from '../context.ts'
import { signedOut } from '../errors.ts'
import { provenActor } from './beneficiary-session.ts'
import { inNameOf } from '../walls/actor.ts'
import type { ProvenActor } from './beneficiary-session.ts'

/** The surroundings of somebody who acts on their own record. */
export type ProvenContext = Context & { actor: ProvenActor }

/**
 * The same request in the name of the person who proved who they are, and of nobody else: a colleague who is signed in
 * on the same machine lends them nothing.
 */
export async function provenOrNobody(ctx: Context): Promise<ProvenContext | undefined> {
  const actor = ctx.actor.type === 'BENEFICIARY' ? ctx.actor : await provenActor(ctx.house, ctx.door)
  return actor && { ...inNameOf(ctx, actor), actor }
}

/**
 * Demands that somebody proved who they are.
 * @throws UNAUTHENTICATED
 */
export async function proven(ctx: Context): Promise<ProvenContext> {
  const own = await provenOrNobody(ctx)
  if (!own) throw signedOut()
  return own
}

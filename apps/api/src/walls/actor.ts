import { permissionsOf } from '@sila/domain/permission'
import type { Actor, Context } from '../context.ts'
import { makeLoaders } from '../loaders.ts'
import { system } from './session.ts'
import type { Session } from './session.ts'

/**
 * The same surroundings in an actor's name: whatever is read or done with them, the database shows what this actor may
 * see; of matters besides, the one that is brought or whose secret was shown.
 */
export function inNameOf<Around extends Omit<Context, 'actor' | 'loaders'>>(
  around: Around,
  actor: Actor,
  matterId?: string,
): Around & Pick<Context, 'actor' | 'loaders'> {
  const house = { ...around.house, database: around.house.database.as(sessionOf(actor, matterId)) }
  return { ...around, house, actor, loaders: makeLoaders(house, actor) }
}

/** The database in the name of the house: for what it looks up, counts and notes by itself, whoever asks. */
export function ofHouse({ database }: Pick<Context['house'], 'database'>) {
  return database.as(system)
}

/** The same surroundings for an act of somebody that reaches further than they see. */
export function byHouse(ctx: Context): Context {
  return { ...ctx, house: { ...ctx.house, database: ofHouse(ctx.house) } }
}

function sessionOf(actor: Actor, matterId?: string): Session {
  if (actor.type === 'SYSTEM') return system
  if (actor.type === 'GUEST') return { actor: 'GUEST', matterId }
  if (actor.type === 'BENEFICIARY')
    return { actor: 'BENEFICIARY', beneficiaryId: actor.beneficiaryId, matterId }
  const { id, grants, teamIds } = actor.staff.viewer
  const permissions = permissionsOf(actor.staff.viewer)
  return { actor: 'STAFF', staffId: id, scope: grants.scope, teamIds, permissions, matterId }
}

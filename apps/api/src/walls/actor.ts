import { permissionsOf } from '@sila/domain/permission'
import type { Actor } from '../actors/actor.ts'
import type { Database } from '../database/database.ts'
import { system } from './session.ts'
import type { Session } from './session.ts'

/** Surroundings in which there is a database. */
type Around = { house: { database: Database } }

/**
 * The same surroundings in an actor's name: whatever is read or done with them, the database shows what this actor may
 * see; of matters besides, the one that is brought or whose secret was shown.
 */
export function inNameOf<Given extends Around>(
  around: Given,
  actor: Actor,
  matterId?: string,
): Given & { actor: Actor } {
  const house = { ...around.house, database: around.house.database.as(sessionOf(actor, matterId)) }
  return { ...around, house, actor }
}

/** The database in the name of the house: for what it looks up, counts and notes by itself, whoever asks. */
export function ofHouse({ database }: Around['house']): Database {
  return database.as(system)
}

/** The same surroundings for an act of somebody that reaches further than they see; by a key it writes nothing either. */
export function byHouse<Given extends Around & { actor: Actor }>(ctx: Given): Given {
  const database = ctx.house.database.as({ ...system, ...readingOf(ctx.actor) })
  return { ...ctx, house: { ...ctx.house, database } }
}

/**
 * Whoever brings something, as nobody in particular: what a person sent while they were proven, and sends once more when
 * that is over or before it began, is the same act.
 */
export function asBringer<Given extends Around & { actor: Actor }>(ctx: Given): Given {
  return ctx.actor.type === 'BENEFICIARY' ? inNameOf(ctx, { type: 'GUEST' }) : ctx
}

function sessionOf(actor: Actor, matterId?: string): Session {
  if (actor.type === 'SYSTEM') return system
  if (actor.type === 'GUEST') return { actor: 'GUEST', matterId }
  if (actor.type === 'BENEFICIARY')
    return { actor: 'BENEFICIARY', beneficiaryId: actor.beneficiaryId, matterId }
  const { id, grants, teamIds } = actor.staff.viewer
  const whole = { staffId: id, scope: grants.scope, teamIds, permissions: permissionsOf(actor.staff.viewer) }
  if (grants.masked) return { actor: 'MASKED', ...whole, ...readingOf(actor) }
  return { actor: 'STAFF', ...whole, matterId, ...readingOf(actor) }
}

function readingOf(actor: Actor) {
  return actor.type === 'STAFF' && actor.key ? { readsOnly: true } : {}
}

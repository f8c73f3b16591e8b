import { permissionsOf } from '@sila/domain/permission'
import type { Actor, Context } from '../context.ts'
import { read } from '../database/database.ts'
import { makeLoaders } from '../loaders.ts'
import type { StaffMember } from '../staff/staff-member.entity.ts'
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

/** The same surroundings for an act of somebody that reaches further than they see; by a key it writes nothing either. */
export function byHouse(ctx: Context): Context {
  const database = ctx.house.database.as({ ...system, ...readingOf(ctx.actor) })
  return { ...ctx, house: { ...ctx.house, database } }
}

/**
 * Whoever brings something, as nobody in particular: what a person sent while they were proven, and sends once more when
 * that is over or before it began, is the same act.
 */
export function asBringer(ctx: Context): Context {
  return ctx.actor.type === 'BENEFICIARY' ? inNameOf(ctx, { type: 'GUEST' }) : ctx
}

/** Whether a member of staff sees a matter now: asked of the database itself before a live event is delivered. */
export async function seesMatter(
  ctx: Context,
  staff: StaffMember,
  table: 'interaction' | 'request',
  id: string,
): Promise<boolean> {
  const { house } = inNameOf(ctx, { type: 'STAFF', staff })
  const rows = await read(house.database.pool, {
    ...{ name: `sees-${table}`, text: `select from ${table} where id = $1`, values: [id] },
  })
  return rows.length === 1
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

import type { Written } from './audit/written.ts'
import { can } from '@sila/domain/permission'
import type { Guarded, Permission } from '@sila/domain/permission'
import type { Calendar } from '@sila/domain/calendar'
import { narrowed } from './actors/narrow.ts'
import type { Actor } from './actors/actor.ts'
import type { Budgets } from './limits/budgets.ts'
import type { Database } from './database/database.ts'
import { forbidden, signedOut } from './errors.ts'
import type { Feed } from './feed/feed.ts'
import type { Files } from './files/files.ts'
import type { Jobs } from './jobs.ts'
import type { Keys } from './keys/keys.ts'
import type { Looks } from './privacy/looks.ts'
import type { Seals } from './keys/seal.ts'
import { innerDoor } from './http/network.ts'
import type { Door } from './http/network.ts'
import type { Trust } from './http/proxies.ts'
import type { Carriers } from './outbox/carriers.ts'
import type { RateLimits } from './limits/rate-limits.ts'
import { inNameOf } from './walls/actor.ts'
import type { StaffMember } from './staff/staff-member.entity.ts'
import type { Directory } from './staff/directory.ts'

/** What all requests share: made once, when the process starts. */
export type House = {
  database: Database
  feed: Feed
  jobs: Jobs
  keys: Keys
  /** The keys that the keys of persons hang on. */
  seals: Seals
  limits: RateLimits
  budgets: Budgets
  carriers: Carriers
  directory: Directory
  /** What was written into the audit trail and is not sealed yet. */
  written: Written
  looks: Looks
  files: Files
  calendar: Calendar
  now(): Date
  /** Where backups lie, and the journal of erasures beside them; nowhere where nothing is named. */
  backups?: string | undefined
  /** The file in which the head of the audit trail is written down, outside of the database. */
  auditHead?: string | undefined
  /** Which proxies may say for whom they ask. */
  trusts: Trust
  /** False only in the specs that show that the second wall holds alone. */
  guarded: boolean
}

/** One request's surroundings. */
export type Context = {
  house: House
  actor: Actor
  /** Language in which problems are told. */
  language: string
  /** By where the request came in. */
  door: Door
  now: Date
}

/** Makes the surroundings of one request. */
export function makeContext(house: House, actor: Actor, language: string, door = innerDoor): Context {
  return inNameOf({ house, language, door, now: house.now() }, actor)
}

/**
 * Demands a permission of whoever is signed in: on this matter, where one is given.
 * @throws UNAUTHENTICATED or FORBIDDEN
 */
export function demand(ctx: Context, permission: Permission, matter?: Guarded): StaffMember {
  if (ctx.actor.type !== 'STAFF') throw signedOut()
  if (ctx.house.guarded && !can(ctx.actor.staff.viewer, permission, matter)) throw forbidden()
  return ctx.actor.staff
}

/** Whoever asks as they may do things now, by a key no more than the key; nothing where they left. */
export async function staffNow(ctx: Context): Promise<StaffMember | undefined> {
  const { actor } = ctx
  if (actor.type !== 'STAFF') return undefined
  const staff = (await ctx.house.directory.staff()).get(actor.staff.id)
  if (!staff?.active) return undefined
  return actor.key ? narrowed(staff, actor.key) : staff
}

/** Whether somebody may still be told of it live: they may see it, and see it unmasked. */
export function mayFollow({ viewer }: StaffMember, permission: Permission): boolean {
  return !viewer.grants.masked && can(viewer, permission)
}

/** The same surroundings with what the person may do now; null where the person left or may not do it any more. */
export async function askedAgain(ctx: Context, permission: Permission): Promise<Context | null> {
  const staff = await staffNow(ctx)
  if (ctx.actor.type !== 'STAFF' || !staff || !mayFollow(staff, permission)) return null
  return inNameOf(ctx, { ...ctx.actor, staff })
}

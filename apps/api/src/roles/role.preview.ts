import { accessOf } from '@sila/domain/permission'
import type { Grants, Permission, Role as RoleKey, Viewer } from '@sila/domain/permission'
import { checkDraft, differenceOf, grantsDrawn, grantsOf } from '@sila/domain/role'
import { isMasked } from '../actors/actor.ts'
import { isId } from '../graphql/connection.ts'
import { demand } from '../context.ts'
import type { Context } from '../context.ts'
import { composed, read } from '../database/database.ts'
import { badArgument, notFound } from '../errors.ts'
import { noteEvent } from '../events.ts'
import { isMet } from '../policies/check.ts'
import { maskOf } from '../policies/masks.ts'
import { policies } from '../policies/table.ts'
import { teamsWithin } from '../staff/directory.ts'
import type { StaffMember } from '../staff/staff-member.entity.ts'
import { visibleWhere } from '../visibility/visibility.ts'
import { inNameOf, ofHouse } from '../walls/actor.ts'
import { drawnOf } from './role.rows.ts'
import type { RoleRow } from './role.rows.ts'
import type { PreviewFields, PreviewMatter, RolePreview, RolePreviewInput } from './role.types.ts'

const nobody = '00000000-0000-0000-0000-000000000000'
const mostMatters = 20

/**
 * What somebody would see with a role: counted by the very rules and walls that hold for everybody, in the eyes of
 * somebody who is made up or who works here. Nothing is done in their name, and that it was looked is an event.
 */
export async function previewRole(ctx: Context, input: RolePreviewInput): Promise<RolePreview> {
  demand(ctx, 'role.edit')
  if (input.grants && checkDraft(input.grants).length > 0)
    throw badArgument('grants must be such as roleEdit would take')
  const row = await roleOf(ctx, input.role)
  const holds = grantsOf(input.role, drawnOf(row))
  const draft = input.grants ? grantsDrawn(input.grants) : holds
  const person = await personOf(ctx, input)
  const [before, after] = [await eyesOf(ctx, person, person.held ?? holds), await eyesOf(ctx, person, draft)]
  await noteLook(ctx, row.id, input)
  const [interactions, requests, people] = await Promise.all([
    countBoth(ctx, before, after, 'interaction', 'interaction.read'),
    countBoth(ctx, before, after, 'request', 'request.read'),
    countBoth(ctx, before, after, 'beneficiary', 'beneficiary.read'),
  ])
  return {
    ...{ interactions, requests, people, matters: await mattersOf(ctx, after) },
    ...differenceOf(before.viewer.grants, after.viewer.grants),
    ...{ fields: fieldsBetween(before, after), masked: draft.masked ?? false },
  }
}

type Person = { id: string; teamId: string | null; held?: Grants; member: StaffMember | undefined }
/** Somebody's surroundings, as whom the database answers. */
type Eyes = Context & { viewer: Viewer; staff: StaffMember }

async function roleOf(ctx: Context, key: RoleKey): Promise<RoleRow> {
  const [row] = await read<RoleRow>(ctx.house.database.pool, {
    ...{
      name: 'role-by-key',
      text: 'select id, key, scope, permissions, masked, version from role where key = $1',
    },
    values: [key],
  })
  if (!row) throw notFound()
  return row
}

async function personOf(ctx: Context, { staffId, teamId }: RolePreviewInput): Promise<Person> {
  if (!staffId) return { id: nobody, teamId: teamId && isId(teamId) ? teamId : null, member: undefined }
  const member = (await ctx.house.directory.staff()).get(staffId)
  if (!member) throw notFound()
  return { id: member.id, teamId: member.teamId ?? null, held: member.viewer.grants, member }
}

async function eyesOf(ctx: Context, { id, teamId, member }: Person, grants: Grants): Promise<Eyes> {
  const near = await read<{ id: string }>(ctx.house.database.pool, {
    name: 'teams-near',
    text: 'select n.id from team t join team n on n.department_id = t.department_id where t.id = $1 order by n.id',
    values: [teamId],
  })
  const teamIds = teamsWithin(
    grants.scope,
    teamId,
    near.map((team) => team.id),
  )
  const viewer = { id, grants, teamIds }
  const made = {
    userId: '',
    name: '',
    email: '',
    role: 'OFFICER',
    languages: [],
    availability: 'OFFLINE',
  } as const
  const staff: StaffMember = {
    ...(member ?? { ...made, languages: [], id, active: true, roleVersion: 0 }),
    ...{ viewer, openings: [] },
  }
  return { ...inNameOf(ctx, { type: 'STAFF', staff }), viewer, staff }
}

async function countBoth(ctx: Context, before: Eyes, after: Eyes, table: string, permission: Permission) {
  const [now, drawn] = await Promise.all([before, after].map((eyes) => count(ctx, eyes, table, permission)))
  return { now: now ?? 0, drawn: drawn ?? 0 }
}

// Both walls are asked: the rules as conditions, and the rows of the database in the eyes of the person.
async function count(ctx: Context, eyes: Eyes, table: string, permission: Permission): Promise<number> {
  const values: unknown[] = []
  const param = (value: unknown) => `$${values.push(value)}`
  const where =
    table === 'beneficiary'
      ? [String(accessOf(eyes.viewer).can(permission, 'House'))]
      : [...visibleWhere(eyes, permission, 't', param), complaintsSeen(ctx, permission, param)]
  const text = `select count(*)::int as n from ${table} t where ${['true', ...where].join(' and ')}`
  const [row] = await read<{ n: number }>(eyes.house.database.pool, composed(text, values))
  return row?.n ?? 0
}

// The eyes of two people differ by what complains of each: of that, whoever asks is told no number but of what they see.
function complaintsSeen(ctx: Context, permission: Permission, param: (value: unknown) => string): string {
  const seen = ['true', ...visibleWhere(ctx, permission, 't', param)].join(' and ')
  return `(t.about_staff_id is null or (${seen}))`
}

// Whoever asks is shown no matter that they could not see themself.
async function mattersOf(ctx: Context, eyes: Eyes): Promise<PreviewMatter[]> {
  const found = await Promise.all([
    newest(ctx, eyes, 'interaction', 'interaction.read'),
    newest(ctx, eyes, 'request', 'request.read'),
  ])
  return found
    .flat()
    .toSorted((a, b) => b.lastActivityAt.getTime() - a.lastActivityAt.getTime())
    .slice(0, mostMatters)
}

function newest(ctx: Context, eyes: Eyes, table: string, permission: Permission): Promise<PreviewMatter[]> {
  const values: unknown[] = []
  const param = (value: unknown) => `$${values.push(value)}`
  const both = [...visibleWhere(ctx, permission, 't', param), ...visibleWhere(eyes, permission, 't', param)]
  const text = `select id, reference, last_activity_at as "lastActivityAt" from ${table} t
    where ${['true', ...both].join(' and ')} order by last_activity_at desc, id desc limit ${mostMatters}`
  return read(ctx.house.database.pool, composed(text, values))
}

type Sight = 'OPEN' | 'MASKED' | 'CLOSED'

function fieldsBetween(before: Eyes, after: Eyes): PreviewFields[] {
  return Object.entries(policies).flatMap(([type, fields]) => {
    const names = Object.keys(fields).toSorted()
    const now = (field: string) => sightOf(before, type, field)
    const drawn = (field: string) => sightOf(after, type, field)
    const opened = names.filter((field) => drawn(field) === 'OPEN' && now(field) !== 'OPEN')
    const closed = names.filter((field) => drawn(field) === 'CLOSED' && now(field) !== 'CLOSED')
    const masked = names.filter((field) => drawn(field) === 'MASKED')
    return opened.length + closed.length + masked.length > 0 ? [{ type, opened, closed, masked }] : []
  })
}

// The policy says whether a field is shown at all, the mask what of it masked eyes get.
function sightOf({ actor }: Eyes, type: string, field: string): Sight {
  if (!isMet(policies[type]?.[field] ?? 'NOBODY', actor)) return 'CLOSED'
  switch (isMasked(actor) ? maskOf(type, field) : 'CLEAR') {
    case 'CLEAR':
    case 'SEALED':
      return 'OPEN'
    case 'REFUSED':
      return 'CLOSED'
    case 'BLANK':
    case 'PSEUDONYM':
    case 'MONTH':
      return 'MASKED'
  }
}

// Not an act with a key: whoever looks twice has looked twice.
async function noteLook(ctx: Context, roleId: string, { role, staffId, grants }: RolePreviewInput) {
  const payload = { role, ...(staffId ? { staff: staffId } : {}), draft: Boolean(grants) }
  await noteEvent(ctx, ofHouse(ctx.house).pool, {
    ...{ aggregate: 'role', aggregateId: roleId, type: 'role.previewed', visibility: 'STAFF', payload },
  })
}

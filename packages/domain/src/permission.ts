import { createMongoAbility } from '@casl/ability'
import type { MongoAbility, RawRuleOf } from '@casl/ability'

/** How far a role sees among matters that belong to somebody: its own, its team's, its department's, all. */
export const scopes = ['OWN', 'TEAM', 'DEPARTMENT', 'ALL'] as const
/** How far a role sees. */
export type Scope = (typeof scopes)[number]

/** Everything that a role may be allowed. Those on a matter reach as far as the role's scope; the others hold everywhere. */
export const permissions = {
  'interaction.read': 'MATTER',
  'interaction.record': 'HOUSE',
  'interaction.answer': 'MATTER',
  'interaction.note': 'MATTER',
  'interaction.assign': 'MATTER',
  'interaction.close': 'MATTER',
  'interaction.merge': 'MATTER',
  'suggestion.decide': 'MATTER',
  'request.read': 'MATTER',
  'request.review': 'MATTER',
  'request.decide': 'MATTER',
  'request.fulfil': 'MATTER',
  // Closes a matter that proves sensitive, before whoever decides of it draws the circle; opens none again.
  'matter.shield': 'MATTER',
  // Draws the circle of those who need to know of a matter.
  'matter.protect': 'MATTER',
  // Lifts the circle: whoever answers for the whole house.
  'sensitive.read': 'HOUSE',
  'beneficiary.read': 'HOUSE',
  'beneficiary.edit': 'HOUSE',
  // Figures; the engine suppresses small groups, so no person is behind a number.
  'report.read': 'HOUSE',
  // Takes figures, or masked matters, out of the house as a file; each time is written down.
  'report.export': 'HOUSE',
  'survey.read': 'HOUSE',
  'explorer.use': 'HOUSE',
  'staff.read': 'HOUSE',
  'staff.manage': 'HOUSE',
  'role.edit': 'HOUSE',
  'channel.read': 'HOUSE',
  'channel.edit': 'HOUSE',
  'policy.edit': 'HOUSE',
  'knowledge.edit': 'HOUSE',
  'apikey.manage': 'HOUSE',
  'privacy.read': 'HOUSE',
  'privacy.act': 'HOUSE',
  'person.export': 'HOUSE',
  'person.erase': 'HOUSE',
  'breakglass.use': 'HOUSE',
} as const satisfies Record<string, 'MATTER' | 'HOUSE'>

/** The name of something that a role may or may not do. */
export type Permission = keyof typeof permissions

const everyone = ['staff.read', 'channel.read'] as const
const reception = [
  ...everyone,
  ...(['interaction.read', 'interaction.record', 'interaction.note', 'interaction.assign'] as const),
  ...(['beneficiary.read', 'beneficiary.edit', 'request.read', 'matter.shield'] as const),
] as const
const desk = [
  ...reception,
  ...(['interaction.answer', 'interaction.close', 'request.review', 'request.fulfil'] as const),
] as const
const figures = ['report.read', 'report.export', 'survey.read', 'explorer.use'] as const
const lead = [
  ...desk,
  ...figures,
  ...([
    'interaction.merge',
    'suggestion.decide',
    'request.decide',
    'matter.protect',
    'breakglass.use',
  ] as const),
] as const

// To read, and to write down what was done. Nothing by which an hour would become for ever: no taking, no circle.
const forEmergencies = ['interaction.read', 'interaction.note', 'request.read'] as const
const isForEmergencies = (name: Permission) => forEmergencies.some((each) => each === name)

/** What a role is: what it may do, and how far it sees. */
export type Grants = {
  readonly scope: Scope
  readonly permissions: readonly Permission[]
  /** Reads row by row with everything personal blanked, and can do no act. */
  readonly masked?: boolean
}

/** All that a masked role may hold: it reads and counts, and does nothing about a matter or a person. */
export const maskedPermissions: readonly Permission[] = [
  ...(['interaction.read', 'request.read', 'beneficiary.read', 'staff.read', 'channel.read'] as const),
  ...(['report.read', 'report.export', 'survey.read', 'explorer.use'] as const),
]

/** The roles of an association as it begins, on one page; each may be changed. The API enforces, screens only hide. */
export const defaultRoles = {
  RECEPTIONIST: { scope: 'TEAM', permissions: reception },
  OFFICER: { scope: 'DEPARTMENT', permissions: desk },
  SUPERVISOR: { scope: 'DEPARTMENT', permissions: lead },
  DEPARTMENT_HEAD: { scope: 'DEPARTMENT', permissions: [...lead, 'policy.edit'] },
  DIRECTOR: { scope: 'ALL', permissions: [...lead, 'policy.edit', 'sensitive.read'] },
  // Reads row by row what it counts, and nobody in it.
  ANALYST: {
    scope: 'ALL',
    masked: true,
    permissions: [
      ...everyone,
      ...figures,
      ...(['interaction.read', 'request.read', 'beneficiary.read'] as const),
    ],
  },
  PRIVACY_OFFICER: {
    scope: 'ALL',
    permissions: [
      ...everyone,
      ...(['beneficiary.read', 'report.read', 'privacy.read', 'privacy.act'] as const),
      ...(['person.export', 'person.erase'] as const),
    ],
  },
  KNOWLEDGE_EDITOR: { scope: 'ALL', permissions: [...everyone, 'knowledge.edit'] },
  ADMINISTRATOR: {
    scope: 'ALL',
    permissions: [
      ...lead,
      ...(['policy.edit', 'channel.edit', 'knowledge.edit'] as const),
      ...(['staff.manage', 'role.edit', 'apikey.manage'] as const),
    ],
  },
} as const satisfies Record<string, Grants>

/** One of the roles of staff. */
export type Role = keyof typeof defaultRoles
/** The roles of staff. */
export const roles = keysOf(defaultRoles)
/** Everything that can be allowed. */
export const permissionNames = keysOf(permissions)

/** Why only some may know of a matter. */
export const sensitivities = ['COUNSELLING', 'NEW_MUSLIM', 'STAFF_COMPLAINT'] as const
/** Why only some may know of a matter. */
export type Sensitivity = (typeof sensitivities)[number]

/** Who looks: a member of staff with the role's grants and the teams inside its scope. */
export type Viewer = {
  readonly id: string
  readonly grants: Grants
  readonly teamIds: readonly string[]
  /** The matters that the viewer has opened in an emergency, for as long as that lasts. */
  readonly opened?: readonly string[]
}

/** What of a matter decides who may see it. */
export type Guarded = {
  /** Which matter it is; by it alone is known what was opened in an emergency. */
  id?: string | null
  assigneeId?: string | null
  teamId?: string | null
  sensitivity?: string | null
  /** Who needs to know of a sensitive matter besides whoever owns it. */
  circle?: readonly string[] | null
  /** Of whom of the staff it complains. */
  aboutStaffId?: string | null
}

/** The rules of a viewer as CASL holds them; the API makes its SQL conditions of the same rules. */
export type Access = MongoAbility<[Permission, 'House' | 'Matter' | Guarded]>

const known = new WeakMap<Viewer, Access>()

/** What the viewer may do, on what. */
export function accessOf(viewer: Viewer): Access {
  const made = known.get(viewer)
  if (made) return made
  const access = createMongoAbility<Access>(rulesOf(viewer), { detectSubjectType: () => 'Matter' })
  known.set(viewer, access)
  return access
}

/**
 * Whether the viewer may do it: on this matter where one is given, otherwise on anything at all.
 * A complaint never reaches the person it is about, whatever the role.
 */
export function can(viewer: Viewer, permission: Permission, matter?: Guarded): boolean {
  if (permissions[permission] === 'HOUSE') return accessOf(viewer).can(permission, 'House')
  return accessOf(viewer).can(permission, matter ? guardedOf(matter) : 'Matter')
}

// What is missing is none: a rule about "none" must find it.
function guardedOf({ id, assigneeId, teamId, sensitivity, circle, aboutStaffId }: Guarded): Guarded {
  return {
    ...{
      id: id ?? null,
      assigneeId: assigneeId ?? null,
      teamId: teamId ?? null,
      sensitivity: sensitivity ?? null,
    },
    ...{ circle: circle ?? [], aboutStaffId: aboutStaffId ?? null },
  }
}

/** Everything that the viewer may do somewhere. */
export function permissionsOf(viewer: Viewer): Permission[] {
  return permissionNames.filter((permission) => can(viewer, permission))
}

function rulesOf({ id, grants, teamIds, opened = [] }: Viewer): RawRuleOf<Access>[] {
  const allowed = grants.permissions.filter(
    (name) => Object.hasOwn(permissions, name) && (!grants.masked || maskedPermissions.includes(name)),
  )
  const onMatters = allowed.filter((name) => permissions[name] === 'MATTER')
  const rules: RawRuleOf<Access>[] = [
    { action: allowed.filter((name) => permissions[name] === 'HOUSE'), subject: 'House' },
    ...reachOf(grants.scope, id, [...teamIds]).map((conditions) => ({
      ...{ action: onMatters, subject: 'Matter' as const },
      ...(conditions ? { conditions } : {}),
    })),
  ]
  // What comes later takes away from what was allowed before.
  if (!allowed.includes('sensitive.read')) rules.push({ ...beyondCircle(id), action: onMatters })
  if (allowed.includes('breakglass.use') && opened.length > 0)
    rules.push({
      ...{ action: onMatters.filter((name) => isForEmergencies(name)), subject: 'Matter' },
      conditions: { id: { $in: [...opened] } },
    })
  // Whoever closes a matter does that once: what is closed is drawn anew, or opened, by those who draw circles.
  rules.push({ ...ofSensitive, action: onMatters.filter((name) => name === 'matter.shield') })
  // Masked eyes see no sensitive matter, not even their own: that it is one tells already.
  if (grants.masked) rules.push({ ...ofSensitive, action: onMatters })
  rules.push({ action: onMatters, subject: 'Matter', inverted: true, conditions: { aboutStaffId: id } })
  return rules.filter(({ action }) => action.length > 0)
}

// Each alone is enough. What belongs to no team yet lies open to everybody who may read: somebody has to take it.
function reachOf(scope: Scope, id: string, teamIds: string[]) {
  const mine = { assigneeId: id }
  switch (scope) {
    case 'OWN':
      return [mine, { assigneeId: null, teamId: null }, { assigneeId: null, teamId: { $in: teamIds } }]
    case 'TEAM':
    case 'DEPARTMENT':
      return [mine, { teamId: null }, { teamId: { $in: teamIds } }]
    case 'ALL':
      return [undefined]
  }
}

const ofSensitive = {
  subject: 'Matter',
  inverted: true,
  conditions: { sensitivity: { $ne: null } },
} as const

function beyondCircle(id: string) {
  const conditions = { sensitivity: { $ne: null }, assigneeId: { $ne: id }, circle: { $ne: id } }
  return { subject: 'Matter', inverted: true, conditions } as const
}

function keysOf<Key extends string>(table: Readonly<Record<Key, unknown>>): Key[] {
  const isKey = (name: string): name is Key => Object.hasOwn(table, name)
  return Object.keys(table).filter(isKey)
}

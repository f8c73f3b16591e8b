/** Who works here: the first four roles (a later issue adds scopes and conditions). */
export const roles = ['OFFICER', 'SUPERVISOR', 'ANALYST', 'ADMINISTRATOR'] as const

/** One of the roles of staff. */
export type Role = (typeof roles)[number]

const everyone = ['OFFICER', 'SUPERVISOR', 'ANALYST', 'ADMINISTRATOR'] as const
const desk = ['OFFICER', 'SUPERVISOR', 'ADMINISTRATOR'] as const
const lead = ['SUPERVISOR', 'ADMINISTRATOR'] as const

/** Who may do what, on one page; the API enforces it, screens only hide. */
export const permissions = {
  'interaction.read': desk,
  'interaction.record': desk,
  'interaction.answer': desk,
  'interaction.note': desk,
  'interaction.assign': desk,
  'interaction.close': desk,
  'interaction.merge': lead,
  'suggestion.decide': lead,
  'beneficiary.read': desk,
  'beneficiary.edit': desk,
  'request.read': desk,
  'request.review': desk,
  'request.decide': lead,
  'request.fulfil': desk,
  // Analysts see figures; the engine suppresses small groups, so no person is behind a number.
  'report.read': ['SUPERVISOR', 'ANALYST', 'ADMINISTRATOR'],
  'survey.read': ['SUPERVISOR', 'ANALYST', 'ADMINISTRATOR'],
  'staff.read': everyone,
  'channel.read': everyone,
  'channel.edit': ['ADMINISTRATOR'],
  'policy.edit': ['ADMINISTRATOR'],
  'explorer.use': ['SUPERVISOR', 'ANALYST', 'ADMINISTRATOR'],
} as const satisfies Record<string, readonly Role[]>

/** The name of something that a role may or may not do. */
export type Permission = keyof typeof permissions

/** Whether the role may do it. */
export function can(role: Role, permission: Permission): boolean {
  const allowed: readonly Role[] = permissions[permission]
  return allowed.includes(role)
}

/** Everything that the role may do. */
export function permissionsOf(role: Role): Permission[] {
  return permissionNames.filter((permission) => can(role, permission))
}

const permissionNames = Object.keys(permissions).filter(isPermission)

function isPermission(name: string): name is Permission {
  return Object.hasOwn(permissions, name)
}

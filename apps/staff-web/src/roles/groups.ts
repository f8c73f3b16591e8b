import { maskedPermissions, permissionNames, type Permission } from '@sila/domain/permission'

/** Under which heading a permission stands, in the order of the page. */
export const groupNames = [
  'matters',
  'requests',
  'people',
  'sensitive',
  'figures',
  'house',
  'privacy',
] as const
type Group = (typeof groupNames)[number]

const groupOf = {
  'interaction.read': 'matters',
  'interaction.record': 'matters',
  'interaction.answer': 'matters',
  'interaction.note': 'matters',
  'interaction.assign': 'matters',
  'interaction.close': 'matters',
  'interaction.merge': 'matters',
  'suggestion.decide': 'matters',
  'request.read': 'requests',
  'request.review': 'requests',
  'request.decide': 'requests',
  'request.fulfil': 'requests',
  'beneficiary.read': 'people',
  'beneficiary.edit': 'people',
  'matter.shield': 'sensitive',
  'matter.protect': 'sensitive',
  'sensitive.read': 'sensitive',
  'breakglass.use': 'sensitive',
  'report.read': 'figures',
  'report.export': 'figures',
  'survey.read': 'figures',
  'explorer.use': 'figures',
  'staff.read': 'house',
  'staff.manage': 'house',
  'role.edit': 'house',
  'channel.read': 'house',
  'channel.edit': 'house',
  'policy.edit': 'house',
  'knowledge.edit': 'house',
  'apikey.manage': 'house',
  'privacy.read': 'privacy',
  'privacy.act': 'privacy',
  'person.export': 'privacy',
  'person.erase': 'privacy',
} as const satisfies Record<Permission, Group>

/** The permissions under a heading, in the order of the domain. */
export const permissionsIn = (group: Group): Permission[] =>
  permissionNames.filter((name) => groupOf[name] === group)

/** Whether a masked role may hold it. */
export const isForMasked = (name: string): boolean => maskedPermissions.some((reading) => reading === name)

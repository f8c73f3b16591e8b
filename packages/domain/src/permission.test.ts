import { describe, expect, test } from 'vitest'
import {
  can,
  defaultRoles,
  maskedPermissions,
  permissionNames,
  permissionsOf,
  permissions,
  roles,
} from './permission.ts'
import type { Grants, Guarded, Permission, Role, Scope, Viewer } from './permission.ts'

const me = 'me'
const viewer = (role: Role, more: Partial<Viewer> = {}): Viewer => ({
  ...{ id: me, grants: defaultRoles[role], teamIds: ['ours', 'near'] },
  ...more,
})
const reader = (scope: Scope, ...more: Permission[]): Viewer => ({
  ...viewer('OFFICER'),
  grants: { scope, permissions: ['interaction.read', ...more] },
})

describe('roles', () => {
  test('analysts read masked, and do nothing', () => {
    const grants: Grants = defaultRoles.ANALYST
    expect(grants.masked).toBe(true)
    const held = permissionsOf(viewer('ANALYST'))
    expect(held.toSorted()).toEqual([...maskedPermissions].toSorted())
    expect(roles.filter((role) => 'masked' in defaultRoles[role])).toEqual(['ANALYST'])
  })

  test('masked eyes see no sensitive matter, not even their own or one in whose circle they are', () => {
    const masked: Viewer = {
      ...viewer('DIRECTOR'),
      grants: { scope: 'ALL', permissions: ['interaction.read', 'sensitive.read'], masked: true },
    }
    expect(can(masked, 'interaction.read', { assigneeId: me })).toBe(true)
    const hidden = { sensitivity: 'COUNSELLING', assigneeId: me, circle: [me] }
    expect(can(masked, 'interaction.read', hidden)).toBe(false)
    expect(can(masked, 'sensitive.read')).toBe(false)
  })

  test('officers read no ratings, decide nothing for the house and manage nobody', () => {
    const held = permissionsOf(viewer('OFFICER'))
    for (const name of ['survey.read', 'request.decide', 'suggestion.decide', 'staff.manage', 'explorer.use'])
      expect(held).not.toContain(name)
    expect(held).toContain('interaction.answer')
  })

  test('receptionists take matters in and pass them on, but answer none', () => {
    const held = permissionsOf(viewer('RECEPTIONIST'))
    expect(held).toEqual(expect.arrayContaining(['interaction.record', 'interaction.assign']))
    expect(held).not.toContain('interaction.answer')
  })

  test('each of the sensitive permissions has exactly the roles that were meant', () => {
    const holders = (name: Permission) => roles.filter((role) => can(viewer(role), name))
    expect(holders('sensitive.read')).toEqual(['DIRECTOR'])
    // Whoever meets a matter first may close it; those who decide draw its circle and open it again.
    const deciders = ['SUPERVISOR', 'DEPARTMENT_HEAD', 'DIRECTOR', 'ADMINISTRATOR']
    expect(holders('matter.shield')).toEqual(['RECEPTIONIST', 'OFFICER', ...deciders])
    expect(holders('matter.protect')).toEqual(deciders)
    expect(holders('person.export')).toEqual(['PRIVACY_OFFICER'])
    expect(holders('person.erase')).toEqual(['PRIVACY_OFFICER'])
    expect(holders('privacy.read')).toEqual(['PRIVACY_OFFICER'])
    expect(holders('staff.manage')).toEqual(['ADMINISTRATOR'])
    expect(holders('channel.edit')).toEqual(['ADMINISTRATOR'])
    expect(holders('policy.edit')).toEqual(['DEPARTMENT_HEAD', 'DIRECTOR', 'ADMINISTRATOR'])
    expect(holders('breakglass.use')).toEqual(['SUPERVISOR', 'DEPARTMENT_HEAD', 'DIRECTOR', 'ADMINISTRATOR'])
  })

  test('nobody holds what is not in the table, and a role without permissions may do nothing', () => {
    for (const role of roles)
      for (const name of defaultRoles[role].permissions) expect(permissionNames).toContain(name)
    const none = viewer('OFFICER', { grants: { scope: 'ALL', permissions: [] } })
    expect(permissionsOf(none)).toEqual([])
    expect(permissionNames.some((name) => can(none, name, { assigneeId: me }))).toBe(false)
  })
})

describe('scope', () => {
  const mine: Guarded = { assigneeId: me, teamId: 'far' }
  const pool: Guarded = {}
  const ourPool: Guarded = { teamId: 'ours' }
  const colleague: Guarded = { assigneeId: 'other', teamId: 'ours' }
  const far: Guarded = { assigneeId: 'other', teamId: 'far' }
  const loose: Guarded = { assigneeId: 'other' }
  const all = [mine, pool, ourPool, colleague, far, loose]
  const seen = (scope: Scope) => all.map((matter) => can(reader(scope), 'interaction.read', matter))

  test('own: what is mine, and what nobody has taken in my team or in none', () => {
    expect(seen('OWN')).toEqual([true, true, true, false, false, false])
  })
  test('team and department: all of the teams inside, what has no team, and what is mine', () => {
    expect(seen('TEAM')).toEqual([true, true, true, true, false, true])
    expect(seen('DEPARTMENT')).toEqual(seen('TEAM'))
  })
  test('all: everything', () => {
    expect(seen('ALL')).toEqual([true, true, true, true, true, true])
  })
  test('reaches no further for acts than for reading, and not at all without the permission', () => {
    const officer = viewer('OFFICER')
    for (const name of permissionNames.filter((each) => permissions[each] === 'MATTER'))
      expect(can(officer, name, far)).toBe(false)
    expect(can(reader('ALL'), 'interaction.answer', mine)).toBe(false)
  })
  test('means nothing for what belongs to nobody', () => {
    expect(can(viewer('OFFICER'), 'beneficiary.read', far)).toBe(true)
  })
})

describe('a sensitive matter', () => {
  const sensitive: Guarded = { assigneeId: 'other', teamId: 'ours', sensitivity: 'COUNSELLING' }
  test('is hidden from everybody outside of its circle, at every scope', () => {
    for (const scope of ['OWN', 'TEAM', 'DEPARTMENT', 'ALL'] as const)
      expect(can(reader(scope), 'interaction.read', sensitive)).toBe(false)
  })
  test('is open to its owner, its circle, and whoever answers for the house', () => {
    expect(can(reader('TEAM'), 'interaction.read', { ...sensitive, assigneeId: me })).toBe(true)
    expect(can(reader('TEAM'), 'interaction.read', { ...sensitive, circle: ['x', me] })).toBe(true)
    expect(can(reader('TEAM'), 'interaction.read', { ...sensitive, circle: ['x'] })).toBe(false)
    expect(can(reader('ALL', 'sensitive.read'), 'interaction.read', sensitive)).toBe(true)
  })
  test('gives no wider reach: the circle does not lift the scope', () => {
    expect(can(reader('TEAM'), 'interaction.read', { ...sensitive, teamId: 'far', circle: [me] })).toBe(false)
  })
})

describe('a matter that was opened in an emergency', () => {
  const closed: Guarded = { id: 'm', assigneeId: 'other', teamId: 'far', sensitivity: 'COUNSELLING' }
  const supervisor = viewer('SUPERVISOR', { opened: ['m', 'n'] })
  test('is read, and noted in, by whoever opened it, and nothing else is', () => {
    const onMatters = permissionNames.filter((each) => permissions[each] === 'MATTER')
    expect(onMatters.filter((name) => can(supervisor, name, closed))).toEqual([
      ...(['interaction.read', 'interaction.note', 'request.read'] as const),
    ])
    expect(can(viewer('SUPERVISOR'), 'interaction.read', closed)).toBe(false)
    expect(can(supervisor, 'interaction.read', { ...closed, id: 'o' })).toBe(false)
    expect(can(supervisor, 'interaction.read', { ...closed, id: null })).toBe(false)
  })
  test('stays shut to roles that may not, and by what the role itself lacks', () => {
    expect(can(viewer('OFFICER', { opened: ['m'] }), 'interaction.read', closed)).toBe(false)
    const half: Viewer = {
      ...supervisor,
      grants: { scope: 'OWN', permissions: ['request.read', 'breakglass.use'] },
    }
    expect(can(half, 'request.read', closed)).toBe(true)
    expect(can(half, 'interaction.read', closed)).toBe(false)
  })
  test('takes nothing away from what one sees anyway', () => {
    expect(can(supervisor, 'interaction.answer', { id: 'm', assigneeId: me })).toBe(true)
  })
  test('is never a complaint about whoever opens it', () => {
    expect(can(supervisor, 'interaction.read', { ...closed, aboutStaffId: me })).toBe(false)
    expect(can(supervisor, 'interaction.read', { ...closed, aboutStaffId: 'other' })).toBe(true)
  })
})

test('a complaint never reaches the person it is about: not as owner, not in the circle, not as director', () => {
  const complaint: Guarded = {
    assigneeId: me,
    circle: [me],
    sensitivity: 'STAFF_COMPLAINT',
    aboutStaffId: me,
  }
  for (const role of roles) {
    for (const name of permissionNames.filter((each) => permissions[each] === 'MATTER'))
      expect(can(viewer(role), name, complaint)).toBe(false)
  }
  expect(can(viewer('DIRECTOR'), 'interaction.read', { ...complaint, aboutStaffId: 'other' })).toBe(true)
})

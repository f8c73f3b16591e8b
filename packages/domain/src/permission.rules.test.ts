import { describe, expect, test } from 'vitest'
import {
  accessOf,
  can,
  defaultRoles,
  maskedPermissions,
  permissionNames,
  permissions,
  permissionsOf,
} from './permission.ts'
import type { Guarded, Permission, Viewer } from './permission.ts'

const me = 'me'
/** Made anew each time, as for each request: what was made of one is kept with it. */
const viewer = (more: Partial<Viewer> = {}): Viewer => ({
  ...{ id: me, grants: defaultRoles.DIRECTOR, teamIds: ['ours'] },
  ...more,
})
const ofMatters = permissionNames.filter((name) => permissions[name] === 'MATTER')
const ofHouse = permissionNames.filter((name) => permissions[name] === 'HOUSE')

describe('the rules', () => {
  test('are made once for a viewer, and anew for another', () => {
    const one = viewer()
    expect(accessOf(one)).toBe(accessOf(one))
    expect(accessOf(viewer())).not.toBe(accessOf(one))
  })

  test('of what holds everywhere say nothing of matters, and those of matters nothing of the house', () => {
    const access = accessOf(viewer({ grants: { scope: 'ALL', permissions: permissionNames } }))
    expect(ofMatters.filter((name) => access.can(name, 'House'))).toEqual([])
    expect(ofHouse.filter((name) => access.can(name, {}))).toEqual([])
    expect(ofMatters.filter((name) => !access.can(name, {}))).toEqual([])
    expect(ofHouse.filter((name) => !access.can(name, 'House'))).toEqual([])
  })

  test('let nobody do what no table names, whatever a role was made to hold', () => {
    const made = ['made.up', 'toString', '__proto__'] as unknown as Permission[]
    const holder = viewer({ grants: { scope: 'ALL', permissions: made } })
    for (const name of made) {
      expect(can(holder, name)).toBe(false)
      expect(can(holder, name, { assigneeId: me })).toBe(false)
    }
    expect(permissionsOf(holder)).toEqual([])
    expect(accessOf(holder).rules).toEqual([])
  })
})

describe('closing a matter', () => {
  test('is done once: what is sensitive is neither drawn anew by it nor opened, not even one’s own', () => {
    const closer = viewer({ grants: defaultRoles.OFFICER })
    expect(can(closer, 'matter.shield', { assigneeId: me })).toBe(true)
    expect(can(closer, 'matter.shield', { teamId: 'far', assigneeId: 'other' })).toBe(false)
    const closed: Guarded = { assigneeId: me, sensitivity: 'COUNSELLING', circle: [me] }
    expect(can(closer, 'interaction.read', closed)).toBe(true)
    expect(can(closer, 'matter.shield', closed)).toBe(false)
    expect(can(viewer(), 'matter.shield', closed)).toBe(false)
    expect(can(viewer(), 'matter.protect', closed)).toBe(true)
    expect(
      accessOf(viewer({ grants: { scope: 'ALL', permissions: ['interaction.read'] } })).rules,
    ).toHaveLength(3)
  })
})

describe('an emergency', () => {
  const matter: Guarded = { id: 'm', assigneeId: 'other', teamId: 'far', sensitivity: 'COUNSELLING' }
  const rescuer = (more: Partial<Viewer> = {}) =>
    viewer({ grants: defaultRoles.SUPERVISOR, opened: ['m'], ...more })

  test('opens one matter, to read it and to write down what was done, and for nothing else', () => {
    const allowed = ofMatters.filter((name) => can(rescuer(), name, matter))
    expect(allowed.toSorted()).toEqual(['interaction.note', 'interaction.read', 'request.read'])
    expect(can(rescuer(), 'interaction.read', { ...matter, id: 'another' })).toBe(false)
    expect(can(rescuer({ opened: [] }), 'interaction.read', matter)).toBe(false)
  })

  test('opens nothing without the permission, and never a complaint about oneself', () => {
    const without = { scope: 'TEAM', permissions: ['interaction.read'] } as const
    expect(can(rescuer({ grants: without }), 'interaction.read', matter)).toBe(false)
    expect(can(rescuer(), 'interaction.read', { ...matter, aboutStaffId: me })).toBe(false)
  })

  test('adds no rule where nothing was opened', () => {
    const rules = (more: Partial<Viewer>) => accessOf(rescuer(more)).rules.length
    expect(rules({ opened: [] })).toBe(rules({ opened: ['m'] }) - 1)
  })

  test('opens nothing that has no name', () => {
    expect(can(rescuer({ opened: [] }), 'interaction.read', { ...matter, id: null })).toBe(false)
    expect(can(rescuer(), 'interaction.read', { ...matter, id: null })).toBe(false)
  })
})

describe('masked eyes', () => {
  const masked = (...held: Permission[]) =>
    viewer({ grants: { scope: 'ALL', permissions: held, masked: true } })

  test('hold nothing but what reads and counts, whatever their role was made to hold', () => {
    expect(permissionsOf(masked(...permissionNames)).toSorted()).toEqual([...maskedPermissions].toSorted())
    const writing =
      /\.(?:answer|note|assign|close|merge|decide|review|fulfil|protect|edit|manage|act|erase|use)$/u
    expect(maskedPermissions.filter((name) => writing.test(name))).toEqual(['explorer.use'])
    expect(maskedPermissions).toContain('report.read')
    expect(maskedPermissions).toContain('interaction.read')
  })

  test('see no sensitive matter, not even their own', () => {
    const eyes = masked('interaction.read')
    expect(can(eyes, 'interaction.read', {})).toBe(true)
    for (const sensitivity of ['COUNSELLING', 'NEW_MUSLIM', 'STAFF_COMPLAINT'])
      expect(can(eyes, 'interaction.read', { sensitivity, assigneeId: me, circle: [me] })).toBe(false)
  })
})

import { describe, expect, test } from 'vitest'
import { defaultRoles, permissionsOf } from './permission.ts'
import type { Grants } from './permission.ts'
import { checkDraft, differenceOf, grantsDrawn, isKept, raisesOwn } from './role.ts'

const drawn = (more: Partial<Grants>): Grants => ({ ...defaultRoles.ADMINISTRATOR, ...more })

describe('a role that is drawn anew', () => {
  test('allows only what can be allowed', () => {
    const draft = { scope: 'ALL', masked: false } as const
    expect(checkDraft({ ...draft, permissions: ['everything'] })).toMatchObject([{ code: 'CHOICE_UNKNOWN' }])
    expect(checkDraft({ ...draft, permissions: defaultRoles.DIRECTOR.permissions })).toEqual([])
    const twice = { ...draft, permissions: ['staff.read', 'interaction.read', 'staff.read'] }
    expect(grantsDrawn(twice)).toEqual({ ...draft, permissions: ['interaction.read', 'staff.read'] })
  })

  test('reads and does nothing where it is masked', () => {
    const masked = { scope: 'ALL', masked: true } as const
    expect(checkDraft({ ...masked, permissions: ['interaction.read', 'report.export'] })).toEqual([])
    for (const act of ['interaction.answer', 'person.export', 'role.edit', 'sensitive.read'] as const) {
      const grants = { ...masked, permissions: ['interaction.read', act] } as const
      expect(checkDraft(grants)).toMatchObject([{ code: 'MASKED_READS_ONLY' }])
      // Even where such a row came into the database by another way.
      expect(permissionsOf({ id: 'me', grants, teamIds: [] })).toEqual(['interaction.read'])
    }
  })

  test('is never raised by whoever has it, but may be given back what it began with', () => {
    const held = drawn({ scope: 'TEAM', permissions: ['role.edit', 'channel.read'] })
    expect(raisesOwn('ADMINISTRATOR', held, defaultRoles.ADMINISTRATOR)).toBe(false)
    expect(raisesOwn('ADMINISTRATOR', held, drawn({ permissions: ['role.edit'] }))).toBe(false)
    expect(raisesOwn('ADMINISTRATOR', held, drawn({ permissions: ['role.edit', 'person.export'] }))).toBe(
      true,
    )
    const officer: Grants = { scope: 'OWN', permissions: ['role.edit'] }
    expect(raisesOwn('OFFICER', officer, { scope: 'ALL', permissions: ['role.edit'] })).toBe(true)
    expect(raisesOwn('OFFICER', officer, { scope: 'DEPARTMENT', permissions: ['role.edit'] })).toBe(false)
  })

  test('differs from another by what it has and what it lacks', () => {
    const before: Grants = { scope: 'OWN', permissions: ['channel.read', 'staff.read'] }
    const after: Grants = { scope: 'OWN', permissions: ['staff.read', 'report.read'] }
    expect(differenceOf(before, after)).toEqual({ gained: ['report.read'], lost: ['channel.read'] })
  })
})

test('the house is kept while somebody may edit roles and somebody may manage staff', () => {
  const edits: Grants = { scope: 'ALL', permissions: ['role.edit'] }
  const manages: Grants = { scope: 'ALL', permissions: ['staff.manage'] }
  expect(isKept([edits, manages])).toBe(true)
  expect(isKept([edits])).toBe(false)
  expect(isKept([manages, { ...edits, masked: true }])).toBe(false)
  expect(isKept([])).toBe(false)
})

import { describe, expect, test } from 'vitest'
import { checkProtection, decidersOf, mostInCircle, protectedMatter } from './circle.ts'
import type { Protection } from './circle.ts'
import { defaultRoles } from './permission.ts'
import type { Role } from './permission.ts'

const colleague = (id: string, role: Role, active = true, teamIds = ['ours']) => ({
  ...{ id, name: `Name of ${id}`, active, viewer: { id, grants: defaultRoles[role], teamIds } },
})
const all = [
  colleague('owner', 'OFFICER'),
  colleague('other', 'OFFICER'),
  colleague('far', 'OFFICER', true, ['far']),
  colleague('gone', 'OFFICER', false),
]
const staff = new Map(all.map((one) => [one.id, one]))
const matter = { assigneeId: 'owner', teamId: 'ours' }
const wish = (more: Partial<Protection> = {}): Protection => ({
  ...{ sensitivity: 'STAFF_COMPLAINT', circle: ['other'], aboutStaffId: null },
  ...more,
})
const codeOf = (more: Partial<Protection>, of = matter as Parameters<typeof checkProtection>[2]) =>
  checkProtection(wish(more), 'interaction.read', of, staff)[0]?.code

describe('a protected matter', () => {
  test('keeps its owner, unless it complains of them, and names everybody once', () => {
    expect(protectedMatter(matter, wish({ circle: ['other', 'other'] }))).toEqual({
      ...matter,
      ...{ sensitivity: 'STAFF_COMPLAINT', circle: ['other'], aboutStaffId: null },
    })
    expect(protectedMatter(matter, wish({ aboutStaffId: 'owner' })).assigneeId).toBeNull()
    expect(protectedMatter({}, wish()).assigneeId).toBeNull()
  })

  test('that is lifted has no circle and complains of nobody, and keeps its owner', () => {
    expect(protectedMatter(matter, wish({ sensitivity: null, aboutStaffId: 'owner' }))).toEqual({
      ...matter,
      ...{ sensitivity: null, circle: [], aboutStaffId: null },
    })
    expect(codeOf({ sensitivity: null, circle: ['nobody'] })).toBeUndefined()
  })
})

describe('a circle', () => {
  test('that names somebody who would not see the matter even so says who', () => {
    const [problem] = checkProtection(wish({ circle: ['other', 'far'] }), 'interaction.read', matter, staff)
    expect(problem?.values).toEqual({ names: 'Name of far' })
  })

  test('of colleagues who would see it is good, and so is none where the owner sees it', () => {
    expect(codeOf({})).toBeUndefined()
    expect(codeOf({ circle: [] })).toBeUndefined()
    expect(codeOf({ aboutStaffId: 'owner' })).toBeUndefined()
  })

  test('is refused with what to put right', () => {
    const many = Array.from({ length: mostInCircle + 1 }, (_, at) => `c${at}`)
    expect(codeOf({ circle: many })).toBe('TOO_MANY_CHOICES')
    expect(codeOf({ circle: many.slice(1) })).toBe('ASSIGNEE_UNKNOWN')
    expect(codeOf({ circle: ['gone'] })).toBe('ASSIGNEE_UNKNOWN')
    expect(codeOf({ circle: ['far'] })).toBe('CIRCLE_BLIND')
    expect(codeOf({ circle: ['owner'], aboutStaffId: 'owner' })).toBe('CIRCLE_HAS_ACCUSED')
    expect(codeOf({ aboutStaffId: 'nobody' })).toBe('CHOICE_UNKNOWN')
    expect(codeOf({ sensitivity: 'NEW_MUSLIM', aboutStaffId: 'owner' })).toBe('CHOICE_UNKNOWN')
    expect(codeOf({ circle: [], aboutStaffId: 'owner' })).toBe('CIRCLE_EMPTY')
    expect(codeOf({ circle: [] }, { teamId: 'ours' })).toBe('CIRCLE_EMPTY')
  })

  test('may complain of somebody who left', () => {
    expect(codeOf({ aboutStaffId: 'gone' })).toBeUndefined()
  })
})

describe('who decides of a matter that somebody else closes', () => {
  const decider = (id: string, role: Role, teamId: string | null, teamIds: string[] = ['ours']) => ({
    ...colleague(id, role, true, teamIds),
    teamId,
  })
  const house = [
    decider('officer', 'OFFICER', 'ours'),
    decider('near', 'SUPERVISOR', 'ours'),
    decider('beside', 'SUPERVISOR', 'near', ['ours', 'near']),
    decider('far', 'SUPERVISOR', 'far', ['far']),
    decider('director', 'DIRECTOR', 'ours'),
    decider('keeper', 'ADMINISTRATOR', 'ours'),
  ]
  const among = (
    ids: string[],
    of = matter as Parameters<typeof decidersOf>[0],
    about: string | null = null,
  ) => decidersOf(of, about, new Map(house.filter(({ id }) => ids.includes(id)).map((one) => [one.id, one])))
  const all = house.map(({ id }) => id)

  test('are those of its team who may draw circles, and no officer', () => {
    expect(among(all)).toEqual(['near'])
  })

  test('are those of the department where its team has none, or where it complains of that one', () => {
    expect(among(['officer', 'beside', 'far', 'director'])).toEqual(['beside'])
    expect(among(all, matter, 'near')).toEqual(['beside'])
    expect(among(all, { assigneeId: null, teamId: null })).toEqual(['near', 'beside', 'far'])
  })

  test('are at last those who see everything, and nobody where nobody may', () => {
    expect(among(['officer', 'far', 'director', 'keeper'])).toEqual(['director'])
    expect(among(['officer', 'far', 'keeper'])).toEqual(['keeper'])
    expect(among(['officer', 'far'])).toEqual([])
  })

  test('work here, and are fewer than a circle holds, so that whoever closes it finds a place', () => {
    const many = Array.from({ length: 40 }, (_, at) => decider(`s${at}`, 'SUPERVISOR', 'ours'))
    const staffed = [{ ...decider('gone', 'SUPERVISOR', 'ours'), active: false }, ...many]
    const found = decidersOf(matter, null, new Map(staffed.map((one) => [one.id, one])))
    expect(found).toHaveLength(mostInCircle - 1)
    expect(found).not.toContain('gone')
  })
})

import { defaultRoles, type Role } from '@sila/domain/permission'
import { expect, test } from 'vitest'
import { beyondRow, rooms } from './nav.ts'

const roomsOf = (role: Role) => {
  const { permissions }: { permissions: readonly string[] } = defaultRoles[role]
  return rooms.filter(({ permission }) => permissions.includes(permission))
}
const names = (some: readonly { to: string }[]) => some.map(({ to }) => to)

test.each(['RECEPTIONIST', 'OFFICER', 'PRIVACY_OFFICER', 'KNOWLEDGE_EDITOR'] as const)(
  'all rooms of %s have a place on a phone',
  (role) => {
    expect(roomsOf(role).length).toBeGreaterThan(0)
    expect(beyondRow(roomsOf(role))).toEqual([])
  },
)

test.each(['SUPERVISOR', 'DIRECTOR', 'ANALYST', 'ADMINISTRATOR'] as const)(
  'the rooms of every day keep their place for %s, and every other one is behind the last place',
  (role) => {
    const mine = names(roomsOf(role))
    const beyond = names(beyondRow(roomsOf(role)))
    const daily = ['/inbox', '/requests', '/beneficiaries', '/reports']
    expect(mine.filter((to) => !beyond.includes(to))).toEqual(daily)
    expect([...daily, ...beyond].toSorted()).toEqual(mine.toSorted())
  },
)

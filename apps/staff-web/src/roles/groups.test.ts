import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { maskedPermissions, permissionNames } from '@sila/domain/permission'
import { expect, test } from 'vitest'
import { groupNames, isForMasked, permissionsIn } from './groups.ts'

test('every permission stands under one heading', () => {
  const shown = groupNames.flatMap(permissionsIn)
  expect(new Set(shown)).toEqual(new Set(permissionNames))
  expect(shown).toHaveLength(permissionNames.length)
})

test.each(['ar', 'en'])('every permission has its name and its explanation in %s', (language) => {
  const catalogue = readFileSync(join(import.meta.dirname, `../messages/${language}.po`), 'utf8')
  for (const name of permissionNames)
    for (const id of [`permission.${name}`, `permission.${name}.about`])
      expect(catalogue).toContain(`msgid "${id}"\n`)
})

test('a masked role is offered what it may hold, and nothing else', () => {
  expect(permissionNames.filter(isForMasked)).toHaveLength(maskedPermissions.length)
})

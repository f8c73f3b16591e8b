import { expect, test } from 'vitest'
import { checkKeyDraft, keyBudget, keyDays, keyScopes, scopesFrom } from './api-key.ts'
import { defaultRoles } from './permission.ts'

const analyst = defaultRoles.ANALYST.permissions
const draft = {
  ...{ name: 'Monthly figures', scopes: ['report.read'], days: keyDays.usual },
  ...{ hourBudget: keyBudget.hour.usual, dayBudget: keyBudget.day.usual },
}
const codesOf = (more: object) => checkKeyDraft({ ...draft, ...more }, analyst).map(({ code }) => code)

test('an analyst hands on what an analyst may read', () => {
  expect(checkKeyDraft(draft, analyst)).toEqual([])
  expect(scopesFrom(analyst)).toEqual([
    'report.read',
    'survey.read',
    'channel.read',
    'staff.read',
    // Row by row, and nobody in it: what a masked role reads by a key is masked too.
    'interaction.read',
    'request.read',
    'beneficiary.read',
    'explorer.use',
  ])
})

test('nobody hands on what they may not do themselves, nor anything that changes or protects', () => {
  const editor = defaultRoles.KNOWLEDGE_EDITOR.permissions
  expect(checkKeyDraft({ ...draft, scopes: ['channel.read', 'interaction.read'] }, editor)).toMatchObject([
    { code: 'CHOICE_UNKNOWN' },
  ])
  const director = defaultRoles.DIRECTOR.permissions
  for (const scope of ['interaction.answer', 'sensitive.read', 'privacy.read', 'apikey.manage', '__proto__'])
    expect(checkKeyDraft({ ...draft, scopes: [scope] }, director)).toMatchObject([{ code: 'CHOICE_UNKNOWN' }])
  expect(keyScopes.filter((scope) => !/\.read$|^explorer\.use$/.test(scope))).toEqual([])
})

test('a key has a name, a scope, an end within a year and a budget', () => {
  expect(codesOf({ name: '  ' })).toEqual(['REQUIRED'])
  expect(codesOf({ name: 'n'.repeat(61) })).toEqual(['TOO_LONG'])
  expect(codesOf({ scopes: [] })).toEqual(['TOO_FEW_CHOICES'])
  expect(codesOf({ days: 366 })).toEqual(['NUMBER_TOO_LARGE'])
  expect(codesOf({ days: 0 })).toEqual(['NUMBER_TOO_SMALL'])
  expect(codesOf({ days: 1.5 })).toEqual(['NUMBER_INVALID'])
  expect(codesOf({ hourBudget: 1e9, dayBudget: 1 })).toEqual(['NUMBER_TOO_LARGE', 'NUMBER_TOO_SMALL'])
})

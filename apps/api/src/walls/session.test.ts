import { expect, test } from 'vitest'
import { isReading, variableNames, variablesOf } from './session.ts'
import type { Session } from './session.ts'

/** The variables by name, without those that are empty. */
const said = (session: Exclude<Session, { actor: 'SYSTEM' }>) =>
  Object.fromEntries(
    variablesOf(session).flatMap((value, index) => (value ? [[variableNames[index], value]] : [])),
  )

test('a guest says no more than the matter that is held', () => {
  expect(said({ actor: 'GUEST' })).toEqual({ 'app.actor': 'GUEST' })
  expect(said({ actor: 'GUEST', matterId: 'm' })).toEqual({ 'app.actor': 'GUEST', 'app.matter_id': 'm' })
})

test('a proven person says whose record it is', () => {
  expect(said({ actor: 'BENEFICIARY', beneficiaryId: 'b', matterId: 'm' })).toEqual({
    ...{ 'app.actor': 'BENEFICIARY', 'app.beneficiary_id': 'b', 'app.matter_id': 'm' },
  })
})

test('a colleague says who, how far, and what may be done', () => {
  const session: Session & { actor: 'STAFF' } = {
    ...{ actor: 'STAFF', staffId: 's', scope: 'TEAM', teamIds: ['t', 'u'] },
    ...{ permissions: ['staff.read'], matterId: 'm' },
  }
  expect(said(session)).toEqual({
    ...{ 'app.actor': 'STAFF', 'app.staff_id': 's', 'app.scope': 'TEAM', 'app.team_ids': '{"t","u"}' },
    ...{ 'app.permissions': '{"staff.read"}', 'app.matter_id': 'm' },
  })
  expect(said({ ...session, teamIds: [], permissions: [], matterId: undefined })).toEqual({
    ...{
      'app.actor': 'STAFF',
      'app.staff_id': 's',
      'app.scope': 'TEAM',
      'app.team_ids': '{}',
      'app.permissions': '{}',
    },
  })
})

test('masked eyes say that they are masked, and hold no matter', () => {
  const session = {
    actor: 'MASKED',
    staffId: 's',
    scope: 'ALL',
    teamIds: ['t'],
    permissions: ['report.read'],
  } as const
  expect(said(session)).toEqual({
    ...{ 'app.actor': 'MASKED', 'app.staff_id': 's', 'app.scope': 'ALL', 'app.team_ids': '{"t"}' },
    'app.permissions': '{"report.read"}',
  })
})

test('every variable is said each time, so that none is left of whoever spoke before', () => {
  const everybody = [
    { actor: 'GUEST' },
    { actor: 'BENEFICIARY', beneficiaryId: 'b' },
    { actor: 'STAFF', staffId: 's', scope: 'ALL', teamIds: [], permissions: [] },
  ] as const
  for (const session of everybody) expect(variablesOf(session)).toHaveLength(variableNames.length)
})

test('only what a key asks is asked in a transaction that reads alone', () => {
  const session: Session = { actor: 'STAFF', staffId: 's', scope: 'ALL', teamIds: [], permissions: [] }
  expect(isReading({ ...session, readsOnly: true })).toBe(true)
  expect(isReading({ actor: 'SYSTEM', readsOnly: true })).toBe(true)
  expect(isReading(session)).toBe(false)
  expect(isReading({ ...session, readsOnly: false })).toBe(false)
  expect(isReading({ actor: 'GUEST' })).toBe(false)
})

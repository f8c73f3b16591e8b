import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  actsFor,
  canReopen,
  checkSubmission,
  clockEffect,
  currentStep,
  initialStatus,
  interactionActNames,
  interactionActs,
  interactionKinds,
  isOpen,
  nextStatus,
  previewOf,
  reopenUntil,
  subjectOf,
  trackedSteps,
} from './interaction.ts'
import type { InteractionKind, InteractionStatus } from './interaction.ts'
import { defaultRoles } from './permission.ts'

/** Every state that a kind can come to from its beginnings. */
function reachable(kind: InteractionKind): Set<InteractionStatus> {
  const found = new Set([true, false].map((receiptGiven) => initialStatus(kind, { receiptGiven })))
  for (const status of found) {
    for (const act of actsFor(kind, status)) found.add(nextStatus(kind, status, act) ?? status)
  }
  return found
}

describe.each(interactionKinds)('the path of %s', (kind) => {
  test('no state is a dead end, except what was merged into another matter', () => {
    const ends = [...reachable(kind)].filter((status) =>
      actsFor(kind, status).every((act) => nextStatus(kind, status, act) === status),
    )
    expect(ends).toEqual(['MERGED'])
  })

  test('no open state is without an owner: it can be given to somebody', () => {
    const orphans = [...reachable(kind)].filter(
      (status) => isOpen(status) && !actsFor(kind, status).includes('assign'),
    )
    expect(orphans).toEqual([])
  })

  test('every state is at a step that the beneficiary sees', () => {
    expect([...reachable(kind)].filter((status) => currentStep(kind, status) === undefined)).toEqual([])
    expect(new Set(trackedSteps(kind).map((step) => step.key)).size).toBe(trackedSteps(kind).length)
  })

  test('a paused clock only ever resumes, stops or stays', () => {
    const effects = actsFor(kind, 'WAITING').map((act) => clockEffect(kind, 'WAITING', act))
    expect(effects.filter((effect) => effect === 'PAUSE' || effect === 'RESTART')).toEqual([])
  })

  test('any walk of allowed acts stays among known states, and a forbidden act leads nowhere', () => {
    const known = reachable(kind)
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...interactionActNames), { maxLength: 30 }), (walk) => {
        let status = initialStatus(kind, { receiptGiven: true })
        for (const act of walk) {
          const next = nextStatus(kind, status, act)
          expect(next !== undefined).toBe(actsFor(kind, status).includes(act))
          status = next ?? status
          expect(known).toContain(status)
        }
      }),
    )
  })
})

test('an inquiry is not closed before it is answered, unless its beneficiary stayed silent', () => {
  expect(nextStatus('INQUIRY', 'ASSIGNED', 'close')).toBeUndefined()
  expect(nextStatus('INQUIRY', 'ANSWERED', 'close')).toBe('CLOSED')
  expect(nextStatus('INQUIRY', 'WAITING', 'close')).toBe('CLOSED')
})

test('an officer may take and answer in one go', () => {
  expect(nextStatus('INQUIRY', 'RECEIVED', 'answer')).toBe('ANSWERED')
  expect(nextStatus('INQUIRY', 'ACKNOWLEDGED', 'answer')).toBe('ANSWERED')
})

test('a reply of the beneficiary resumes what waited for it, and the clock', () => {
  expect(nextStatus('COMPLAINT', 'WAITING', 'resume')).toBe('ASSIGNED')
  expect(clockEffect('COMPLAINT', 'WAITING', 'resume')).toBe('RESUME')
  expect(interactionActs.resume.alsoBy).toContain('BENEFICIARY')
})

test('only a complaint is escalated or appealed', () => {
  expect(interactionKinds.filter((kind) => nextStatus(kind, 'ASSIGNED', 'escalate'))).toEqual(['COMPLAINT'])
  expect(interactionKinds.filter((kind) => nextStatus(kind, 'ANSWERED', 'appeal'))).toEqual(['COMPLAINT'])
})

test('a suggestion is studied before it is decided, and its clock runs until the decision', () => {
  expect(nextStatus('SUGGESTION', 'ACKNOWLEDGED', 'accept')).toBeUndefined()
  expect(nextStatus('SUGGESTION', 'UNDER_STUDY', 'accept')).toBe('ACCEPTED')
  expect(nextStatus('SUGGESTION', 'UNDER_STUDY', 'answer')).toBe('UNDER_STUDY')
  expect(clockEffect('SUGGESTION', 'UNDER_STUDY', 'answer')).toBe('NONE')
  expect(clockEffect('SUGGESTION', 'UNDER_STUDY', 'decline')).toBe('STOP')
})

test('a missed call waits for a call back and nothing else', () => {
  expect(initialStatus('MISSED_CALL', { receiptGiven: true })).toBe('CALLBACK_DUE')
  expect(actsFor('MISSED_CALL', 'CALLBACK_DUE')).toEqual([
    'assign',
    'merge',
    'markSpam',
    'returnCall',
    'giveUpCall',
  ])
})

test('analysts change nothing', () => {
  const analyst: readonly string[] = defaultRoles.ANALYST.permissions
  const allowed = interactionActNames.filter((act) =>
    analyst.some((name) => name === interactionActs[act].permission),
  )
  expect(allowed).toEqual([])
})

test('what was closed can be reopened within 30 days and not later', () => {
  const closed = new Date('2026-11-01T09:00:00Z')
  const last = reopenUntil(closed)
  expect(last.toISOString()).toBe('2026-12-01T09:00:00.000Z')
  expect(canReopen(closed, last)).toBe(true)
  expect(canReopen(closed, new Date(last.getTime() + 1))).toBe(false)
})

describe('before a matter is sent', () => {
  const draft = { kind: 'INQUIRY', text: 'متى تبدأ دروس العربية؟', language: 'ar', anonymous: false }

  test('a plain question in any language passes', () => {
    expect(checkSubmission(draft)).toEqual([])
    expect(checkSubmission({ ...draft, text: 'আরবি ক্লাস কবে শুরু হবে?', language: 'bn' })).toEqual([])
  })

  test('an empty one, one of spaces and one of invisible signs come back', () => {
    for (const text of ['', '  \n ', '\u200b\u202e\u2066']) {
      expect(checkSubmission({ ...draft, text })).toEqual([{ field: 'text', code: 'REQUIRED' }])
    }
  })

  test('100,000 letters come back with how many there is room for', () => {
    expect(checkSubmission({ ...draft, text: 'a'.repeat(100_000) })).toEqual([
      { field: 'text', code: 'TOO_LONG', values: { max: 5000, length: 100_000 } },
    ])
  })

  test('letters are counted as a reader counts them', () => {
    expect(checkSubmission({ ...draft, text: '👨‍👩‍👧‍👦'.repeat(5000) })).toEqual([])
    expect(checkSubmission({ ...draft, text: '👨‍👩‍👧‍👦'.repeat(5001) })[0]?.code).toBe('TOO_LONG')
  })

  test('all problems are told at once', () => {
    const contact = { phone: '12', email: 'nobody', preferred: 'EMAIL' } as const
    const problems = checkSubmission({ ...draft, kind: 'RIDDLE', text: ' ', language: 'xx', contact })
    expect(problems.map(({ field }) => field)).toEqual([
      'kind',
      'text',
      'language',
      'contact.phone',
      'contact.email',
    ])
  })

  test('whoever stays unknown is not held to contact data', () => {
    expect(checkSubmission({ ...draft, anonymous: true, contact: { phone: '12' } })).toEqual([])
  })
})

test('a subject is what it is about, or the first line, cut between signs', () => {
  expect(subjectOf('first line\nsecond', ' دروس ')).toBe('دروس')
  expect(subjectOf('first line\nsecond')).toBe('first line')
  expect(previewOf('👨‍👩‍👧‍👦'.repeat(200))).toBe(`${'👨‍👩‍👧‍👦'.repeat(160)}…`)
})

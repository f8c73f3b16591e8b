import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkRightText, extendedDueAt, mayExtend, rightDueAt, rightState } from './data-right.ts'
import { incidentNotice, noticeDueAt, noticeState } from './personal-data-incident.ts'

const at = (day: number, time = '09:00') => new Date(`2026-11-${String(day).padStart(2, '0')}T${time}:00Z`)
const later = (from: Date, days: number) => new Date(from.getTime() + days * 86_400_000)

describe('a request about one’s own data', () => {
  const asked = at(1)
  const clock = { dueAt: rightDueAt(asked) }

  test('is owed an answer within 30 days, weekends and feasts counted', () => {
    expect(clock.dueAt).toEqual(later(asked, 30))
  })

  test('is told apart by what is left: running, the last week, late, answered', () => {
    const states = [0, 22.9, 23, 30, 30.01].map((days) => rightState(clock, later(asked, days)))
    expect(states).toEqual(['RUNNING', 'RUNNING', 'SOON', 'SOON', 'LATE'])
    expect(rightState({ ...clock, answeredAt: later(asked, 2) }, later(asked, 99))).toBe('ANSWERED')
  })

  test('is extended once, by 30 days, before the first 30 are over', () => {
    expect(mayExtend(clock, later(asked, 30))).toBe(true)
    expect(mayExtend(clock, later(asked, 30.01))).toBe(false)
    expect(extendedDueAt(clock)).toEqual(later(asked, 60))
    expect(mayExtend({ dueAt: extendedDueAt(clock), extendedAt: later(asked, 5) }, later(asked, 6))).toBe(
      false,
    )
    expect(mayExtend({ ...clock, answeredAt: later(asked, 5) }, later(asked, 6))).toBe(false)
  })

  test('never waits longer than 60 days, whatever is done to it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 10 }), (tries) => {
        let held: { dueAt: Date; extendedAt?: Date } = clock
        for (const days of tries.toSorted((a, b) => a - b)) {
          const now = later(asked, days)
          if (mayExtend(held, now)) held = { dueAt: extendedDueAt(held), extendedAt: now }
        }
        return held.dueAt <= later(asked, 60)
      }),
    )
  })

  test('is answered in words, and not at endless length', () => {
    expect(checkRightText('answer', ' ', true)).toEqual([{ field: 'answer', code: 'REASON_REQUIRED' }])
    expect(checkRightText('answer', 'Here it is.', true)).toEqual([])
    expect(checkRightText('text', 'a'.repeat(2001), false)).toMatchObject([{ code: 'TOO_LONG' }])
    expect(checkRightText('text', null, false)).toEqual([])
  })
})

describe('an incident', () => {
  const found = at(10)

  test('is told to the authority within 72 hours', () => {
    expect(noticeDueAt(found)).toEqual(at(13))
    const noticed = { noticeDueAt: at(13) }
    expect([at(10), at(12), at(13, '09:01')].map((now) => noticeState(noticed, now))).toEqual([
      'RUNNING',
      'SOON',
      'LATE',
    ])
    expect(noticeState({ ...noticed, notifiedAt: at(11) }, at(20))).toBe('TOLD')
  })

  test('has a notice in both languages that says everything the law lists', () => {
    const facts = {
      association: 'Badr',
      discoveredAt: found,
      what: 'A laptop was lost.',
      classes: ['CONTACT', 'SENSITIVE'],
      people: 12,
      measures: 'Its disk is encrypted.',
      contact: 'dpo@badr.example',
    } as const
    for (const language of ['ar', 'en'] as const) {
      const text = incidentNotice(language, facts)
      for (const fact of [
        'A laptop was lost.',
        '2026-11-10 12:00',
        '12',
        'Its disk is encrypted.',
        'dpo@badr.example',
      ])
        expect(text).toContain(fact)
      expect(text.split('\n')).toHaveLength(10)
    }
    expect(incidentNotice('ar', facts)).toContain('بيانات اتصال، بيانات حساسة')
  })
})

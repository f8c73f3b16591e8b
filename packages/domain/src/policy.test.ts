import { describe, expect, test } from 'vitest'
import { channelCodes, channels } from './channel.ts'
import { dimensionKeys, dimensionsOf, isAllowed, measureKeys, reportLabel } from './measure.ts'
import { clauseText, defaultClauses, defaultPromises, isKept, promiseOf } from './policy.ts'

describe('the policy', () => {
  test('has 31 clauses, each once, each with a promise', () => {
    expect(defaultClauses).toHaveLength(31)
    expect(new Set(defaultClauses.map(({ id }) => id)).size).toBe(31)
    expect(Object.keys(defaultPromises).toSorted()).toEqual(defaultClauses.map(({ id }) => id).toSorted())
  })

  test('speaks of the association that adopted it', () => {
    const [first] = defaultClauses
    expect(clauseText(first, 'en', 'The $& Society')).toMatch(/^The \$& Society sets policies/u)
    const named = defaultClauses.map((clause) => clauseText(clause, 'ar', 'جمعية الواحة'))
    expect(named.filter((text) => /[{}]|بدر|الجبيل/u.test(text))).toEqual([])
  })

  test('names exactly the seven channels that the product has', () => {
    const named = defaultClauses.filter(({ section }) => section === 'CHANNELS').map(({ id }) => id)
    expect(channelCodes.map((code) => channels[code].clause)).toEqual(named)
  })

  test('has six promises with a live figure, made only of breakdowns that are allowed', () => {
    const live = Object.values(defaultPromises).flatMap((promise) => (promise.live ? [promise.live] : []))
    expect(live).toHaveLength(6)
    for (const { measure, of, where = [] } of live) {
      for (const { dimension } of where) {
        expect(isAllowed(measure, dimension)).toBe(true)
        if (of) expect(isAllowed(of, dimension)).toBe(true)
      }
    }
  })

  test('is kept at its target, and neither kept nor broken without a figure', () => {
    expect([isKept(promiseOf('O2'), 90), isKept(promiseOf('O2'), 89.9)]).toEqual([true, false])
    expect([isKept(promiseOf('C3'), 4), isKept(promiseOf('C3'), 4.1)]).toEqual([true, false])
    expect(isKept(promiseOf('O2'), null)).toBeUndefined()
  })
})

describe('figures', () => {
  test('eight measures and eight dimensions have names in Arabic and English', () => {
    expect([measureKeys.length, dimensionKeys.length]).toEqual([8, 8])
    for (const key of [...measureKeys, ...dimensionKeys]) {
      expect(reportLabel(key, 'ar')).toMatch(/\p{Script=Arabic}/u)
      expect(reportLabel(key, 'en')).toMatch(/^[\p{Script=Latin}\d() ]+$/u)
    }
  })

  test('an evaluation is never counted against a team', () => {
    expect(dimensionsOf('CSAT')).not.toContain('TEAM')
  })
})

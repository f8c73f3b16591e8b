import { describe, expect, test } from 'vitest'
import { portalLanguages } from './language.ts'
import { problemMessage } from './problem-message.ts'
import { problemCodes } from './problem.ts'
import { label, wordsOf } from './words.ts'

const english = wordsOf('en')
const placeholders = (text: string) => (text.match(/\{\w+\}/gu) ?? []).toSorted()

describe.each(portalLanguages)('the words in %s', (language) => {
  const words: Record<string, Record<string, string>> = wordsOf(language)

  test('are complete, and none is empty', () => {
    for (const [subject, own] of Object.entries(english)) {
      expect(Object.keys(words[subject] ?? {}).toSorted()).toEqual(Object.keys(own).toSorted())
      expect(Object.values(words[subject] ?? {}).every((word) => word.trim() !== '')).toBe(true)
    }
  })

  test('name the same values as the English ones', () => {
    for (const code of problemCodes) {
      expect(placeholders(words['problem']?.[code] ?? ''), code).toEqual(placeholders(english.problem[code]))
    }
  })

  test('are their own: no sentence was left in English', () => {
    if (language === 'en') return
    const left = problemCodes.filter((code) => words['problem']?.[code] === english.problem[code])
    expect(left).toEqual([])
  })
})

test('a problem says what is wrong and what to do, with its values', () => {
  const problem = { field: 'text', code: 'TOO_LONG', values: { max: 5000, length: 5001 } } as const
  expect(problemMessage(problem, 'en')).toBe(
    'There is room for 5000 letters and this has 5001. Please shorten it, or send it in two parts.',
  )
  expect(problemMessage(problem, 'ps')).toBe(problemMessage(problem, 'ur'))
})

test('a key without a word is shown rather than nothing', () => {
  expect(label('channel', 'VISIT', 'ar')).toBe('زيارة')
})

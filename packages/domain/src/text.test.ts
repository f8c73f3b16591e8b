import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanText, cutText, graphemeLength, toWesternDigits } from './text.ts'

// Random signs alone rarely meet; these are the ones that act on their neighbours.
const awkward = fc.constantFrom(
  ' ',
  '\n',
  '\r',
  '\t',
  '\u00a0',
  '\u0000',
  '\u200b',
  '\u200d',
  '\u202e',
  '\u2066',
  'a',
  '\u0301',
  'ا',
  '\u0653',
  '\ud83d',
  '\ude00',
)
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(awkward, { maxLength: 40 }).map((signs) => signs.join('')),
)

test('cleaning twice is cleaning once', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(cleanText(cleanText(text))).toBe(cleanText(text))
    }),
  )
})

test('nothing that controls or reorders is left', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(cleanText(text)).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u)
      expect(cleanText(text).isWellFormed()).toBe(true)
    }),
  )
})

test('joiners stay where scripts need them, and so do line breaks', () => {
  expect(cleanText('می‌خواهم')).toBe('می‌خواهم')
  expect(cleanText('ক্‍ষ')).toBe('ক্‍ষ')
  expect(cleanText('👨‍👩‍👧')).toBe('👨‍👩‍👧')
  expect(cleanText('one\r\ntwo')).toBe('one\ntwo')
})

test('an override cannot turn a text round', () => {
  expect(cleanText('safe \u202etxt.exe')).toBe('safe txt.exe')
  expect(cleanText('a\u0000b\u0007c')).toBe('abc')
})

test('signs are counted as a reader counts them', () => {
  expect(graphemeLength('👨‍👩‍👧‍👦')).toBe(1)
  expect(graphemeLength('مُحَمَّد')).toBe(4)
})

test('a cut never leaves more than asked, nor half a sign', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 1, max: 50 }), (text, max) => {
      const cut = cutText(cleanText(text), max)
      expect(cut.isWellFormed()).toBe(true)
      expect(graphemeLength(cut)).toBeLessThanOrEqual(max + 1)
    }),
  )
})

test.each([
  ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
  ['۰۱۲۳۴۵۶۷۸۹', '0123456789'],
  ['०१२३४५६७८९', '0123456789'],
  ['০১২৩৪৫৬৭৮৯', '0123456789'],
  ['௦௧௨', '012'],
  ['𝟎𝟙𝟫', '019'],
  ['１２３', '123'],
])('digits %s are %s', (digits, western) => {
  expect(toWesternDigits(digits)).toBe(western)
})

test.each([
  ' '.repeat(200_000) + 'b',
  `a${' '.repeat(200_000)}b`,
  '\n'.repeat(200_000),
  'e\u0301'.repeat(100_000),
])('a hostile text is cleaned at once', (text) => {
  const before = performance.now()
  expect(cleanText(text).length).toBeLessThanOrEqual(text.length)
  expect(performance.now() - before).toBeLessThan(1000)
})

import { expect, test } from 'vitest'
import { csvOf } from './csv.ts'

test('a spreadsheet reads Arabic from the first sign on', () => {
  expect(csvOf([['القناة', 'n']])).toBe('\uFEFFالقناة,n\r\n')
})

test.each([
  ...['=1+1', '+966', '-2', '@SUM(A1)', '\t=1', '\r=1', '\n@x', ' =1', '＝1', '|x', '%x'],
  ...['\u202E=1', '\u200F=1', '\u061C+1', '\u0000=1', '\u2066=1'],
])('%j is text and never a formula', (text) => {
  expect(csvOf([[text]]).slice(1, 2)).toBe("'")
})

test('signs that reorder what the eye sees, and control signs, are left out', () => {
  expect(csvOf([['a\u202Eb\u2067c\u200Ed\u0007e']])).toBe('\uFEFFabcde\r\n')
})

test('a negative number is a number, and a moment is written in one way', () => {
  expect(csvOf([[-2, true, new Date('2026-11-25T10:00:00Z')]])).toBe(
    '\uFEFF-2,true,2026-11-25T10:00:00.000Z\r\n',
  )
})

test('commas, quotes and lines stay inside their cell', () => {
  expect(csvOf([['a,b', 'say "yes"', 'one\ntwo', null]])).toBe('\uFEFF"a,b","say ""yes""","one\ntwo",\r\n')
})

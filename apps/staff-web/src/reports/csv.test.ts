import { expect, test } from 'vitest'
import { csvOf } from './csv.ts'

test('a spreadsheet reads Arabic from the first sign on', () => {
  expect(csvOf([['القناة', 'n']])).toBe('\uFEFFالقناة,n\r\n')
})

test.each(['=1+1', '+966', '-2', '@SUM(A1)', '\t=1', ' =1', '＝1', '|x', '%x'])(
  '%j is text and never a formula',
  (text) => {
    expect(csvOf([[text]])).toContain(`'${text}`)
  },
)

test('a negative number is a number', () => {
  expect(csvOf([[-2]])).toBe('\uFEFF-2\r\n')
})

test('commas, quotes and lines stay inside their cell', () => {
  expect(csvOf([['a,b', 'say "yes"', 'one\ntwo', null]])).toBe('\uFEFF"a,b","say ""yes""","one\ntwo",\r\n')
})

import { expect, test } from 'vitest'
import { codeMessage } from './code-message.ts'
import { checkCodeAddress, parseCode } from './code.ts'
import { portalLanguages } from './language.ts'

test.each(['123456', ' 123 456 ', '١٢٣٤٥٦', '۱۲۳-۴۵۶', '१२३४५६', '১২৩৪৫৬', '１２３４５６'])(
  'a code is read as people type it: %s',
  (typed) => expect(parseCode(typed)).toBe('123456'),
)

test.each(['', '12345', '1234567', '12345a', 'abcdef', '1'.repeat(1000)])('no code: %s', (typed) =>
  expect(parseCode(typed)).toBeUndefined(),
)

test('a code goes to a phone or an e-mail', () => {
  expect(checkCodeAddress('٠٥٥١٢٣٤٥٦٧')).toEqual([])
  expect(checkCodeAddress('maryam@example.com')).toEqual([])
  expect(checkCodeAddress(' ')).toEqual([{ field: 'address', code: 'CONTACT_REQUIRED' }])
  expect(checkCodeAddress('maryam@')).toEqual([{ field: 'address', code: 'EMAIL_INVALID' }])
  expect(checkCodeAddress('055')).toEqual([{ field: 'address', code: 'PHONE_INVALID' }])
})

test.each(portalLanguages)(
  'the message in %s holds the code, who sends it and how long it is good for',
  (code) => {
    const { subject, text } = codeMessage(code, { code: '123456', association: 'Sila', minutes: 10 })
    expect(subject).toMatch(/123456.*Sila/u)
    for (const part of ['123456', 'Sila', '10']) expect(text).toContain(part)
    expect(`${subject}${text}`).not.toMatch(/[{}\n]/u)
  },
)

import { expect, test } from 'vitest'
import { checkContact, isEmail, normaliseEmail } from './beneficiary.ts'

const codes = (...args: Parameters<typeof checkContact>) =>
  checkContact(...args).map(({ field, code }) => `${field} ${code}`)

test('nobody must say how to be reached, unless the service must answer', () => {
  expect(codes({})).toEqual([])
  expect(codes({}, { required: true, nameRequired: true })).toEqual([
    'contact.name REQUIRED',
    'contact.phone CONTACT_REQUIRED',
  ])
  expect(codes({ name: 'مريم', phone: '٠٥٠١٢٣٤٥٦٧' }, { required: true, nameRequired: true })).toEqual([])
})

test('the way that a person prefers is filled in', () => {
  expect(codes({ phone: '0501234567', preferred: 'EMAIL' })).toEqual([
    'contact.email PREFERRED_CONTACT_MISSING',
  ])
  expect(codes({ email: 'maryam@example.com', preferred: 'WHATSAPP' })).toEqual([
    'contact.phone PREFERRED_CONTACT_MISSING',
  ])
  expect(codes({ phone: '0501234567', preferred: 'WHATSAPP' })).toEqual([])
})

test.each(['maryam@example.com', 'a.b+c@mail.example.org', 'مريم@مثال.السعودية'])(
  '%s can be written to',
  (email) => {
    expect(isEmail(email)).toBe(true)
  },
)

test.each([
  '',
  'maryam',
  'a@b',
  'a@@b.com',
  'a b@c.com',
  'a@b..com',
  'a@b.com,c@d.com',
  '<a@b.com>',
  'a\u0007@b.com',
  'a@b\u202E.com',
])('%j cannot be written to', (email) => {
  expect(isEmail(email)).toBe(false)
})

test('an address is kept with its domain in small letters', () => {
  expect(normaliseEmail(' Maryam@Example.COM ')).toBe('Maryam@example.com')
})

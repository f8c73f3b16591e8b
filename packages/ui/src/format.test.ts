import { expect, test } from 'vitest'
import {
  formatDate,
  formatDateTime,
  formatDuration,
  formatHijriMonth,
  formatList,
  formatMonth,
  formatNumber,
  formatPercent,
  formatRelative,
  formatWhen,
  isolate,
} from './format.ts'

const noon = '2026-11-22T09:00:00Z'

test('a day is said in both calendars, with Latin digits, unless told otherwise', () => {
  expect(formatDate(noon, 'ar')).toBe('12 جمادى الآخرة 1448 هـ · 22 نوفمبر 2026')
  expect(formatDate(noon, 'ar', { calendar: 'gregorian' })).toBe('22 نوفمبر 2026')
  expect(formatDate(noon, 'ar', { calendar: 'hijri', digits: 'arab' })).toBe('١٢ جمادى الآخرة ١٤٤٨ هـ')
})

test.each([
  ['ar', '12 جمادى الآخرة 1448 هـ', '12 جمادى الآخرة', 'جمادى الآخرة 1448 هـ'],
  ['en', 'Jumada II 12, 1448 AH', 'Jum. II 12', 'Jumada II 1448 AH'],
  ['ur', '12 جمادی الثانی، 1448 ھ', '12 جمادی الثانی', 'جمادی الثانی 1448 ھ'],
  ['bn', '12 জমাদিউস সানি, 1448 হিজরি', '12 জমাদিউস সানি', 'জমাদিউস সানি 1448 হিজরি'],
  ['hi', '12 जुमादा-उस-सानी 1448 हिजरी', '12 जुमादा-उस-सानी', 'जुमादा-उस-सानी 1448 हिजरी'],
  ['id', '12 Jumadilakhir 1448 H', '12 Jum. Akhir', 'Jumadilakhir 1448 H'],
  ['fil', 'Jumada II 12, 1448 AH', 'Jum. II 12', 'Jumada II 1448 AH'],
])('in %s a Hijri day is marked as people mark it: %s', (language, long, short, month) => {
  expect(formatDate(noon, language, { calendar: 'hijri' })).toBe(long)
  expect(formatDate(noon, language, { calendar: 'hijri', length: 'short' })).toBe(short)
  expect(formatMonth(noon, language, { calendar: 'hijri' })).toBe(month)
  expect(month.startsWith(formatHijriMonth(noon, language))).toBe(true)
})

test('a day begins at midnight in Riyadh, not in Greenwich', () => {
  expect(formatDate('2026-11-21T21:30:00Z', 'en', { calendar: 'gregorian' })).toBe('November 22, 2026')
  expect(formatDate('2026-11-21T21:30:00Z', 'en', { calendar: 'gregorian', timeZone: 'UTC' })).toBe(
    'November 21, 2026',
  )
})

test('the weekday, the same in both calendars, is said once', () => {
  expect(formatDate(noon, 'en', { length: 'full' }).match(/Sunday/g)).toHaveLength(1)
})

test('day and time stand together', () => {
  expect(formatDateTime(noon, 'en', { calendar: 'gregorian' })).toBe('November 22, 2026 · 12:00')
})

test.each([
  ['2026-11-22T08:59:40Z', 'now'],
  ['2026-11-22T08:51:00Z', '9 min'],
  ['2026-11-22T06:02:00Z', '09:02'],
  ['2026-11-21T06:02:00Z', 'yesterday'],
  ['2026-11-03T06:02:00Z', 'Nov 3'],
])('in a list, %s is "%s"', (moment, said) => {
  expect(formatWhen(moment, noon, 'en', { calendar: 'gregorian' })).toBe(said)
})

test('a message of late last night is yesterday’s, although it is hours old', () => {
  expect(formatWhen('2026-11-21T20:55:00Z', '2026-11-21T22:30:00Z', 'ar')).toBe('أمس')
})

test('a span is given in its two largest units', () => {
  expect(formatDuration(7500, 'en')).toBe('2 hr 5 min')
  expect(formatDuration(-660, 'en')).toBe('11 min')
  expect(formatDuration(0, 'en')).toBe('0 min')
  expect(formatDuration(90_061, 'en', { units: 1, style: 'long' })).toBe('1 day')
})

test('relative time looks back and ahead', () => {
  expect(formatRelative('2026-11-23T09:00:00Z', noon, 'en')).toBe('tomorrow')
  expect(formatRelative('2026-11-19T09:00:00Z', noon, 'ar')).toBe('قبل 3 أيام')
})

test('numbers, shares and lists follow the language', () => {
  expect(formatNumber(12_345.67, 'ar')).toBe('12,345.7')
  expect(formatNumber(1234, 'ar', { digits: 'arab' })).toBe('١٬٢٣٤')
  expect(formatPercent(0.943, 'en')).toBe('94%')
  expect(formatList(['العربية', 'الأردية'], 'ar')).toBe('العربية والأردية')
})

test('a name inside a sentence keeps its direction to itself', () => {
  expect(isolate('Maria Santos')).toBe('\u2068Maria Santos\u2069')
})

test.each(['ar', 'en', 'ur', 'bn', 'hi', 'id', 'fil'])('%s never falls back to other digits', (language) => {
  expect(formatDate(noon, language)).toMatch(/1448/)
  expect(formatDate(noon, language)).toMatch(/2026/)
})

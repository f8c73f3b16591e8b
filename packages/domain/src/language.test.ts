import { expect, test } from 'vitest'
import {
  detectScript,
  directionOf,
  languageCode,
  languageCodes,
  languageName,
  languages,
  portalLanguageOf,
  portalLanguages,
  suggestLanguage,
} from './language.ts'

test('at least 34 languages are known, each named in itself, in Arabic and in English', () => {
  expect(languageCodes.length).toBeGreaterThanOrEqual(34)
  for (const code of languageCodes) {
    expect(languageName(code, code)).toBe(languages[code].ownName)
    expect(languageName(code, 'ar')).toMatch(/^\p{Script=Arabic}+$/u)
    expect(languageName(code, 'en')).toMatch(/^[\p{Script=Latin} ]+$/u)
  }
})

test('each own name is written in the script of its row', () => {
  const script = (code: (typeof languageCodes)[number]) => detectScript(languages[code].ownName)
  expect(languageCodes.filter((code) => script(code) !== languages[code].script)).toEqual([])
})

test('Divehi and Rohingya run from the right, whatever Intl says', () => {
  expect(languageCodes.filter((code) => directionOf(code) === 'rtl')).toEqual([
    'ar',
    'ur',
    'ps',
    'fa',
    'ug',
    'sd',
    'ckb',
    'rhg',
    'dv',
  ])
})

test('a complete language speaks for itself, another through its fallback', () => {
  for (const language of portalLanguages) expect(portalLanguageOf(language)).toBe(language)
  expect(portalLanguageOf('ps')).toBe('ur')
  expect(portalLanguageOf('tl-PH')).toBe('fil')
  expect(portalLanguageOf('xx')).toBe('en')
})

test('older and longer tags are read', () => {
  expect(languageCode('tl')).toBe('fil')
  expect(languageCode('en_GB')).toBe('en')
  expect(languageCode('constructor')).toBeUndefined()
})

test.each([
  ['متى تبدأ الدروس؟', 'ar'],
  ['کلاس کب شروع ہوگی؟', 'ur'],
  ['زه غواړم چې زده کړه وکړم', 'ps'],
  ['می‌خواهم بپرسم', 'fa'],
  ['আরবি ক্লাস কবে শুরু হবে?', 'bn'],
  ['कक्षा कब शुरू होगी?', 'hi'],
  ['ക്ലാസ് എപ്പോൾ തുടങ്ങും?', 'ml'],
  ['ትምህርቱ መቼ ይጀምራል?', 'am'],
])('%s suggests %s', (text, code) => {
  expect(suggestLanguage(text)).toBe(code)
})

test('Latin letters and bare digits suggest nothing', () => {
  expect(suggestLanguage('kab shuru hoga?')).toBeUndefined()
  expect(suggestLanguage('0501234567')).toBeUndefined()
})

import type { LanguageCode, Script } from './languages.ts'

/** The script in which most letters of the text are written, or undefined where there are none. */
export function detectScript(text: string): Script | undefined {
  let best: Script | undefined
  let most = 0
  for (const [script, letters] of scripts) {
    const count = text.match(letters)?.length ?? 0
    if (count > most) [best, most] = [script, count]
  }
  return best
}

/**
 * The language in which a text is likely written, by its script alone: a suggestion that a person confirms.
 * Latin says nothing, and within a shared script only letters of one language decide.
 */
export function suggestLanguage(text: string): LanguageCode | undefined {
  const script = detectScript(text)
  if (script === 'Arab') return arabLanguages.find(([, letters]) => letters.test(text))?.[0] ?? 'ar'
  return script === undefined ? undefined : soleLanguage[script]
}

const scripts: readonly (readonly [Script, RegExp])[] = [
  ['Arab', /\p{Script=Arabic}/gu],
  ['Latn', /\p{Script=Latin}/gu],
  ['Beng', /\p{Script=Bengali}/gu],
  ['Deva', /\p{Script=Devanagari}/gu],
  ['Mlym', /\p{Script=Malayalam}/gu],
  ['Taml', /\p{Script=Tamil}/gu],
  ['Telu', /\p{Script=Telugu}/gu],
  ['Sinh', /\p{Script=Sinhala}/gu],
  ['Ethi', /\p{Script=Ethiopic}/gu],
  ['Mymr', /\p{Script=Myanmar}/gu],
  ['Rohg', /\p{Script=Hanifi_Rohingya}/gu],
  ['Thai', /\p{Script=Thai}/gu],
  ['Hans', /\p{Script=Han}/gu],
  ['Cyrl', /\p{Script=Cyrillic}/gu],
  ['Thaa', /\p{Script=Thaana}/gu],
  ['Gujr', /\p{Script=Gujarati}/gu],
  ['Guru', /\p{Script=Gurmukhi}/gu],
]

// Letters that only one of the languages in Arabic script writes; the order matters (Sindhi shares some with Urdu).
const arabLanguages: readonly (readonly [LanguageCode, RegExp])[] = [
  ['sd', /[ٻڀٺٽڄڃڇڌڏڊڙڦڪڳڱڻ]/u],
  ['ps', /[ټډړږښڼۍې]/u],
  ['ug', /[ۇۆۈۋ]/u],
  ['ckb', /[ڕڵێۊ]/u],
  ['ur', /[ٹڈڑںےھہۃ]/u],
  ['fa', /[پچژگکی]/u],
]

const soleLanguage: Partial<Record<Script, LanguageCode>> = {
  Beng: 'bn',
  Deva: 'hi',
  Mlym: 'ml',
  Taml: 'ta',
  Telu: 'te',
  Sinh: 'si',
  Ethi: 'am',
  Mymr: 'my',
  Rohg: 'rhg',
  Thai: 'th',
  Hans: 'zh',
  Cyrl: 'ru',
  Thaa: 'dv',
  Gujr: 'gu',
  Guru: 'pa',
}

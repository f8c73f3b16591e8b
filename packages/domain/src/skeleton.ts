// Each letter of each script is heard as one or more consonant classes; '' is a vowel or silent.
// Several sounds (ذ is heard as d and as z) give several skeletons.
const sounds: Readonly<Record<string, string>> = {
  // Arabic, with the letters of Persian, Urdu and their neighbours
  ب: 'b',
  پ: 'b',
  ت: 't',
  ط: 't',
  ٹ: 't',
  ث: 's|t',
  ج: 'j',
  چ: 'c',
  ح: 'h',
  ه: 'h',
  خ: 'k',
  د: 'd',
  ڈ: 'd',
  ذ: 'z|d',
  ر: 'r',
  ڑ: 'r',
  ز: 'z',
  ژ: 'z',
  س: 's',
  ش: 's',
  ص: 's',
  ض: 'd|z',
  ظ: 'z',
  غ: 'g',
  ف: 'f',
  ڤ: 'f|',
  ق: 'k',
  ك: 'k',
  گ: 'g',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ں: 'n',
  // Latin
  b: 'b',
  p: 'b',
  t: 't',
  j: 'j',
  c: 'k',
  d: 'd',
  f: 'f',
  g: 'g|j',
  h: 'h',
  k: 'k',
  l: 'l',
  m: 'm',
  n: 'n',
  q: 'k',
  r: 'r',
  s: 's',
  v: '|f',
  x: 'ks',
  z: 'z',
  // Bengali
  ক: 'k',
  খ: 'k',
  গ: 'g',
  ঘ: 'g',
  ঙ: 'n',
  চ: 'c',
  ছ: 'c|s',
  জ: 'j|z',
  ঝ: 'j|z',
  ঞ: 'n',
  ট: 't',
  ঠ: 't',
  ড: 'd',
  ঢ: 'd',
  ণ: 'n',
  ত: 't',
  থ: 't',
  দ: 'd',
  ধ: 'd',
  ন: 'n',
  প: 'b',
  ফ: 'f',
  ব: 'b',
  ভ: 'b|f',
  ম: 'm',
  য: 'j|z',
  র: 'r',
  ল: 'l',
  শ: 's',
  ষ: 's',
  স: 's',
  হ: 'h',
  ড়: 'r',
  ঢ়: 'r',
  ৎ: 't',
  'ং': 'n',
  // Devanagari
  क: 'k',
  ख: 'k',
  ग: 'g',
  घ: 'g',
  ङ: 'n',
  च: 'c',
  छ: 'c',
  ज: 'j|z',
  झ: 'j',
  ञ: 'n',
  ट: 't',
  ठ: 't',
  ड: 'd',
  ढ: 'd',
  ण: 'n',
  त: 't',
  थ: 't',
  द: 'd',
  ध: 'd',
  न: 'n',
  प: 'b',
  फ: 'f',
  ब: 'b',
  भ: 'b',
  म: 'm',
  र: 'r',
  ल: 'l',
  श: 's',
  ष: 's',
  स: 's',
  ह: 'h',
  'ं': 'n',
}

// Two or three Latin letters that are one sound.
const digraphs: readonly (readonly [RegExp, string])[] = [
  [/^sch/u, 's'],
  [/^sh/u, 's'],
  [/^kh/u, 'k'],
  [/^gh/u, 'g'],
  [/^th/u, 's|t|th'],
  [/^dh/u, 'z|d'],
  [/^ph/u, 'f'],
  [/^ch/u, 'c|s'],
  [/^ck/u, 'k'],
  [/^bh/u, 'b'],
  [/^jh/u, 'j'],
  [/^c(?=[eiy])/u, 's'],
]

// At the start of a word these glide; elsewhere they are vowels.
const glides: Readonly<Record<string, string>> = {
  و: 'w|',
  ي: 'y|',
  w: 'w|',
  y: 'y|',
  v: 'w|f',
  ভ: 'b|f',
  य: 'y|',
  व: 'w|f',
}
const mostSkeletons = 4

/** The consonant skeletons of one folded word, at most four; a very short one keeps its first vowel as `a`. */
export function skeletonsOf(word: string): string[] {
  let skeletons = ['']
  for (let index = 0; index < word.length;) {
    const [sound, length] = soundAt(word, index)
    skeletons = sound.split('|').flatMap((one) => skeletons.map((skeleton) => skeleton + one))
    index += length
  }
  const cleaned = skeletons.map((skeleton) => {
    const single = skeleton.replace(/(?<letter>.)\k<letter>+/gu, '$<letter>')
    // A final h is how the feminine ending, or nothing at all, is written.
    const bare = single.length > 1 ? single.replace(/h$/u, '') : single
    return bare.length < 2 && startsWithVowel(word) ? `a${bare}` : bare
  })
  return [...new Set(cleaned)].filter((skeleton) => skeleton !== '').slice(0, mostSkeletons)
}

function soundAt(word: string, index: number): readonly [sound: string, length: number] {
  const rest = word.slice(index)
  for (const [pattern, sound] of digraphs) {
    const match = pattern.exec(rest)
    if (match) return [sound, match[0].length]
  }
  const letter = String.fromCodePoint(word.codePointAt(index) ?? 0)
  const glide = index === 0 ? glides[letter] : undefined
  if (glide !== undefined) return [glide, letter.length]
  if (/\p{N}/u.test(letter)) return [letter, letter.length]
  return [sounds[letter] ?? '', letter.length]
}

function startsWithVowel(word: string): boolean {
  const first = word.slice(0, 1)
  return sounds[first] === undefined && glides[first] === undefined
}

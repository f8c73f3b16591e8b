import { digraphs, glides, sounds } from './sounds.ts'

const mostSkeletons = 4
// A word of many ambiguous letters would otherwise double its skeletons with each of them.
const mostAtOnce = 16
const longestWord = 40

/** The consonant skeletons of one folded word, at most four; a very short one keeps its first vowel as `a`. */
export function skeletonsOf(word: string): string[] {
  let skeletons = ['']
  for (let index = 0; index < Math.min(word.length, longestWord);) {
    const [sound, length] = soundAt(word, index)
    skeletons = sound
      .split('|')
      .flatMap((one) => skeletons.map((skeleton) => skeleton + one))
      .slice(0, mostAtOnce)
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

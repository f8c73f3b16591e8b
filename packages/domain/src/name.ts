import { foldText } from './fold.ts'
import { skeletonsOf } from './skeleton.ts'

export { foldText } from './fold.ts'

/**
 * Search keys of a name that are the same in every script: Mohammed, Muhammad, محمد, মোহাম্মদ and मोहम्मद share one.
 * They find candidates; a person always decides whether two records are one.
 */
export function nameKeys(name: string): string[] {
  const words = foldText(name)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map((word) => word.replace(/^(?:وال|ال|آل)(?=\p{L}{2})/u, ''))
    .filter((word) => word !== '' && !particles.has(word))
    .slice(0, 12)
  const keys = new Set<string>()
  words.forEach((word, index) => {
    const own = skeletonsOf(word)
    for (const key of own) keys.add(key)
    const next = words[index + 1]
    // Abd al-Rahman, Abdul Rahman, Abdurrahman: written apart or together, one name.
    if (next !== undefined && own.some((key) => /^bd[lr]?$/u.test(key))) {
      for (const key of skeletonsOf(next)) keys.add(withoutArticle(`bd${key}`))
    }
    for (const key of own) keys.add(withoutArticle(key))
  })
  return [...keys]
}

// The article melts into the name: `bdlrhmn` and `bdrhmn` are both Abd al-Rahman.
function withoutArticle(key: string): string {
  return /^bdl./u.test(key) ? `bd${key.slice(3)}` : key
}

const particles = new Set([
  'al',
  'el',
  'ul',
  'ur',
  'as',
  'bin',
  'ibn',
  'bint',
  'ben',
  'بن',
  'ابن',
  'بنت',
  'ال',
])

import { readFileSync } from 'node:fs'
import { globSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pageWords, shellWords } from './all-words.ts'
import { languages } from './language.ts'

type Messages = Record<string, unknown>

// Ids that the code puts together; each begins like this.
const composed = [
  'ask.kind.',
  'ask.text.',
  'card.',
  'faq.',
  'figure.',
  'find.',
  'form.',
  'home.topic.',
  'privacy.',
  'reach.',
  'receipt.next.',
  'reply.',
  'track.',
  'promises.',
  'send.again',
  'ask.send',
  'apply.send',
  'service.permit.text',
  'missing.',
  'step.',
  'mine.',
]

for (const [name, catalogues] of Object.entries({ shell: shellWords, pages: pageWords })) {
  test(`${name}: every language has every word, and none is empty`, () => {
    const wanted = Object.keys(catalogues['en'] ?? {}).toSorted()
    expect(wanted.length).toBeGreaterThan(50)
    for (const language of languages) {
      const words: Messages = catalogues[language] ?? {}
      expect(Object.keys(words).toSorted()).toEqual(wanted)
      expect(Object.entries(words).filter(([, text]) => flat(text).trim() === '')).toEqual([])
    }
  })

  test(`${name}: every language puts in the same values`, () => {
    const english: Messages = catalogues['en'] ?? {}
    for (const language of languages) {
      for (const [id, text] of Object.entries(catalogues[language] ?? {})) {
        expect([language, id, valuesIn(text)]).toEqual([language, id, valuesIn(english[id])])
      }
    }
  })
}

test.each(languages)('in %s every plural has the forms that the language needs', (language) => {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()
  for (const words of [shellWords[language], pageWords[language]]) {
    const lacking = Object.entries<unknown>(words ?? {}).flatMap(([id, text]) =>
      formsIn(text).flatMap((forms) =>
        // "No case" may be said of the number itself, which comes before the form for none.
        pluralCategories
          .filter((form) => !(form in forms) && !(form === 'zero' && '0' in forms))
          .map((form) => [id, form]),
      ),
    )
    expect(lacking).toEqual([])
  }
})

test.each([
  ['ar', /[\u0621-\u064A][,;?]|[۔ہکی]/u],
  ['ur', /[\u0621-\u064A\u0679-\u06D2][,;?.]|[كىي]/u],
  ['bn', /[\u0900-\u0963]|[\u0980-\u09FF]\.(?:\s|$)/u],
  ['hi', /[\u0980-\u09FF]|[\u0900-\u097F]\.(?:\s|$)/u],
])('in %s letters and punctuation are its own, and no space stands twice', (language, foreign) => {
  for (const words of [shellWords[language], pageWords[language]]) {
    const said = Object.entries<unknown>(words ?? {}).filter(([id]) => id !== 'receipt.paper.ar')
    expect(said.filter(([, text]) => foreign.test(flat(text)) || /\s{2}/u.test(flat(text)))).toEqual([])
  }
})

test('every word that the code asks for exists, and no word waits for nobody', () => {
  const known = new Set([...Object.keys(shellWords['en'] ?? {}), ...Object.keys(pageWords['en'] ?? {})])
  const source = globSync('src/**/*.{ts,tsx}', { exclude: (file) => file.includes('.test.') })
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  const asked = [...source.matchAll(/\bt\(\s*'([^']+)'/gu)].map(([, id]) => id ?? '')
  expect(asked.length).toBeGreaterThan(100)
  expect(asked.filter((id) => !known.has(id))).toEqual([])
  const idle = [...known].filter(
    (id) => !source.includes(`'${id}'`) && !composed.some((start) => id.startsWith(start)),
  )
  expect(idle).toEqual([])
})

test('the words of the first page suffice for it', () => {
  const shell = new Set(Object.keys(shellWords['en'] ?? {}))
  const files = [
    'src/home/{Home,Hero,Cards,Figures,Questions,QuestionList,TrackBox}.tsx',
    'src/app/{Layout,Header,Footer,FindForm,Status,LanguageLinks}.tsx',
  ]
  const source = files
    .flatMap((file) => globSync(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  const asked = [...source.matchAll(/\bt\(\s*'([^']+)'/gu)].map(([, id]) => id ?? '')
  expect(asked.filter((id) => !shell.has(id))).toEqual([])
})

// Compiled messages are lists of texts and of values by name.
function valuesIn(message: unknown): string[] {
  if (!Array.isArray(message)) return []
  const names = message.flatMap((part: unknown) => {
    if (!Array.isArray(part)) return []
    const options: unknown = part[2]
    const inner = typeof options === 'object' && options ? Object.values(options).flatMap(valuesIn) : []
    return [String(part[0]), ...inner]
  })
  return [...new Set(names)].filter((name) => name !== 'undefined').toSorted()
}

// The forms of each plural: `{ one: …, other: … }`.
function formsIn(message: unknown): object[] {
  if (!Array.isArray(message)) return []
  return message.flatMap((part: unknown) => {
    if (!Array.isArray(part) || part[1] !== 'plural' || typeof part[2] !== 'object' || !part[2]) return []
    return [part[2]]
  })
}

function flat(message: unknown): string {
  return typeof message === 'string' ? message : JSON.stringify(message)
}

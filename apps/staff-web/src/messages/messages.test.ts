import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { appLanguages } from '../i18n/i18n.ts'

const here = import.meta.dirname
const catalogues = new Map(appLanguages.map((language) => [language, read(join(here, `${language}.po`))]))
const source = readdirSync(join(here, '..'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/u.test(file) && !file.includes('generated') && !file.includes('.test.'))
  .map((file) => readFileSync(join(here, '..', file), 'utf8'))
  .join('\n')

test('every language has the same messages, and none is empty', () => {
  const ids = [...(catalogues.get('en')?.keys() ?? [])]
  expect(ids.length).toBeGreaterThan(300)
  for (const [language, catalogue] of catalogues) {
    expect([...catalogue.keys()], language).toEqual(ids)
    expect(
      [...catalogue].filter(([, text]) => text.trim() === ''),
      language,
    ).toEqual([])
  }
})

test('every text that a screen asks for is in the catalogue', () => {
  const asked = [...source.matchAll(/\bt\(\s*'([\w.]+)'/gu)].map(([, id]) => id ?? '')
  expect(asked.length).toBeGreaterThan(150)
  expect(asked.filter((id) => !catalogues.get('en')?.has(id))).toEqual([])
})

test('no message is left that no screen asks for', () => {
  const prefixes = [...source.matchAll(/`([\w.]+\.)\$\{/gu)].map(([, prefix]) => prefix ?? '')
  const unused = [...(catalogues.get('en')?.keys() ?? [])].filter(
    (id) => !source.includes(`'${id}'`) && !prefixes.some((prefix) => id.startsWith(prefix)),
  )
  expect(unused).toEqual([])
})

test('both languages name the same values', () => {
  const names = (text: string): string[] =>
    [...new Set([...text.matchAll(/\{(\w+)/gu)].map(([, name]) => name ?? ''))]
      .filter((name) => !/^\d|^(one|two|few|many|zero|other)$/u.test(name))
      .sort()
  for (const [id, text] of catalogues.get('en') ?? []) {
    const arabic = catalogues.get('ar')?.get(id) ?? ''
    // A plural may say its number in words: "two days".
    if (!/plural/u.test(text)) expect(names(arabic), id).toEqual(names(text))
  }
})

test('every plural has the forms that its language needs', () => {
  for (const [language, catalogue] of catalogues) {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()
    for (const [id, text] of catalogue) {
      if (!text.includes(', plural,')) continue
      const forms = [...text.matchAll(/(zero|one|two|few|many|other|=0) \{/gu)].map(([, form]) => form)
      expect(
        pluralCategories.filter((form) => !forms.includes(form)),
        `${language} ${id}`,
      ).toEqual([])
    }
  }
})

function read(path: string): Map<string, string> {
  const entries = [...readFileSync(path, 'utf8').matchAll(/^msgid "(.+)"\nmsgstr "(.*)"$/gmu)]
  return new Map(entries.map(([, id, text]) => [id ?? '', text ?? '']))
}

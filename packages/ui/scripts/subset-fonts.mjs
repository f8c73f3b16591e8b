// Cuts the committed web fonts out of the @fontsource files: node scripts/subset-fonts.mjs
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import subsetFont from 'subset-font'

const require = createRequire(import.meta.url)
const out = new URL('../fonts/', import.meta.url)
const source = (name) => dirname(require.resolve(`@fontsource/${name}/package.json`))
const range = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join('')

const joiners = '\u200c\u200d\u200e\u200f\u00a0'
const arabic = range(0x600, 0x6ff) + '\ufdf2\ufdfa' + range(0xfd3e, 0xfd3f) + joiners
// Basic Latin, the typographic marks that translated text uses, and the letters of Filipino and Indonesian names.
const latin = range(0x20, 0x7e) + '\u00a0«»·×é\u00f1\u00d1–—‘’“”…•←→↵−' + '\u200e\u200f'
const digits = range(0x20, 0x40) + joiners

const cuts = [
  ['ibm-plex-sans-arabic', 'arabic', 400, arabic, 'ar-400'],
  ['ibm-plex-sans-arabic', 'arabic', 600, arabic, 'ar-600'],
  ['ibm-plex-sans', 'latin', 400, latin, 'latin-400'],
  ['ibm-plex-sans', 'latin', 600, latin, 'latin-600'],
  ['noto-sans-bengali', 'bengali', 400, range(0x980, 0x9ff) + '\u0964\u0965\u20b9' + digits, 'bn-400'],
  ['noto-sans-devanagari', 'devanagari', 400, range(0x900, 0x97f) + '\u20b9' + digits, 'hi-400'],
]

mkdirSync(new URL('LICENSES/', out), { recursive: true })
let total = 0
for (const [family, script, weight, text, name] of cuts) {
  const file = join(source(family), 'files', `${family}-${script}-${weight}-normal.woff2`)
  const cut = await subsetFont(readFileSync(file), text, { targetFormat: 'woff2' })
  writeFileSync(new URL(`${name}.woff2`, out), cut)
  copyFileSync(join(source(family), 'LICENSE'), new URL(`LICENSES/${family}.txt`, out))
  total += cut.length
  console.log(name.padEnd(10), String(cut.length).padStart(7))
}
console.log('all'.padEnd(10), String(total).padStart(7))

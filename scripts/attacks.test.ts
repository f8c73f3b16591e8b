import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './lib/place.mjs'

/** What the house is built to withstand: its threat model, in the order in which it was written. */
const attacks = [
  ...['bombs by depth, recursion, alias, fragment', 'batching', 'introspection by guests', 'cost draining'],
  ...['field leak by nested path', 'field leak by filter, sort, count', 'differencing on aggregates'],
  ...[
    'IDOR by reference',
    'OTP guessing',
    'SMS pumping',
    'enumeration',
    'CSRF',
    'cross-site WebSocket hijack',
  ],
  ...['token expiry during a subscription', 'role change during a subscription', 'stored XSS'],
  ...['header injection', 'mail loops', 'spoofed sender', 'malicious attachments'],
  ...[
    'formulas in files for spreadsheets',
    'SSRF',
    'webhook replay',
    'LIKE bombs',
    'regex bombs',
    'JSON bombs',
  ],
  ...['prototype pollution', 'bidi and invisible characters', 'kiosk residue', 'log leakage'],
  ...['insider browsing', 'session fixation', 'open redirect', 'mass assignment', 'malicious dependency'],
  // What was found later, by looking for a way in.
  ...['poisoned words', 'replay of what was sent', 'second factor left out', 'forged cursors'],
  ...['erasure leftovers', 'two at once', 'killed between two writes'],
  ...['trail cut off at its end', 'consent that comes back', 'somebody else behind an address'],
]

const text = readFileSync(join(root, 'docs/attacks.md'), 'utf8')
const [ofAttacks = '', ofPromises = ''] = text.split('\n## ')

/** The lines of a table: what it is about, the file, the title. */
const rowsOf = (part: string) =>
  [...part.matchAll(/^\| (.+?) +\| `(.+?)` +\| (.+?) +\|$/gmu)].map(
    ([, about = '', file = '', title = '']) => ({
      ...{ about, file, title },
    }),
  )

/** Whether a spec of this title, or a group of specs, stands in the file. */
function stands(file: string, title: string): boolean {
  const path = join(root, file)
  if (!existsSync(path)) return false
  const source = readFileSync(path, 'utf8').replaceAll(/\\(['"`])/gu, '$1')
  return ["'", '"', '`'].some((quote) => source.includes(`${quote}${title}${quote}`))
}

test('every attack of the threat model has a spec that makes it', () => {
  const named = new Set(rowsOf(ofAttacks).map(({ about }) => about))
  expect(attacks.filter((attack) => !named.has(attack))).toEqual([])
  expect([...named].filter((attack) => !attacks.includes(attack))).toEqual([])
})

test.each([...rowsOf(ofAttacks), ...rowsOf(ofPromises)])(
  '$about: "$title" stands in $file',
  ({ file, title }) => {
    expect(stands(file, title)).toBe(true)
  },
)

test('a title that nobody wrote would be missed', () => {
  expect(stands('scripts/attacks.test.ts', ['no spec is', 'called so'].join(' '))).toBe(false)
  expect(stands('scripts/nowhere.test.ts', 'a title')).toBe(false)
})

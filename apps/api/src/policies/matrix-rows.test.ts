import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { useApi } from '../testing/api.ts'
import { lookAtAll, lookers } from '../testing/matrix.ts'

const api = useApi({ SILA_WALLS: 'rows' })

// What hangs on a person or a matter; the rest is the house's own, which rows do not keep from staff.
const personal =
  /^(Interaction|Request|Beneficiary|ContactPoint|Consent|Invitation|Entry|EntryFile|PaperSeen|Presence|Due|Look|LegalHold|Erasure|Incident|DataRightRequest|DataExport)\./

test('with the permissions of the API off, row-level security alone shows nobody a row more', async () => {
  const allowed = new Map(
    readFileSync(new URL('./matrix.md', import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => /^\| \w+\.\w+ \|/.test(line))
      .map((line) =>
        line
          .split('|')
          .map((cell) => cell.trim())
          .slice(1, -1),
      )
      .map(([field = '', ...cells]) => [field, cells]),
  )
  const found = await lookAtAll(api, { onlyRows: true })
  const leaks = [...found]
    .filter(([field]) => personal.test(field))
    .flatMap(([field, cells]) =>
      cells.flatMap((cell, index) => {
        const more = moreThan(cell, allowed.get(field)?.[index])
        return more.length > 0 ? [`${field} to ${lookers[index]}: ${more.join(' ')}`] : []
      }),
    )
  expect(leaks).toEqual([])
  // The guard is really off: what it alone refuses is answered.
  expect(found.get('Query.processingRegister')?.[lookers.indexOf('OFFICER')]).toBe('yes')
}, 600_000)

// What is shown as it is must be allowed so; of what is masked it is enough that its row may be seen.
function moreThan(found: string, allowed = '-'): string[] {
  const [is, may] = [sightsOf(found), sightsOf(allowed)]
  return [
    ...is.clear.filter((one) => !may.clear.includes(one)),
    ...is.masked.filter((one) => ![...may.clear, ...may.masked].includes(one)),
  ]
}

function sightsOf(cell: string) {
  const [clear = '', masked = ''] = cell === 'masked' ? ['', 'yes'] : cell.split('masked:')
  const words = (text: string) => text.split(' ').filter((word) => word !== '' && word !== '-')
  return { clear: words(clear), masked: words(masked) }
}

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { useApi } from '../testing/api.ts'
import { lookAtAll } from '../testing/matrix.ts'

const api = useApi({ SILA_WALLS: 'api' })

test('with row-level security off, the permissions of the API alone show nobody more', async () => {
  const expected = readFileSync(new URL('./matrix.md', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => /^\| \w+\.\w+ \|/.test(line))
  const found = [...(await lookAtAll(api))].map(([field, cells]) => `| ${field} | ${cells.join(' | ')} |`)
  expect(found.toSorted()).toEqual(expected)
}, 600_000)

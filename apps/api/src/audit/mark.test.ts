import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { auditedList } from './tables.ts'

const root = join(import.meta.dirname, '..')

test('every row of an audited table is written with its mark: events by events.ts alone', () => {
  const files = globSync('**/*.ts', { cwd: root }).filter(
    // What seeds write at the beginning is taken as it is, once; specs arrange as the owner.
    (file) => !/\.test\.ts$|^seeds|^testing|^migrations/.test(file),
  )
  const unmarked = files.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8')
    return auditedList.flatMap(([name]) => {
      const writes = new RegExp(`insert into ${name} \\(`).test(text)
      const marks = name === 'event' ? file === 'events.ts' : /markOf\(/.test(text)
      return writes && !marks ? [`${file} writes ${name}`] : []
    })
  })
  expect(unmarked).toEqual([])
})

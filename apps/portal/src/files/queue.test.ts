import { expect, test } from 'vitest'
import { kept } from '../sending/store.ts'
import { drop, follow } from './queue.ts'

const file = (name: string) => ({ id: name, file: new File(['a letter'], name, { type: 'application/pdf' }) })
const names = async () =>
  ((await kept<{ name: string }[]>('sila.files')) ?? []).map(({ name }) => name).toSorted()

test('two at once: what two tabs put behind their words follows, all of it', async () => {
  await Promise.all([
    follow('one message', [file('a.pdf'), file('b.pdf')]),
    follow('another', [file('c.pdf')]),
  ])
  expect(await names()).toEqual(['a.pdf', 'b.pdf', 'c.pdf'])
  await Promise.all([drop('a.pdf'), follow('a third', [file('d.pdf')])])
  expect(await names()).toEqual(['b.pdf', 'c.pdf', 'd.pdf'])
})

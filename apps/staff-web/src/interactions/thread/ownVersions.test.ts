import { expect, test } from 'vitest'
import { rememberOwn, seenVersion } from './ownVersions.ts'

test('what one did oneself since beginning to write is no surprise', () => {
  rememberOwn('own', 4)
  rememberOwn('own', 5)
  expect(seenVersion('own', 3)).toBe(5)
})

test("a colleague's act in between stays unseen", () => {
  rememberOwn('between', 5)
  expect(seenVersion('between', 3)).toBe(3)
})

import { fireEvent, render, screen } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { shortcutNames, shortcutOf, shortcuts } from './shortcuts.ts'
import { shortcutSwitch, useShortcuts } from './useShortcuts.ts'

const close = vi.fn()
const palette = vi.fn()
const goRequests = vi.fn()
const reply = vi.fn()

function Screen() {
  useShortcuts({ close, palette, goRequests, reply })
  return <input aria-label="field" />
}

beforeEach(() => vi.clearAllMocks())

test('a shortcut goes by the place of the key: on an Arabic layout E writes ث', () => {
  render(<Screen />)
  fireEvent.keyDown(document.body, { code: 'KeyE', key: 'ث' })
  expect(close).toHaveBeenCalledTimes(1)
})

test('no single key acts while somebody types; those with Ctrl do', () => {
  render(<Screen />)
  const field = screen.getByLabelText('field')
  fireEvent.keyDown(field, { code: 'KeyE', key: 'e' })
  fireEvent.keyDown(field, { code: 'KeyK', key: 'k', ctrlKey: true })
  expect(close).not.toHaveBeenCalled()
  expect(palette).toHaveBeenCalledTimes(1)
})

test('G and then R goes to the requests, and is not a reply', () => {
  render(<Screen />)
  fireEvent.keyDown(document.body, { code: 'KeyG', key: 'ل' })
  fireEvent.keyDown(document.body, { code: 'KeyR', key: 'ق' })
  expect(goRequests).toHaveBeenCalledTimes(1)
  expect(reply).not.toHaveBeenCalled()
})

test('turned off, single keys rest', () => {
  render(<Screen />)
  shortcutSwitch.set(false)
  fireEvent.keyDown(document.body, { code: 'KeyE', key: 'e' })
  expect(close).not.toHaveBeenCalled()
})

test('no two shortcuts have the same keys', () => {
  const strokes = shortcutNames.map((name) =>
    JSON.stringify({ ...shortcuts[name], shown: undefined, group: undefined }),
  )
  expect(new Set(strokes).size).toBe(strokes.length)
  expect(shortcutOf({ code: 'KeyE', shiftKey: true, ctrlKey: false, metaKey: false, altKey: false })).toBe(
    'closeNext',
  )
})

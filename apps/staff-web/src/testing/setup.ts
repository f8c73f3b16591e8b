import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

// What comes lazily takes its time on a busy machine.
configure({ asyncUtilTimeout: 8000 })

afterEach(() => {
  cleanup()
  globalThis.localStorage?.clear()
})

// jsdom draws nothing: every box has the size that a list needs to show its rows.
if (typeof HTMLElement !== 'undefined') {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 800 })
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 360 })
  HTMLElement.prototype.scrollTo = () => undefined
}

globalThis.ResizeObserver ??= class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

// jsdom has no CSS.escape, by which the parts find their own elements.
globalThis.CSS ??= Object.assign({}, globalThis.CSS)
globalThis.CSS.escape ??= (text) => text.replaceAll(/[^\w-]/gu, '\\$&')

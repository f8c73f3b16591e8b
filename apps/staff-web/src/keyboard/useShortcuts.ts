import { useEffect, useRef, useSyncExternalStore } from 'react'
import { isSingleKey, shortcutOf, type ShortcutName } from './shortcuts.ts'

type Handler = () => void
type Handlers = Partial<Record<ShortcutName, Handler>>

const storageKey = 'sila.shortcuts'
const chordMs = 1_200
const registered: { current: Handlers }[] = []
const watchers = new Set<() => void>()
let earlier: { code: string; at: number } | undefined

/** Single-key shortcuts can be turned off for good on a device; those with Ctrl stay. */
export const shortcutSwitch = {
  isOn: (): boolean => localStorage.getItem(storageKey) !== 'off',
  set(on: boolean): void {
    localStorage.setItem(storageKey, on ? 'on' : 'off')
    for (const watcher of watchers) watcher()
  },
  subscribe(watcher: () => void): () => void {
    watchers.add(watcher)
    return () => watchers.delete(watcher)
  },
}

/** Whether single keys act. */
export function useShortcutSwitch(): boolean {
  return useSyncExternalStore(shortcutSwitch.subscribe, shortcutSwitch.isOn)
}

/** Answers shortcuts while the component is on the screen; the part that came last answers first. */
export function useShortcuts(handlers: Handlers): void {
  const latest = useRef(handlers)
  useEffect(() => {
    latest.current = handlers
  })
  useEffect(() => {
    registered.push(latest)
    if (registered.length === 1) window.addEventListener('keydown', listen)
    return () => {
      registered.splice(registered.indexOf(latest), 1)
      if (registered.length === 0) window.removeEventListener('keydown', listen)
    }
  }, [])
}

function listen(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.repeat) return
  const before = earlier && performance.now() - earlier.at < chordMs ? earlier.code : undefined
  earlier = undefined
  const name = shortcutOf(event, before) ?? shortcutOf(event)
  if (name === undefined) {
    if (event.code === 'KeyG' && !isBusyElsewhere(event)) earlier = { code: 'KeyG', at: performance.now() }
    return
  }
  if (isSingleKey(name) && (isBusyElsewhere(event) || (!shortcutSwitch.isOn() && name !== 'back'))) return
  const handler = registered.findLast(({ current }) => current[name] !== undefined)?.current[name]
  if (handler === undefined) return
  event.preventDefault()
  handler()
}

/** Typing, or inside a layer that has keys of its own. */
function isBusyElsewhere(event: KeyboardEvent): boolean {
  const target = event.target
  if (!(target instanceof Element)) return false
  return (
    target.closest(
      'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="alertdialog"], [role="menu"], .graphiql-container',
    ) !== null
  )
}

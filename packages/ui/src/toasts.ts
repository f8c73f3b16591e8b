import type { ReactNode } from 'react'
import type { Tone } from './tone.ts'

export interface ToastMessage {
  text: ReactNode
  tone?: Tone
  undo?: { label: string; act: () => void }
  closeLabel: string
  /** Five, or ten when something can be undone. */
  seconds?: number
}

export interface ShownToast extends ToastMessage {
  id: number
}

let shown: readonly ShownToast[] = []
let last = 0
const watchers = new Set<() => void>()

/** Answers a person's own act at the foot of the page; returns its number for `closeToast`. */
export function showToast(message: ToastMessage): number {
  last += 1
  set([...shown.slice(-2), { ...message, id: last }])
  return last
}

/** Takes a toast away before its time. */
export function closeToast(id: number): void {
  set(shown.filter((toast) => toast.id !== id))
}

export const toastStore = {
  subscribe(watcher: () => void) {
    watchers.add(watcher)
    return () => watchers.delete(watcher)
  },
  now: () => shown,
}

function set(next: readonly ShownToast[]) {
  shown = next
  for (const watcher of watchers) watcher()
}

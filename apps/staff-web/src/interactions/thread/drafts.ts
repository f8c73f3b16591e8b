import { useCallback, useState } from 'react'

/** What somebody has begun to write, as it lies on this device. */
export type Draft = {
  text: string
  language: string
  /** The version of the thread that the writer had before them when they began. */
  baseVersion: number
  /** The id of a try that nobody has acknowledged, with what was tried: the same words go again under the same id. */
  tried?: { id: string; what: string }
}

/** Where a draft lies: one a thread, a person and a tab of the composer. */
export function draftKey(staffId: string, threadId: string, tab: string): string {
  return `sila.draft.${staffId}.${threadId}.${tab}`
}

const keysOf = (staffId: string) =>
  Object.keys(localStorage).filter((key) => key.startsWith(draftKey(staffId, '', '').slice(0, -1)))

/** Whether words of this colleague lie on this device that were not sent. */
export function hasDrafts(staffId: string): boolean {
  try {
    return keysOf(staffId).some((key) => readDraft(key))
  } catch {
    return false
  }
}

/** Takes every draft of this colleague off this device. */
export function forgetDrafts(staffId: string): void {
  try {
    for (const key of keysOf(staffId)) localStorage.removeItem(key)
  } catch {
    // Where nothing can be kept, nothing lies.
  }
}

/** Reads a draft; something unreadable is no draft. */
export function readDraft(key: string): Draft | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    return isDraft(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** A draft that outlives the tab: each change is on the device before the next key is pressed. */
export function useDraft(key: string): [Draft | undefined, (draft: Draft | undefined) => void] {
  const [draft, setDraft] = useState(() => readDraft(key))
  const keep = useCallback(
    (next: Draft | undefined) => {
      setDraft(next)
      try {
        if (next === undefined || (next.text === '' && next.tried === undefined)) localStorage.removeItem(key)
        else localStorage.setItem(key, JSON.stringify(next))
      } catch {
        // A full or closed storage must not stop the writing.
      }
    },
    [key],
  )
  return [draft, keep]
}

function isDraft(value: unknown): value is Draft {
  return (
    typeof value === 'object' &&
    value !== null &&
    'text' in value &&
    typeof value.text === 'string' &&
    'language' in value &&
    typeof value.language === 'string' &&
    'baseVersion' in value &&
    typeof value.baseVersion === 'number'
  )
}

import { useCallback, useEffect, useRef, useState } from 'react'
import { keep, kept } from './store.ts'

const pause = 250

/** A draft that lives in the device: it is there again after a closed tab, a cut line or an empty battery. */
export function useDraft<Draft extends object>(
  key: string,
  make: () => Draft,
  arrive: (draft: Draft) => Draft,
) {
  // Both are called once: what a person types afterwards must not be overtaken by a new function.
  const first = useRef({ make, arrive })
  const [draft, setDraft] = useState<Draft>(make)
  const [ready, setReady] = useState(false)
  const latest = useRef(draft)
  const written = useRef<Draft>(undefined)

  // What is written down already is not written again: it may have been sent and removed meanwhile.
  const save = useCallback(() => {
    if (written.current === latest.current) return
    written.current = latest.current
    void keep(key, latest.current)
  }, [key])

  useEffect(() => {
    let here = true
    void kept<Draft>(key).then((stored) => {
      if (!here) return
      // Fields that a newer version of the page added are filled in.
      setDraft(first.current.arrive({ ...first.current.make(), ...stored }))
      setReady(true)
    })
    return () => {
      here = false
    }
  }, [key])

  useEffect(() => {
    latest.current = draft
    if (!ready) return undefined
    const timer = setTimeout(save, pause)
    return () => clearTimeout(timer)
  }, [draft, ready, save])

  useEffect(() => {
    // The last words before the tab closes do not wait for the pause.
    const leave = () => {
      if (ready && document.visibilityState === 'hidden') save()
    }
    document.addEventListener('visibilitychange', leave)
    return () => document.removeEventListener('visibilitychange', leave)
  }, [ready, save])

  return {
    draft,
    setDraft,
    ready,
    /** Writes it down without a pause, before it is sent. */
    save,
  }
}

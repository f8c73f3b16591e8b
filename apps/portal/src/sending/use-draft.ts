import { useEffect, useRef, useState } from 'react'
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
    const timer = setTimeout(() => void keep(key, draft), pause)
    return () => clearTimeout(timer)
  }, [key, draft, ready])

  useEffect(() => {
    // The last words before the tab closes do not wait for the pause.
    const save = () => {
      if (ready && document.visibilityState === 'hidden') void keep(key, latest.current)
    }
    document.addEventListener('visibilitychange', save)
    return () => document.removeEventListener('visibilitychange', save)
  }, [key, ready])

  return { draft, setDraft, ready }
}

import { useEffect, useRef } from 'react'
import { useLocation, useNavigate, useSearchParams } from 'react-router'

/**
 * Opens the matters of the list, or none. Keys come faster than React draws: a step goes on from where the last
 * one leads, not from what is on the screen.
 */
export function useOpen(id: string | undefined, ids: readonly string[]) {
  const navigate = useNavigate()
  const { key } = useLocation()
  const [params] = useSearchParams()
  const query = params.toString()
  // What is on the screen, then what was asked for since.
  const way = useRef([id])

  useEffect(() => {
    const place = way.current.lastIndexOf(id)
    // Somebody else led here: a link, the browser's way back.
    way.current = place < 0 ? [id] : way.current.slice(place)
  }, [id, key])

  const open = (next: string | undefined): void => {
    way.current.push(next)
    void navigate({ pathname: next === undefined ? '/inbox' : `/inbox/${next}`, search: query })
  }
  const step = (by: number): void => {
    const from = way.current.at(-1)
    const place = from === undefined ? -1 : ids.indexOf(from)
    const next = ids[place < 0 ? 0 : place + by]
    if (next !== undefined) open(next)
  }
  return { open, step }
}

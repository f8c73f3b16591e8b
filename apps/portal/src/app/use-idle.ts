import { provenMinutes } from '@sila/domain/code'
import { useEffect } from 'react'
import { onTouch } from './leaving.ts'

/** Calls once nobody has touched this device for as long as a person stays proven without doing anything. */
export function useIdle(active: boolean, onIdle: () => void): void {
  useEffect(() => {
    if (!active) return undefined
    let timer: ReturnType<typeof setTimeout>
    const begin = () => {
      clearTimeout(timer)
      timer = setTimeout(onIdle, provenMinutes.idle * 60_000)
    }
    begin()
    const stop = onTouch(begin)
    return () => {
      clearTimeout(timer)
      stop()
    }
  })
}

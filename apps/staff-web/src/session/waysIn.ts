import { useEffect, useState } from 'react'
import { knock } from './door.ts'

/** By which doors staff come in here. */
export type WaysIn = {
  /** What the button of the association's provider is called, by language; null where there is none. */
  provider: Readonly<Record<string, string>> | null
  passwords: boolean
  /** Whether a second factor may be set up without a password, right after the provider. */
  fresh: boolean
}

const own: WaysIn = { provider: null, passwords: true, fresh: false }

/** Asks the server; where it says nothing, our own door stands. */
export function useWaysIn(): WaysIn | undefined {
  const [ways, setWays] = useState<WaysIn>()
  useEffect(() => {
    let stale = false
    void knock('/ways').then((reply) => {
      if (!stale) setWays(reply.ok ? waysOf(reply.data) : own)
    })
    return () => {
      stale = true
    }
  }, [])
  return ways
}

function waysOf({ provider, passwords, fresh }: Record<string, unknown>): WaysIn {
  return { provider: namesOf(provider), passwords: passwords !== false, fresh: fresh === true }
}

function namesOf(value: unknown): Record<string, string> | null {
  if (typeof value !== 'object' || value === null) return null
  return Object.fromEntries(Object.entries(value).map(([language, name]) => [language, String(name)]))
}

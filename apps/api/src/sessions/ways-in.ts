import type { Request } from 'express'
import type { Config } from '../config.ts'
import { webHeaders } from './auth.ts'
import type { Auth } from './auth.ts'
import { isEnrolling } from './ways.ts'

/** By which doors staff come in here; nothing of it is secret. */
export type WaysIn = {
  /** What the button of the provider is called, by language; null where there is no provider. */
  provider: Record<string, string> | null
  passwords: boolean
  /** Whether whoever asks sets up a second factor right after the provider: then no password is asked. */
  fresh: boolean
}

/** What the sign-in page shows. */
export async function waysIn(auth: Auth, config: Config, request: Request): Promise<WaysIn> {
  const { provider, passwords } = config
  const found =
    request.headers.cookie && (await auth.api.getSession({ headers: webHeaders(request.headers) }))
  return {
    provider: provider?.name ?? null,
    passwords,
    fresh: Boolean(found && isEnrolling(found.session, config.secondFactor)),
  }
}

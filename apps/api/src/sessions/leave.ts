import { getSessionFromCtx } from 'better-auth/api'
import type { HookContext } from './challenge.ts'
import type { Provider } from './provider.ts'

/** Whoever came by the provider is told where to sign out there too: else the next press of the button opens again. */
export function leavingProvider(provider: Provider | undefined, homeOf: (headers: Headers) => string) {
  // When the session is gone, nothing says any more how it was opened.
  const tokens = new WeakMap<object, string>()

  return {
    async before(ctx: HookContext) {
      const session = provider && (await getSessionFromCtx(ctx))?.session
      if (session && 'idToken' in session && typeof session['idToken'] === 'string')
        tokens.set(ctx.context, session['idToken'])
    },
    async after(ctx: HookContext) {
      const idToken = tokens.get(ctx.context)
      if (!provider || !idToken || !ctx.headers) return undefined
      // Where the provider is away, our own session has ended all the same.
      const url = await provider.leave(idToken, homeOf(ctx.headers)).catch(() => undefined)
      return ctx.json({ success: true, url })
    },
  }
}

import { knock, type Trouble } from './door.ts'

/** How a try to sign in went; `code` where the second factor is asked next. */
export type SignInResult = 'ok' | 'code' | Trouble

/** Asks for a session; the cookie is all that is kept of the answer. */
export async function signIn(email: string, password: string): Promise<SignInResult> {
  const reply = await knock('/sign-in/email', { email, password })
  if (!reply.ok) return reply.trouble
  return reply.data['twoFactorRedirect'] === true ? 'code' : 'ok'
}

/** Says the code of the app, or a recovery code, after the password. */
export async function signInWithCode(code: string, recovery: boolean): Promise<SignInResult> {
  const reply = await knock(recovery ? '/two-factor/verify-backup-code' : '/two-factor/verify-totp', { code })
  return reply.ok ? 'ok' : reply.trouble
}

/** Ends the session on the server, and at the provider where it came from; nothing of the page stays in memory. */
export async function signOut(): Promise<void> {
  const reply = await knock('/sign-out', {})
  const { url } = reply.ok ? reply.data : {}
  window.location.assign(typeof url === 'string' ? url : '/staff/')
}

/** A sign-in that the server shows in demonstration mode only. */
export type DemoSignIn = { email: string; password: string; name: string; role: string }

/** The demonstration sign-ins, or none on an association's own server. */
export async function demoSignIns(): Promise<DemoSignIn[]> {
  try {
    const answer = await fetch('/api/demo')
    if (!answer.ok) return []
    const body: unknown = await answer.json()
    if (typeof body !== 'object' || body === null || !('signIns' in body) || !Array.isArray(body.signIns))
      return []
    return body.signIns.filter(isDemoSignIn)
  } catch {
    return []
  }
}

function isDemoSignIn(value: unknown): value is DemoSignIn {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['email', 'password', 'name', 'role'].every(
      (key) => typeof Object.getOwnPropertyDescriptor(value, key)?.value === 'string',
    )
  )
}

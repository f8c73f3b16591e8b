/** How a try to sign in went. */
export type SignInResult = 'ok' | 'refused' | 'tooMany' | 'unreachable'

/** Asks for a session; the cookie is all that comes back. */
export async function signIn(email: string, password: string): Promise<SignInResult> {
  try {
    const answer = await fetch('/api/auth/sign-in/email', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    })
    if (answer.ok) return 'ok'
    if (answer.status === 429) return 'tooMany'
    return answer.status >= 500 ? 'unreachable' : 'refused'
  } catch {
    return 'unreachable'
  }
}

/** Ends the session on the server; the page is loaded anew so that nothing of it stays in memory. */
export async function signOut(): Promise<void> {
  await fetch('/api/auth/sign-out', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  }).catch(() => undefined)
  window.location.assign('/staff/')
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

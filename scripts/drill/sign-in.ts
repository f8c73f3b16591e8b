type SignIn = { email: string; password: string; role: string }

/** Signs in whoever may see the whole inbox, as the server itself offers it in demonstration. */
export async function signInForDrill(url: string): Promise<string> {
  const offer: { signIns: SignIn[] } = await (await fetch(`${url}/api/demo`)).json()
  const officer = offer.signIns.find((each) => each.role === 'OFFICER')
  if (!officer) throw new Error('The demonstration offers no officer to sign in as (GET /api/demo)')
  return signIn(url, officer.email, officer.password)
}

/** Signs a member of staff in; what comes back is the cookie of the session. */
async function signIn(url: string, email: string, password: string): Promise<string> {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: new URL(url).origin },
    body: JSON.stringify({ email, password }),
  })
  if (!response.ok)
    throw new Error(`Sign-in of ${email} was refused: ${response.status} ${await response.text()}`)
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .join('; ')
}

/** The staff of the demonstration who appear in the journeys. */
export const demonstrationPeople = ['salem', 'hind', 'khalid', 'huda', 'noura', 'dalal'] as const

/** One of them. */
export type Person = (typeof demonstrationPeople)[number]
/** The cookies of their sessions, as a browser keeps them. */
export type Cookies = Record<Person, { name: string; value: string }[]>

/** Signs each in once, as the sign-in page does; the journeys reuse the sessions. */
export async function signInAll(url: string, people: readonly Person[]): Promise<Cookies> {
  const answer = await fetch(`${url}/api/demo`)
  const { signIns } = (await answer.json()) as { signIns: { email: string; password: string }[] }
  const cookies: Partial<Cookies> = {}
  for (const person of people) {
    const found = signIns.find(({ email }) => email.startsWith(`${person}@`))
    if (!found) throw new Error(`The demonstration has no ${person}`)
    cookies[person] = await signIn(url, found)
  }
  return cookies as Cookies
}

async function signIn(url: string, { email, password }: { email: string; password: string }) {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password }),
  })
  if (!response.ok) throw new Error(`${email} could not sign in: ${response.status} ${await response.text()}`)
  return response.headers.getSetCookie().map((line) => {
    const [pair = ''] = line.split(';')
    const cut = pair.indexOf('=')
    return { name: pair.slice(0, cut), value: pair.slice(cut + 1) }
  })
}

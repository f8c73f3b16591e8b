/** Why a door stayed shut. */
export type Trouble = 'refused' | 'tooMany' | 'unreachable' | 'passkeyNeeded'

/** What a door of the server answered. */
export type DoorReply = { ok: true; data: Record<string, unknown> } | { ok: false; trouble: Trouble }

/** Asks at a door of sign-in: with a body it is an act, without one a question. */
export async function knock(path: string, body?: object): Promise<DoorReply> {
  try {
    const answer = await fetch(`/api/auth${path}`, {
      credentials: 'same-origin',
      ...(body && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    })
    if (answer.status === 429) return { ok: false, trouble: 'tooMany' }
    const data: unknown = await answer.json()
    if (!answer.ok) return { ok: false, trouble: troubleOf(answer.status, data) }
    return { ok: true, data: typeof data === 'object' && data !== null ? { ...data } : {} }
  } catch {
    return { ok: false, trouble: 'unreachable' }
  }
}

function troubleOf(status: number, data: unknown): Trouble {
  if (status >= 500) return 'unreachable'
  const code = typeof data === 'object' && data !== null && 'code' in data ? data.code : undefined
  return code === 'PASSKEY_NEEDED' ? 'passkeyNeeded' : 'refused'
}

import type { Config } from '../config.ts'

/** By what a message travels. */
export type PostChannel = 'EMAIL' | 'SMS'
/** A message as it is handed over. */
export type Letter = { id: string; to: string; subject: string; text: string; language: string }

/** What became of a message that was handed over. */
export type Carried = { state: 'SENT' | 'CONFIRMED'; receipt?: string | undefined }
/** Hands a message over. @throws NotSent, Refusal, or anything else where nobody knows whether it left */
export type Carrier = (letter: Letter) => Promise<Carried>
/** By what each kind of message leaves the house. */
export type Carriers = Record<PostChannel, Carrier>

/** It surely did not leave; trying again does no harm. */
export class NotSent extends Error {
  readonly code: string
  constructor(code: string) {
    super('not sent')
    this.code = code
  }
}

/** It was refused and will always be. */
export class Refusal extends Error {
  readonly code: string
  constructor(code: string) {
    super('refused')
    this.code = code
  }
}

/** The carriers that the environment names; the demonstration shows its messages to developers instead. */
export function makeCarriers({ post, demo }: Pick<Config, 'post' | 'demo'>): Carriers {
  const none = demo ? shown : unnamed
  return {
    EMAIL: post.smtpUrl ? byMail(post.smtpUrl, post.mailFrom) : none,
    SMS: post.smsUrl ? bySms(post.smsUrl, post.smsToken) : none,
  }
}

/** GET /api/demo/outbox shows it; nothing leaves. */
export const shown: Carrier = async () => ({ state: 'CONFIRMED' })

const unnamed: Carrier = async () => {
  throw new Refusal('NO_CARRIER')
}

/** E-mail by SMTP. */
export function byMail(url: string, from = `no-reply@${new URL(url).hostname}`): Carrier {
  const transport = import('nodemailer').then(({ createTransport }) =>
    createTransport(url, { from, disableFileAccess: true, disableUrlAccess: true }),
  )
  // Whoever sends learns of it; nobody else waits for it.
  transport.catch(() => undefined)
  return async ({ id, to, subject, text, language }) => {
    try {
      const sent = await (
        await transport
      ).sendMail({
        ...{ to, subject, text, messageId: `<${id}@${from.split('@').at(-1)?.replace('>', '')}>` },
        headers: { 'auto-submitted': 'auto-generated', 'content-language': language },
      })
      return { state: 'SENT', receipt: sent.messageId }
    } catch (error) {
      throw mailError(error)
    }
  }
}

// What fails before the message itself is handed over never left; a server that says no has not taken it.
function mailError(error: unknown): unknown {
  const facts: Record<string, unknown> = error instanceof Error ? { ...error } : {}
  const status = typeof facts['responseCode'] === 'number' ? facts['responseCode'] : 0
  if (status >= 500) return new Refusal(`SMTP_${status}`)
  const code = typeof facts['code'] === 'string' ? facts['code'] : 'SMTP'
  if (status >= 400 || facts['command'] === 'CONN') return new NotSent(code)
  return error
}

const neverReached = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])

/**
 * Text messages by a provider's HTTP door: POST {id, to, text, language}; its `id` also goes as Idempotency-Key, so
 * that a provider can tell a second asking from a second message.
 */
export function bySms(url: string, token?: string): Carrier {
  return async ({ id, to, text, language }) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': id,
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ id, to, text, language }),
      redirect: 'error',
      signal: AbortSignal.timeout(10_000),
    }).catch((error: unknown) => {
      const cause = error instanceof Error ? error.cause : undefined
      const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
      throw neverReached.has(code) ? new NotSent(code) : error
    })
    await response.body?.cancel()
    if (response.ok) return { state: 'SENT' }
    if (response.status === 429) throw new NotSent('SMS_429')
    if (response.status < 500) throw new Refusal(`SMS_${response.status}`)
    throw new Error('The provider failed while it held the message')
  }
}

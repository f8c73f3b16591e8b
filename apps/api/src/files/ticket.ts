import { timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Keys } from '../keys/keys.ts'

const fields = z.object({
  file: z.uuid(),
  entry: z.uuid(),
  /** The matter that the words belong to. */
  matter: z.uuid(),
  /** Of the staff who attaches it; nobody where a person outside does. */
  staff: z.uuid().nullable(),
  name: z.string(),
  size: z.int().positive(),
  /** Until when, in milliseconds. */
  until: z.number(),
})

/** Leave to bring the bytes of one file: for which words, how many, by whom and until when. */
export type Ticket = z.infer<typeof fields>

/** How long bytes may take to come, pauses included: somebody may be without a line for hours. */
export const ticketLife = 24 * 3_600_000
/** How long a link to a file opens: as long as it takes to follow it. */
const passLife = 60_000

/** The ticket as it is handed out. */
export function writeTicket(keys: Keys, ticket: Ticket): string {
  const text = Buffer.from(JSON.stringify(ticket)).toString('base64url')
  return `${text}.${keys.sign(`ticket ${text}`)}`
}

/** What a ticket says, if it is ours, whole, and still good. */
export function readTicket(keys: Keys, given: string, now: Date): Ticket | undefined {
  const [text = '', signature = '', ...more] = given.slice(0, 4096).split('.')
  if (more.length > 0 || !isSame(signature, keys.sign(`ticket ${text}`))) return undefined
  const { data } = fields.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString()))
  return data && data.until > now.getTime() ? data : undefined
}

/** Leave to open one file as whoever holds its matter, for a minute. */
export function writePass(keys: Keys, file: string, matter: string, now: Date): string {
  const until = now.getTime() + passLife
  return `${matter}.${until}.${keys.sign(`pass ${file} ${matter} ${until}`)}`
}

/** The matter that a pass opens this file of. */
export function readPass(keys: Keys, file: string, given: string, now: Date): string | undefined {
  const [matter = '', until = '', signature = ''] = given.slice(0, 512).split('.')
  if (!isSame(signature, keys.sign(`pass ${file} ${matter} ${until}`))) return undefined
  return Number(until) > now.getTime() ? matter : undefined
}

function isSame(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}

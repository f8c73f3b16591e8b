import { createHash, createHmac, createSecretKey, hkdfSync, timingSafeEqual } from 'node:crypto'
import { seal, unseal } from './seal.ts'
import { secretFromBytes } from '@sila/domain/reference'

/** What is derived from the house's one secret; each use has a key of its own. */
export type Keys = {
  /** The secret that a person tracks a matter with: the same again for the same matter and the same submission. */
  trackingSecret(matterId: string, submissionKey: string): string
  /** What is stored of it. */
  hashSecret(secret: string): Buffer
  /** What is stored of an API key. */
  hashApiKey(key: string): Buffer
  /** The six digits of a one-time code, made again from its id whenever they are needed. */
  oneTimeCode(id: string): string
  /** A name under which something is counted that is not to be known: the same again for the same text. */
  blind(text: string): string
  /** Signs what is handed out and comes back, so that nobody else can have made it. */
  sign(text: string): string
  /** A name for a person whom masked eyes may count and not know: the same again for the same person. */
  pseudonym(id: string): string
  /** A place in a list, so that whoever carries it cannot read it. */
  sealCursor(text: string): string
  /** What was sealed here; nothing where it was not. */
  openCursor(sealed: string): string | undefined
  /** Signs sessions. */
  session: string
  /** The mark of an audited row: whoever has the database alone cannot make it. */
  markRow(content: string | Buffer): Buffer
  /** The next link of the audit trail's chain. */
  chain(before: Buffer, content: string): Buffer
}

/** Derives the keys. */
export function makeKeys(secret: string): Keys {
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', secret, 'sila', use, 32))
  // Keys made once: of plain bytes each use would make them anew.
  const making = createSecretKey(derive('tracking secret'))
  const storing = createSecretKey(derive('tracking hash'))
  const opening = createSecretKey(derive('API key hash'))
  const coding = createSecretKey(derive('one-time code'))
  const blinding = createSecretKey(derive('counted'))
  const marking = createSecretKey(derive('audit mark'))
  const chaining = createSecretKey(derive('audit chain'))
  const signing = createSecretKey(derive('handed out'))
  const naming = createSecretKey(derive('pseudonym'))
  const placing = derive('cursor')
  return {
    trackingSecret: (matterId, submissionKey) =>
      secretFromBytes(
        createHmac('sha256', making).update(`${matterId}:${submissionKey}`).digest().subarray(0, 10),
      ),
    hashSecret: (plain) => createHmac('sha256', storing).update(plain).digest(),
    hashApiKey: (key) => createHmac('sha256', opening).update(key).digest(),
    // Of 48 bits the rest of a million is even to one in 280 million.
    oneTimeCode: (id) =>
      String(createHmac('sha256', coding).update(id).digest().readUIntBE(0, 6) % 1_000_000).padStart(6, '0'),
    blind: (text) => createHmac('sha256', blinding).update(text).digest('base64url'),
    sign: (text) => createHmac('sha256', signing).update(text).digest('base64url'),
    pseudonym: (id) => createHmac('sha256', naming).update(id).digest().subarray(0, 12).toString('base64url'),
    sealCursor: (text) => seal(placing, 'cursor', Buffer.from(text)).toString('base64url'),
    openCursor(sealed) {
      try {
        return unseal(placing, 'cursor', Buffer.from(sealed, 'base64url')).toString()
      } catch {
        return undefined
      }
    },
    session: derive('session').toString('base64'),
    markRow: (content) => createHmac('sha256', marking).update(content).digest(),
    chain: (before, content) => createHmac('sha256', chaining).update(before).update(content).digest(),
  }
}

/** Compares in constant time; a missing hash costs the same as a wrong one. */
export function sameHash(stored: Buffer | null | undefined, given: Buffer): boolean {
  const against = stored?.length === given.length ? stored : Buffer.alloc(given.length)
  return timingSafeEqual(against, given) && stored?.length === given.length
}

/** A fingerprint of an act's input, the same for the same content in any key order. */
export function fingerprint(input: unknown): Buffer {
  return createHash('sha256').update(stable(input)).digest()
}

function stable(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(stable).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const pairs = Object.entries(value).filter(([, item]) => item !== undefined && item !== null)
  return `{${pairs
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${stable(item)}`)
    .join(',')}}`
}

import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

const cipher = 'aes-256-gcm'
const ivLength = 12
const tagLength = 16

/** Seals bytes for one place (`table:id:column`): moved to another place they do not open. */
export function seal(key: Buffer, place: string, plain: Buffer): Buffer {
  const iv = randomBytes(ivLength)
  const sealing = createCipheriv(cipher, key, iv).setAAD(Buffer.from(place))
  const body = Buffer.concat([sealing.update(plain), sealing.final()])
  return Buffer.concat([iv, sealing.getAuthTag(), body])
}

/**
 * Opens what was sealed for this place.
 * @throws where the key, the place or a single bit is another
 */
export function unseal(key: Buffer, place: string, sealed: Buffer): Buffer {
  const iv = sealed.subarray(0, ivLength)
  const tag = sealed.subarray(ivLength, ivLength + tagLength)
  const opening = createDecipheriv(cipher, key, iv, { authTagLength: tagLength })
    .setAAD(Buffer.from(place))
    .setAuthTag(tag)
  return Buffer.concat([opening.update(sealed.subarray(ivLength + tagLength)), opening.final()])
}

/** A master key, and the name under which what it wrapped is found; the name tells nothing of it. */
export type Master = { name: string; key: Buffer }

function masterOf(secret: string): Master {
  const key = Buffer.from(hkdfSync('sha256', secret, 'sila', 'master of persons', 32))
  return { name: createHmac('sha256', key).update('name').digest('hex').slice(0, 16), key }
}

/** The keys of the house that the keys of persons hang on. */
export type Seals = {
  /** Wraps new keys. */
  master: Master
  /** The master of that name: the one of now, or one of before while keys are being rewrapped. */
  masterNamed(name: string): Master
  /** By what the same value is found again without being readable; it outlives every rotation. */
  mark(value: string): Buffer
}

/** Derives them: the first secret is the master of now, the others those of before. */
export function makeSeals(secret: string, masters: readonly string[]): Seals {
  const [master, ...before] = masters.map(masterOf)
  if (!master) throw new Error('makeSeals needs a master key')
  const marking = Buffer.from(hkdfSync('sha256', secret, 'sila', 'marks of identities', 32))
  return {
    master,
    masterNamed(name) {
      const found = [master, ...before].find((each) => each.name === name)
      if (!found)
        throw new Error(
          'A key of a person was wrapped by a master key that is not given: set SILA_MASTER_KEY_BEFORE to the one of before',
        )
      return found
    },
    mark: (value) => createHmac('sha256', marking).update(value).digest(),
  }
}

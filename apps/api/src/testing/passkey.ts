import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import type { TestApi } from './api.ts'

/** A device that holds one passkey. */
export type Device = {
  answer(options: { challenge: string; rpId: string }, origin: string): Record<string, unknown>
}

/** Gives a user a passkey, as if they had set it up, and the device that answers by it. */
export async function givePasskey(api: TestApi, userId: string): Promise<Device> {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(16).toString('base64url')
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  // COSE: an elliptic key for ES256 on P-256 (RFC 9053).
  const cose = Buffer.concat([
    ...[Buffer.from('a5010203262001215820', 'hex'), Buffer.from(x, 'base64url')],
    ...[Buffer.from('225820', 'hex'), Buffer.from(y, 'base64url')],
  ])
  await api.sql(
    `insert into auth_passkey (id, name, "publicKey", "userId", "credentialID", counter, "deviceType", "backedUp", "createdAt")
      values ($1, 'A device', $2, $3, $1, 0, 'singleDevice', false, now())`,
    [id, cose.toString('base64'), userId],
  )
  let counter = 0
  return {
    answer({ challenge, rpId }, origin) {
      const client = Buffer.from(
        JSON.stringify({ type: 'webauthn.get', challenge, origin, crossOrigin: false }),
      )
      const count = Buffer.alloc(4)
      count.writeUInt32BE((counter += 1))
      // Somebody was there, and the device knew its owner.
      const data = Buffer.concat([sha256(Buffer.from(rpId)), Buffer.from([0b101]), count])
      const signature = createSign('sha256')
        .update(Buffer.concat([data, sha256(client)]))
        .sign(privateKey)
      return {
        ...{ id, rawId: id, type: 'public-key', clientExtensionResults: {} },
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: signature.toString('base64url'),
        },
      }
    },
  }
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest()

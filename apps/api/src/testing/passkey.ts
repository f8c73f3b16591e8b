import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import type { TestApi } from './api.ts'

/** A device that holds one passkey. */
export type Device = {
  answer(options: { challenge: string; rpId: string }, origin: string): Record<string, unknown>
  /** What it sends when the passkey is set up. */
  register(options: { challenge: string; rp: { id: string } }, origin: string): Record<string, unknown>
}

/** Gives a user a passkey, as if they had set it up, and the device that answers by it. */
export async function givePasskey(api: TestApi, userId: string): Promise<Device> {
  const { id, cose, device } = newDevice()
  await api.sql(
    `insert into auth_passkey (id, name, "publicKey", "userId", "credentialID", counter, "deviceType", "backedUp", "createdAt")
      values ($1, 'A device', $2, $3, $1, 0, 'singleDevice', false, now())`,
    [id, cose.toString('base64'), userId],
  )
  return device
}

/** A device that nobody knows yet, with the id of its passkey and the key by which it is recognised. */
export function newDevice(): { id: string; cose: Buffer; device: Device } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const raw = randomBytes(16)
  const id = raw.toString('base64url')
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  // COSE: an elliptic key for ES256 on P-256 (RFC 9053).
  const cose = Buffer.concat([
    ...[Buffer.from('a5010203262001215820', 'hex'), Buffer.from(x, 'base64url')],
    ...[Buffer.from('225820', 'hex'), Buffer.from(y, 'base64url')],
  ])
  let counter = 0

  // Somebody was there, and the device knew its owner.
  function seen(rpId: string, more = 0): Buffer {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([sha256(Buffer.from(rpId)), Buffer.from([0b101 | more]), count])
  }
  const said = (type: string, challenge: string, origin: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const sent = (response: Record<string, unknown>) => ({
    ...{ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response },
  })

  const device: Device = {
    answer({ challenge, rpId }, origin) {
      const client = said('webauthn.get', challenge, origin)
      counter += 1
      const data = seen(rpId)
      const signature = createSign('sha256')
        .update(Buffer.concat([data, sha256(client)]))
        .sign(privateKey)
      return sent({
        ...{ clientDataJSON: client.toString('base64url'), authenticatorData: data.toString('base64url') },
        signature: signature.toString('base64url'),
      })
    },
    register({ challenge, rp }, origin) {
      const made = Buffer.concat([Buffer.alloc(16), Buffer.from([0, raw.length]), raw, cose])
      const data = Buffer.concat([seen(rp.id, 0b1000000), made])
      // CBOR: { fmt: 'none', attStmt: {}, authData } (RFC 8949).
      const attestation = Buffer.concat([
        Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746158', 'hex'),
        ...[Buffer.from([data.length]), data],
      ])
      return sent({
        clientDataJSON: said('webauthn.create', challenge, origin).toString('base64url'),
        ...{ attestationObject: attestation.toString('base64url'), transports: ['internal'] },
      })
    },
  }
  return { id, cose, device }
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest()

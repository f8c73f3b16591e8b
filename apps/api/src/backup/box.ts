import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Master, Seals } from '../keys/seal.ts'

/** What stands in the clear at the head of a backup: nothing of anybody. */
export type Head = { format: 'sila-backup-1'; madeAt: string; master: string; salt: string }

const cipher = 'aes-256-gcm'
const tagLength = 16
const lead = 5 + tagLength
/** How much is sealed at once. */
const chunk = 1 << 20

/**
 * Seals a stream in chunks, each under its place in the file, the last one marked as the last: what is altered, put in
 * another order or cut off does not open. The key is made for this file alone.
 */
export async function* sealStream(
  master: Master,
  madeAt: Date,
  plain: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  const head: Head = {
    ...{ format: 'sila-backup-1', madeAt: madeAt.toISOString(), master: master.name },
    salt: randomBytes(32).toString('hex'),
  }
  const line = `${JSON.stringify(head)}\n`
  yield Buffer.from(line)
  const key = keyOf(master, head)
  let waiting = Buffer.alloc(0)
  let place = 0
  for await (const part of plain) {
    waiting = Buffer.concat([waiting, part])
    while (waiting.length > chunk) {
      yield sealChunk(key, line, place++, false, waiting.subarray(0, chunk))
      waiting = waiting.subarray(chunk)
    }
  }
  yield sealChunk(key, line, place, true, waiting)
}

function sealChunk(key: Buffer, line: string, place: number, last: boolean, plain: Buffer): Buffer {
  const sealing = createCipheriv(cipher, key, nonceOf(place)).setAAD(aadOf(line, last))
  const body = Buffer.concat([sealing.update(plain), sealing.final()])
  const length = Buffer.alloc(5)
  length.writeUInt8(last ? 1 : 0)
  length.writeUInt32BE(body.length, 1)
  return Buffer.concat([length, sealing.getAuthTag(), body])
}

/**
 * Opens it again.
 * @throws where it is no backup, was made under another master key, or a single bit is another
 */
export async function* openStream(seals: Seals, file: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting = Buffer.alloc(0)
  let opened: { key: Buffer; line: string } | undefined
  let place = 0
  let ended = false
  for await (const part of file) {
    waiting = Buffer.concat([waiting, part])
    if (!opened) {
      const end = waiting.indexOf('\n') + 1
      if (end === 0 && waiting.length < 4096) continue
      const line = waiting.subarray(0, end).toString()
      const head = readHead(line)
      opened = { line, key: keyOf(seals.masterNamed(head.master), head) }
      waiting = waiting.subarray(end)
    }
    for (;;) {
      if (waiting.length < lead) break
      const length = waiting.readUInt32BE(1)
      if (length > chunk) throw damaged()
      if (waiting.length < lead + length) break
      if (ended) throw damaged()
      ended = waiting.readUInt8(0) === 1
      yield openChunk(opened.key, opened.line, place++, ended, waiting.subarray(5, lead + length))
      waiting = waiting.subarray(lead + length)
    }
  }
  if (!ended || waiting.length > 0) throw damaged()
}

function openChunk(key: Buffer, line: string, place: number, last: boolean, sealed: Buffer): Buffer {
  try {
    const opening = createDecipheriv(cipher, key, nonceOf(place), { authTagLength: tagLength })
      .setAAD(aadOf(line, last))
      .setAuthTag(sealed.subarray(0, tagLength))
    return Buffer.concat([opening.update(sealed.subarray(tagLength)), opening.final()])
  } catch (error) {
    throw damaged(error)
  }
}

function damaged(cause?: unknown): Error {
  return new Error('The backup is damaged, or ends too early: nothing was restored.', { cause })
}

/** Reads the head of a backup. */
export async function headOf(file: string): Promise<Head> {
  for await (const part of createReadStream(file, { end: 4095 })) {
    const text = String(part)
    return readHead(text.slice(0, text.indexOf('\n')))
  }
  return readHead('')
}

function readHead(line: string): Head {
  try {
    const head: Partial<Head> = JSON.parse(line)
    const { format, madeAt, master, salt } = head
    if (format === 'sila-backup-1' && madeAt && master && salt) return { format, madeAt, master, salt }
  } catch {
    // Falls through to the refusal.
  }
  throw new Error('The file is no backup of this product.')
}

function keyOf(master: Master, { salt }: Head): Buffer {
  return Buffer.from(hkdfSync('sha256', master.key, Buffer.from(salt, 'hex'), 'backup', 32))
}

// A key seals one file, so that its chunks may be counted.
function nonceOf(place: number): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(place, 8)
  return nonce
}

function aadOf(line: string, last: boolean): Buffer {
  return createHash('sha256')
    .update(line)
    .update(last ? 'last' : 'more')
    .digest()
}

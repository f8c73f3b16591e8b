import { randomBytes, randomUUID } from 'node:crypto'
import { connect, createServer } from 'node:net'
import { deflateSync, gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { useApi } from '../testing/api.ts'
import { becomeKnown } from '../testing/proving.ts'
import {
  askTicket,
  begin,
  bring,
  linkAsHolder,
  pdf,
  photo,
  sendWhole,
  stateOf,
  tus,
} from '../testing/uploads.ts'
import type { Held } from '../testing/uploads.ts'
import { checkFile } from './index.ts'

// A clamd as far as INSTREAM goes: it finds what is marked, and hangs up on everybody while it is away.
const scanned: Buffer[] = []
let away = false
const clamd = createServer((line) => {
  line.on('error', () => undefined)
  if (away) {
    line.destroy()
    return
  }
  const parts: Buffer[] = []
  line.on('data', (part) => {
    parts.push(part)
    const heard = Buffer.concat(parts)
    const body = bodyOf(heard.subarray('zINSTREAM\0'.length))
    if (!body) return
    scanned.push(body)
    line.end(body.includes('EICAR') ? 'stream: Eicar-Signature FOUND\0' : 'stream: OK\0')
  })
})
// On whichever port is free, for as long as these specs run.
const port = await new Promise<number>((resolve) => {
  clamd.listen(0, '127.0.0.1', () => {
    const address = clamd.address()
    resolve(typeof address === 'object' && address ? address.port : 0)
  })
})
const api = useApi({ SILA_CLAMD: `127.0.0.1:${port}`, SILA_FILES_PATIENCE: '1' })

/** What was streamed; nothing before its end has come. */
function bodyOf(stream: Buffer): Buffer | undefined {
  const parts: Buffer[] = []
  let at = 0
  while (at + 4 <= stream.length) {
    const length = stream.readUInt32BE(at)
    if (length === 0) return Buffer.concat(parts)
    parts.push(stream.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return undefined
}

let turn = 0
/** A matter of its own for each spec: a message carries five files. */
const bringMatter = (): Promise<Held> => {
  turn += 1
  return becomeKnown(api, { name: `Person ${turn}`, phone: `05512393${String(turn).padStart(2, '0')}` })
}

/** What whoever holds the secret gets. */
async function opened(held: Held, fileId: string): Promise<Response> {
  const { data } = await api.guest.ask(linkAsHolder, { input: { ...held, fileId } })
  return fetch(`${api.url}${data.trackedFileLink.path}`)
}

afterAll(() => void clamd.close())

describe('malicious attachments', () => {
  const html = Buffer.from('<!doctype html><script>alert(document.domain)</script>')
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  // Enough of each for what it is to be known by its first bytes.
  const zip = Buffer.concat([Buffer.from('PK\u0003\u0004\u0014\0\0\0\b\0', 'latin1'), randomBytes(400)])
  const office = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), randomBytes(600)])
  const refused: [string, string, Buffer][] = [
    ['HTML that is called .png', 'photo.png', html],
    ['SVG with a script', 'logo.svg', svg],
    ['SVG with a script that is called .jpg', 'logo.jpg', svg],
    ['a zip bomb', 'photos.zip', Buffer.concat([zip, deflateSync(Buffer.alloc(2_000_000))])],
    ['a packed bomb that is called .pdf', 'letter.pdf', gzipSync(Buffer.alloc(5_000_000))],
    ['an office file that may carry macros', 'table.xls', office],
    ['a programme', 'photo.jpg', Buffer.concat([Buffer.from('MZ'), randomBytes(400)])],
    ['PHP behind the first bytes of a GIF', 'photo.gif', Buffer.from('GIF89a<?php system($_GET["c"]); ?>')],
    ['words with something in front of a PDF', 'letter.pdf', Buffer.concat([html, pdf()])],
    ['plain words', 'notes.txt', Buffer.from('Only words.')],
  ]
  for (const [what, name, bytes] of refused)
    test(`${what} is not taken, whatever its name says, and leaves no bytes behind`, async () => {
      const held = await bringMatter()
      const id = await sendWhole(api, held, bytes, name)
      expect(await stateOf(api, id)).toMatchObject({
        state: 'REFUSED',
        refusal: 'FILE_TYPE_NOT_TAKEN',
        type: null,
      })
      expect((await opened(held, id)).status).toBe(404)
      expect(await api.house.files.kept.get(id, 'whole')).toBeUndefined()
      expect(await api.house.files.arriving.getUpload(id).catch(() => 'gone')).toBe('gone')
    })

  test('polyglot: what hides behind a picture does not survive being drawn anew', async () => {
    const held = await bringMatter()
    const id = await sendWhole(api, held, Buffer.concat([await photo(), html, zip]), 'photo.jpg')
    const answer = await opened(held, id)
    expect(answer.headers.get('content-type')).toBe('image/jpeg')
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(bytes.includes('<script>')).toBe(false)
    expect(bytes.includes('PK\u0003\u0004')).toBe(false)
  })

  test('polyglot: a picture that is a PDF as well is a picture, and nothing else', async () => {
    const held = await bringMatter()
    const id = await sendWhole(api, held, Buffer.concat([await photo(), pdf()]), 'letter.pdf')
    expect(await stateOf(api, id)).toMatchObject({ type: 'JPEG', name: 'letter.pdf.jpg' })
    const bytes = Buffer.from(await (await opened(held, id)).arrayBuffer())
    expect(bytes.includes('%PDF')).toBe(false)
  })

  test('a picture that would fill the memory is refused by what it claims, before it is opened', async () => {
    const held = await bringMatter()
    const header = { create: { width: 12_000, height: 12_000, channels: 3 as const, background: '#fff' } }
    const bomb = await sharp({ ...header })
      .png({ compressionLevel: 9 })
      .toBuffer()
    expect(bomb.length).toBeLessThan(1_000_000)
    const before = process.memoryUsage().rss
    const id = await sendWhole(api, held, bomb, 'white.png')
    expect(await stateOf(api, id)).toMatchObject({ state: 'REFUSED', refusal: 'FILE_BROKEN' })
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000)
  })

  test('a picture that ends in the middle is refused as broken', async () => {
    const held = await bringMatter()
    const whole = await photo(200)
    const id = await sendWhole(api, held, whole.subarray(0, whole.length / 2), 'half.jpg')
    expect(await stateOf(api, id)).toMatchObject({ state: 'REFUSED', refusal: 'FILE_BROKEN' })
  })

  test('the place where a picture was taken is gone, and so is everything else that was written into it', async () => {
    const held = await bringMatter()
    const bytes = await photo()
    expect((await sharp(bytes).metadata()).exif).toBeDefined()
    expect(bytes.includes('canary-exif')).toBe(true)
    const id = await sendWhole(api, held, bytes)
    const kept = Buffer.from(await (await opened(held, id)).arrayBuffer())
    const { exif, xmp, iptc } = await sharp(kept).metadata()
    expect([exif, xmp, iptc]).toEqual([undefined, undefined, undefined])
    expect(kept.includes('canary-exif')).toBe(false)
  })

  test('a picture that lies on its side is stood upright', async () => {
    const held = await bringMatter()
    const lying = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#0a0' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const id = await sendWhole(api, held, lying)
    const kept = Buffer.from(await (await opened(held, id)).arrayBuffer())
    expect(await sharp(kept).metadata()).toMatchObject({ width: 20, height: 40 })
  })

  test('what the scanner knows is not taken', async () => {
    const held = await bringMatter()
    const id = await sendWhole(api, held, pdf('EICAR'), 'letter.pdf')
    expect(await stateOf(api, id)).toMatchObject({ state: 'REFUSED', refusal: 'FILE_UNSAFE' })
    expect(scanned.at(-1)?.equals(pdf('EICAR'))).toBe(true)
  })

  test('while the scanner is away nothing is released: it waits, and is looked through once it is back', async () => {
    const held = await bringMatter()
    away = true
    const id = await sendWhole(api, held, pdf(), 'letter.pdf')
    expect(await stateOf(api, id)).toMatchObject({ state: 'CHECKING' })
    expect((await opened(held, id)).status).toBe(404)
    const waiting = await api.sql(
      `select start_after > now() as later from pgboss.job where name = 'file.check' and data->>'fileId' = $1 and start_after > now()`,
      [id],
    )
    expect(waiting).toEqual([{ later: true }])
    away = false
    await checkFile(api.house, id)
    expect(await stateOf(api, id)).toMatchObject({ state: 'RELEASED', type: 'PDF' })
  })

  test('two who look through the same file at once release it once', async () => {
    const held = await bringMatter()
    const bytes = await photo(100)
    const given = await askTicket(api.guest, held, bytes)
    await begin(api, given.ticket, bytes.length)
    await bring(api, given, bytes)
    await Promise.all([1, 2, 3].map(() => checkFile(api.house, given.fileId)))
    expect((await opened(held, given.fileId)).status).toBe(200)
    const events = await api.sql(`select from event e join entry n on n.interaction_id = e.aggregate_id
      join file f on f.entry_id = n.id where f.id = '${given.fileId}' and e.type = 'interaction.fileAdded'`)
    expect(events).toHaveLength(1)
  })
})

describe('names and ids of files', () => {
  test('path traversal: a name leads nowhere', async () => {
    const held = await bringMatter()
    const id = await sendWhole(api, held, pdf(), '../../../etc/cron.d/\u202efdp.evil')
    expect(await stateOf(api, id)).toMatchObject({ name: 'fdp.evil.pdf' })
    expect((await opened(held, id)).headers.get('content-disposition')).toBe(
      `attachment; filename="fdp.evil.pdf"; filename*=UTF-8''fdp.evil.pdf`,
    )
  })

  test('header injection: a name cannot end the header that it stands in', async () => {
    const held = await bringMatter()
    const id = await sendWhole(api, held, pdf(), 'a"\r\nSet-Cookie: x=1\r\n\r\n<script>.pdf')
    const answer = await opened(held, id)
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(answer.headers.get('content-disposition')).not.toMatch(/[\r\n<]|"a"/u)
  })

  test('path traversal: an id that is none reaches no file of the house', async () => {
    const salem = await api.as('salem')
    const { ticket } = await askTicket(api.guest, await bringMatter(), 100)
    for (const id of [
      '..%2F..%2Fpackage.json',
      '%2e%2e',
      '..%5c..%5cwin.ini',
      'a%00b',
      '1',
      `${randomUUID()}%2F..`,
    ]) {
      const got = await fetch(`${api.url}/files/${id}`, { headers: { cookie: salem.cookie } })
      expect([id, got.status]).toEqual([id, 404])
      for (const method of ['PATCH', 'DELETE', 'HEAD']) {
        const answer = await tus(api, method, `/files/${id}`, {
          'upload-ticket': ticket,
          'upload-offset': '0',
          'content-type': 'application/offset+octet-stream',
        })
        expect([id, method, answer.status >= 400 && answer.status < 500]).toEqual([id, method, true])
      }
    }
  })

  test('what a client writes of the file into its request is thrown away', async () => {
    const held = await bringMatter()
    const bytes = pdf()
    const given = await askTicket(api.guest, held, bytes, 'a.pdf')
    const metadata = `filename ${Buffer.from('../../evil').toString('base64')},filetype ${Buffer.from('text/html').toString('base64')}`
    await begin(api, given.ticket, bytes.length, { 'upload-metadata': metadata })
    expect((await api.house.files.arriving.getUpload(given.fileId)).metadata).toEqual({})
    await bring(api, given, bytes)
    await checkFile(api.house, given.fileId)
    expect(await stateOf(api, given.fileId)).toMatchObject({ name: 'a.pdf', type: 'PDF' })
  })
})

describe('sizes', () => {
  test('oversize: more bytes than the ticket says are cut off while they stream', async () => {
    const held = await bringMatter()
    const given = await askTicket(api.guest, held, 1000)
    await begin(api, given.ticket, 1000)
    expect((await bring(api, given, randomBytes(5000))).status).toBe(413)
    // Without a length, in pieces, as somebody would who lies.
    const lines = await inPieces(given, 40, 100_000)
    expect(lines).toMatch(/^HTTP\/1\.1 4\d\d/u)
    const { size } = await api.house.files.arriving.getUpload(given.fileId)
    expect(size).toBe(1000)
    expect((await api.house.files.arriving.getUpload(given.fileId)).offset).toBeLessThanOrEqual(1000)
  })

  test('another size than the ticket’s, none, or one that is told later opens nothing', async () => {
    const held = await bringMatter()
    const { ticket } = await askTicket(api.guest, held, 1000)
    expect((await begin(api, ticket, 1001)).status).toBe(413)
    expect((await begin(api, ticket, 999)).status).toBe(413)
    expect((await begin(api, ticket, 11 * 1024 * 1024)).status).toBe(413)
    expect((await tus(api, 'POST', '/files', { 'upload-ticket': ticket })).status).toBe(400)
    const later = { 'upload-ticket': ticket, 'upload-defer-length': '1' }
    expect((await tus(api, 'POST', '/files', later)).status).toBeGreaterThanOrEqual(400)
    expect((await begin(api, ticket, -1)).status).toBe(400)
  })

  test('slow upload: whoever goes silent is cut, keeps what came, and goes on', async () => {
    const held = await bringMatter()
    const bytes = pdf()
    const given = await askTicket(api.guest, held, bytes, 'a.pdf')
    await begin(api, given.ticket, bytes.length)
    const { port } = new URL(api.url)
    const line = connect({ host: '127.0.0.1', port: Number(port) })
    line.on('error', () => undefined)
    const cut = new Promise((resolve) => line.on('close', resolve))
    line.write(headOf(given, `content-length: ${bytes.length}`))
    line.write(bytes.subarray(0, 20))
    await cut
    const offset = await vi.waitFor(async () => {
      const asked = await tus(api, 'HEAD', `/files/${given.fileId}`, { 'upload-ticket': given.ticket })
      expect(asked.status).toBe(200)
      return Number(asked.headers.get('upload-offset'))
    })
    expect(offset).toBe(20)
    expect((await bring(api, given, bytes.subarray(offset), offset)).status).toBe(204)
    await checkFile(api.house, given.fileId)
    expect(await stateOf(api, given.fileId)).toMatchObject({ state: 'RELEASED' })
  })

  function headOf({ ticket, fileId }: { ticket: string; fileId: string }, more: string) {
    return `PATCH /files/${fileId} HTTP/1.1\r\nhost: x\r\ntus-resumable: 1.0.0\r\nupload-ticket: ${ticket}\r\nupload-offset: 0\r\ncontent-type: application/offset+octet-stream\r\n${more}\r\n\r\n`
  }

  function inPieces(given: { ticket: string; fileId: string }, count: number, each: number): Promise<string> {
    return new Promise((resolve) => {
      const { port } = new URL(api.url)
      const line = connect({ host: '127.0.0.1', port: Number(port) })
      let heard = ''
      line.on('error', () => undefined)
      line.on('data', (part) => (heard += part.toString()))
      line.on('close', () => resolve(heard))
      line.write(headOf(given, 'transfer-encoding: chunked'))
      for (let piece = 0; piece < count; piece += 1)
        line.write(
          Buffer.concat([Buffer.from(`${each.toString(16)}\r\n`), randomBytes(each), Buffer.from('\r\n')]),
        )
      line.write('0\r\n\r\n')
      setTimeout(() => line.end(), 500)
    })
  }
})

describe('tickets', () => {
  test('none, a made-up one, an altered one and one that has run out open nothing', async () => {
    const held = await bringMatter()
    const { ticket } = await askTicket(api.guest, held, 100)
    const [text = '', signature = ''] = ticket.split('.')
    const fields = JSON.parse(Buffer.from(text, 'base64url').toString())
    const altered = Buffer.from(JSON.stringify({ ...fields, size: 9_000_000 })).toString('base64url')
    for (const wrong of [
      '',
      'x',
      'x.y',
      `${altered}.${signature}`,
      `${text}.${'A'.repeat(43)}`,
      `${ticket}.more`,
    ])
      expect((await begin(api, wrong, 100)).status).toBe(403)
    api.setNow(new Date(Date.now() + 25 * 3_600_000))
    expect((await begin(api, ticket, 100)).status).toBe(403)
    api.setNow()
  })

  test('replay: a ticket is spent once', async () => {
    const held = await bringMatter()
    const bytes = pdf()
    const given = await askTicket(api.guest, held, bytes, 'a.pdf')
    expect((await begin(api, given.ticket, bytes.length)).status).toBe(201)
    expect((await begin(api, given.ticket, bytes.length)).status).toBe(409)
    await bring(api, given, bytes)
    await checkFile(api.house, given.fileId)
    expect((await begin(api, given.ticket, bytes.length)).status).toBe(409)
    expect((await bring(api, given, bytes)).status).toBe(409)
    expect(await stateOf(api, given.fileId)).toMatchObject({ state: 'RELEASED' })
    expect(Buffer.from(await (await opened(held, given.fileId)).arrayBuffer())).toEqual(bytes)
  })

  test('an upload is gone on with by nobody who holds another ticket, of another matter or of the same', async () => {
    const held = await bringMatter()
    const bytes = pdf()
    const given = await askTicket(api.guest, held, bytes, 'a.pdf')
    const other = await askTicket(api.guest, await bringMatter(), bytes, 'b.pdf')
    const same = await askTicket(api.guest, held, bytes, 'c.pdf')
    await begin(api, given.ticket, bytes.length)
    for (const { ticket } of [other, same, { ticket: '' }]) {
      const thief = { ticket, fileId: given.fileId }
      expect((await bring(api, thief, bytes)).status).toBeGreaterThanOrEqual(403)
      const head = await tus(api, 'HEAD', `/files/${given.fileId}`, { 'upload-ticket': ticket })
      expect(head.status).toBeGreaterThanOrEqual(403)
      const end = await tus(api, 'DELETE', `/files/${given.fileId}`, { 'upload-ticket': ticket })
      expect(end.status).toBeGreaterThanOrEqual(403)
    }
    expect((await bring(api, given, bytes)).status).toBe(204)
  })

  test('a wrong secret is given none, and the answer is that of an unknown reference', async () => {
    const held = await bringMatter()
    const wrong = await askTicket(api.guest, { ...held, secret: 'AAAA-AAAA-AAAA-AAAA' }, 100)
    const unknown = await askTicket(api.guest, { reference: 'Q-999999', secret: held.secret }, 100)
    expect(wrong).toEqual(unknown)
    expect(wrong).toMatchObject({ ticket: null, problems: [{ code: 'TRACKING_NOT_FOUND' }] })
  })

  test('CSRF: a page of another origin brings nothing, with no method written over the real one either', async () => {
    const held = await bringMatter()
    const { ticket } = await askTicket(api.guest, held, 100)
    expect((await begin(api, ticket, 100, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await begin(api, ticket, 100, { 'x-http-method-override': 'DELETE' })).status).toBe(403)
    const opened = await begin(api, ticket, 100)
    expect(opened.headers.get('access-control-allow-origin')).toBeNull()
  })

  test('what is released is bytes no more that anybody could add to or take away', async () => {
    const held = await bringMatter()
    const bytes = pdf()
    const given = await askTicket(api.guest, held, bytes, 'a.pdf')
    await begin(api, given.ticket, bytes.length)
    await bring(api, given, bytes)
    expect(
      (await tus(api, 'DELETE', `/files/${given.fileId}`, { 'upload-ticket': given.ticket })).status,
    ).toBe(404)
    await checkFile(api.house, given.fileId)
    expect(
      (await tus(api, 'DELETE', `/files/${given.fileId}`, { 'upload-ticket': given.ticket })).status,
    ).toBe(404)
    expect((await opened(held, given.fileId)).status).toBe(200)
  })
})

test('content-type sniffing and framing: what is handed out can only be looked at or saved', async () => {
  const held = await bringMatter()
  const picture = await opened(held, await sendWhole(api, held, await photo()))
  const letter = await opened(held, await sendWhole(api, held, pdf(), 'letter.pdf'))
  for (const answer of [picture, letter]) {
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'cache-control': 'private, no-store',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(answer.headers.get('etag')).toBeNull()
  }
  expect(picture.headers.get('content-disposition')).toMatch(/^inline;/u)
  expect(letter.headers.get('content-disposition')).toMatch(/^attachment;/u)
})

test('range abuse: a hundred overlapping ranges are answered by the file, once', async () => {
  const held = await bringMatter()
  const id = await sendWhole(api, held, pdf(), 'letter.pdf')
  const { data } = await api.guest.ask(linkAsHolder, { input: { ...held, fileId: id } })
  const range = `bytes=${Array.from({ length: 100 }, (_, at) => `${at}-`).join()}`
  const answer = await fetch(`${api.url}${data.trackedFileLink.path}`, { headers: { range } })
  expect([answer.status, answer.headers.get('accept-ranges')]).toEqual([200, 'none'])
  expect((await answer.arrayBuffer()).byteLength).toBe(pdf().length)
})

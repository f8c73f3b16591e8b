import { fileTypes } from '@sila/domain/file'
import type { Request, Response } from 'express'
import { isId } from '../graphql/connection.ts'
import { provenActor } from '../codes/beneficiary-session.ts'
import { makeContext } from '../context.ts'
import type { Actor } from '../actors/actor.ts'
import type { Context, House } from '../context.ts'
import { makeDoor } from '../http/network.ts'
import type { Sessions } from '../sessions/sessions.ts'
import { inNameOf } from '../walls/actor.ts'
import { entryInReach } from './file.access.ts'
import type { EntryOfFile } from './file.access.ts'
import { openFileKey, openPart } from './file-key.ts'
import { readFile } from './file.rows.ts'
import type { FileRow } from './file.rows.ts'
import type { Part } from './storage.ts'
import { readPass } from './ticket.ts'

type Parts = { house: House; sessions: Sessions }
type InReach = { file: FileRow; entry: EntryOfFile; asker: Context }

/** Hands out a file, or the small picture of one; whatever stands in the way, the answer is the same. */
export async function sendFile(
  { house, sessions }: Parts,
  request: Request<{ id: string }>,
  response: Response,
  part: Part,
): Promise<void> {
  const found = await findFor(house, sessions, request)
  const bytes = found && (await bytesOf(house, found.file, part))
  if (!found || !bytes) {
    response.status(404).type('text').send('There is nothing here, or not for you, or no longer.')
    return
  }
  const { file, entry, asker } = found
  asker.house.looks.noteLater(asker.actor, entry.beneficiaryId, 'FILE', asker.now, entry.matterId)
  response.writeHead(200, headersOf(file, part, bytes.length)).end(bytes)
}

/** The file, by whichever of what the request shows opens it; asked anew each time. */
async function findFor(
  house: House,
  sessions: Sessions,
  request: Request<{ id: string }>,
): Promise<InReach | undefined> {
  const { id } = request.params
  const { pass } = request.query
  if (!isId(id)) return undefined
  if (typeof pass === 'string') {
    const matter = readPass(house.keys, id, pass, house.now())
    return matter ? inReachOf(house, request, { type: 'GUEST' }, matter) : undefined
  }
  const actor = await sessions.actorOf(request)
  const asStaff = actor.type === 'STAFF' ? await inReachOf(house, request, actor) : undefined
  if (asStaff) return asStaff
  // On a machine where staff are signed in, somebody may open their own besides.
  const proven = await provenActor(house, makeDoor(request, house))
  return proven && inReachOf(house, request, proven)
}

async function inReachOf(
  house: House,
  request: Request<{ id: string }>,
  actor: Actor,
  held?: string,
): Promise<InReach | undefined> {
  const asker = inNameOf(makeContext(house, actor, 'en', makeDoor(request, house)), actor, held)
  const file = await readFile(asker.house.database.pool, request.params.id)
  if (file?.state !== 'RELEASED') return undefined
  const entry = await entryInReach(asker, file.entryId, held)
  return entry && { file, entry, asker }
}

async function bytesOf(house: House, file: FileRow, part: Part): Promise<Buffer | undefined> {
  const { id, keyOf = null, wrapped, master = null } = file
  if (!wrapped) return undefined
  const key = await openFileKey(house.database.pool, house.seals, id, { keyOf, wrapped, master })
  const sealed = key && (await house.files.kept.get(id, part))
  return key && sealed && openPart(key, id, part, sealed)
}

/** Nothing in it can run, be framed, be taken for something else or be kept; only what we drew ourselves is shown in place. */
function headersOf({ name, type }: FileRow, part: Part, length: number): Record<string, string | number> {
  const { media, image } = fileTypes[type ?? 'PDF']
  return {
    'content-type': part === 'thumb' ? 'image/webp' : media,
    'content-length': length,
    'content-disposition': `${image ? 'inline' : 'attachment'}; filename="${plain(name)}"; filename*=UTF-8''${encoded(name)}`,
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'accept-ranges': 'none',
    'x-robots-tag': 'noindex',
  }
}

// For programs that know only the older form.
const plain = (name: string) => name.replace(/[^\w. -]/gu, '_')
const encoded = (name: string) =>
  encodeURIComponent(name).replace(
    /['()*]/gu,
    (sign) => `%${sign.codePointAt(0)?.toString(16).toUpperCase()}`,
  )

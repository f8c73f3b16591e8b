import { IncomingMessage } from 'node:http'
import type { ServerResponse } from 'node:http'
import { fileRules } from '@sila/domain/file'
import { Server } from '@tus/server'
import { isId } from '../graphql/connection.ts'
import { makeContext } from '../context.ts'
import type { House } from '../context.ts'
import { makeDoor } from '../http/network.ts'
import type { Sessions } from '../sessions/sessions.ts'
import { inNameOf } from '../walls/actor.ts'
import { arrivedOf } from './arriving.ts'
import { entryInReach } from './file.access.ts'
import { readFile } from './file.rows.ts'
import { readTicket } from './ticket.ts'
import type { Ticket } from './ticket.ts'

/** The header by which the leave to upload comes; no page of another origin can send it unasked. */
export const ticketHeader = 'upload-ticket'

/** Refuses an upload: a status, and words for whoever reads the wire. */
function refusal(status: number, words: string): Error {
  return Object.assign(new Error(words), { status_code: status, body: `${words}\n` })
}

const unknown = () => refusal(404, 'There is no such upload, or this ticket does not open it.')

type Parts = { house: House; sessions: Sessions }

/**
 * Takes the bytes of files, resumably (https://tus.io/protocols/resumable-upload): every request shows the ticket, and
 * what it may do is asked again each time. What a client says of the file besides is thrown away.
 */
export function makeUploads({ house, sessions }: Parts) {
  const tus = new Server({
    path: '/files',
    datastore: house.files.arriving,
    maxSize: fileRules.mostBytes,
    relativeLocation: true,
    allowedOrigins: [],
    disableTerminationForFinishedUploads: true,
    namingFunction: (request) => ticketOf(house, request.headers.get(ticketHeader)).file,
    async onIncomingRequest(request, id) {
      const ticket = ticketOf(house, request.headers.get(ticketHeader))
      if (ticket.file !== id) throw unknown()
      if (request.method === 'POST') return
      const row = await readFile(house.database.pool, id)
      if (row?.state === 'RECEIVING') {
        if (request.method === 'DELETE') await forget(house, id)
        return
      }
      if (!row || request.method === 'DELETE') throw unknown()
      // Another line of the same sender brought the end just now. A client by the book asks once more how far it came.
      throw refusal(request.method === 'HEAD' ? 423 : 409, 'All of it has arrived already.')
    },
    async onUploadCreate(request, upload) {
      const ticket = ticketOf(house, request.headers.get(ticketHeader))
      if (upload.size !== ticket.size) throw refusal(413, 'The ticket is for another size.')
      const node = request.runtime?.node?.req
      if (!(node instanceof IncomingMessage)) throw unknown()
      await open(house, sessions, node, ticket)
      return { metadata: {} }
    },
    async onUploadFinish(_request, upload) {
      await arrived(house, upload.id)
      return {}
    },
    onResponseError: (_request, error) =>
      'status_code' in error ? undefined : { status_code: 500, body: 'Something went wrong here.\n' },
  })
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method === 'HEAD' && (await answerDone(house, request, response))) return
    await tus.handle(request, response)
  }
}

function ticketOf(house: House, given: string | null | undefined): Ticket {
  const ticket = readTicket(house.keys, given ?? '', house.now())
  if (!ticket) throw refusal(403, 'Ask for a ticket first: it is missing, used up by time, or not ours.')
  return ticket
}

/** Spends a ticket: once, for words that its holder may still add to, within what is taken in a day. */
async function open(house: House, sessions: Sessions, request: IncomingMessage, ticket: Ticket) {
  const { file, entry, matter, staff, name, size } = ticket
  const actor = staff ? await sessions.actorOf(request) : ({ type: 'GUEST' } as const)
  if (staff && (actor.type !== 'STAFF' || actor.staff.id !== staff)) throw unknown()
  const ctx = inNameOf(
    makeContext(house, actor, 'en', makeDoor(request, house)),
    actor,
    staff ? undefined : matter,
  )
  if (!(await entryInReach(ctx, entry, matter))) throw unknown()
  const kilobytes = Math.ceil(size / 1024)
  const { limits } = house
  if (
    (!staff && (await limits.take('fileSize', ctx.door.network(), kilobytes)) !== undefined) ||
    (await limits.take('fileSizeAll', 'all', kilobytes)) !== undefined
  )
    throw refusal(429, 'Too much was sent today. The words have arrived; try again tomorrow.')
  // The words know that files come with them. They are held meanwhile, so that two at once do not both take the last place.
  const { rowCount } = await house.database.pool.query(
    `with words as (update entry set with_files = true where id = $2 returning id),
      taken as (select count(*) as n from words w join file f on f.entry_id = w.id where f.state <> 'REFUSED')
      insert into file (id, entry_id, name, size, state, at)
        select $1, words.id, $3, $4, 'RECEIVING', $5 from words, taken where taken.n < $6
      on conflict do nothing`,
    [file, entry, name, size, house.now(), fileRules.mostPerMessage],
  )
  if (rowCount !== 1) throw refusal(409, 'This ticket was used, or the message carries enough files.')
}

/** Whoever changed their mind makes room for another file. */
const forget = ({ database }: House, id: string) =>
  database.pool.query(`delete from file where id = $1 and state = 'RECEIVING'`, [id])

/** All bytes are there: they are looked through soon. */
async function arrived(house: House, id: string): Promise<void> {
  const { pool } = house.database
  const { rowCount } = await pool.query(
    `update file set state = 'CHECKING' where id = $1 and state = 'RECEIVING'`,
    [id],
  )
  if (rowCount === 1)
    await house.jobs.checkFileLater((text, values) => pool.query(text, values), id, house.now())
}

/** Whoever lost the last answer asks how far it came, and hears that all of it did. */
async function answerDone(
  house: House,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const id = request.url?.split('/')[2] ?? ''
  const given = request.headers[ticketHeader]
  const ticket = readTicket(house.keys, typeof given === 'string' ? given : '', house.now())
  if (!isId(id) || ticket?.file !== id) return false
  const row = await readFile(house.database.pool, id)
  if (!row) return false
  if (row.state === 'RECEIVING') {
    // The line may have broken after the last byte and before anybody noted that it came.
    if ((await arrivedOf(house.files, id)) !== row.size) return false
    await arrived(house, id)
  }
  response
    .writeHead(200, {
      ...{ 'tus-resumable': '1.0.0', 'upload-offset': String(row.size), 'upload-length': String(row.size) },
      'cache-control': 'no-store',
    })
    .end()
  return true
}

import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { checkFile } from '../files/index.ts'
import type { Answer, TestApi } from './api.ts'

type Asker = { ask(query: string, variables?: Record<string, unknown>): Promise<Answer> }

export const ticketAsHolder = `mutation ($input: TrackedFileTicketInput!) { trackedFileTicket(input: $input) { ticket fileId problems { field code message } } }`
export const ticketAsStaff = `mutation ($input: FileTicketInput!) { fileTicket(input: $input) { ticket fileId problems { code } } }`
export const linkAsHolder = `mutation ($input: TrackedFileLinkInput!) { trackedFileLink(input: $input) { path problems { code } } }`

/** What opens a matter. */
export type Held = { reference: string; secret: string }
export type Given = { ticket: string; fileId: string }

/** Leave to add a file, as whoever brought the matter asks for it. */
export async function askTicket(
  asker: Asker,
  held: Held,
  bytes: Buffer | number,
  name = 'photo.jpg',
): Promise<Given & { problems: { code: string; message: string }[] }> {
  const size = typeof bytes === 'number' ? bytes : bytes.length
  const { data } = await asker.ask(ticketAsHolder, { input: { ...held, name, size } })
  return data.trackedFileTicket
}

/** One request of an upload, as a client by the book would send it, or with other headers. */
export function tus(
  api: TestApi,
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: Buffer,
): Promise<Response> {
  return fetch(`${api.url}${path}`, {
    method,
    headers: { 'tus-resumable': '1.0.0', ...headers },
    ...(body ? { body: new Uint8Array(body) } : {}),
  })
}

/** Opens an upload. */
export const begin = (api: TestApi, ticket: string, size: number, more: Record<string, string> = {}) =>
  tus(api, 'POST', '/files', { 'upload-ticket': ticket, 'upload-length': String(size), ...more })

/** Brings bytes from a place on. */
export const bring = (
  api: TestApi,
  { ticket, fileId }: Given,
  bytes: Buffer,
  offset = 0,
  more: Record<string, string> = {},
) =>
  tus(
    api,
    'PATCH',
    `/files/${fileId}`,
    {
      'upload-ticket': ticket,
      'upload-offset': String(offset),
      'content-type': 'application/offset+octet-stream',
      ...more,
    },
    bytes,
  )

/** Sends a whole file, and lets it be looked through as the job does. */
export async function sendWhole(
  api: TestApi,
  held: Held,
  bytes: Buffer,
  name?: string,
  asker: Asker = api.guest,
): Promise<string> {
  const given = await askTicket(asker, held, bytes, name)
  if (!given.ticket) throw new Error(`no ticket: ${JSON.stringify(given.problems)}`)
  const opened = await begin(api, given.ticket, bytes.length)
  if (opened.status !== 201) throw new Error(`not opened: ${opened.status} ${await opened.text()}`)
  const brought = await bring(api, given, bytes)
  if (brought.status !== 204) throw new Error(`not brought: ${brought.status} ${await brought.text()}`)
  await checkFile(api.house, given.fileId)
  return given.fileId
}

/** How a file stands. */
export async function stateOf(api: TestApi, id: string) {
  const [row] = await api.sql<{ state: string; refusal: string | null; name: string; type: string | null }>(
    'select state, refusal, name, type from file where id = $1',
    [id],
  )
  return row
}

/** A picture of noise, so that it has a size; with the place where it was taken. */
export async function photo(side = 64): Promise<Buffer> {
  const pixels = { width: side, height: side, channels: 3 as const }
  return sharp(randomBytes(side * side * 3), { raw: pixels })
    .withExif({
      IFD0: { Copyright: 'canary-exif', Model: 'A phone' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '24/1 38/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '46/1 43/1 0/1',
      },
    })
    .jpeg()
    .toBuffer()
}

/** The least that is a PDF, with words in it. */
export const pdf = (words = 'A certificate') =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n% ${words}\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  )

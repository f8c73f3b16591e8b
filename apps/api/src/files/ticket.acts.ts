import { cleanFileName, fileRules } from '@sila/domain/file'
import type { Problem } from '@sila/domain/problem'
import { v7 as uuidv7 } from 'uuid'
import { isId } from '../graphql/connection.ts'
import { demand } from '../context.ts'
import type { Context } from '../context.ts'
import { read } from '../database/database.ts'
import { tell } from '../graphql/problem.ts'
import { tooOften } from '../limits/too-often.ts'
import { mineWord } from '@sila/domain/code'
import { asHolder, findTracked } from '../tracking/find-tracked.ts'
import { entryInReach, lastWords } from './file.access.ts'
import type { EntryOfFile } from './file.access.ts'
import type {
  FileLinkPayload,
  FileTicketInput,
  FileTicketPayload,
  TrackedFileLinkInput,
  TrackedFileTicketInput,
} from './file.types.ts'
import { ticketLife, writePass, writeTicket } from './ticket.ts'

type Offered = { name: string; size: number }
const noMatter: Problem = { field: 'reference', code: 'TRACKING_NOT_FOUND' }

/** Gives whoever brought a matter leave to add a file to their last words. */
export async function ticketForHolder(
  ctx: Context,
  input: TrackedFileTicketInput,
): Promise<FileTicketPayload> {
  const found = await findTracked(ctx, input.reference, input.secret)
  if (!found) return { problems: tell(ctx, [noMatter]) }
  const holder = asHolder(ctx, found)
  const often = await tooOften(holder, 'file')
  if (often.length > 0) return { problems: tell(ctx, often) }
  const words = await lastWords(holder, found.id)
  const entry = words ? await entryInReach(holder, words, found.id) : undefined
  return give(holder, input, entry)
}

/** Gives a member of staff leave to add a file to their own last words in a matter. */
export async function ticketForStaff(ctx: Context, input: FileTicketInput): Promise<FileTicketPayload> {
  const member = demand(ctx, 'interaction.read')
  const words = await lastWords(ctx, input.matterId, member.id)
  return give(ctx, input, words ? await entryInReach(ctx, words) : undefined)
}

async function give(
  ctx: Context,
  { name, size }: Offered,
  entry: EntryOfFile | undefined,
): Promise<FileTicketPayload> {
  if (!entry) return { problems: tell(ctx, [{ code: 'ACT_NOT_ALLOWED' }]) }
  const problems = checkSize(size)
  if (problems.length === 0 && (await countFiles(ctx, entry.id)) >= fileRules.mostPerMessage)
    problems.push({ code: 'FILES_TOO_MANY', values: { max: fileRules.mostPerMessage } })
  if (problems.length > 0) return { problems: tell(ctx, problems) }
  const file = uuidv7()
  const ticket = writeTicket(ctx.house.keys, {
    ...{ file, entry: entry.id, matter: entry.matterId, size, name: cleanFileName(name) },
    ...{ staff: entry.authorId, until: ctx.now.getTime() + ticketLife },
  })
  return { ticket, fileId: file, problems: [] }
}

function checkSize(size: number): Problem[] {
  if (size <= 0) return [{ field: 'size', code: 'FILE_EMPTY' }]
  const max = fileRules.mostBytes / 1024 / 1024
  return size > fileRules.mostBytes ? [{ field: 'size', code: 'FILE_TOO_LARGE', values: { max } }] : []
}

/** How many files words carry; those that were not taken make room for others. */
export async function countFiles({ house }: Context, entryId: string): Promise<number> {
  const [counted] = await read<{ n: number }>(house.database.pool, {
    name: 'files-of-entry',
    text: `select count(*)::int as n from file where entry_id = $1 and state <> 'REFUSED'`,
    values: [entryId],
  })
  return counted?.n ?? 0
}

/** Gives whoever holds a matter a path to one of its files, good for a minute and for this file alone. */
export async function linkForHolder(ctx: Context, input: TrackedFileLinkInput): Promise<FileLinkPayload> {
  const found = await findTracked(ctx, input.reference, input.secret)
  if (!found) return { problems: tell(ctx, [noMatter]) }
  if (!isId(input.fileId)) return { problems: tell(ctx, [{ field: 'fileId', code: 'INVALID' }]) }
  const path = `/files/${input.fileId}`
  // Whoever proved who they are is known by their cookie, which ends when they leave.
  if (input.secret === mineWord) return { path, problems: [] }
  const pass = writePass(ctx.house.keys, input.fileId, found.id, ctx.now)
  return { path: `${path}?pass=${pass}`, problems: [] }
}

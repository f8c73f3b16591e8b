import { isId } from '../graphql/connection.ts'
import { isMasked } from '../actors/actor.ts'
import type { Context } from '../context.ts'
import { read } from '../database/database.ts'
import { mayOn } from '../visibility/visibility.ts'

/** The words that a file belongs to, with what decides who may see them. */
export type EntryOfFile = {
  id: string
  type: 'FROM_BENEFICIARY' | 'ANSWER' | 'NOTE'
  authorId: string | null
  matterId: string
  aggregate: 'interaction' | 'request'
  beneficiaryId: string | null
  assigneeId: string | null
  teamId: string | null
  sensitivity: string | null
  circle: string[]
  aboutStaffId: string | null
}

const columns = `e.id, e.type, e.author_id as "authorId", m.id as "matterId", m.beneficiary_id as "beneficiaryId",
  m.assignee_id as "assigneeId", m.team_id as "teamId", m.sensitivity, m.circle, m.about_staff_id as "aboutStaffId"`
const found = `
  select ${columns}, 'interaction' as aggregate from entry e join interaction m on m.id = e.interaction_id where e.id = $1
  union all select ${columns}, 'request' from entry e join request m on m.id = e.request_id where e.id = $1`

/**
 * The words, if whoever asks may see them now: by the database in their name, and by the rules of the API besides.
 * `held` is the matter that was opened by its secret.
 */
export async function entryInReach(
  ctx: Context,
  id: string,
  held?: string,
): Promise<EntryOfFile | undefined> {
  if (!isId(id)) return undefined
  const [entry] = await read<EntryOfFile>(ctx.house.database.pool, {
    ...{ name: 'entry-of-file', text: found, values: [id] },
  })
  return entry && (!ctx.house.guarded || isInReach(ctx, entry, held)) ? entry : undefined
}

function isInReach(ctx: Context, entry: EntryOfFile, held: string | undefined): boolean {
  const { actor } = ctx
  switch (actor.type) {
    case 'SYSTEM':
      return true
    case 'STAFF':
      // A file is somebody's own words: masked eyes open none.
      return !isMasked(actor) && mayOn(ctx, `${entry.aggregate}.read`, { ...entry, id: entry.matterId })
    case 'BENEFICIARY':
      return entry.type !== 'NOTE' && entry.beneficiaryId === actor.beneficiaryId
    case 'GUEST':
      return entry.type !== 'NOTE' && entry.matterId === held
  }
}

/** The last words in a matter of whoever brought it, or of a member of staff: what follows them belongs to them. */
export async function lastWords(
  ctx: Context,
  matterId: string,
  authorId: string | null = null,
): Promise<string | undefined> {
  if (!isId(matterId)) return undefined
  const [entry] = await read<{ id: string }>(ctx.house.database.pool, {
    name: 'last-words',
    text: `select id from entry where (interaction_id = $1 or request_id = $1)
      and case when $2::uuid is null then type = 'FROM_BENEFICIARY' else author_id = $2 end order by id desc limit 1`,
    values: [matterId, authorId],
  })
  return entry?.id
}

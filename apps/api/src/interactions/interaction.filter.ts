import type { ChannelCode } from '@sila/domain/channel'
import type { InteractionKind, InteractionStatus } from '@sila/domain/interaction'
import { foldText } from '@sila/domain/name'
import { parseReference } from '@sila/domain/reference'
import { Field, ID, InputType } from 'type-graphql'
import { isId } from '../graphql/connection.ts'
import type { Context } from '../context.ts'
import { badArgument } from '../errors.ts'
import { ChannelCodeEnum, enumOf, InteractionKindEnum, InteractionStatusEnum } from '../graphql/enums.ts'

const InboxFolderEnum = enumOf(
  'InboxFolder',
  'The folders of the inbox.',
  ['MINE', 'UNASSIGNED', 'ALL', 'WAITING', 'CLOSED', 'OVERDUE'] as const,
  {
    MINE: 'Open and assigned to me.',
    UNASSIGNED: 'Open and assigned to nobody.',
    ALL: 'Everything open.',
    WAITING: 'Open and waiting for the beneficiary.',
    CLOSED: 'Ended.',
    OVERDUE: 'Open, its promise missed, its clock running.',
  },
)
export const InteractionSortEnum = enumOf(
  'InteractionSort',
  'The orders of the inbox.',
  ['LAST_ACTIVITY', 'RECEIVED', 'DUE', 'WAITING_LONGEST'] as const,
  {
    LAST_ACTIVITY: 'Newest activity first.',
    RECEIVED: 'Newest arrival first.',
    DUE: 'What is due first, first; only what has a running clock.',
    WAITING_LONGEST: 'Who waits longest for us, first.',
  },
)
export type InteractionSort = keyof typeof InteractionSortEnum

@InputType({
  description: 'Which interactions; all conditions must hold. A list may hold 50 values at the most.',
})
export class InteractionFilter {
  @Field(() => InboxFolderEnum, { nullable: true, description: 'A folder.' })
  folder?: keyof typeof InboxFolderEnum

  @Field(() => [InteractionStatusEnum], { nullable: true, description: 'One of these states.' })
  status?: InteractionStatus[]

  @Field(() => [InteractionKindEnum], { nullable: true, description: 'One of these kinds.' })
  kind?: InteractionKind[]

  @Field(() => [ChannelCodeEnum], { nullable: true, description: 'One of these channels.' })
  channel?: ChannelCode[]

  @Field(() => [String], { nullable: true, description: 'One of these languages, by code.' })
  language?: string[]

  @Field(() => ID, { nullable: true, description: 'Owned by this team.' })
  teamId?: string

  @Field(() => ID, { nullable: true, description: 'Assigned to this person.' })
  assigneeId?: string

  @Field(() => ID, { nullable: true, description: 'Brought by this person.' })
  beneficiaryId?: string

  @Field(() => String, {
    nullable: true,
    description: 'A reference, or words of the subject or the name; 200 signs at the most.',
  })
  search?: string
}

/** How each order is read; each has an index that ends in the id. */
export const orders = {
  LAST_ACTIVITY: { column: 'i.last_activity_at', direction: 'desc', beyond: '<', where: [] },
  RECEIVED: { column: 'i.received_at', direction: 'desc', beyond: '<', where: [] },
  DUE: {
    column: 'i.due_at',
    direction: 'asc',
    beyond: '>',
    where: ['i.due_at is not null', 'i.due_met_at is null', 'i.due_paused_at is null', 'i.open'],
  },
  WAITING_LONGEST: {
    column: 'i.waiting_since',
    direction: 'asc',
    beyond: '>',
    where: ['i.waiting_since is not null', 'i.open'],
  },
} as const satisfies Record<
  InteractionSort,
  { column: string; direction: 'asc' | 'desc'; beyond: '<' | '>'; where: readonly string[] }
>

type Param = (value: unknown) => string

/** The conditions of a filter. */
export function inboxWhere(ctx: Context, filter: InteractionFilter, param: Param): string[] {
  return [
    ...folderWhere(ctx, filter.folder, param),
    ...oneOf('i.status', filter.status, param),
    ...oneOf('i.kind', filter.kind, param),
    ...oneOf('i.channel', filter.channel, param),
    ...oneOf('i.language', filter.language, param),
    ...sameId('i.team_id', filter.teamId, param),
    ...sameId('i.assignee_id', filter.assigneeId, param),
    ...sameId('i.beneficiary_id', filter.beneficiaryId, param),
    ...searchWhere('i', filter.search, param),
  ]
}

function folderWhere(ctx: Context, folder: InteractionFilter['folder'], param: Param): string[] {
  switch (folder) {
    case 'MINE':
      return ['i.open', `i.assignee_id = ${param(ctx.actor.type === 'STAFF' ? ctx.actor.staff.id : null)}`]
    case 'UNASSIGNED':
      return ['i.open', 'i.assignee_id is null']
    case 'ALL':
      return ['i.open']
    case 'WAITING':
      return ['i.open', `i.status = 'WAITING'`]
    case 'CLOSED':
      return ['not i.open']
    case 'OVERDUE':
      return ['i.open', 'i.due_met_at is null', 'i.due_paused_at is null', `i.due_at < ${param(ctx.now)}`]
    case undefined:
      return []
  }
}

/** One of some values; an empty list means no condition. */
export function oneOf(column: string, values: readonly string[] | null | undefined, param: Param): string[] {
  if (!values || values.length === 0) return []
  if (values.length > 50) throw badArgument('a list of a filter may hold 50 values at the most')
  return [`${column} = any(${param(values)}::text[])`]
}

/** The very id; a text that is none finds nothing. */
export function sameId(column: string, id: string | null | undefined, param: Param): string[] {
  if (!id) return []
  return isId(id) ? [`${column} = ${param(id)}`] : ['false']
}

/** A reference is looked up exactly; words are looked for in the folded subject and name. */
export function searchWhere(alias: string, search: string | null | undefined, param: Param): string[] {
  if (!search?.trim()) return []
  if (search.length > 200) throw badArgument('search may have 200 signs at the most')
  const reference = parseReference(search)
  if (reference) return [`${alias}.reference = ${param(reference.reference)}`]
  return foldText(search)
    .split(/\s+/)
    .filter((word) => word.length > 0)
    .slice(0, 6)
    .map((word) => `${alias}.search_text like ${param(`%${word.replace(/[\\%_]/g, '\\$&')}%`)}`)
}

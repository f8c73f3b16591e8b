import { checkRightText } from '@sila/domain/data-right'
import { incidentNotice, noticeDueAt, noticeState } from '@sila/domain/personal-data-incident'
import { cleanText } from '@sila/domain/text'
import { v7 as uuidv7 } from 'uuid'
import { isId, readPageCursor, toPage } from '../graphql/connection.ts'
import type { Connection } from '../graphql/connection.ts'
import { demand } from '../context.ts'
import type { Context } from '../context.ts'
import { read } from '../database/database.ts'
import { notFound, Refused } from '../errors.ts'
import { change } from '../events.ts'
import type { NewEvent, Outcome } from '../events.ts'
import { checkKey } from '../graphql/keys-check.ts'
import { tell } from '../graphql/problem.ts'
import { inLanguage } from '../words.ts'
import type { Words } from '../words.ts'
import type { Incident, IncidentPayload, IncidentRecordInput, IncidentTellInput } from './incident.types.ts'
import type { IncidentRow } from './rows.ts'

const mostPeople = 100_000_000

/** Records a breach; its clock runs from when it became known. */
export async function recordIncident(ctx: Context, input: IncidentRecordInput): Promise<IncidentPayload> {
  const member = demand(ctx, 'privacy.act')
  checkKey(input.clientMutationId)
  const problems = [
    ...checkRightText('what', input.what, true),
    ...checkRightText('measures', input.measures, true),
  ]
  if (input.discoveredAt > ctx.now) problems.push({ field: 'discoveredAt', code: 'DATE_FUTURE' })
  if (input.classes.length === 0)
    problems.push({ field: 'classes', code: 'TOO_FEW_CHOICES', values: { min: 1 } })
  if (input.people < 0 || input.people > mostPeople)
    problems.push({ field: 'people', code: 'NUMBER_INVALID' })
  if (problems.length > 0) return { problems: tell(ctx, problems) }
  const act = { name: 'incident.record', key: input.clientMutationId, input }
  const outcome = await change(ctx, act, async (em) => {
    const id = uuidv7()
    await em.execute(
      `insert into incident (id, discovered_at, what, classes, people, measures, recorded_by, notice_due_at)
        values (?, ?, ?, string_to_array(?, ','), ?, ?, ?, ?)`,
      [
        ...[id, input.discoveredAt, cleanText(input.what), [...new Set(input.classes)].join(), input.people],
        ...[cleanText(input.measures), member.id, noticeDueAt(input.discoveredAt)],
      ],
    )
    return { result: { id }, event: eventOf(id, 'incident.recorded') }
  })
  return answerWith(ctx, outcome)
}

const told = { AUTHORITY: 'notified_at', PEOPLE: 'people_told_at' } as const

/** Notes that the authority, or the people concerned, were told. */
export async function tellIncident(
  ctx: Context,
  id: string,
  input: IncidentTellInput,
): Promise<IncidentPayload> {
  demand(ctx, 'privacy.act')
  checkKey(input.clientMutationId)
  const act = { name: 'incident.tell', key: input.clientMutationId, input: { id, ...input } }
  const outcome = await change(ctx, act, async (em) => {
    if (!isId(id)) throw notFound()
    const column = told[input.told]
    const noted = await em.execute<object[]>(
      `update incident set ${column} = ? where id = ? and ${column} is null returning id`,
      [ctx.now, id],
    )
    if (noted.length === 0) throw new Refused({ code: 'ACT_NOT_ALLOWED' })
    return { result: { id }, event: { ...eventOf(id, 'incident.told'), payload: { told: input.told } } }
  })
  return answerWith(ctx, outcome)
}

const columns = `id, discovered_at as "discoveredAt", what, classes, people, measures, notice_due_at as "noticeDueAt",
  notified_at as "notifiedAt", people_told_at as "peopleToldAt"`

type Row = Omit<IncidentRow, 'recordedBy'>

/** Incidents, newest first; incident_newest serves it. */
export async function readIncidents(
  ctx: Context,
  first: number,
  cursor?: string | null,
): Promise<Connection<Incident>> {
  const after = readPageCursor(cursor, 2)
  const rows = await read<Row>(ctx.house.database.pool, {
    name: after ? 'incidents-after' : 'incidents',
    text: `select ${columns} from incident ${after ? 'where (discovered_at, id) < ($2::timestamptz, $3::uuid)' : ''}
      order by discovered_at desc, id desc limit $1`,
    values: [first + 1, ...(after ?? [])],
  })
  const page = toPage(rows, first, (row) => [row.discoveredAt, row.id])
  return { ...page, nodes: page.nodes.map((row) => withState(ctx, row)) }
}

/** The notice to the authority, filled in with what is known. */
export async function writeNotice(
  ctx: Context,
  incident: Readonly<Incident>,
  language: 'ar' | 'en',
): Promise<string> {
  const { rows } = await ctx.house.database.pool.query<{
    name: Words
    email: string | null
    phone: string | null
  }>('select name, email, phone from association limit 1')
  const [association] = rows
  return incidentNotice(language, {
    ...incident,
    association: association ? inLanguage(association.name, language) : '…',
    contact: [association?.email, association?.phone].filter(Boolean).join(' · ') || '…',
  })
}

function withState(ctx: Context, row: Row): Incident {
  return { ...row, state: noticeState(row, ctx.now) }
}

async function answerWith(ctx: Context, outcome: Outcome<{ id: string }>): Promise<IncidentPayload> {
  if (!outcome.done) return { problems: tell(ctx, outcome.problems) }
  const [row] = await read<Row>(ctx.house.database.pool, {
    ...{
      name: 'incident',
      text: `select ${columns} from incident where id = $1`,
      values: [outcome.result.id],
    },
  })
  return { incident: row ? withState(ctx, row) : null, problems: [] }
}

function eventOf(id: string, type: string): NewEvent {
  return { aggregate: 'incident', aggregateId: id, type, visibility: 'STAFF' }
}

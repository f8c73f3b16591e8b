import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import pg from 'pg'
import { v7 as uuidv7 } from 'uuid'

// The floor: the least that can answer the same. No sign-in, no checks, no GraphQL: one prepared statement, one JSON text.

const [databaseUrl = '', port = '0'] = process.argv.slice(2)
const pool = new pg.Pool({ connectionString: databaseUrl, max: 8 })

type Ask = Record<string, string>
type Row = Record<string, unknown>

const matter = `i.id, i.reference, i.kind, i.status, i.channel, i.language, i.subject, i.preview, i.anonymous, i.received_at as "receivedAt",
  i.last_activity_at as "lastActivityAt", i.answered_at as "answeredAt", i.closed_at as "closedAt", i.due_at as "dueAt", i.due_started_at as "dueStartedAt",
  i.due_paused_at as "duePausedAt", i.due_met_at as "dueMetAt", i.version, i.escalation_level as "escalationLevel", i.waiting_reason as "waitingReason",
  b.id as "personId", b.name as "personName", s.id as "staffId", s.name as "staffName", t.id as "teamId", t.name->>'ar' as "teamName",
  (i.last_inbound_at is not null and (r.at is null or r.at < i.last_inbound_at)) as unread`
const joins = `left join beneficiary b on b.id = i.beneficiary_id left join staff s on s.id = i.assignee_id left join team t on t.id = i.team_id
  left join interaction_read r on r.interaction_id = i.id and r.staff_id = $1`

const answers: Record<string, (ask: Ask) => Promise<unknown>> = {
  '/inbox': async ({ staff }) =>
    (
      await rows(
        'inbox',
        `select ${matter} from interaction i ${joins} where i.open order by i.last_activity_at desc, i.id desc limit 51`,
        [staff],
      )
    ).map(shape),
  '/conversation': async ({ staff, id }) => {
    const [row] = await rows(
      'conversation',
      `select ${matter}, (select json_agg(line order by line.id) from (
          (select e.id, e.type, e.at, e.text, e.language, a.name as author, null as event, null::jsonb as detail
            from entry e left join staff a on a.id = e.author_id where e.interaction_id = i.id order by e.id limit 51)
          union all
          (select v.id, 'EVENT', v.at, null, null, a.name, v.type, v.payload from event v left join staff a on a.id = v.actor_id
            where v.aggregate_id = i.id and v.type not in ('interaction.answered','interaction.noted','interaction.replied') order by v.id limit 51)
          order by id limit 51) line) as entries
        from interaction i ${joins} where i.id = $2`,
      [staff, id],
    )
    return row ? { ...shape(row), entries: row['entries'] } : null
  },
  '/search': ({ search }) =>
    rows(
      'search',
      `select b.id, b.number, b.name, b.kind, b.preferred_language as "preferredLanguage", b.spoken_languages as "spokenLanguages", b.city, b.segment, b.since, c.points
        from (select * from beneficiary b where to_tsvector('simple', b.name_folded) @@ to_tsquery('simple', $1) order by b.id desc limit 21) b
        left join lateral (select json_agg(json_build_object('id', p.id, 'type', p.type, 'value', p.value, 'preferred', p.preferred)) as points
          from contact_point p where p.beneficiary_id = b.id) c on true`,
      [search],
    ),
  '/submit': submit,
}

/** The rows of one submission in one statement, so in one transaction: what the product stores, without its checks. */
async function submit({ text = '' }: Ask): Promise<unknown> {
  const id = uuidv7()
  const now = new Date()
  const due = new Date(now.getTime() + 2 * 86_400_000)
  const [row] = await rows(
    'submit',
    `with keyed as (insert into idempotency (actor, key, act, input_hash, result) values ('BENCH', $1, 'interaction.submit', $2, '{}') returning key),
      made as (insert into interaction (id, reference, kind, status, channel, language, subject, preview, search_text, anonymous, received_at, last_activity_at,
        waiting_since, last_inbound_at, secret_hash, open, due_at, due_started_at)
        select $3, 'F-' || nextval('reference_q'), 'INQUIRY', 'ACKNOWLEDGED', 'WEBSITE', 'en', $4, $4, $4, true, $5, $5, $5, $5, $2, true, $6, $5 from keyed returning id, reference),
      said as (insert into entry (id, interaction_id, type, at, text, language) select $7, id, 'FROM_BENEFICIARY', $5, $4, 'en' from made),
      noted as (insert into event (id, aggregate, aggregate_id, type, visibility, payload, at)
        select $8, 'interaction', id, 'interaction.submitted', 'PUBLIC', '{"version":1,"status":"ACKNOWLEDGED"}', $5 from made)
      select reference from made`,
    [randomUUID(), Buffer.alloc(32), id, text, now, due, uuidv7(), uuidv7()],
  )
  return row
}

async function rows(name: string, text: string, values: unknown[]): Promise<Row[]> {
  return (await pool.query<Row>({ name, text, values })).rows
}

function shape(row: Row) {
  const {
    personId,
    personName,
    staffId,
    staffName,
    teamId,
    teamName,
    dueAt,
    dueStartedAt,
    duePausedAt,
    dueMetAt,
    ...own
  } = row
  return {
    ...own,
    beneficiary: personId ? { id: personId, name: personName } : null,
    assignee: staffId ? { id: staffId, name: staffName } : null,
    team: teamId ? { id: teamId, name: teamName } : null,
    due: dueAt
      ? { at: dueAt, startedAt: dueStartedAt, pausedAt: duePausedAt, metAt: dueMetAt, met: dueMetAt !== null }
      : null,
  }
}

async function bodyOf(request: IncomingMessage): Promise<Ask> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return JSON.parse(Buffer.concat(parts).toString() || '{}')
}

createServer((request, response) => {
  const answer = answers[request.url ?? '']
  if (!answer) {
    response.writeHead(request.url === '/ready' ? 200 : 404).end()
    return
  }
  bodyOf(request)
    .then(answer)
    .then(
      (data) => {
        const text = JSON.stringify({ data })
        response
          .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
          .end(text)
      },
      (error: unknown) =>
        response.writeHead(500).end(JSON.stringify({ errors: [{ message: String(error) }] })),
    )
}).listen(Number(port), '127.0.0.1')

process.on('SIGTERM', () => process.exit(0))

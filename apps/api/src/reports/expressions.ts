import type { DimensionKey, MeasureKey } from '@sila/domain/measure'

/** The rows that measures count, each with the instant by which it falls into a period. */
export type Source = {
  from: string
  at: string
  groups: Partial<Record<DimensionKey, string>>
  /** The column that says of whom of the staff a matter complains. */
  about?: string
}

const zone = `'Asia/Riyadh'`
const month = (at: string) => `to_char(${at} at time zone ${zone}, 'YYYY-MM')`
// The week of the Kingdom begins on Sunday.
const week = (at: string) =>
  `to_char(date_trunc('week', (${at} at time zone ${zone}) + interval '1 day') - interval '1 day', 'YYYY-MM-DD')`
const text = (column: string) => `coalesce(${column}::text, '')`

const interactionGroups = (at: string) => ({
  MONTH: month(at),
  WEEK: week(at),
  CHANNEL: 'i.channel',
  KIND: 'i.kind',
  LANGUAGE: 'i.language',
  STATUS: 'i.status',
  TEAM: text('i.team_id'),
})

// What nobody owes an answer to is no case: spam, and what was merged into another.
const interactions = `interaction i where i.status not in ('SPAM', 'MERGED')`
const surveyAt = `(s.day::timestamp at time zone ${zone})`

/** Where the figures come from; interaction_received, interaction_promised, request_submitted and survey_response(day) serve them. */
export const sources = {
  RECEIVED: {
    ...{ from: interactions, at: 'i.received_at', about: 'i.about_staff_id' },
    groups: interactionGroups('i.received_at'),
  },
  PROMISED: {
    // What waits for somebody else has not fallen due.
    from: `${interactions} and i.due_at is not null and (i.due_met_at is not null or (i.due_paused_at is null and i.due_at < $1))`,
    at: 'i.due_at',
    about: 'i.about_staff_id',
    groups: interactionGroups('i.due_at'),
  },
  SUBMITTED: {
    from: `request r where r.status <> 'MERGED'`,
    at: 'r.submitted_at',
    about: 'r.about_staff_id',
    groups: {
      ...{
        MONTH: month('r.submitted_at'),
        WEEK: week('r.submitted_at'),
        LANGUAGE: 'r.language',
        STATUS: 'r.status',
      },
      ...{ TEAM: text('r.team_id'), SERVICE: 'r.service_key' },
    },
  },
  // Whole batches alone: no two figures differ by fewer than five ratings (surveys/survey.batches.ts).
  RATED: {
    from: `survey_response s where s.counted`,
    at: surveyAt,
    groups: {
      ...{ MONTH: month(surveyAt), WEEK: week(surveyAt), CHANNEL: text('s.channel'), KIND: text('s.kind') },
      ...{ LANGUAGE: text('s.language'), SERVICE: text('s.service_key') },
    },
  },
} as const satisfies Record<string, Source>

// Working seconds since the first stretch; `work` holds where each stretch begins, how long it is, and what lies before it.
const worked = (at: string) => {
  const second = `extract(epoch from ${at})::float8`
  const place = `width_bucket(${second}, (select starts from work))`
  const inside = `least(${second} - (select starts from work)[${place}], (select lengths from work)[${place}])`
  return `coalesce((select before from work)[${place}] + ${inside}, 0)`
}
const hours = `(${worked('i.answered_at')} - ${worked('i.received_at')}) / 3600`

/** One SQL expression for each measure: its value over a group, and on how many cases it rests. */
export const expressions = {
  INTERACTIONS: { source: 'RECEIVED', value: 'count(*)', n: 'count(*)' },
  ANSWERED: { source: 'RECEIVED', value: 'count(i.answered_at)', n: 'count(*)' },
  ANSWERED_IN_TIME: {
    source: 'PROMISED',
    value: '100.0 * count(*) filter (where i.due_met_at <= i.due_at) / nullif(count(*), 0)',
    n: 'count(*)',
  },
  MEDIAN_FIRST_ANSWER: {
    source: 'RECEIVED',
    value: `percentile_cont(0.5) within group (order by ${hours}) filter (where i.answered_at is not null)`,
    n: 'count(i.answered_at)',
  },
  REOPENED: {
    source: 'RECEIVED',
    value: '100.0 * count(*) filter (where i.reopened_count > 0) / nullif(count(*), 0)',
    n: 'count(*)',
  },
  REQUESTS: { source: 'SUBMITTED', value: 'count(*)', n: 'count(*)' },
  REQUESTS_FULFILLED: { source: 'SUBMITTED', value: 'count(r.fulfilled_at)', n: 'count(*)' },
  CSAT: { source: 'RATED', value: 'avg(s.csat)', n: 'count(*)' },
} as const satisfies Record<MeasureKey, { source: keyof typeof sources; value: string; n: string }>

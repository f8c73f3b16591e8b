/** What masked eyes see of one table that holds people. */
export type Facts = {
  /** The GraphQL type that its rows are shown as; none where it has none of its own. */
  type?: string
  /** Columns that are shown as they are; every other one is blanked, one that is added later too. */
  columns: readonly string[]
  /** Fields of the type that are no columns and hold nobody, or lead on to what is held to this table itself. */
  beside?: readonly string[]
}

const clock = ['due_at', 'due_started_at', 'due_paused_at', 'due_met_at'] as const
const owned = ['assignee_id', 'team_id', 'first_decider_id', 'open', 'version', 'last_activity_at'] as const
const asked = ['acts', 'assignee', 'beneficiary', 'decidedFirst', 'due', 'entries', 'team'] as const

/**
 * The one table by which both walls mask: the API what it answers (policies/masks.ts), the database what its views show
 * (walls/masked.ts). Facts alone: when, by which way, how far, by whom of the staff. No words, no name, no number that is
 * said aloud, and nothing by which a few could be told from the many: no city, no group, no languages spoken.
 */
export const maskedFacts: Readonly<Record<string, Facts>> = {
  interaction: {
    type: 'Interaction',
    columns: [
      ...[
        'id',
        'kind',
        'status',
        'channel',
        'language',
        'anonymous',
        'received_at',
        'answered_at',
        'closed_at',
      ],
      ...[
        'reopened_count',
        'waiting_since',
        'last_inbound_at',
        'escalation_level',
        'call_tries',
        ...clock,
        ...owned,
      ],
    ],
    beside: [...asked, 'unread'],
  },
  request: {
    type: 'Request',
    columns: [
      ...[
        'id',
        'service_key',
        'status',
        'form_version',
        'permit_explained',
        'language',
        'submitted_at',
        'decided_at',
      ],
      ...['fulfilled_at', 'closed_at', 'lodged_at', 'external_decided_at', 'contact_due_at', 'contacted_at'],
      ...['rejection_code', ...clock, ...owned],
    ],
    beside: [...asked, 'service'],
  },
  // Under a name that was made at random, and since which month.
  beneficiary: { type: 'Beneficiary', columns: ['kind'] },
  entry: {
    type: 'Entry',
    columns: ['id', 'interaction_id', 'request_id', 'type', 'at', 'language', 'author_id'],
    beside: ['author', 'event'],
  },
  event: { columns: ['id', 'xid', 'aggregate', 'aggregate_id', 'type', 'actor_id', 'visibility', 'at'] },
}

import type { PersonalTables } from './personal-table.ts'
import { hidden, own, person, proof, words } from './personal-tags.ts'

const fact = { ...proof, class: 'ORDINARY', purpose: 'SERVE' } as const
const matters = `(select id from interaction where beneficiary_id = $1 union all select id from request where beneficiary_id = $1)`
// What acts that spoke of the person answered with: a matter, what was asked about their data, what was opened of theirs.
const acted = `(${['interaction', 'request', 'data_right', 'break_glass']
  .map((table) => `select id from ${table} where beneficiary_id = $1`)
  .join(' union all ')})`
const entries = (which: string) =>
  `(select id from entry where ${which} and (interaction_id in ${matters} or request_id in ${matters}))`

/** What stands in matters and beside them, in the order of erasure. */
export const dataOfMatters = {
  // The bytes themselves lie in the folder of files, sealed with what stands in `wrapped`; they go with their row.
  file: {
    of: 'BENEFICIARY',
    matter: `(select coalesce(e.interaction_id, e.request_id) from entry e where e.id = entry_id)`,
    rows: `(key_of = $1 or entry_id in ${entries('true')})`,
    shared: `state <> 'RECEIVING' and entry_id in ${entries(`type <> 'NOTE'`)}`,
    columns: {
      id: { ...person, class: 'ORDINARY' },
      name: { ...person, class: 'WORDS' },
      size: { ...person, class: 'ORDINARY' },
      type: { ...person, class: 'ORDINARY' },
      at: { ...person, class: 'ORDINARY' },
      wrapped: { ...person, ...hidden, class: 'IDENTITY' },
    },
  },
  entry: {
    of: 'BENEFICIARY',
    matter: 'coalesce(interaction_id, request_id)',
    rows: `(interaction_id in ${matters} or request_id in ${matters})`,
    matters: `(interaction_id = any ($1::uuid[]) or request_id = any ($1::uuid[]))`,
    // Notes are words among staff; they may speak of other people, and nobody outside was ever promised them.
    shared: `type <> 'NOTE'`,
    columns: {
      type: { ...person, class: 'ORDINARY' },
      at: { ...person, class: 'ORDINARY' },
      language: { ...person, class: 'ORDINARY' },
      text: { ...person, record: 'MATTER', class: 'WORDS' },
      sealed: { ...person, ...hidden, record: 'MATTER', class: 'SENSITIVE' },
    },
  },
  event: {
    of: 'BENEFICIARY',
    matter: 'aggregate_id',
    rows: `(aggregate_id = $1 or aggregate_id in ${matters})`,
    matters: `aggregate_id = any ($1::uuid[])`,
    shared: `visibility = 'PUBLIC'`,
    keep: [
      'status',
      'version',
      'channel',
      'kind',
      'service',
      'dueAt',
      'closed',
      'byItself',
      'level',
      'code',
      'purpose',
      'ground',
      'months',
    ],
    others: ['assignee', 'team'],
    columns: {
      type: fact,
      at: fact,
      payload: { ...words, purpose: 'PROVE' },
      before: { ...words, ...hidden, class: 'SENSITIVE' },
    },
  },
  idempotency: {
    of: 'BENEFICIARY',
    rows: `($1::uuid::text in (result->>'id', result->>'person') or result->>'id' in (select id::text from ${acted} acted(id)))`,
    // The key stays, so that what a lost phone sends once more is not taken in anew.
    columns: {
      inputHash: { ...words, ...hidden, record: 'ACT_KEY', purpose: 'PROVE' },
      result: { ...words, ...hidden, record: 'ACT_KEY', class: 'ORDINARY', purpose: 'PROVE' },
    },
  },
  survey_invitation: {
    ...own,
    matter: 'coalesce(interaction_id, request_id)',
    columns: {
      reference: { ...fact, purpose: 'IMPROVE' },
      at: { ...fact, purpose: 'IMPROVE' },
      answered: { ...fact, purpose: 'IMPROVE' },
    },
  },
  // Of matters that came to know their person only after their first sealed words.
  matter_key: {
    of: 'BENEFICIARY',
    rows: `matter_id in ${matters}`,
    columns: { wrapped: { ...person, ...hidden, class: 'IDENTITY' } },
  },
  break_glass: {
    ...own,
    matter: 'matter_id',
    columns: {
      reference: { ...proof, class: 'ORDINARY' },
      at: { ...proof, class: 'ORDINARY' },
      sealedReason: { ...words, ...hidden, class: 'SENSITIVE', purpose: 'PROVE' },
      sealedFor: { ...words, ...hidden, class: 'ORDINARY', purpose: 'PROVE' },
    },
  },
  interaction: {
    ...own,
    matter: 'id',
    matters: `id = any ($1::uuid[])`,
    columns: {
      reference: fact,
      kind: fact,
      status: fact,
      channel: fact,
      language: fact,
      receivedAt: fact,
      closedAt: fact,
      subject: words,
      preview: { ...words, ...hidden },
      searchText: { ...words, ...hidden },
      waitingReason: words,
      social: { ...words, class: 'CONTACT' },
      letterNumber: words,
      link: words,
      sensitivity: { ...fact, ...hidden, class: 'SENSITIVE', erasure: 'BLANK' },
      secretHash: { ...words, ...hidden, class: 'ORDINARY' },
    },
  },
  request: {
    ...own,
    matter: 'id',
    matters: `id = any ($1::uuid[])`,
    columns: {
      id: fact,
      reference: fact,
      serviceKey: fact,
      status: fact,
      language: fact,
      submittedAt: fact,
      closedAt: fact,
      rejectionCode: fact,
      answers: { ...words, class: 'SENSITIVE' },
      externalReference: words,
      rejectionText: words,
      neededItems: words,
      deliverable: words,
      searchText: { ...words, ...hidden },
      sensitivity: { ...fact, ...hidden, class: 'SENSITIVE', erasure: 'BLANK' },
      secretHash: { ...words, ...hidden, class: 'ORDINARY' },
    },
  },
} as const satisfies Partial<PersonalTables>

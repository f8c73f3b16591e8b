import {
  actorKey,
  anybody,
  colleague,
  heldMatter,
  isShown,
  maskedMay,
  may,
  me,
  ofMyself,
  ofVisible,
  reader,
  staff,
  visibleMatter,
} from './conditions.ts'

/** Who may do what to the rows of a table besides the house. What is not named is not granted. */
export type Wall = {
  select?: string
  insert?: string
  /** Which rows may be altered; what they become must be such as may be seen. */
  update?: string
  delete?: string
  /** What the house itself may do besides adding and reading. */
  house?: readonly string[]
}

const kept = ['update'] as const
const passing = ['update', 'delete'] as const
/** What only the house reads and writes: sign-in, keys, counts against guessing. */
const houseOnly: Wall = { house: passing }

// Everybody may bring a matter, as somebody outside would; nobody brings one that is somebody's already.
const brought = `(${anybody} and id = ${heldMatter} and assignee_id is null)`
const ofMatter = `(${ofVisible('interaction', 'interaction_id')} or ${ofVisible('request', 'request_id')})`
const ofPerson: Wall = {
  select: `(${may('beneficiary.read')} or ${ofMyself('beneficiary_id')})`,
  insert: anybody,
  update: `(${may('beneficiary.edit')} or ${ofMyself('beneficiary_id')})`,
  delete: `(${may('beneficiary.edit')} or ${ofMyself('beneficiary_id')})`,
  house: passing,
}
const privacy = may('privacy.read', 'privacy.act')

/**
 * The second wall, on one page: row-level security of every table (docs/decisions/0010). It holds without the
 * permissions of the API: whatever is asked, by whichever mistake, only these rows answer. A table that is not here
 * gives nothing to anybody; a spec names it.
 */
export const walls: Record<string, Wall> = {
  // Matters and what hangs on them.
  interaction: {
    select: visibleMatter('interaction.read'),
    insert: brought,
    update: visibleMatter('interaction.read'),
    house: passing,
  },
  request: {
    select: visibleMatter('request.read'),
    insert: brought,
    update: visibleMatter('request.read'),
    house: passing,
  },
  entry: {
    select: `(${ofMatter} and (${staff} or type <> 'NOTE'))`,
    insert: `(${ofMatter} and (author_id = ${me} or (author_id is null and type = 'FROM_BENEFICIARY')))`,
    house: passing,
  },
  // With its words; whoever brought it hears what became of it, and nobody but the house writes it down.
  file: {
    select: isShown('entry', 'entry_id'),
    house: passing,
  },
  // Written once, read ever after: nobody at all may alter it or take it away.
  event: {
    select: `case aggregate
      when 'interaction' then ${ofVisible('interaction', 'aggregate_id')}
      when 'request' then ${ofVisible('request', 'aggregate_id')}
      when 'beneficiary' then (${may('beneficiary.read')} or ${ofMyself('aggregate_id')})
      else ${staff} end and (${staff} or visibility = 'PUBLIC')`,
    insert: `(actor_id is not distinct from ${me} and case aggregate
      when 'interaction' then ${ofVisible('interaction', 'aggregate_id')}
      when 'request' then ${ofVisible('request', 'aggregate_id')}
      when 'beneficiary' then (${staff} or ${ofMyself('aggregate_id')})
      when 'survey' then ${anybody}
      else ${colleague} end)`,
    // Words that were left in it are erased with their person; what happened, when and by whom stays.
    house: ['update (payload, before, salt)'],
  },
  interaction_read: { select: `staff_id = ${me}`, insert: `staff_id = ${me}`, update: `staff_id = ${me}` },
  presence: {
    select: ofVisible('interaction', 'interaction_id'),
    insert: `(staff_id = ${me} and ${ofVisible('interaction', 'interaction_id')})`,
    update: `staff_id = ${me}`,
    house: passing,
  },
  survey_invitation: {
    select: ofMatter,
    insert: ofMatter,
    update: `(interaction_id = ${heldMatter} or request_id = ${heldMatter})`,
    house: passing,
  },
  // An answer names nobody, and is counted by the house alone (M3).
  survey_response: {
    insert: `(${anybody} and not counted and not comment_shown)`,
    house: ['update (counted, day, comment_shown, channel, kind, service_key, language)'],
  },

  // People.
  beneficiary: {
    select: `(${may('beneficiary.read')} or ${ofMyself('id')})`,
    insert: anybody,
    // Whoever does something about a person's data holds the person's row meanwhile.
    update: `(${may('beneficiary.edit', 'privacy.act', 'person.export')} or ${ofMyself('id')})`,
    house: passing,
  },
  contact_point: ofPerson,
  paper_seen: {
    select: `(${may('beneficiary.read')} or ${ofMyself('beneficiary_id')})`,
    insert: `(${may('beneficiary.edit')} and seen_by = ${me})`,
    update: may('beneficiary.edit'),
    house: passing,
  },
  consent: ofPerson,
  identity_mark: houseOnly,
  person_key: houseOnly,
  matter_key: houseOnly,

  // What is done about people's data: for whoever answers for it, and for the people themselves.
  look: {
    select: `((${privacy} and (break_glass_id is null or ${isShown('break_glass', 'break_glass_id')})) or ${ofMyself('beneficiary_id')})`,
    // Erasure takes the person from it; that somebody looked stays.
    house: ['update (beneficiary_id, salt)'],
  },
  // Who opened what in an emergency; a row that still runs shows its matter (conditions.ts). Whom the matter complains of
  // reads of it here as little as anywhere, whatever they answer for.
  break_glass: {
    select: `((${staff} and staff_id = ${me}) or (${privacy} and not public.complains_of_me(matter_id)))`,
    house: ['update (beneficiary_id, sealed_reason, sealed_for, salt)'],
  },
  // With what it ended; nobody takes back that it ended, the house included.
  break_glass_end: { select: isShown('break_glass', 'break_glass_id'), house: [] },
  legal_hold: {
    select: privacy,
    insert: may('privacy.act'),
    update: may('privacy.act'),
    house: passing,
  },
  erasure: { select: privacy, insert: may('person.erase') },
  // The audit trail: written once by the house, altered by nobody at all.
  redaction: { house: [] },
  seal: { house: [] },
  restoration: { house: [] },
  audit_check: { select: privacy, house: [] },
  retention_run: { select: privacy, house: [] },
  retention_setting: {
    select: privacy,
    insert: may('privacy.act'),
    update: may('privacy.act'),
    house: [],
  },
  data_right: {
    select: `(${privacy} or recorded_by = ${me} or ${ofMyself('beneficiary_id')})`,
    insert: `(${staff} or ${ofMyself('beneficiary_id')})`,
    update: may('privacy.act'),
    house: passing,
  },
  // What was taken out of the house as a file, by whom: written by everybody about themselves, altered by nobody.
  data_export: { select: privacy, insert: `staff_id = ${me}`, house: ['update (beneficiary_id, salt)'] },
  incident: {
    select: privacy,
    insert: may('privacy.act'),
    update: may('privacy.act'),
    house: kept,
  },

  // The house: who works here, and what everybody may know.
  association: { select: reader, update: may('policy.edit'), house: kept },
  service: { select: reader, update: may('policy.edit'), house: kept },
  channel: { select: reader, update: may('channel.edit'), house: kept },
  department: { select: colleague, house: kept },
  team: { select: colleague, house: kept },
  staff: { select: colleague, update: may('staff.manage'), house: kept },
  role: { select: colleague, update: may('role.edit'), house: kept },

  // Keys of programs: one's own, and all for whoever keeps them. What was spent is counted by the house.
  api_key: {
    select: `(staff_id = ${me} or ${may('apikey.manage')})`,
    insert: `(staff_id = ${me} and (${may('explorer.use', 'apikey.manage')} or ${maskedMay('explorer.use')}))`,
    update: `(staff_id = ${me} or ${may('apikey.manage')})`,
    house: kept,
  },
  cost_spent: houseOnly,

  // Each act once, by the key of whoever did it.
  idempotency: {
    select: `actor = ${actorKey}`,
    insert: `actor = ${actorKey}`,
    update: `actor = ${actorKey}`,
    house: passing,
  },

  // How people sign in and prove who they are.
  auth_user: houseOnly,
  auth_session: houseOnly,
  auth_account: houseOnly,
  auth_verification: houseOnly,
  auth_two_factor: houseOnly,
  auth_passkey: houseOnly,
  auth_attempt: houseOnly,
  one_time_code: { select: ofMyself('beneficiary_id'), update: ofMyself('beneficiary_id'), house: passing },
  beneficiary_session: {
    select: ofMyself('beneficiary_id'),
    delete: ofMyself('beneficiary_id'),
    house: passing,
  },
  outbox: houseOnly,
  rate_limit: houseOnly,

  // Which steps were taken: the owner's alone.
  migration: {},
}

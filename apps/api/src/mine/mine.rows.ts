import { contactTypes } from '@sila/domain/beneficiary'
import { consentFor, consentPurposes } from '@sila/domain/consent'
import type { ConsentPurpose } from '@sila/domain/consent'
import type { ProvenContext } from '../codes/proven.ts'
import { readPageCursor, toPage } from '../graphql/connection.ts'
import type { Connection } from '../graphql/connection.ts'
import { read } from '../database/database.ts'
import type { Mine, MineConsent, MineLook, MineMatter, MineRight } from './mine.types.ts'
import { consentsOf } from '../beneficiaries/beneficiary.loader.ts'

/** The record of whoever asks, with the surroundings in which the rest of it is read. */
export type OwnRecord = Mine & { own: ProvenContext }

/** The record of whoever asks; null where it is gone. */
export async function readMine(own: ProvenContext): Promise<OwnRecord | null> {
  const { house, actor } = own
  const [mine] = await read<Mine>(house.database.pool, {
    name: 'mine',
    text: `select id, number, name, city, preferred_language as "preferredLanguage" from beneficiary where id = $1`,
    values: [actor.beneficiaryId],
  })
  return mine ? { ...mine, own } : null
}

const matterColumns = (received: string) =>
  `id, reference, language, open, ${received} as "receivedAt", last_activity_at as "lastActivityAt"`

/** One page of what a person brought and applied for; interaction_person and request_person serve it. */
export async function readMatters(
  { house, actor }: ProvenContext,
  first: number,
  cursor?: string | null,
): Promise<Connection<MineMatter>> {
  const after = readPageCursor(cursor, 2)
  const beyond = after ? 'and (last_activity_at, id) < ($3::timestamptz, $4::uuid)' : ''
  const part = (columns: string, table: string) =>
    `(select ${columns} from ${table} where beneficiary_id = $2 ${beyond} order by last_activity_at desc, id desc limit $1)`
  const rows = await read<MineMatter>(house.database.pool, {
    name: after ? 'mine-matters-after' : 'mine-matters',
    text: `${part(`${matterColumns('received_at')}, 'INTERACTION' as type, kind, subject, status as "interactionStatus", null as "requestStatus", null as "serviceKey"`, 'interaction')}
      union all ${part(`${matterColumns('submitted_at')}, 'REQUEST', null, null, null, status, service_key`, 'request')}
      order by "lastActivityAt" desc, id desc limit $1`,
    values: [first + 1, actor.beneficiaryId, ...(after ?? [])],
  })
  return toPage(rows, first, (row) => [row.lastActivityAt, row.id])
}

// What the association does with what was asked for needs no leave, so there is nothing to choose.
const choices = Object.keys(consentPurposes).filter(
  (purpose): purpose is ConsentPurpose => purpose === 'AWARENESS' || purpose === 'SURVEY',
)

/** What the person allows, for every purpose that can be chosen, by every way. */
export async function readConsents(own: ProvenContext): Promise<MineConsent[]> {
  const said = await consentsOf(own).load(own.actor.beneficiaryId)
  return choices.flatMap((purpose) =>
    contactTypes.map((channel) => ({ purpose, channel, ...consentFor(said, purpose, channel) })),
  )
}

/** Who of the staff looked at the person, newest first; look_person serves it. */
export async function readOwnLooks(
  { house, actor }: ProvenContext,
  first: number,
  cursor?: string | null,
): Promise<Connection<MineLook>> {
  const after = readPageCursor(cursor, 2)
  const rows = await read<Omit<MineLook, 'name'> & { id: string; staffId: string }>(house.database.pool, {
    name: after ? 'mine-looks-after' : 'mine-looks',
    text: `select id, staff_id as "staffId", what, at, break_glass_id is not null as emergency from look
      where beneficiary_id = $2 ${after ? 'and (at, id) < ($3::timestamptz, $4::uuid)' : ''}
      order by at desc, id desc limit $1`,
    values: [first + 1, actor.beneficiaryId, ...(after ?? [])],
  })
  const staff = await house.directory.staff()
  const named = rows.map(({ staffId, ...look }) => ({ ...look, name: staff.get(staffId)?.name ?? '' }))
  return toPage(named, first, (row) => [row.at, row.id])
}

/** The newest fifty things that the person asked about their own data. */
export function readRights({ house, actor }: ProvenContext): Promise<MineRight[]> {
  return read<MineRight>(house.database.pool, {
    name: 'mine-rights',
    text: `select id, "right", received_at as "receivedAt", due_at as "dueAt", extension_reason as "extensionReason",
      answered_at as "answeredAt", outcome, answer from data_right where beneficiary_id = $1 order by received_at desc, id desc limit 50`,
    values: [actor.beneficiaryId],
  })
}

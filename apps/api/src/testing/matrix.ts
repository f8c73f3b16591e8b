import { randomUUID } from 'node:crypto'
import { defaultRoles, roles } from '@sila/domain/permission'
import type { Grants } from '@sila/domain/permission'
import { maskOf } from '../policies/masks.ts'
import { waysToAllFields } from '../policies/walk.ts'
import { makeSchema } from '../schema.ts'
import type { TestApi } from './api.ts'
import { shownTo } from './shown.ts'
import type { Looker, Sight } from './shown.ts'

/** How a matter stands to whoever looks. */
const relations = {
  own: { assignee: 'salem', team: 'mine' },
  team: { assignee: 'hind', team: 'mine' },
  near: { assignee: 'hind', team: 'near' },
  far: { assignee: 'hind', team: 'far' },
  sensitive: { assignee: 'hind', team: 'mine', sensitivity: 'COUNSELLING' },
  // Shut to everybody but whoever may open it in an emergency, and has.
  opened: { assignee: 'hind', team: 'far', sensitivity: 'COUNSELLING', opened: true },
  aboutMe: { assignee: 'hind', team: 'mine', sensitivity: 'STAFF_COMPLAINT', about: 'salem' },
} as const
type Relation = keyof typeof relations
type Facts = {
  assignee: 'salem' | 'hind'
  team: string
  sensitivity?: string
  about?: 'salem'
  opened?: true
}

type Ids = { interaction: Map<Relation, string>; request: Map<Relation, string>; person: string }

/** Whoever looks: every role, and somebody who is not signed in. */
export const lookers = [...roles, 'GUEST'] as const
/**
 * What each looker sees of each field: how matters stand that show it, `yes`, or `-`. What is shown with a blank for a value
 * is `masked`; of matters, `masked:` stands before those whose value is a blank.
 */
export type Matrix = Map<string, string[]>

const owned = /^(Interaction|Request)\./

/** Brings a person and matters that stand in every way to Salem, then asks for every field as everybody. */
export async function lookAtAll(api: TestApi, { onlyRows = false } = {}): Promise<Matrix> {
  const ids = await prepare(api)
  const [salem, hind] = [await api.as('salem'), await api.as('hind')]
  const schema = makeSchema()
  const cells: Matrix = new Map()
  for (const role of lookers) {
    if (role !== 'GUEST') await api.sql(`update staff set role = $1 where id = $2`, [role, api.idOf('salem')])
    api.house.directory.forget()
    const grants: Grants | undefined = role === 'GUEST' ? undefined : defaultRoles[role]
    const looker: Looker = { who: grants ? salem : api.guest, ...(grants?.masked ? { unmasked: hind } : {}) }
    // To masked eyes most people have one way only, from their matters.
    const shut = (type: string, field: string) => !!looker.unmasked && maskOf(type, field) === 'REFUSED'
    const seen = new Map<Relation, Map<string, Sight>>()
    const all = waysToAllFields(schema, given(ids, 'own'), shut)
    for (const relation of Object.keys(relations) as Relation[]) {
      const ways = waysToAllFields(schema, given(ids, relation), shut)
      const asked = relation === 'own' ? ways : ways.filter(({ field }) => owned.test(field))
      seen.set(relation, await shownTo(looker, asked, onlyRows))
    }
    for (const { field } of all) cells.set(field, [...(cells.get(field) ?? []), cellOf(field, seen)])
  }
  return cells
}

function cellOf(field: string, seen: ReadonlyMap<Relation, ReadonlyMap<string, Sight>>): string {
  if (!owned.test(field)) {
    const sight = seen.get('own')?.get(field)
    return sight === 'MASKED' ? 'masked' : sight ? 'yes' : '-'
  }
  const as = (sight: Sight) => [...seen].flatMap(([to, fields]) => (fields.get(field) === sight ? [to] : []))
  const [clear, masked] = [as('CLEAR'), as('MASKED')]
  return [...clear, ...(masked.length > 0 ? ['masked:', ...masked] : [])].join(' ') || '-'
}

async function prepare(api: TestApi): Promise<Ids> {
  const ids: Ids = { interaction: new Map(), request: new Map(), person: randomUUID() }
  const team: Record<string, string> = { mine: randomUUID(), near: randomUUID(), far: randomUUID() }
  const [ours, theirs] = [randomUUID(), randomUUID()]
  for (const id of [ours, theirs])
    await api.sql(`insert into department (id, name) values ($1, '{"en": "A department"}')`, [id])
  for (const [name, id] of Object.entries(team))
    await api.sql(
      `insert into team (id, name, languages, department_id) values ($1, '{"en": "A team"}', '{en}', $2)`,
      [id, name === 'far' ? theirs : ours],
    )
  await api.sql(`update staff set team_id = $1 where id = $2`, [team['mine'], api.idOf('salem')])
  // Whoever sees it all as it is: what masked eyes get is held against it.
  await api.sql(`update staff set role = 'DIRECTOR' where id = $1`, [api.idOf('hind')])
  await api.sql(
    `insert into beneficiary (id, number, name, name_folded, name_keys, kind, preferred_language, spoken_languages, since)
     values ($1, 'B-1', 'Invented Person', 'invented person', '{}', 'INDIVIDUAL', 'en', '{en}', now())`,
    [ids.person],
  )
  await api.sql(
    `insert into paper_seen (id, beneficiary_id, paper, seen_at, seen_by) values ($1, $2, 'IQAMA', now(), $3)`,
    [randomUUID(), ids.person, api.idOf('hind')],
  )
  for (const relation of Object.keys(relations) as Relation[]) await place(api, ids, team, relation)
  api.house.directory.forget()
  return ids
}

async function place(api: TestApi, ids: Ids, teams: Record<string, string>, relation: Relation) {
  const facts: Facts = relations[relation]
  const guard = [
    ids.person,
    api.idOf(facts.assignee),
    teams[facts.team],
    facts.sensitivity ?? null,
    facts.about ? api.idOf(facts.about) : null,
  ]
  const [interaction, request] = [randomUUID(), randomUUID()]
  ids.interaction.set(relation, interaction)
  ids.request.set(relation, request)
  await api.sql(
    `insert into interaction (id, reference, kind, status, channel, language, subject, preview, search_text, anonymous, received_at,
      last_activity_at, open, due_at, due_started_at, beneficiary_id, assignee_id, team_id, sensitivity, about_staff_id)
     values ($6, $7, 'INQUIRY', 'ASSIGNED', 'WEBSITE', 'en', 'A', 'A', 'a', false, now(), now(), true, now(), now(), $1, $2, $3, $4, $5)`,
    [...guard, interaction, `Q-${relation}`],
  )
  await api.sql(
    `insert into request (id, reference, service_key, status, open, version, form_version, answers, language, submitted_at, last_activity_at,
      due_at, due_started_at, search_text, beneficiary_id, assignee_id, team_id, sensitivity, about_staff_id)
     values ($6, $7, 'course', 'IN_REVIEW', true, 1, 1, '{}', 'en', now(), now(), now(), now(), 'a', $1, $2, $3, $4, $5)`,
    [...guard, request, `R-${relation}`],
  )
  const both = { INTERACTION: interaction, REQUEST: request }
  for (const [type, id] of facts.opened ? Object.entries(both) : [])
    await api.sql(
      `insert into break_glass (id, staff_id, matter_type, matter_id, reference, beneficiary_id, at, until)
       values ($1, $2, $3, $4, 'a reference', $5, now(), now() + interval '1 day')`,
      [randomUUID(), api.idOf('salem'), type, id, ids.person],
    )
  for (const [column, id] of Object.entries({ interaction_id: interaction, request_id: request })) {
    const entry = randomUUID()
    await api.sql(
      `insert into entry (id, ${column}, type, at, text, language, author_id, with_files) values ($1, $2, 'NOTE', now(), 'A note', 'en', $3, true)`,
      [entry, id, api.idOf('hind')],
    )
    await api.sql(
      `insert into file (id, entry_id, name, size, state, at) values ($1, $2, 'a.pdf', 1, 'CHECKING', now())`,
      [randomUUID(), entry],
    )
  }
}

const today = '{ from: "2026-01-01T00:00:00Z", to: "2026-12-31T00:00:00Z" }'
const given = (ids: Ids, relation: Relation) => ({
  first: '1',
  'interaction.id': `"${ids.interaction.get(relation)}"`,
  'request.id': `"${ids.request.get(relation)}"`,
  'beneficiary.id': `"${ids.person}"`,
  'report.measures': '[INTERACTIONS]',
  period: today,
  'lookSummary.days': '30',
  'service.key': '"course"',
  'tracked.reference': '"Q-1"',
  'tracked.secret': '"nobody knows it"',
})

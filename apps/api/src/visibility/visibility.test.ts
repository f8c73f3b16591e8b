import 'reflect-metadata'
import { randomUUID } from 'node:crypto'
import { can } from '@sila/domain/permission'
import type { Guarded, Permission, Scope } from '@sila/domain/permission'
import { beforeAll, expect, test } from 'vitest'
import { makeContext } from '../context.ts'
import type { Actor } from '../actors/actor.ts'
import { readInbox } from '../interactions/interaction.rows.ts'
import { key, useApi } from '../testing/api.ts'
import { visibleWhere } from './visibility.ts'

const api = useApi()
const submit = `mutation ($input: InteractionSubmitInput!) { interactionSubmit(input: $input) { receipt { reference } problems { code } } }`

type Row = { id: string; reference: string }
const rows: Row[] = []
const department = { ours: randomUUID(), theirs: randomUUID() }
const team = { mine: randomUUID(), near: randomUUID(), far: randomUUID() }

// One matter for every meeting of owner, team, sensitivity, circle and whom it is about.
beforeAll(async () => {
  for (const id of Object.values(department))
    await api.sql(`insert into department (id, name) values ($1, '{"en": "A department"}')`, [id])
  for (const [name, id] of Object.entries(team))
    await api.sql(
      `insert into team (id, name, languages, department_id) values ($1, '{"en": "A team"}', '{en}', $2)`,
      [id, name === 'far' ? department.theirs : department.ours],
    )
  await api.sql(`update staff set team_id = $1 where id = $2`, [team.mine, api.idOf('salem')])
  await api.sql(`update staff set team_id = $1 where id = $2`, [team.far, api.idOf('hind')])
  const [salem, hind] = [api.idOf('salem'), api.idOf('hind')]
  for (const assignee of [null, salem, hind])
    for (const teamId of [null, team.mine, team.near, team.far])
      for (const sensitivity of [null, 'COUNSELLING'])
        for (const circle of [[], [salem], [hind]])
          for (const about of [null, salem]) await place({ assignee, teamId, sensitivity, circle, about })
  api.house.directory.forget()
}, 120_000)

async function place(facts: {
  assignee: string | null
  teamId: string | null
  sensitivity: string | null
  circle: string[]
  about: string | null
}) {
  const reference = `Q-${rows.length}`
  const id = randomUUID()
  await api.sql(
    `insert into interaction (id, reference, kind, status, channel, language, subject, preview, search_text, anonymous, received_at,
      last_activity_at, waiting_since, last_inbound_at, open, assignee_id, team_id, sensitivity, circle, about_staff_id)
     values ($1, $2, 'INQUIRY', 'ACKNOWLEDGED', 'WEBSITE', 'en', 'A matter', 'A matter', 'a matter', true, now(), now(), now(), now(), true, $3, $4, $5, $6, $7)`,
    [id, reference, facts.assignee, facts.teamId, facts.sensitivity, facts.circle, facts.about],
  )
  rows.push({ id, reference })
}

const facts = `id, assignee_id as "assigneeId", team_id as "teamId", sensitivity, circle, about_staff_id as "aboutStaffId"`

async function actor(scope: Scope, ...permissions: Permission[]): Promise<Actor & { type: 'STAFF' }> {
  const member = (await api.house.directory.staff()).get(api.idOf('salem'))
  if (!member) throw new Error('salem works here')
  const teamIds = scope === 'DEPARTMENT' ? [team.mine, team.near] : [team.mine]
  return {
    type: 'STAFF',
    staff: { ...member, viewer: { id: member.id, grants: { scope, permissions }, teamIds } },
  }
}

test.each([
  ...(['OWN', 'TEAM', 'DEPARTMENT', 'ALL'] as const).map((scope) => [scope, ['interaction.read']] as const),
  ['ALL', ['interaction.read', 'sensitive.read']] as const,
  ['ALL', []] as const,
])('the SQL of scope %s with %j finds exactly what the rules allow', async (scope, permissions) => {
  const asker = await actor(scope, ...permissions)
  const values: unknown[] = []
  const where = visibleWhere(
    makeContext(api.house, asker, 'en'),
    'interaction.read',
    'i',
    (value) => `$${values.push(value)}`,
  )
  const found = await api.sql<Row>(
    `select i.id from interaction i where ${['true', ...where].join(' and ')}`,
    values,
  )
  const all = await api.sql<Row & Guarded>(`select ${facts} from interaction`)
  const allowed = all.filter((row) => can(asker.staff.viewer, 'interaction.read', row))
  expect(found.map(({ id }) => id).toSorted()).toEqual(allowed.map(({ id }) => id).toSorted())
  if (permissions.length > 0) expect(allowed.length).toBeGreaterThan(0)
  if (scope !== 'ALL') expect(allowed.length).toBeLessThan(all.length)
})

test('insider browsing: lists, single looks, counts, threads and acts agree on what somebody may see', async () => {
  const salem = await api.as('salem')
  const mine = new Set<string>()
  let after: string | null = null
  do {
    const { data }: any = await salem.ask(
      `query ($after: String) { interactions(first: 100, after: $after, where: { folder: ALL }) { nodes { id } pageInfo { hasNextPage endCursor } } }`,
      { after },
    )
    for (const { id } of data.interactions.nodes) mine.add(id)
    after = data.interactions.pageInfo.hasNextPage ? data.interactions.pageInfo.endCursor : null
  } while (after)
  const counts = (await salem.ask('{ inboxCounts { all } }')).data.inboxCounts
  expect(counts.all).toBe(mine.size)
  expect(mine.size).toBeGreaterThan(0)
  expect(mine.size).toBeLessThan(rows.length)
  for (const { id } of rows) {
    const look = await salem.ask(
      'query ($id: ID!) { interaction(id: $id) { id entries(first: 1) { nodes { id } } } }',
      { id },
    )
    expect(Boolean(look.data.interaction)).toBe(mine.has(id))
  }
  const hidden = rows.filter(({ id }) => !mine.has(id))
  for (const { id } of hidden.slice(0, 12)) {
    const note = await salem.ask(
      `mutation ($id: ID!, $input: InteractionNoteInput!) { interactionNote(id: $id, input: $input) { problems { code } } }`,
      { id, input: { clientMutationId: key(), text: 'Seen.' } },
    )
    expect(note.errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND')
    const presence = await salem.ask(
      `mutation ($id: ID!) { presenceSet(interactionId: $id, state: VIEWING) }`,
      { id },
    )
    expect(presence.errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND')
  }
})

test('a complaint never reaches the person it is about by a live event either', async () => {
  const salem = await api.as('salem')
  const feed = salem.watch('subscription { interactionFeed { cursor event interaction { id } } }')
  await feed.next()
  const { data } = await api.guest.ask(submit, {
    input: {
      clientMutationId: key(),
      kind: 'COMPLAINT',
      text: 'About one of you.',
      language: 'en',
      anonymous: true,
    },
  })
  const { reference } = data.interactionSubmit.receipt
  const first = (await feed.next()).data.interactionFeed
  expect(first.event).toBe('interaction.submitted')
  const [{ id }] = (await api.sql<Row>(`select id from interaction where reference = $1`, [reference])) as [
    Row,
  ]
  await api.sql(`update interaction set about_staff_id = $2, sensitivity = 'STAFF_COMPLAINT' where id = $1`, [
    id,
    api.idOf('salem'),
  ])
  const khalid = await api.as('khalid')
  await api.sql(`update interaction set assignee_id = $2 where id = $1`, [id, api.idOf('khalid')])
  await khalid.ask(
    `mutation ($id: ID!, $input: InteractionNoteInput!) { interactionNote(id: $id, input: $input) { problems { code } } }`,
    { id, input: { clientMutationId: key(), text: 'This is looked into.' } },
  )
  const next = (await feed.next()).data.interactionFeed
  expect(next).toMatchObject({ event: null, interaction: null })
  feed.stop()
})

test('an inbox read for nobody is empty', async () => {
  const nobody = makeContext(api.house, { type: 'GUEST' }, 'en')
  expect((await readInbox(nobody, { first: 5, wholePeople: true })).nodes).toEqual([])
})

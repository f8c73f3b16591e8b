import { createClient } from 'graphql-ws'
import { defaultRoles } from '@sila/domain/permission'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { key, useApi } from '../testing/api.ts'
import type { StaffName } from '../testing/people.ts'

/** What a preview says of the fields of a type. */
type Fields = { type: string; opened: string[]; closed: string[]; masked: string[] }

const api = useApi()

const shown = `{ key changed version grants { scope permissions masked } began { permissions } holders { name } changedBy { name } }`
const edit = `mutation ($role: StaffRole!, $input: RoleEditInput!) { outcome: roleEdit(role: $role, input: $input) { problems { code field } role ${shown} } }`
const reset = `mutation ($role: StaffRole!, $input: RoleResetInput!) { outcome: roleReset(role: $role, input: $input) { problems { code } role ${shown} } }`
const preview = `query ($input: RolePreviewInput!) { rolePreview(input: $input) { masked gained lost interactions { now drawn } requests { now drawn }
  people { now drawn } matters { id reference } fields { type opened closed masked } } }`

const { scope, permissions } = defaultRoles.OFFICER
const officer = { scope, permissions: [...permissions] as string[], masked: false }
const without = (...names: string[]) => ({
  ...officer,
  permissions: officer.permissions.filter((name) => !names.includes(name)),
})

async function roleOf(role: string): Promise<any> {
  const { data } = await (await api.as('admin')).ask(`{ roles ${shown} }`)
  return data.roles.find((each: { key: string }) => each.key === role)
}
async function ask(name: StaffName, text: string, role: string, more: object, input: object = {}) {
  const { version } = await roleOf(role)
  const all = { clientMutationId: key(), expectedVersion: version, ...more, ...input }
  return (await api.as(name)).ask(text, { role, input: all })
}
const draw = (role: string, grants: object, input: object = {}) => ask('admin', edit, role, { grants }, input)
const events = () => api.sql(`select type, actor_id, payload from event where aggregate = 'role' order by id`)

afterEach(async () => {
  await api.sql('update role set scope = null, permissions = null, masked = false, version = version + 1')
  await api.sql(`update staff set active = true, role = 'SUPERVISOR' where id = $1`, [api.idOf('khalid')])
  api.house.directory.forget()
})

describe('a role', () => {
  test('is drawn anew: on the next request whoever has it may no longer what it lacks, and it is an event', async () => {
    const salem = await api.as('salem')
    const before = (await events()).length
    expect((await salem.ask('{ beneficiaries(first: 1) { nodes { id } } }')).errors).toBeUndefined()
    const { data } = await draw('OFFICER', without('beneficiary.read'))
    expect(data.outcome.problems).toEqual([])
    expect(data.outcome.role).toMatchObject({ changed: true, changedBy: { name: 'عبير الغامدي' } })
    expect(data.outcome.role.holders.map(({ name }: { name: string }) => name)).toContain('سالم القرني')
    const refused = await salem.ask('{ beneficiaries(first: 1) { nodes { id } } }')
    expect(refused.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN')
    expect((await events()).slice(before)).toMatchObject([
      {
        ...{ type: 'role.edited', actor_id: api.idOf('admin') },
        payload: { role: 'OFFICER', before: { scope: 'DEPARTMENT' }, after: { masked: false } },
      },
    ])
  })

  test('is given back what it began with, and its version goes on', async () => {
    const drawn = await draw('OFFICER', without('interaction.answer'))
    const { data } = await ask('admin', reset, 'OFFICER', {})
    expect(data.outcome.role).toMatchObject({
      ...{ changed: false, grants: officer, version: drawn.data.outcome.role.version + 1 },
    })
  })

  test('sent twice is drawn once', async () => {
    const { version } = await roleOf('OFFICER')
    const input = { clientMutationId: key(), expectedVersion: version }
    const [one, two] = [
      await draw('OFFICER', without('request.read'), input),
      await draw('OFFICER', without('request.read'), input),
    ]
    expect(two.data).toEqual(one.data)
    const different = await draw('OFFICER', without('channel.read'), input)
    expect(different.data.outcome.problems).toEqual([{ code: 'ALREADY_SENT_DIFFERENTLY', field: null }])
  })

  test('that two draw at once is drawn by the first; the second sees what it is now', async () => {
    const { version: expectedVersion } = await roleOf('OFFICER')
    const outcomes = await Promise.all(
      ['request.read', 'channel.read'].map((name) => draw('OFFICER', without(name), { expectedVersion })),
    )
    const codes = outcomes.map(({ data }) => data.outcome.problems[0]?.code ?? 'DONE')
    expect(new Set(codes)).toEqual(new Set(['CHANGED_MEANWHILE', 'DONE']))
    for (const { data } of outcomes) expect(data.outcome.role.version).toBe(expectedVersion + 1)
  })

  test.each([
    ['what nobody knows', { ...officer, permissions: ['everything'] }, 'CHOICE_UNKNOWN'],
    ['acts behind a mask', { ...officer, masked: true }, 'MASKED_READS_ONLY'],
  ])('with %s is refused', async (_what, grants, code) => {
    const { data } = await draw('OFFICER', grants)
    expect(data.outcome.problems).toEqual([{ code, field: 'permissions' }])
    expect((await roleOf('OFFICER')).changed).toBe(false)
  })

  test('is drawn by nobody who may not edit roles', async () => {
    for (const name of ['salem', 'khalid', 'huda', 'dalal'] as const) {
      const who = await api.as(name)
      const input = { clientMutationId: key(), expectedVersion: 1, grants: officer }
      for (const answer of [
        await who.ask(edit, { role: 'OFFICER', input }),
        await who.ask(preview, { input: { role: 'OFFICER' } }),
        await who.ask('{ roles { key } }'),
      ])
        expect(answer.errors?.[0]?.extensions?.['code'], name).toBe('FORBIDDEN')
    }
  })
})

describe('the house', () => {
  const administrator = { ...defaultRoles.ADMINISTRATOR, masked: false }
  const keepers = (...names: string[]) => ({
    ...administrator,
    permissions: administrator.permissions.filter((name) => !names.includes(name)),
  })

  test.each(['role.edit', 'staff.manage'])('never loses the last who holds %s', async (name) => {
    const { data } = await draw('ADMINISTRATOR', keepers(name))
    expect(data.outcome.problems).toEqual([{ code: 'LAST_ROLE_EDITOR', field: null }])
    expect((await roleOf('ADMINISTRATOR')).changed).toBe(false)
  })

  test('lets go of one where another role holds it, and then keeps that one', async () => {
    const supervisor = { ...defaultRoles.SUPERVISOR, masked: false }
    const raised = { ...supervisor, permissions: [...supervisor.permissions, 'role.edit', 'staff.manage'] }
    expect((await draw('SUPERVISOR', raised)).data.outcome.problems).toEqual([])
    expect((await draw('ADMINISTRATOR', keepers('role.edit'))).data.outcome.problems).toEqual([])
    const khalid = await api.as('khalid')
    const act = `mutation ($id: ID!, $input: AccountActInput!) { staffDisable(id: $id, input: $input) { problems { code } } }`
    const disabled = await (
      await api.as('admin')
    ).ask(act, {
      id: api.idOf('khalid'),
      input: { clientMutationId: key() },
    })
    expect(disabled.data.staffDisable.problems).toEqual([{ code: 'LAST_ROLE_EDITOR' }])
    expect((await khalid.ask('{ roles { key } }')).data.roles).toHaveLength(9)
  })

  test('gives nobody more by their own hand than the role began with', async () => {
    const raised = { ...administrator, permissions: [...administrator.permissions, 'person.export'] }
    const refused = await draw('ADMINISTRATOR', raised)
    expect(refused.data.outcome.problems).toEqual([{ code: 'OWN_ROLE_RAISED', field: null }])
    expect((await draw('ADMINISTRATOR', keepers('channel.edit'))).data.outcome.problems).toEqual([])
    expect((await draw('ADMINISTRATOR', administrator)).data.outcome.problems).toEqual([])
  })
})

describe('a preview', () => {
  const ids: Record<string, string> = {}
  beforeAll(async () => {
    const [team] = await api.sql(`select team_id as id from staff where id = $1`, [api.idOf('salem')])
    const [other] = await api.sql(
      `insert into team (id, name, languages) values (gen_random_uuid(), '{"en":"Elsewhere"}', '{en}') returning id`,
    )
    const matter = async (name: string, more: object) => {
      const [{ id }] = await api.sql<any>(
        `insert into interaction (id, reference, kind, status, channel, subject, preview, search_text, anonymous, received_at,
          last_activity_at, language, open, assignee_id, team_id, sensitivity)
          values (gen_random_uuid(), 'V-' || gen_random_uuid(), 'INQUIRY', 'ASSIGNED', 'WEBSITE', 's', 'p', 's', true, now(), now(), 'en', true, $1, $2, $3) returning id`,
        Object.values({ assignee: null, team: null, sensitivity: null, ...more }),
      )
      ids[name] = id
    }
    await matter('own', { assignee: api.idOf('salem'), team: team.id })
    await matter('near', { assignee: api.idOf('hind'), team: team.id })
    await matter('far', { assignee: api.idOf('hind'), team: other.id })
    await matter('hidden', { assignee: api.idOf('salem'), team: team.id, sensitivity: 'COUNSELLING' })
  })
  const look = async (input: object) =>
    (await (await api.as('admin')).ask(preview, { input: { role: 'OFFICER', ...input } })).data.rolePreview

  test('counts what a colleague sees now and would see with the draft, as the API then really answers', async () => {
    const grants = { ...without('request.read'), scope: 'OWN' }
    const seen = await look({ staffId: api.idOf('salem'), grants })
    expect(seen).toMatchObject({ gained: [], lost: ['request.read'], interactions: { now: 3, drawn: 2 } })
    expect(seen.fields).toContainEqual(
      expect.objectContaining({ type: 'Request', closed: expect.arrayContaining(['answers']) }),
    )
    await draw('OFFICER', grants)
    const { data } = await (await api.as('salem')).ask('{ interactions(first: 100) { nodes { id } } }')
    expect(data.interactions.nodes).toHaveLength(seen.interactions.drawn)
  })

  test('shows of what they would see only what whoever asks sees too', async () => {
    const seen = await look({ staffId: api.idOf('salem') })
    const shownIds = seen.matters.map(({ id }: { id: string }) => id)
    expect(shownIds).toEqual(expect.arrayContaining([ids['own'], ids['near']]))
    for (const name of ['hidden', 'far']) expect(shownIds).not.toContain(ids[name])
  })

  test('of complaints about a colleague counts none that whoever asks does not see, about themself neither', async () => {
    const everything = { ...defaultRoles.DIRECTOR, masked: false }
    // The same eyes, of somebody made up and of each colleague: they differ by what complains of that colleague.
    const counted = async () => {
      const eyes = [{}, { staffId: api.idOf('khalid') }, { staffId: api.idOf('admin') }]
      const looks = []
      for (const each of eyes) looks.push(await look({ role: 'DIRECTOR', grants: everything, ...each }))
      return looks.map(({ interactions, requests }) => [interactions.drawn, requests.drawn])
    }
    const before = await counted()
    await api.sql(
      `insert into interaction (id, reference, kind, status, channel, subject, preview, search_text, anonymous, received_at,
          last_activity_at, language, open, sensitivity, circle, about_staff_id)
        select gen_random_uuid(), 'V-' || gen_random_uuid(), 'COMPLAINT', 'ASSIGNED', 'WEBSITE', 's', 'p', 's', true, now(), now(), 'en', true,
          'STAFF_COMPLAINT', array[$1::uuid], about from unnest($2::uuid[]) as about`,
      [api.idOf('hind'), [api.idOf('khalid'), api.idOf('admin')]],
    )
    expect(await counted()).toEqual(before)
    // One that they see themself is counted as ever.
    await api.sql(`update interaction set circle = array[$1::uuid] where about_staff_id = $2`, [
      api.idOf('admin'),
      api.idOf('khalid'),
    ])
    const [made, khalid, own] = await counted()
    expect([made?.[0], khalid?.[0], own?.[0]]).toEqual(
      [1, 0, 1].map((more, at) => (before[at]?.[0] ?? 0) + more),
    )
    await api.sql(`delete from interaction where sensitivity = 'STAFF_COMPLAINT'`)
  })

  test('of somebody made up without a team sees what belongs to nobody', async () => {
    const seen = await look({ role: 'RECEPTIONIST' })
    expect(seen.interactions).toEqual({ now: 0, drawn: 0 })
    const [{ id }] = await api.sql<any>('select team_id as id from staff where id = $1', [api.idOf('salem')])
    expect((await look({ role: 'RECEPTIONIST', teamId: id })).interactions).toEqual({ now: 2, drawn: 2 })
  })

  test('says field by field what is blanked behind a mask, as the API then really answers', async () => {
    const analyst = { ...defaultRoles.ANALYST, permissions: [...defaultRoles.ANALYST.permissions] }
    const seen = await look({ staffId: api.idOf('salem'), grants: analyst })
    const of = (type: string) => seen.fields.find((each: { type: string }) => each.type === type)
    expect(of('Interaction').masked).toEqual(expect.arrayContaining(['preview', 'subject']))
    expect(of('Beneficiary').masked).toEqual(expect.arrayContaining(['id', 'name', 'since']))
    for (const open of ['kind', 'status']) expect(of('Interaction').masked).not.toContain(open)
    // What is refused behind a mask closes; nobody is followed and nothing is done.
    expect(of('Query').closed).toContain('beneficiary')
    expect(of('Mutation').closed).toContain('interactionAnswer')
    // Nothing is both, and what an analyst reads today is blanked as well, not only what becomes so.
    for (const { opened, closed, masked } of seen.fields)
      expect(new Set([...opened, ...closed, ...masked]).size).toBe(
        opened.length + closed.length + masked.length,
      )
    const held = await look({ role: 'ANALYST', staffId: api.idOf('huda') })
    expect(held.fields.map(({ type, masked }: Fields) => [type, masked])).toEqual(
      seen.fields
        .filter(({ masked }: Fields) => masked.length > 0)
        .map(({ type, masked }: Fields) => [type, masked]),
    )
    expect(held.fields.flatMap(({ opened, closed }: Fields) => [...opened, ...closed])).toEqual([])
    // Asked as an analyst, exactly such a field is blank.
    await draw('OFFICER', analyst)
    const salem = await api.as('salem')
    const { data } = await salem.ask('{ interactions(first: 1) { nodes { subject status } } }')
    expect(data.interactions.nodes[0]).toEqual({ subject: '•••', status: 'ASSIGNED' })
    // And without a mask nothing is.
    expect((await look({ role: 'SUPERVISOR' })).fields.flatMap(({ masked }: Fields) => masked)).toEqual([])
  })

  test('is noted, each time, with whose eyes it was', async () => {
    const before = (await events()).length
    await look({ staffId: api.idOf('salem') })
    expect((await events()).slice(before)).toMatchObject([
      {
        ...{ type: 'role.previewed', actor_id: api.idOf('admin') },
        payload: { role: 'OFFICER', staff: api.idOf('salem'), draft: false },
      },
    ])
  })
})

test('token expiry and role change during a subscription: no live event after a second, on any node', async () => {
  const second = await api.anotherNode()
  for (const url of [api.url, second]) {
    await api.sql('update role set scope = null, permissions = null, version = version + 1')
    api.house.directory.forget()
    await new Promise((resolve) => setTimeout(resolve, 1100))
    const { cookie } = await api.as('salem')
    const heard: number[] = []
    let closed: number | undefined
    const client = createClient({
      url: `${url.replace('http', 'ws')}/graphql`,
      webSocketImpl: class extends WebSocket {
        constructor(address: string, protocols: string[]) {
          super(address, protocols, { headers: { cookie } })
        }
      },
      retryAttempts: 0,
      on: { closed: (event: any) => (closed = event.code) },
    })
    const done = (async () => {
      for await (const _ of client.iterate({ query: 'subscription { interactionFeed { cursor } }' }))
        heard.push(Date.now())
    })().catch(() => undefined)
    let firing = true
    const fire = (async () => {
      const text = `mutation ($input: InteractionSubmitInput!) { interactionSubmit(input: $input) { problems { code } } }`
      while (firing) {
        await api.guest.ask(text, {
          input: {
            ...{
              clientMutationId: key(),
              kind: 'INQUIRY',
              text: 'متى تفتحون؟',
              language: 'ar',
              anonymous: true,
            },
          },
        })
        await new Promise((resolve) => setTimeout(resolve, 30))
      }
    })()
    await expect.poll(() => heard.length, { timeout: 5000 }).toBeGreaterThan(3)
    await draw('OFFICER', without('interaction.read'))
    const changed = Date.now()
    await new Promise((resolve) => setTimeout(resolve, 2000))
    firing = false
    await fire
    await client.dispose()
    await done
    expect(heard.filter((at) => at > changed + 1000)).toEqual([])
    expect([4403, 1000]).toContain(closed)
  }
})

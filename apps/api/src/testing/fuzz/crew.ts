import { randomUUID } from 'node:crypto'
import { defaultRoles, roles } from '@sila/domain/permission'
import type { Actor } from '../../actors/actor.ts'
import type { StaffMember } from '../../staff/staff-member.entity.ts'
import { key } from '../api.ts'
import type { TestApi } from '../api.ts'
import { becomeKnown, provenDevice } from '../proving.ts'
import { people } from '../people.ts'
import type { StaffName } from '../people.ts'

/** Somebody who sends: as whom, and what the house takes them for. */
export type Sender = { name: string; cookie: string; actor(): Promise<Actor> }

/** Words that only some may ever read, whatever is asked. */
export const canaries = {
  /** A matter that belongs to nobody's circle; only whoever answers for the house reads it. */
  sensitive: 'canary-of-a-sensitive-matter',
  /** Somebody in the register. */
  person: 'Canary Ofaperson',
} as const

const phone = '0551239001'
const guest: Actor = { type: 'GUEST' }
const standIns = roles.filter((role) => !Object.values(people).some((person) => person.role === role))

/** How the crew stands in the order of `crewOf`, by the roles of the cast; who stands in for several is one of them. */
export const standings: readonly Actor[] = [
  guest,
  { type: 'BENEFICIARY', beneficiaryId: '', sessionId: '' },
  ...Object.values(people).map(({ role }): Actor => ({
    type: 'STAFF',
    staff: { viewer: { id: '', grants: defaultRoles[role], teamIds: [] } } as unknown as StaffMember,
  })),
]

/** Brings matters, people and requests to fuzz among. */
export async function furnish(api: TestApi): Promise<void> {
  await becomeKnown(api, { name: 'Fuzz Ofherself', phone })
  await becomeKnown(api, { name: canaries.person, phone: '0551239002' })
  for (let n = 3; n < 9; n++) await becomeKnown(api, { name: `Person ${n}`, phone: `055123900${n}` })
  const secret = {
    clientMutationId: key(),
    kind: 'COMPLAINT',
    text: canaries.sensitive,
    language: 'en',
    anonymous: true,
  }
  const submit = `mutation ($input: InteractionSubmitInput!) { interactionSubmit(input: $input) { receipt { reference } } }`
  const { data } = await api.guest.ask(submit, { input: secret })
  await api.sql(`update interaction set sensitivity = 'COUNSELLING' where reference = $1`, [
    data.interactionSubmit.receipt.reference,
  ])
  await api
    .sql(
      `insert into staff (id, user_id, name, email, role, languages, active)
     values ($1, $1::text, 'Gone Away', 'gone@sila.example', 'OFFICER', '{en}', false)`,
      [randomUUID()],
    )
    .catch(() => undefined)
}

/** Everybody who sends: a guest, a proven person and every role; whose role nobody of the cast has, Hind stands in for. */
export async function crewOf(api: TestApi, round: number): Promise<Sender[]> {
  const role = standIns[round % standIns.length]
  await api.sql(
    `update staff set active = true, role = case when id = $1 then $2 else role end where user_id in (select id from auth_user)`,
    [api.idOf('hind'), role],
  )
  api.house.directory.forget()
  const staff = await Promise.all((Object.keys(people) as StaffName[]).map((name) => colleague(api, name)))
  return [{ name: 'guest', cookie: '', actor: async () => guest }, await person(api), ...staff]
}

async function colleague(api: TestApi, name: StaffName): Promise<Sender> {
  const { cookie } = await api.as(name)
  return {
    ...{ name, cookie },
    async actor() {
      const staff = (await api.house.directory.staff()).get(api.idOf(name))
      return staff ? { type: 'STAFF', staff } : guest
    },
  }
}

let proven: string | undefined

async function person(api: TestApi): Promise<Sender> {
  const ask = async () =>
    (
      await fetch(`${api.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: proven ?? '' },
        body: JSON.stringify({ query: '{ mine { number } }' }),
      })
    ).text()
  // Chance lets them leave now and then.
  if (!proven || !(await ask()).includes('number')) {
    await api.sql('delete from rate_limit')
    proven = `sila.mine=${(await provenDevice(api, phone, 'Fuzz Ofherself')).token()}`
  }
  return { name: 'beneficiary', cookie: proven, actor: async () => standings[1] ?? guest }
}

/** Everything that can be named: the ids, references and keys that the database holds, but for those of the crew. */
export async function everythingKnown(api: TestApi): Promise<string[]> {
  const tables = await api.sql<{
    name: string
  }>(`select c.relname::text as name from pg_class c join pg_attribute a
    on a.attrelid = c.oid and a.attname = 'id' and a.atttypid = 'uuid'::regtype
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not like 'auth%' order by 1`)
  const known: string[] = []
  for (const { name } of tables) {
    const rows = await api.sql<{ id: string }>(`select id::text from "${name}" order by id limit 25`)
    known.push(...rows.map(({ id }) => id))
  }
  const references = await api.sql<{ id: string }>(
    `select reference as id from interaction union select reference from request union select number from beneficiary limit 40`,
  )
  const [own] = await api.sql<{ id: string }>(
    `select beneficiary_id as id from contact_point where value like $1`,
    [`%${phone.slice(1)}`],
  )
  const crew = new Set([...Object.keys(people).map((name) => api.idOf(name as StaffName)), own?.id ?? ''])
  return [...known, ...references.map(({ id }) => id)].filter((id) => !crew.has(id))
}

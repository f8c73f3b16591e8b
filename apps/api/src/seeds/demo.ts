import { defaultCalendar } from '@sila/domain/default-calendar'
import { foldText, nameKeys } from '@sila/domain/name'
import { makeReference } from '@sila/domain/reference'
import type { PoolClient } from 'pg'
import type { Database } from '../database/database.ts'
import type { Keys } from '../keys/keys.ts'
import { demonstrationAssociation } from './association.ts'
import { department, staff, teams } from './cast.ts'
import type { TeamKey } from './cast.ts'
import { makeDice } from './dice.ts'
import { seedEssentials } from './essentials.ts'
import { planHistory } from './history.ts'
import type { Plan } from './history.ts'
import { idAt } from './ids.ts'
import { organisations, people } from './people.ts'
import { planRequests } from './requests.ts'
import { insertRows } from './rows.ts'
import { demonstrationPassword } from './sign-ins.ts'
import { countPast, rate } from './ratings.ts'
import { planToday } from './today.ts'
import type { Member, Person, World } from './world.ts'

type CreateUser = (staff: { name: string; email: string; password: string }) => Promise<string>

/** Fills an empty database with the demonstration association, its people and six months of their matters; once. */
export async function seedDemonstration(
  database: Pick<Database, 'pool'>,
  keys: Keys,
  createUser: CreateUser,
  now: Date,
): Promise<void> {
  const { rows } = await database.pool.query('select from staff limit 1')
  if (rows.length > 0) return
  const users = await makeUsers(database, createUser)
  const client = await database.pool.connect()
  try {
    await client.query('begin')
    await seedEssentials(client, now, demonstrationAssociation)
    const world = await makeWorld(client, keys, now, users)
    await liveThrough(client, world)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

// Sign-ins are made outside of our transaction; those that an interrupted start left behind are taken up again.
async function makeUsers(
  database: Pick<Database, 'pool'>,
  createUser: CreateUser,
): Promise<Map<string, string>> {
  const known = await database.pool.query<{ id: string; email: string }>('select id, email from auth_user')
  const users = new Map(known.rows.map(({ id, email }) => [email, id]))
  await Promise.all(
    staff.map(async ({ name, email }) => {
      if (!users.has(email))
        users.set(email, await createUser({ name, email, password: demonstrationPassword }))
    }),
  )
  return users
}

async function makeWorld(
  client: PoolClient,
  keys: Keys,
  now: Date,
  users: Map<string, string>,
): Promise<World> {
  const start = daysBefore(now, 400)
  const teamIds = Object.fromEntries(teams.map(({ key }) => [key, idAt(start)])) satisfies Record<
    string,
    string
  >
  const idOf = (key: TeamKey) => teamIds[key] ?? ''
  const service = idAt(start)
  await insertRows(client, 'department', [{ id: service, name: department }])
  await insertRows(
    client,
    'team',
    teams.map(({ key, name, languages }) => ({ id: idOf(key), name, languages, department_id: service })),
  )
  const members: Member[] = staff.map((one) => ({ ...one, id: idAt(start), teamId: idOf(one.team) }))
  await insertRows(
    client,
    'staff',
    members.map(({ id, name, email, role, languages, teamId }, index) => ({
      ...{ id, user_id: users.get(email), name, email, role, languages, team_id: teamId, active: true },
      availability: index === 4 ? 'AWAY' : 'AVAILABLE',
    })),
  )
  const year = now.getUTCFullYear()
  return {
    ...{
      now,
      keys,
      staff: members,
      dice: makeDice(1448),
      calendar: defaultCalendar([year - 1, year, year + 1]),
    },
    teams: {
      reception: idOf('reception'),
      'south-asia': idOf('south-asia'),
      'east-africa': idOf('east-africa'),
      programmes: idOf('programmes'),
    },
    book: {
      interactions: [],
      requests: [],
      entries: [],
      events: [],
      invitations: [],
      responses: [],
      reads: [],
    },
  }
}

async function liveThrough(client: PoolClient, world: World) {
  const everybody = await makePeople(client, world)
  const persons = everybody.filter(({ kind }) => kind === 'INDIVIDUAL')
  const matters = [...planHistory(world, persons, 274), ...planToday(world, persons)]
  const requests = planRequests(world, everybody, 240)
  await inOrder(client, 'Q', matters)
  await inOrder(client, 'R', requests)
  rate(world)
  const { book } = world
  await insertRows(client, 'interaction', book.interactions)
  await insertRows(client, 'request', book.requests)
  await insertRows(client, 'entry', book.entries)
  await insertRows(client, 'event', book.events)
  await insertRows(client, 'survey_invitation', book.invitations)
  await insertRows(client, 'survey_response', book.responses)
  await countPast(client, daysBefore(world.now, 274), world.now)
  // What was dealt with, everybody has seen; what lies open, its owner.
  await client.query(`insert into interaction_read (staff_id, interaction_id, at)
    select s.id, i.id, greatest(i.last_activity_at, i.last_inbound_at) from staff s cross join interaction i
    where s.role <> 'ANALYST' and (not i.open or i.status in ('WAITING', 'ANSWERED', 'ACCEPTED', 'UNDER_STUDY', 'ESCALATED'))`)
}

/** Matters get their numbers in the order in which they came. */
async function inOrder(client: PoolClient, prefix: 'Q' | 'R', plans: Plan[]) {
  const { rows } = await client.query<{ n: string }>(
    `select nextval($1::regclass) as n from generate_series(1, $2)`,
    [`reference_${prefix.toLowerCase()}`, plans.length],
  )
  const sorted = plans.toSorted((a, b) => a.at.getTime() - b.at.getTime())
  for (const [index, plan] of sorted.entries()) plan.happen(makeReference(prefix, Number(rows[index]?.n)))
}

async function makePeople(client: PoolClient, world: World): Promise<Person[]> {
  const { dice, now } = world
  const all = [...people, ...organisations].map((person, index) => {
    const since = daysBefore(now, 185 + ((index * 37) % 500))
    return { ...person, id: idAt(since), since }
  })
  const { rows } = await client.query<{ n: string }>(
    `select nextval('reference_b') as n from generate_series(1, $1)`,
    [all.length],
  )
  const byAge = all.toSorted((a, b) => a.since.getTime() - b.since.getTime())
  await insertRows(
    client,
    'beneficiary',
    byAge.map(({ id, name, kind, language, spoken, city, segment, since }, index) => ({
      ...{
        id,
        number: makeReference('B', Number(rows[index]?.n)),
        name,
        name_folded: foldText(name),
        name_keys: nameKeys(name),
      },
      ...{ kind, preferred_language: language, spoken_languages: spoken, city, segment, since },
    })),
  )
  await insertRows(
    client,
    'contact_point',
    all.flatMap(({ id, since }, index) => {
      // +966 52 is assigned to nobody.
      const phone = {
        id: idAt(since),
        beneficiary_id: id,
        type: index % 3 === 0 ? 'PHONE' : 'WHATSAPP',
        value: `+96652000${1200 + index * 7}`,
        preferred: true,
      }
      const email = {
        id: idAt(since),
        beneficiary_id: id,
        type: 'EMAIL',
        value: `person${index + 1}@mail.example.org`,
        preferred: false,
      }
      return index % 4 === 1 ? [phone, email] : [phone]
    }),
  )
  await insertRows(
    client,
    'consent',
    all.flatMap(({ id, since }, index) => {
      const given = { id: idAt(since), beneficiary_id: id, given_at: since, withdrawn_at: null }
      const awareness = {
        ...given,
        purpose: 'AWARENESS',
        channel: 'WHATSAPP',
        withdrawn_at: dice.percent(15) ? daysBefore(now, 40) : null,
      }
      const service = { ...given, id: idAt(since), purpose: 'SERVICE', channel: null }
      return index % 2 === 0 ? [service, awareness] : [service]
    }),
  )
  return all
}

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000)
}

import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openDatabase } from '../database/database.ts'
import { entities } from '../entities.ts'
import type { OpenedDatabase } from '../database/database.ts'
import { maskedFacts } from './masked-facts.ts'
import { personalTables } from '../privacy/personal-data.ts'
import { withDatabase } from '../testing/global-setup.ts'
import { key, useApi } from '../testing/api.ts'
import { walls } from './policies.ts'
import { raiseWalls } from './raise.ts'
import { ensureRoles } from './roles.ts'
import type { Session } from './session.ts'
import { system } from './session.ts'

const api = useApi()
/** Two connections, so that whoever asks comes after somebody else. */
let database: OpenedDatabase
/** The owner of the tables. */
let owner: pg.Client
let url: string

const teams = [uuidv7(), uuidv7(), uuidv7()] as const
const officers: string[] = []
const matterOf = new Map<string, string>()
const tables = Object.keys(walls)

beforeAll(async () => {
  const [own] = await api.sql<{ name: string }>('select current_database() as name')
  url = withDatabase(inject('databaseServer'), own?.name ?? '')
  database = await openDatabase(url, entities, 2)
  owner = new pg.Client({ connectionString: url })
  await owner.connect()
  for (const [index, team] of teams.entries())
    await owner.query(
      `insert into team (id, name, languages) values ($1, jsonb_build_object('en', $2::text), '{en}')`,
      [team, `Team ${index}`],
    )
  for (let index = 0; index < 20; index++) {
    const id = uuidv7()
    officers.push(id)
    const name = `officer${index}`
    await owner.query(`insert into auth_user (id, name, email) values ($1, $1, $1 || '@sila.example')`, [
      name,
    ])
    await owner.query(
      `insert into staff (id, user_id, name, email, role, languages, team_id) values ($1, $2, $2, $2 || '@sila.example', 'OFFICER', '{en}', $3)`,
      [id, name, teams[index % 3]],
    )
    matterOf.set(id, await makeMatter({ assignee_id: id, team_id: teams[index % 3] }))
  }
})

afterAll(async () => {
  await owner.end()
  await database.close()
})

async function makeMatter(columns: Record<string, unknown> = {}): Promise<string> {
  const id = uuidv7()
  const names = Object.keys(columns)
  await owner.query(
    `insert into interaction (id, reference, kind, status, channel, subject, preview, search_text, anonymous, received_at,
      last_activity_at, language, open${names.map((name) => `, ${name}`).join('')})
      values ($1, $2, 'INQUIRY', 'ACKNOWLEDGED', 'WEBSITE', 'subject', 'preview', 'subject', true, now(), now(), 'en', true${names.map((_, index) => `, $${index + 3}`).join('')})`,
    [id, `W-${id}`, ...Object.values(columns)],
  )
  return id
}

const permissions = ['interaction.read', 'request.read', 'beneficiary.read']
const as = (staffId: string, more: Partial<Extract<Session, { actor: 'STAFF' }>> = {}): Session => ({
  ...{ actor: 'STAFF', staffId, scope: 'OWN', teamIds: [], permissions, ...more },
})

async function idsSeen(session: Session, text = 'select id from interaction'): Promise<string[]> {
  const { rows } = await database.as(session).pool.query<{ id: string }>(text)
  return rows.map(({ id }) => id)
}

describe('every table', () => {
  test('has forced row-level security and stands on the one page of policies', async () => {
    const { rows } = await owner.query<{ name: string; forced: boolean; policies: number }>(
      `select c.relname::text as name, c.relrowsecurity and c.relforcerowsecurity as forced,
        (select count(*)::int from pg_policy where polrelid = c.oid) as policies
        from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`,
    )
    expect(rows.filter(({ forced, policies }) => !forced || policies === 0)).toEqual([])
    expect(rows.map(({ name }) => name)).toEqual(tables.toSorted())
  })

  test.each(tables)('%s shows nothing in nobody’s name', async (table) => {
    const text = `select * from ${table} limit 1`
    const seen = await database.pool.query(text).then(
      ({ rows }) => rows,
      // What only the house may read is not even granted.
      ({ code }: { code: string }) => code,
    )
    expect([[], '42501']).toContainEqual(seen)
  })

  test.each(tables.filter((table) => table !== 'migration'))(
    '%s shows the house what is there',
    async (table) => {
      const text = `select count(*)::int as n from ${table}`
      const [all] = (await owner.query(text)).rows
      const [seen] = (await database.as(system).pool.query(text)).rows
      expect(seen).toEqual(all)
    },
  )

  test('that nobody put on the page gives nothing to anybody, the house included', async () => {
    await owner.query('create table forgotten as select 1 as n')
    await raiseWalls(owner)
    await expect(database.as(system).pool.query('select * from forgotten')).rejects.toMatchObject({
      code: '42501',
    })
    await expect(database.pool.query('select * from forgotten')).rejects.toMatchObject({ code: '42501' })
    await owner.query('drop table forgotten')
    await raiseWalls(owner)
  })
})

describe('what a member of staff sees of matters', () => {
  test('is their own, and what lies in their teams or in nobody’s', async () => {
    const [first = '', second = ''] = officers
    const free = await makeMatter()
    const ofTeam = await makeMatter({ team_id: teams[0] })
    const own = await idsSeen(as(first))
    expect(new Set(own)).toEqual(new Set([matterOf.get(first), free]))
    const inTeam = await idsSeen(as(first, { scope: 'TEAM', teamIds: [teams[0]] }))
    expect(inTeam).toContain(ofTeam)
    expect(inTeam).not.toContain(matterOf.get(second))
    const all = await idsSeen(as(first, { scope: 'ALL' }))
    expect(all).toHaveLength(Number((await owner.query('select count(*) as n from interaction')).rows[0]?.n))
  })

  test('is nothing without the permission, however far the scope reaches', async () => {
    expect(await idsSeen(as(officers[0] ?? '', { scope: 'ALL', permissions: ['beneficiary.read'] }))).toEqual(
      [],
    )
  })

  test('leaves out what only a circle needs to know', async () => {
    const [mine = '', theirs = '', stranger = ''] = officers
    const id = await makeMatter({ sensitivity: 'COUNSELLING', assignee_id: mine, circle: [theirs] })
    const text = `select id from interaction where id = '${id}'`
    const everywhere = { scope: 'ALL' as const }
    expect(await idsSeen(as(mine), text)).toEqual([id])
    expect(await idsSeen(as(theirs, everywhere), text)).toEqual([id])
    expect(await idsSeen(as(stranger, everywhere), text)).toEqual([])
    const lifted = { ...everywhere, permissions: [...permissions, 'sensitive.read'] }
    expect(await idsSeen(as(stranger, lifted), text)).toEqual([id])
  })

  test('is what they opened in an emergency, for as long as it runs, and for nobody else', async () => {
    const [me = '', other = ''] = officers
    const id = await makeMatter({ sensitivity: 'COUNSELLING', team_id: teams[2] })
    const text = `select id from interaction where id = '${id}'`
    const use = uuidv7()
    const may = { permissions: [...permissions, 'breakglass.use'] }
    expect(await idsSeen(as(me, may), text)).toEqual([])
    await owner.query(
      `insert into break_glass (id, staff_id, matter_type, matter_id, reference, at, until)
        values ($1, $2, 'INTERACTION', $3, 'W', now(), now() + interval '1 hour')`,
      [use, me, id],
    )
    expect(await idsSeen(as(me, may), text)).toEqual([id])
    expect(await idsSeen(as(me), text)).toEqual([])
    expect(await idsSeen(as(me, { permissions: ['breakglass.use'] }), text)).toEqual([])
    expect(await idsSeen(as(other, may), text)).toEqual([])
    expect(await idsSeen(as(other, may), 'select id from break_glass')).toEqual([])
    // Nobody but the house draws it out, or begins one.
    for (const forged of [
      `update break_glass set until = now() + interval '1 year' returning id`,
      `insert into break_glass (id, staff_id, matter_type, matter_id, reference, at, until)
        values (gen_random_uuid(), '${me}', 'INTERACTION', '${id}', 'W', now(), now()) returning id`,
    ])
      await expect(idsSeen(as(me, may), forged)).rejects.toMatchObject({ code: '42501' })
    await owner.query('update interaction set about_staff_id = $1 where id = $2', [me, id])
    expect(await idsSeen(as(me, may), text)).toEqual([])
    await owner.query('update interaction set about_staff_id = null where id = $1', [id])
    await owner.query('update break_glass set until = now() where id = $1', [use])
    expect(await idsSeen(as(me, may), text)).toEqual([])
    await owner.query(`update break_glass set until = now() + interval '1 hour' where id = $1`, [use])
    expect(await idsSeen(as(me, may), text)).toEqual([id])
    await owner.query(
      `insert into break_glass_end (id, break_glass_id, at, by_id) values (gen_random_uuid(), $1, now(), $2)`,
      [use, other],
    )
    expect(await idsSeen(as(me, may), text)).toEqual([])
  })

  test('is never a complaint about themselves, whatever they may do', async () => {
    const [me = ''] = officers
    const id = await makeMatter({
      sensitivity: 'STAFF_COMPLAINT',
      about_staff_id: me,
      assignee_id: me,
      circle: [me],
    })
    const text = `select id from interaction where id = '${id}'`
    const mighty = { scope: 'ALL' as const, permissions: [...permissions, 'sensitive.read'] }
    expect(await idsSeen(as(me, mighty), text)).toEqual([])
    expect(await idsSeen(as(officers[1] ?? '', mighty), text)).toEqual([id])
  })

  test('decides over its words, events, presence and invitations as well', async () => {
    const [mine = '', theirs = ''] = officers
    const id = matterOf.get(mine)
    await owner.query(
      `insert into entry (id, interaction_id, type, at, text, language) values ($1, $2, 'NOTE', now(), 'a note', 'en')`,
      [uuidv7(), id],
    )
    await owner.query(
      `insert into event (id, aggregate, aggregate_id, type, visibility, at) values ($1, 'interaction', $2, 'interaction.noted', 'STAFF', now())`,
      [uuidv7(), id],
    )
    await owner.query(
      `insert into presence (interaction_id, staff_id, state, at) values ($1, $2, 'VIEWING', now())`,
      [...[id, mine]],
    )
    await owner.query(
      `insert into survey_invitation (id, interaction_id, reference, at) values ($1, $2, 'W', now())`,
      [uuidv7(), id],
    )
    for (const text of [
      `select id from entry where interaction_id = '${id}'`,
      `select id from event where aggregate_id = '${id}'`,
      `select staff_id as id from presence where interaction_id = '${id}'`,
      `select id from survey_invitation where interaction_id = '${id}'`,
    ]) {
      const reach = { permissions: ['interaction.read'] }
      expect(await idsSeen(as(mine, reach), text), text).toHaveLength(1)
      expect(await idsSeen(as(theirs, reach), text), text).toEqual([])
      expect(await idsSeen({ actor: 'GUEST' }, text), text).toEqual([])
    }
    // Whoever holds the secret reads what is public, and of this nothing is.
    const holder: Session = { actor: 'GUEST', matterId: id }
    expect(await idsSeen(holder, 'select id from interaction')).toEqual([id])
    expect(await idsSeen(holder, 'select id from entry union all select id from event')).toEqual([])
  })
})

describe('masked eyes', () => {
  const masked = (more: Partial<Extract<Session, { actor: 'MASKED' }>> = {}): Session => ({
    ...{ actor: 'MASKED', staffId: officers[0] ?? '', scope: 'ALL', teamIds: [], permissions },
    ...more,
  })
  const people = personalTables.filter(([, { of }]) => of === 'BENEFICIARY').map(([name]) => name)

  test.each(people)('see no row of the table %s itself', async (table) => {
    const rows = await database
      .as(masked())
      .pool.query(`select 1 from public.${table}`)
      .then(
        (result) => result.rows,
        ({ code }: { code: string }) => code,
      )
    expect([[], '42501']).toContainEqual(rows)
  })

  test('see by the views the same rows as others, but no sensitive one, and nothing without the permission', async () => {
    const [mine = '', theirs = ''] = officers
    const hidden = await makeMatter({ sensitivity: 'COUNSELLING', assignee_id: mine, circle: [mine] })
    const open = new Set(await idsSeen(as(mine, { scope: 'ALL' })))
    open.delete(hidden)
    const sensitive = await owner.query<{ id: string }>(
      'select id from interaction where sensitivity is not null',
    )
    for (const { id } of sensitive.rows) open.delete(id)
    expect(new Set(await idsSeen(masked()))).toEqual(open)
    expect(await idsSeen(masked({ permissions: ['beneficiary.read'] }))).toEqual([])
    expect(await idsSeen(masked({ staffId: theirs, scope: 'OWN' }))).not.toContain(matterOf.get(mine))
  })

  test('write nothing, neither through a view nor past it', async () => {
    const { pool } = database.as(masked())
    for (const text of [
      `update interaction set status = 'CLOSED'`,
      `delete from masked.interaction`,
      `insert into beneficiary (id, number, name, name_folded, name_keys, kind, preferred_language, spoken_languages, since)
        values (gen_random_uuid(), 'B-x', 'x', 'x', '{}', 'INDIVIDUAL', 'en', '{en}', now())`,
      `insert into public.survey_response (id) values (gen_random_uuid())`,
    ])
      await expect(pool.query(text), text).rejects.toThrow()
    expect((await pool.query(`update public.interaction set subject = 'taken'`)).rowCount).toBe(0)
  })

  test('share connections and names of statements with others, and neither sees what the other is shown', async () => {
    const wrong: string[] = []
    const me = officers[0] ?? ''
    const text = 'select id, subject from interaction where assignee_id is not null limit 5'
    let turns = 0
    const asker = async () => {
      for (let turn = turns++; turn < 600; turn = turns++) {
        const blank = turn % 2 === 0
        const bound = database.as(blank ? masked() : as(me, { scope: 'ALL' }))
        // Acts look at the tables themselves, which show masked eyes nobody.
        const byOrm = turn % 5 === 0
        const rows = byOrm
          ? await bound.orm.em.fork().execute<{ subject: string }[]>(text)
          : (await bound.pool.query<{ subject: string }>({ text, ...(turn % 3 ? { name: 'shared' } : {}) }))
              .rows
        if (rows.length !== (byOrm && blank ? 0 : 5)) wrong.push(`${turn}`)
        if (rows.some(({ subject }) => (subject === '•••') !== blank)) wrong.push(`${turn}`)
      }
    }
    await Promise.all(Array.from({ length: 20 }, asker))
    expect(wrong).toEqual([])
    const path = await database.as({ actor: 'GUEST' }).pool.query('show search_path')
    expect(JSON.stringify(path.rows)).not.toContain('masked')
  })

  test('find views whose every column is a fact or a blank, in the type of its table', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `select t.table_name || '.' || t.column_name as name from information_schema.columns t
        left join information_schema.columns v on v.table_schema = 'masked' and v.table_name = t.table_name and v.column_name = t.column_name
        where t.table_schema = 'public' and t.table_name = any($1) and v.data_type is distinct from t.data_type`,
      [Object.keys(maskedFacts)],
    )
    expect(rows).toEqual([])
  })
})

describe('somebody outside', () => {
  const brought = (id: string, more = '') =>
    `insert into interaction (id, reference, kind, status, channel, subject, preview, search_text, anonymous, received_at,
      last_activity_at, language, open${more ? ', assignee_id' : ''})
      values ('${id}', 'G-${id}', 'INQUIRY', 'ACKNOWLEDGED', 'WEBSITE', 's', 'p', 's', true, now(), now(), 'en', true${more})`

  test('brings a matter, and gives it to nobody', async () => {
    const id = uuidv7()
    const { pool } = database.as({ actor: 'GUEST', matterId: id })
    await expect(pool.query(brought(id, `, '${officers[0]}'`))).rejects.toMatchObject({ code: '42501' })
    await pool.query(brought(id))
    await expect(pool.query(brought(uuidv7()))).rejects.toMatchObject({ code: '42501' })
  })

  test('alters and answers nothing but the matter that is held', async () => {
    const [first = '', second = ''] = officers
    const { pool } = database.as({ actor: 'GUEST', matterId: matterOf.get(first) })
    expect((await pool.query(`update interaction set subject = 'taken over'`)).rowCount).toBe(1)
    const words = (matter: string | undefined) =>
      pool.query(
        `insert into entry (id, interaction_id, type, at, text, language) values ($1, $2, 'FROM_BENEFICIARY', now(), 'words', 'en')`,
        [uuidv7(), matter],
      )
    await words(matterOf.get(first))
    await expect(words(matterOf.get(second))).rejects.toMatchObject({ code: '42501' })
  })

  test.each(['beneficiary', 'contact_point', 'consent', 'staff', 'team', 'survey_response'])(
    'reads nothing of %s',
    async (table) => {
      const seen = await database
        .as({ actor: 'GUEST' })
        .pool.query(`select 1 from ${table}`)
        .then(
          ({ rows }) => rows,
          ({ code }: { code: string }) => code,
        )
      expect([[], '42501']).toContainEqual(seen)
    },
  )
})

describe('attacks on the wall', () => {
  test.each([
    ['alter table interaction disable row level security'],
    ['alter table interaction no force row level security'],
    ['drop policy app_select on interaction'],
    ['create policy open on interaction using (true)'],
    ['truncate interaction cascade'],
    ['truncate event'],
    [`update event set type = 'interaction.forged'`],
    ['delete from event'],
    ['alter table event add column forged text'],
    ['drop table event'],
    [`alter role sila_app bypassrls`],
    [`alter role sila_app superuser`],
    ['create role friend superuser'],
    [`grant pg_read_all_data to sila_app`],
    [`copy interaction to program 'cat'`],
    [`select pg_read_file('PG_VERSION')`],
    ['create table public.mine (n int)'],
  ])('%s is refused', async (statement) => {
    const login = await loginAsApp()
    try {
      await expect(login.query(statement)).rejects.toMatchObject({ code: '42501' })
      await login.query('set role sila_house')
      await expect(login.query(statement)).rejects.toMatchObject({ code: '42501' })
    } finally {
      await leave(login)
    }
  })

  test('the login of the API becomes the owner by no way', async () => {
    const login = await loginAsApp()
    const { rows } = await owner.query<{ name: string }>('select current_user as name')
    try {
      for (const statement of [
        `set role "${rows[0]?.name}"`,
        `set session authorization "${rows[0]?.name}"`,
        'set local session_replication_role = replica',
      ])
        await expect(login.query(statement), statement).rejects.toMatchObject({ code: '42501' })
      await login.query('set row_security = off')
      await expect(login.query('select * from interaction')).rejects.toMatchObject({ code: '42501' })
    } finally {
      await leave(login)
    }
  })

  test('a value of a session is never SQL, and never another variable', async () => {
    const [me = ''] = officers
    const many = ['none', 'interaction.read","ALL'].join('","')
    const hostile = [
      many,
      `x', true), set_config('app.scope', 'ALL', true) --`,
      `ALL') or true --`,
      `{ALL,"interaction.read"}`,
      `\u0001'; set role sila_house; --`,
    ]
    for (const value of hostile) {
      const session = { actor: 'STAFF', staffId: me, scope: 'ALL', teamIds: [] } as const
      expect(await idsSeen({ ...session, permissions: [value] }).catch(() => [])).toEqual([])
      expect(await idsSeen({ actor: 'GUEST', matterId: value }).catch(() => [])).toEqual([])
      expect(await idsSeen(as(value, { permissions: ['none'] })).catch(() => [])).toEqual([])
    }
  })
})

describe('sessions on a pool of two', () => {
  test('a thousand interleaved questions of twenty people are each answered in the asker’s name', async () => {
    const { rows } = await owner.query<{ id: string; assignee: string }>(
      'select id, assignee_id as assignee from interaction where assignee_id is not null',
    )
    const owners = new Map(rows.map(({ id, assignee }) => [id, assignee]))
    const wrong: string[] = []
    let turns = 0
    const asker = async () => {
      for (let turn = turns++; turn < 1000; turn = turns++) {
        const me = officers[turn % officers.length] ?? ''
        const bound = database.as(as(me))
        const text = 'select id from interaction where assignee_id is not null'
        // Some are prepared and shared by all, some are asked through the ORM.
        const rows =
          turn % 5 === 0
            ? await bound.orm.em.fork().execute<{ id: string }[]>(text)
            : (await bound.pool.query<{ id: string }>({ text, ...(turn % 3 === 0 ? { name: 'own' } : {}) }))
                .rows
        if (rows.length === 0 || rows.some(({ id }) => owners.get(id) !== me)) wrong.push(me)
      }
    }
    await Promise.all(Array.from({ length: 50 }, asker))
    expect(turns).toBeGreaterThanOrEqual(1000)
    expect(wrong).toEqual([])
    expect((await database.pool.query('select id from interaction')).rows).toEqual([])
  })

  test('what failed leaves nothing of its session behind', async () => {
    const [me = ''] = officers
    for (const text of ['select 1/0', 'select from nowhere', `select 'x'::uuid`]) {
      await expect(database.as(as(me, { scope: 'ALL' })).pool.query(text)).rejects.toThrow()
      await expect(database.as(system).pool.query(text)).rejects.toThrow()
    }
    expect((await database.pool.query('select id from interaction')).rows).toEqual([])
    expect((await database.pool.query('select current_user as name')).rows).toEqual([{ name: 'sila_app' }])
  })

  test('a transaction that is rolled back, committed or left open holds its session no longer', async () => {
    const [me = ''] = officers
    for (const end of ['rollback', 'commit', undefined]) {
      const client = await database.as(as(me, { scope: 'ALL' })).pool.connect()
      await client.query('begin')
      expect((await client.query('select id from interaction')).rows.length).toBeGreaterThan(10)
      if (end) await client.query(end)
      client.release()
      const none = await database.as({ actor: 'GUEST' }).pool.query('select id from interaction')
      expect(none.rows).toEqual([])
    }
    for (let again = 0; again < 4; again++) expect(await idsSeen({ actor: 'GUEST' })).toEqual([])
  })

  test('a connection that is killed in the middle takes its session with it', async () => {
    const [me = ''] = officers
    const { pool } = database.as(as(me, { scope: 'ALL' }))
    const sleeping = Promise.allSettled([
      pool.query('select pg_sleep(30)'),
      pool.query('select pg_sleep(30)'),
    ])
    const name = new URL(url).pathname.slice(1)
    let killed = 0
    while (killed < 2) {
      const { rows } = await owner.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and query like '%pg_sleep%' and pid <> pg_backend_pid() and state = 'active'`,
        [name],
      )
      killed += rows.length
    }
    expect((await sleeping).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(await idsSeen({ actor: 'GUEST' })).toEqual([])
    expect(await idsSeen(as(me))).toContain(matterOf.get(me))
  })

  test('a transaction that somebody left in nobody’s care is not gone on with', async () => {
    const left = await database.pool.connect()
    await left.query('begin')
    await left.query(`select set_config('app.actor', 'STAFF', true)`)
    left.release()
    const { rows } = await database
      .as({ actor: 'GUEST' })
      .pool.query(`select current_setting('app.actor') as actor`)
    expect(rows).toEqual([{ actor: 'GUEST' }])
  })
})

describe('whoever only reads, as a program by its key does', () => {
  const refused = { code: '25006' }
  const mighty = ['interaction.read', 'policy.edit', 'explorer.use']
  const sessions: [string, () => Session][] = [
    ['a colleague', () => as(officers[0] ?? '', { scope: 'ALL', permissions: mighty, readsOnly: true })],
    [
      'masked eyes',
      () => ({
        ...{ actor: 'MASKED', staffId: officers[0] ?? '', scope: 'ALL', teamIds: [] },
        ...{ permissions: mighty, readsOnly: true },
      }),
    ],
    ['the house for them', () => ({ ...system, readsOnly: true })],
  ]
  const write = `update public.association set epoch = gen_random_uuid()`

  test.each(sessions)('writes nothing: %s', async (_name, session) => {
    const bound = database.as(session())
    const before = (await owner.query('select epoch from association')).rows
    await expect(bound.pool.query(write)).rejects.toMatchObject(refused)
    await expect(bound.orm.em.fork().execute(write)).rejects.toMatchObject(refused)
    await expect(
      bound.orm.em.fork().transactional((em) => em.execute(write)),
      'in a transaction of an act',
    ).rejects.toMatchObject(refused)
    await expect(bound.pool.query(`select nextval('reference_q')`)).rejects.toMatchObject(refused)
    expect((await owner.query('select epoch from association')).rows).toEqual(before)
  })

  test.each(sessions)('finds no way back to writing: %s', async (_name, session) => {
    for (const way of [
      ['set transaction read write'],
      [`select set_config('transaction_read_only', 'off', true)`],
      ['savepoint before', 'set transaction read write'],
      ['set local role sila_house', write],
    ]) {
      const client = await database.as(session()).pool.connect()
      await client.query('begin')
      const tried = (async () => {
        for (const statement of way) await client.query(statement)
      })()
      await expect(tried, way.join('; ')).rejects.toMatchObject({
        code: expect.stringMatching(/^(25001|25006)$/),
      })
      client.release(true)
    }
    await expect(database.as(session()).pool.query('begin read write')).rejects.toMatchObject({
      code: '25001',
    })
  })

  test('leaves the connection to whoever writes after them', async () => {
    const [me = ''] = officers
    let turns = 0
    const asker = async () => {
      for (let turn = turns++; turn < 300; turn = turns++) {
        const readsOnly = turn % 2 === 0
        const bound = database.as(as(me, { scope: 'ALL', permissions: mighty, readsOnly }))
        const done =
          turn % 3 === 0
            ? bound.orm.em.fork().execute(write)
            : bound.pool.query({ text: write, ...(turn % 5 ? { name: 'written' } : {}) })
        if (readsOnly) await expect(done).rejects.toMatchObject(refused)
        else await done
      }
    }
    await Promise.all(Array.from({ length: 10 }, asker))
    expect(turns).toBeGreaterThanOrEqual(300)
  })
})

describe('an act', () => {
  test('may move a matter out of the reach of whoever does it', async () => {
    const salem = await api.as('salem')
    const id = await makeMatter()
    const { data, errors } = await salem.ask(
      `mutation ($id: ID!, $input: InteractionAssignInput!) { interactionAssign(id: $id, input: $input) { interaction { id } problems { code } } }`,
      { id, input: { clientMutationId: key(), expectedVersion: 1, teamId: teams[2] } },
    )
    expect(errors).toBeUndefined()
    expect(data.interactionAssign).toEqual({ interaction: null, problems: [] })
    const [row] = await api.sql('select team_id from interaction where id = $1', [id])
    expect(row).toEqual({ team_id: teams[2] })
  })
})

describe('an owner who may not make roles', () => {
  test('is told what an administrator runs', async () => {
    const name = `spec_owner_${randomUUID().slice(0, 8)}`
    await owner.query(`create role ${name}`)
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(`set role ${name}`)
    await expect(ensureRoles(client)).rejects.toThrow(`grant sila_house to "${name}" with inherit true`)
    await client.end()
    await owner.query(`drop role ${name}`)
  })
})

const logins: string[] = []

/** A login of its own that is the app role and nothing else, as an association may give the API. */
async function loginAsApp(): Promise<pg.Client> {
  const name = `spec_login_${randomUUID().replaceAll('-', '')}`
  const password = randomUUID()
  await owner.query(`create role ${name} login password '${password}' in role sila_app`)
  logins.push(name)
  const address = new URL(url)
  address.username = name
  address.password = password
  const client = new pg.Client({ connectionString: address.href })
  await client.connect()
  return client
}

async function leave(client: pg.Client) {
  await client.end()
  for (const name of logins.splice(0)) await owner.query(`drop role ${name}`)
}

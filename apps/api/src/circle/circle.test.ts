import { v7 as uuidv7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { rotateKeys } from '../privacy/person-key.ts'
import { makeSeals } from '../keys/seal.ts'
import { key, useApi } from '../testing/api.ts'
import type { StaffName } from '../testing/people.ts'

const api = useApi()
const team = uuidv7()
const elsewhere = uuidv7()

beforeAll(async () => {
  const [department, other] = [uuidv7(), uuidv7()]
  for (const id of [department, other])
    await api.sql(`insert into department (id, name) values ($1, '{"en":"A department"}')`, [id])
  for (const [id, of] of [
    [team, department],
    [elsewhere, other],
  ])
    await api.sql(
      `insert into team (id, name, languages, department_id) values ($1, '{"en":"A team"}', '{en}', $2)`,
      [id, of],
    )
  await api.sql('update staff set team_id = $1', [team])
  await api.sql('update staff set team_id = $1 where id = $2', [elsewhere, api.idOf('admin')])
  await api.sql(`update staff set role = 'DIRECTOR' where id = $1`, [api.idOf('huda')])
  api.house.directory.forget()
})

type Table = 'interaction' | 'request'
let serial = 0

async function place(table: Table, assignee?: StaffName): Promise<string> {
  const id = uuidv7()
  serial += 1
  const shared = [id, `C-${serial}`, assignee ? api.idOf(assignee) : null, team]
  if (table === 'interaction')
    await api.sql(
      `insert into interaction (id, reference, kind, status, channel, subject, preview, search_text, anonymous, received_at,
        last_activity_at, language, open, assignee_id, team_id)
        values ($1, $2, 'COMPLAINT', 'ASSIGNED', 'WEBSITE', 'a subject', 'a preview', 'a subject', true, now(), now(), 'en', true, $3, $4)`,
      shared,
    )
  else
    await api.sql(
      `insert into request (id, reference, service_key, status, open, version, form_version, answers, language, submitted_at,
        last_activity_at, search_text, assignee_id, team_id)
        values ($1, $2, 'course', 'IN_REVIEW', true, 1, 1, '{}', 'en', now(), now(), 'a', $3, $4)`,
      shared,
    )
  return id
}

const ids = (...names: StaffName[]) => names.map((name) => api.idOf(name))
const fields = `id version assignee { id } sensitivity circle { id } aboutStaff { id } canProtect canShield entries(first: 50) { nodes { type text event detail } }`

async function protect(who: StaffName, table: Table, id: string, input: object) {
  const name = `${table}Protect`
  const { data, errors } = await (
    await api.as(who)
  ).ask(
    `mutation ($id: ID!, $input: MatterProtectInput!) { ${name}(id: $id, input: $input) { ${table} { ${fields} } problems { field code } } }`,
    { id, input: { clientMutationId: key(), expectedVersion: 1, circle: [], ...input } },
  )
  return errors
    ? { refused: errors[0]?.extensions?.['code'] }
    : { matter: data[name][table], problems: data[name].problems }
}

async function shield(who: StaffName, table: Table, id: string, input: object) {
  const name = `${table}Shield`
  const { data, errors } = await (
    await api.as(who)
  ).ask(
    `mutation ($id: ID!, $input: MatterShieldInput!) { ${name}(id: $id, input: $input) { ${table} { ${fields} } problems { field code } } }`,
    { id, input: { clientMutationId: key(), expectedVersion: 1, ...input } },
  )
  return errors
    ? { refused: errors[0]?.extensions?.['code'] }
    : { matter: data[name][table], problems: data[name].problems }
}

const look = async (who: StaffName, table: Table, id: string) =>
  (await (await api.as(who)).ask(`query ($id: ID!) { ${table}(id: $id) { ${fields} } }`, { id })).data[table]

describe.each(['interaction', 'request'] as const)('the circle of one %s', (table) => {
  test('is drawn by whoever may, who stands in it too; outside of it nobody sees the matter', async () => {
    const id = await place(table)
    expect(await look('hind', table, id)).toMatchObject({ sensitivity: null, circle: [], canProtect: false })
    const { matter, problems } = await protect('khalid', table, id, {
      ...{ sensitivity: 'COUNSELLING', circle: ids('salem') },
    })
    expect(problems).toEqual([])
    expect(matter).toMatchObject({ sensitivity: 'COUNSELLING', canProtect: true, version: 2 })
    expect(matter.circle.map((one: { id: string }) => one.id)).toEqual(ids('salem', 'khalid'))
    expect(await look('salem', table, id)).toMatchObject({ sensitivity: 'COUNSELLING', canProtect: false })
    expect(await look('hind', table, id)).toBeNull()
    expect(await look('huda', table, id)).toMatchObject({ sensitivity: 'COUNSELLING' })
  })

  test('lets whoever draws it stand outside when they say so, and is lifted by whoever is inside', async () => {
    const id = await place(table)
    const gone = await protect('khalid', table, id, {
      ...{ sensitivity: 'NEW_MUSLIM', circle: ids('salem'), withoutMe: true },
    })
    expect(gone).toEqual({ matter: null, problems: [] })
    expect(await protect('khalid', table, id, { expectedVersion: 2 })).toEqual({ refused: 'NOT_FOUND' })
    const lifted = await protect('huda', table, id, {
      expectedVersion: 2,
      sensitivity: null,
      circle: ids('salem'),
    })
    expect(lifted.matter).toMatchObject({ sensitivity: null, circle: [], aboutStaff: null })
    expect(await look('hind', table, id)).not.toBeNull()
  })

  test('takes a complaint off whom it is about, and gives it back to them never', async () => {
    const id = await place(table, 'salem')
    const { matter } = await protect('khalid', table, id, {
      ...{ sensitivity: 'STAFF_COMPLAINT', circle: ids('hind'), aboutStaffId: api.idOf('salem') },
    })
    expect(matter).toMatchObject({ assignee: null, aboutStaff: { id: api.idOf('salem') } })
    expect(await look('salem', table, id)).toBeNull()
    const assigned = await (
      await api.as('khalid')
    ).ask(
      `mutation ($id: ID!, $input: InteractionAssignInput!) { ${table}Assign(id: $id, input: $input) { problems { code } } }`,
      { id, input: { clientMutationId: key(), expectedVersion: 2, assigneeId: api.idOf('salem') } },
    )
    expect(assigned.data[`${table}Assign`].problems).toEqual([{ code: 'ASSIGNEE_ACCUSED' }])
  })

  test('is refused where it holds whom it is about, nobody who works here, or whoever would see nothing by it', async () => {
    const id = await place(table)
    const codeOf = async (input: object) => (await protect('khalid', table, id, input)).problems[0]?.code
    const complaint = { sensitivity: 'STAFF_COMPLAINT', aboutStaffId: api.idOf('salem') }
    expect(await codeOf({ ...complaint, circle: ids('hind', 'salem') })).toBe('CIRCLE_HAS_ACCUSED')
    expect(await codeOf({ ...complaint, aboutStaffId: api.idOf('khalid') })).toBe('CIRCLE_HAS_ACCUSED')
    expect(await codeOf({ ...complaint, sensitivity: 'COUNSELLING' })).toBe('CHOICE_UNKNOWN')
    expect(await codeOf({ sensitivity: 'COUNSELLING', circle: [uuidv7()] })).toBe('ASSIGNEE_UNKNOWN')
    expect(await codeOf({ sensitivity: 'COUNSELLING', circle: ['nobody'] })).toBe('ASSIGNEE_UNKNOWN')
    const many = Array.from({ length: 40 }, () => uuidv7())
    expect(await codeOf({ sensitivity: 'COUNSELLING', circle: many })).toBe('TOO_MANY_CHOICES')
    // Dalal keeps the register of processing, and reads no matters.
    expect(await codeOf({ sensitivity: 'COUNSELLING', circle: ids('dalal') })).toBe('CIRCLE_BLIND')
    await api.sql(`update staff set active = false where id = $1`, [api.idOf('huda')])
    api.house.directory.forget()
    expect(await codeOf({ sensitivity: 'COUNSELLING', withoutMe: true })).toBe('CIRCLE_EMPTY')
    await api.sql(`update staff set active = true where id = $1`, [api.idOf('huda')])
    api.house.directory.forget()
    expect(await look('hind', table, id)).toMatchObject({ sensitivity: null, version: 1 })
  })

  test('is closed by whoever meets the matter first, for their supervisor to draw; and opened by them never', async () => {
    const id = await place(table)
    expect(await look('salem', table, id)).toMatchObject({ canShield: true, canProtect: false })
    const { matter, problems } = await shield('salem', table, id, { sensitivity: 'COUNSELLING' })
    expect(problems).toEqual([])
    expect(matter).toMatchObject({ sensitivity: 'COUNSELLING', canShield: false, canProtect: false })
    expect(matter.circle.map((one: { id: string }) => one.id)).toEqual(ids('khalid', 'salem'))
    expect(await look('hind', table, id)).toBeNull()
    // Neither again, nor back, nor wider.
    for (const [again, input] of [
      [shield, { sensitivity: 'NEW_MUSLIM' }],
      [protect, { sensitivity: null }],
      [protect, { sensitivity: 'COUNSELLING', circle: ids('hind') }],
    ] as const)
      expect(await again('salem', table, id, { expectedVersion: 2, ...input })).toEqual({
        refused: 'FORBIDDEN',
      })
    const drawn = await protect('khalid', table, id, {
      ...{ expectedVersion: 2, sensitivity: 'COUNSELLING', circle: ids('hind') },
    })
    expect(drawn.problems).toEqual([])
    expect(await look('salem', table, id)).toBeNull()
    const lifted = await protect('khalid', table, id, { expectedVersion: 3, sensitivity: null })
    expect(lifted.matter).toMatchObject({ sensitivity: null, circle: [] })
    expect(await look('salem', table, id)).not.toBeNull()
  })

  test('is closed by a receptionist too, who need not know of it any more', async () => {
    await api.sql(`update staff set role = 'RECEPTIONIST' where id = $1`, [api.idOf('hind')])
    api.house.directory.forget()
    const id = await place(table)
    const gone = await shield('hind', table, id, { sensitivity: 'NEW_MUSLIM', withoutMe: true })
    expect(gone).toEqual({ matter: null, problems: [] })
    expect(await look('hind', table, id)).toBeNull()
    expect(await shield('hind', table, id, { sensitivity: 'COUNSELLING', expectedVersion: 2 })).toEqual({
      refused: 'NOT_FOUND',
    })
    expect((await look('khalid', table, id)).circle).toEqual(ids('khalid').map((one) => ({ id: one })))
    await api.sql(`update staff set role = 'OFFICER' where id = $1`, [api.idOf('hind')])
    api.house.directory.forget()
  })

  test('is closed to whom it complains of, whoever closes it, and never hidden from those who decide', async () => {
    const own = await place(table, 'salem')
    const about = (name: StaffName) => ({ sensitivity: 'STAFF_COMPLAINT', aboutStaffId: api.idOf(name) })
    // The accused closes it against themselves, or not at all.
    expect((await shield('salem', table, own, about('salem'))).problems[0].code).toBe('CIRCLE_HAS_ACCUSED')
    const left = await shield('salem', table, own, { ...about('salem'), withoutMe: true })
    expect(left).toEqual({ matter: null, problems: [] })
    expect(await look('khalid', table, own)).toMatchObject({ assignee: null })
    // Of the supervisor: those above decide, and the supervisor sees it no more.
    const above = await place(table)
    const { matter } = await shield('salem', table, above, about('khalid'))
    expect(matter.circle.map((one: { id: string }) => one.id)).not.toContain(api.idOf('khalid'))
    expect(await look('khalid', table, above)).toBeNull()
    expect(await look('huda', table, above)).toMatchObject({ sensitivity: 'STAFF_COMPLAINT' })
    // Where nobody decides, nothing is hidden.
    const id = await place(table)
    await api.sql(`update staff set active = false where id = any($1)`, [ids('khalid', 'huda', 'admin')])
    api.house.directory.forget()
    expect((await shield('salem', table, id, { sensitivity: 'COUNSELLING' })).problems).toEqual([
      { field: 'sensitivity', code: 'CIRCLE_EMPTY' },
    ])
    await api.sql(`update staff set active = true`)
    api.house.directory.forget()
    expect(await look('hind', table, id)).toMatchObject({ sensitivity: null, version: 1 })
  })

  test('is drawn by nobody who may not', async () => {
    const id = await place(table)
    expect(await protect('salem', table, id, { sensitivity: 'COUNSELLING' })).toEqual({
      refused: 'FORBIDDEN',
    })
  })

  test('takes the matter from live screens outside of it at once, and tells others nothing', async () => {
    const id = await place(table)
    const far = await place(table)
    await api.sql(`update ${table} set team_id = $1 where id = $2`, [elsewhere, far])
    const watched = `subscription { ${table}Feed { event gone ${table} { id sensitivity } } }`
    const hind = (await api.as('hind')).watch(watched)
    const salem = (await api.as('salem')).watch(watched)
    const told = async (watch: typeof hind) => (await watch.next()).data[`${table}Feed`]
    for (const watch of [hind, salem]) await told(watch)
    // What was done before may come late.
    const toldOf = async (watch: typeof hind, matter: string) => {
      for (;;) {
        const item = await told(watch)
        if (item.gone === matter || item[table]?.id === matter) return item
      }
    }
    await protect('khalid', table, id, { sensitivity: 'COUNSELLING', circle: ids('salem') })
    expect(await toldOf(hind, id)).toEqual({ event: null, gone: id, [table]: null })
    expect(await toldOf(salem, id)).toEqual({
      ...{ event: `${table}.protected`, gone: null },
      [table]: { id, sensitivity: 'COUNSELLING' },
    })
    await protect('huda', table, far, { sensitivity: 'COUNSELLING' })
    expect(await told(hind)).toEqual({ event: null, gone: null, [table]: null })
    hind.stop()
    salem.stop()
  })
})

describe('words among staff about a sensitive matter', () => {
  const secret = 'A word that nobody else may read'
  const note = async (who: StaffName, table: Table, id: string, text: string) =>
    (await api.as(who)).ask(
      `mutation ($id: ID!, $input: InteractionNoteInput!) { ${table}Note(id: $id, input: $input) { problems { code } } }`,
      { id, input: { clientMutationId: key(), text } },
    )
  /** Everything of the tables that a dump would hold, but for the rows of the spec's own database server. */
  async function dump(): Promise<string> {
    const tables = await api.sql<{ name: string }>(
      `select table_schema || '.' || quote_ident(table_name) as name from information_schema.tables
        where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`,
    )
    const all = await Promise.all(
      tables.map(({ name }) => api.sql(`select to_jsonb(t)::text as row from ${name} t`)),
    )
    return all
      .flat()
      .map(({ row }) => row)
      .join('\n')
  }
  const textsOf = (matter: any) =>
    matter.entries.nodes.filter(({ type }: any) => type === 'NOTE').map(({ text }: any) => text)

  test.each([
    ['interaction', true],
    ['interaction', false],
    ['request', true],
    ['request', false],
  ] as const)('of an %s, its person known: %s, lie sealed, those of before too', async (table, known) => {
    const id = await place(table)
    const person = uuidv7()
    if (known) {
      await api.sql(
        `insert into beneficiary (id, number, name, name_folded, name_keys, kind, preferred_language, spoken_languages, since)
          values ($1, 'B-' || $2::text, 'Invented Person', 'invented', '{}', 'INDIVIDUAL', 'en', '{en}', now())`,
        [person, (serial += 1)],
      )
      await api.sql(`update ${table} set beneficiary_id = $1 where id = $2`, [person, id])
    }
    await note('khalid', table, id, `${secret} before`)
    expect(await dump()).toContain(`${secret} before`)
    const { matter } = await protect('khalid', table, id, { expectedVersion: 2, sensitivity: 'COUNSELLING' })
    expect(textsOf(matter)).toEqual([`${secret} before`])
    await note('khalid', table, id, `${secret} after`)
    const all = await dump()
    expect(all).not.toContain(secret)
    expect(all).not.toContain(Buffer.from(secret).toString('hex'))
    expect(textsOf(await look('khalid', table, id))).toEqual([`${secret} before`, `${secret} after`])
    expect(await look('hind', table, id)).toBeNull()

    const moved = makeSeals('a secret of the house that is long enough', [
      'a new master key that is long enough too',
    ])
    await expect(rotateKeys(api.house.database.pool, moved)).rejects.toThrow('SILA_MASTER_KEY_BEFORE')
    // Where the key is gone, the words are gone, and the thread still opens.
    await api.sql(`delete from ${known ? 'person_key' : 'matter_key'}`)
    expect(textsOf(await look('khalid', table, id))).toEqual([null, null])
  })

  test('stay sealed when the circle is lifted, and are read by everybody whose work it is', async () => {
    const id = await place('interaction')
    await note('khalid', 'interaction', id, secret)
    await protect('khalid', 'interaction', id, { expectedVersion: 2, sensitivity: 'COUNSELLING' })
    await protect('khalid', 'interaction', id, { expectedVersion: 3, sensitivity: null })
    expect(textsOf(await look('hind', 'interaction', id))).toEqual([secret])
    expect(await dump()).not.toContain(secret)
  })

  test('that say why something is put away stand in a note, not in what happened', async () => {
    const id = await place('interaction')
    await protect('khalid', 'interaction', id, { sensitivity: 'COUNSELLING' })
    const { data } = await (
      await api.as('khalid')
    ).ask(
      `mutation ($id: ID!, $input: InteractionActInput!) { interactionMarkSpam(id: $id, input: $input) { interaction { ${fields} } problems { code } } }`,
      { id, input: { clientMutationId: key(), expectedVersion: 2, reason: secret } },
    )
    expect(data.interactionMarkSpam.problems).toEqual([])
    expect(textsOf(data.interactionMarkSpam.interaction)).toEqual([secret])
    expect(await dump()).not.toContain(secret)
  })
})

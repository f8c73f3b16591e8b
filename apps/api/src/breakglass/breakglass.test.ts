import { v7 as uuidv7 } from 'uuid'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeReference } from '@sila/domain/reference'
import { key, useApi } from '../testing/api.ts'
import type { Speaker } from '../testing/api.ts'
import { people } from '../testing/people.ts'
import type { StaffName } from '../testing/people.ts'
import { givePasskey } from '../testing/passkey.ts'
import { becomeKnown } from '../testing/proving.ts'
import { pdf, sendWhole } from '../testing/uploads.ts'
import { codeFor, visitor } from '../testing/visitor.ts'
import type { Visitor } from '../testing/visitor.ts'

const api = useApi()
const demanding = useApi({ SILA_SECOND_FACTOR: '1' })

const reason = 'A life may be in danger and nobody of the circle answers.'
const open = `mutation ($input: BreakGlassOpenInput!) { breakGlassOpen(input: $input) { opening { id matterId matterType reference until } problems { field code } } }`
const end = `mutation ($id: ID!, $key: String!) { breakGlassEnd(id: $id, input: { clientMutationId: $key }) { problems { code } } }`
let serial = 4000
type Placed = { id: string; reference: string; person: string }

async function place(
  table: 'interaction' | 'request',
  where: typeof api,
  facts: Record<string, unknown> = {},
): Promise<Placed> {
  const [id, person] = [uuidv7(), uuidv7()]
  const reference = makeReference(table === 'request' ? 'R' : 'Q', (serial += 1))
  await where.sql(
    `insert into beneficiary (id, number, name, name_folded, name_keys, kind, preferred_language, spoken_languages, since)
      values ($1, $2, 'Invented Person', 'invented', '{}', 'INDIVIDUAL', 'en', '{en}', now())`,
    [person, `B-${serial}`],
  )
  const columns = { sensitivity: 'COUNSELLING', beneficiary_id: person, ...facts }
  const names = Object.keys(columns)
    .map((name) => `, ${name}`)
    .join('')
  const values = Object.keys(columns)
    .map((_, index) => `, $${index + 3}`)
    .join('')
  await where.sql(
    table === 'interaction'
      ? `insert into interaction (id, reference, kind, status, channel, subject, preview, search_text, anonymous, received_at,
          last_activity_at, language, open${names})
          values ($1, $2, 'INQUIRY', 'ACKNOWLEDGED', 'WEBSITE', 'undisclosed', 'p', 'undisclosed', false, now(), now(), 'en', true${values})`
      : `insert into request (id, reference, service_key, status, open, version, form_version, answers, language, submitted_at,
          last_activity_at, search_text${names}) values ($1, $2, 'course', 'IN_REVIEW', true, 1, 1, '{}', 'en', now(), now(), 'a'${values})`,
    [id, reference, ...Object.values(columns)],
  )
  return { id, reference, person }
}

const password = (name: StaffName) => people[name].password
async function openAs(who: Pick<Speaker, 'ask'>, reference: string, proof: object, more: object = {}) {
  const input = { clientMutationId: key(), reference, reason, ...proof, ...more }
  const { data, errors } = await who.ask(open, { input })
  if (errors) throw new Error(JSON.stringify(errors))
  const { opening, problems } = data.breakGlassOpen
  return { opening, codes: problems.map(({ code }: { code: string }) => code) }
}
const khalidOpens = async ({ reference }: Placed) =>
  openAs(await api.as('khalid'), reference, { password: password('khalid') })

const sees = async (who: StaffName, table: 'interaction' | 'request', id: string) =>
  Boolean(
    (await (await api.as(who)).ask(`query ($id: ID!) { ${table}(id: $id) { id } }`, { id })).data[table],
  )
const listed = async (who: StaffName, table: 'interactions' | 'requests') =>
  (await (await api.as(who)).ask(`{ ${table}(first: 100) { nodes { id } } }`)).data[table].nodes.map(
    ({ id }: { id: string }) => id,
  )
/** As if the hour were over. */
const expire = (id: string) => api.sql(`update break_glass set until = now() where id = $1`, [id])

beforeAll(async () => {
  await api.sql('update staff set team_id = (select id from team limit 1)')
  api.house.directory.forget()
})
beforeEach(() => api.sql('delete from auth_attempt'))

describe('break-glass', () => {
  test.each(['interaction', 'request'] as const)(
    'opens one %s: for whoever opened it, in looks, lists, counts and search',
    async (table) => {
      const placed = await place(table, api)
      const other = await place(table, api)
      const plural = `${table}s` as const
      const counts = async () =>
        (await (await api.as('khalid')).ask('{ inboxCounts { all requests } }')).data.inboxCounts
      const before = await counts()
      expect(await sees('khalid', table, placed.id)).toBe(false)
      const { opening, codes } = await khalidOpens(placed)
      expect(codes).toEqual([])
      expect(opening).toMatchObject({
        matterId: placed.id,
        reference: placed.reference,
        matterType: table.toUpperCase(),
      })
      expect(new Date(opening.until).getTime() - Date.now()).toBeGreaterThan(59 * 60_000)
      expect(await sees('khalid', table, placed.id)).toBe(true)
      expect(await sees('hind', table, placed.id)).toBe(false)
      expect(await listed('khalid', plural)).toContain(placed.id)
      expect(await listed('khalid', plural)).not.toContain(other.id)
      const name = table === 'interaction' ? 'all' : 'requests'
      expect((await counts())[name]).toBe(before[name] + 1)
      const { data } = await (
        await api.as('khalid')
      ).ask(
        `query ($id: ID!) { breakGlassOpenings { id } ${table}(id: $id) { openUntil canProtect acts } }`,
        { id: placed.id },
      )
      expect(data.breakGlassOpenings).toContainEqual({ id: opening.id })
      expect(data[table]).toEqual({ openUntil: opening.until, canProtect: false, acts: [] })
    },
  )

  test('lets whoever opened it write down what they did, and nothing by which an hour would become for ever', async () => {
    const placed = await place('interaction', api)
    await khalidOpens(placed)
    const khalid = await api.as('khalid')
    const note = await khalid.ask(
      `mutation ($id: ID!, $input: InteractionNoteInput!) { interactionNote(id: $id, input: $input) { interaction { id } problems { code } } }`,
      { id: placed.id, input: { clientMutationId: key(), text: 'Called them, and their family.' } },
    )
    expect(note.data.interactionNote).toEqual({ interaction: { id: placed.id }, problems: [] })
    const acts = [
      ['Take', 'InteractionActInput', {}],
      ['Assign', 'InteractionAssignInput', { assigneeId: api.idOf('khalid') }],
      ['Protect', 'MatterProtectInput', { sensitivity: 'COUNSELLING', circle: [api.idOf('khalid')] }],
      ['Answer', 'InteractionAnswerInput', { text: 'An answer.', language: 'en' }],
    ] as const
    for (const [act, type, more] of acts) {
      const { errors } = await khalid.ask(
        `mutation ($id: ID!, $input: ${type}!) { interaction${act}(id: $id, input: $input) { problems { code } } }`,
        { id: placed.id, input: { clientMutationId: key(), expectedVersion: 2, ...more } },
      )
      expect(errors?.[0]?.extensions?.['code'], act).toBe('FORBIDDEN')
    }
  })

  test('of a request lets them write down what they did, and nothing else', async () => {
    const placed = await place('request', api)
    await khalidOpens(placed)
    const khalid = await api.as('khalid')
    const act = (name: string, type: string, more: object) =>
      khalid.ask(
        `mutation ($id: ID!, $input: ${type}!) { request${name}(id: $id, input: $input) { request { id } problems { code } } }`,
        { id: placed.id, input: { clientMutationId: key(), ...more } },
      )
    const note = await act('Note', 'InteractionNoteInput', { text: 'Called them; they are safe.' })
    expect(note.data.requestNote).toEqual({ request: { id: placed.id }, problems: [] })
    const acts = [
      ['Assign', 'InteractionAssignInput', { assigneeId: api.idOf('khalid') }],
      ['Protect', 'MatterProtectInput', { sensitivity: null, circle: [] }],
      ['Shield', 'MatterShieldInput', { sensitivity: 'COUNSELLING' }],
      ['Approve', 'RequestActInput', {}],
      ['AskInfo', 'RequestAskInfoInput', { text: 'Which day?', items: ['A day'] }],
    ] as const
    for (const [name, type, more] of acts) {
      const { errors } = await act(name, type, { expectedVersion: 2, ...more })
      expect(errors?.[0]?.extensions?.['code'], name).toBe('FORBIDDEN')
    }
  })

  test('is told to the privacy officer at once: live, on the desk, and by e-mail that names nobody', async () => {
    const dalal = await api.as('dalal')
    const placed = await place('interaction', api)
    const live = dalal.watch(
      `subscription { breakGlassFeed { use { reference open reason staff { name } endedBy { name } } } }`,
    )
    await live.next()
    await api.sql('delete from outbox')
    const { opening } = await khalidOpens(placed)
    const use = {
      reference: placed.reference,
      open: true,
      reason,
      staff: { name: people.khalid.name },
      endedBy: null,
    }
    expect((await live.next()).data.breakGlassFeed.use).toEqual(use)
    const [mail, ...more] = await api.sql('select to_jsonb(o)::text as row, address, template from outbox o')
    expect(more).toEqual([])
    expect(mail).toMatchObject({ address: people.dalal.email, template: 'EMERGENCY' })
    expect(mail.row).not.toMatch(new RegExp(`${placed.reference}|${people.khalid.name}`))
    // The look that is made meanwhile, and one more of the same quarter that is none.
    expect(await sees('khalid', 'interaction', placed.id)).toBe(true)
    await (
      await api.as('khalid')
    ).ask(`query ($id: ID!) { beneficiary(id: $id) { id } }`, { id: placed.person })
    await api.house.looks.flush()
    const desk = await dalal.ask(
      `query ($id: ID!) {
      breakGlassUses(first: 1) { nodes { id open reason looks { what emergency } } }
      beneficiary(id: $id) { looks(first: 5) { nodes { what emergency } } } }`,
      { id: placed.person },
    )
    expect(desk.data.breakGlassUses.nodes).toEqual([
      { id: opening.id, open: true, reason, looks: [{ what: 'INTERACTION', emergency: true }] },
    ])
    expect(desk.data.beneficiary.looks.nodes).toEqual([
      { what: 'PERSON', emergency: false },
      { what: 'INTERACTION', emergency: true },
    ])
    // The reason is a word among staff: it lies sealed.
    expect(JSON.stringify(await api.sql('select to_jsonb(g)::text from break_glass g'))).not.toContain(reason)
    const ended = await dalal.ask(end, { id: opening.id, key: key() })
    expect(ended.data.breakGlassEnd.problems).toEqual([])
    expect((await live.next()).data.breakGlassFeed.use).toEqual({
      ...use,
      open: false,
      endedBy: { name: people.dalal.name },
    })
    expect(await sees('khalid', 'interaction', placed.id)).toBe(false)
    const again = await dalal.ask(end, { id: opening.id, key: key() })
    expect(again.data.breakGlassEnd.problems).toEqual([{ code: 'ACT_NOT_ALLOWED' }])
    live.stop()
  })

  test('is told of in the log of looks by each file that was opened through it, too', async () => {
    const held = await becomeKnown(api, { name: 'Sent A Paper', phone: '+966507779301' })
    const file = await sendWhole(api, held, pdf('A paper'), 'paper.pdf')
    const [row] = await api.sql<Placed>(
      `update interaction set sensitivity = 'COUNSELLING' where reference = $1 returning id, reference, beneficiary_id as person`,
      [held.reference],
    )
    if (!row) throw new Error('the matter was not taken in')
    const khalid = await api.as('khalid')
    const fetched = async () =>
      (await fetch(`${api.url}/files/${file}`, { headers: { cookie: khalid.cookie } })).status
    expect(await fetched()).toBe(404)
    const { opening } = await khalidOpens(row)
    expect(await fetched()).toBe(200)
    await api.house.looks.flush()
    const looks = await api.sql(
      `select staff_id, break_glass_id from look where beneficiary_id = $1 and what = 'FILE'`,
      [row.person],
    )
    expect(looks).toEqual([{ staff_id: api.idOf('khalid'), break_glass_id: opening.id }])
  })

  test('stands in the history of the matter, for whoever sees it, without the reason', async () => {
    const placed = await place('interaction', api, { circle: [api.idOf('salem')] })
    await khalidOpens(placed)
    const { data } = await (
      await api.as('salem')
    ).ask(
      `query ($id: ID!) { interaction(id: $id) { entries(first: 10) { nodes { event author { name } detail } } } }`,
      { id: placed.id },
    )
    const [line] = data.interaction.entries.nodes
    expect(line).toMatchObject({ event: 'interaction.emergencyOpened', author: { name: people.khalid.name } })
    expect(JSON.stringify(line)).not.toContain(reason)
  })
})

describe('attacks on break-glass', () => {
  test('expired: after its hour it is shut in looks, lists, acts and counts, and by itself', async () => {
    const placed = await place('interaction', api)
    const { opening } = await khalidOpens(placed)
    expect(await sees('khalid', 'interaction', placed.id)).toBe(true)
    await expire(opening.id)
    await expect.poll(() => sees('khalid', 'interaction', placed.id), { timeout: 1500 }).toBe(false)
    expect(await listed('khalid', 'interactions')).not.toContain(placed.id)
    const note = await (
      await api.as('khalid')
    ).ask(
      `mutation ($id: ID!) { interactionNote(id: $id, input: { clientMutationId: "${key()}", text: "Late." }) { problems { code } } }`,
      { id: placed.id },
    )
    expect(note.errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND')
    const late = await (await api.as('khalid')).ask(end, { id: opening.id, key: key() })
    expect(late.data.breakGlassEnd.problems).toEqual([{ code: 'ACT_NOT_ALLOWED' }])
  })

  test('subscription after expiry: every live line of the person is cut within a second', async () => {
    const placed = await place('interaction', api)
    const { opening } = await khalidOpens(placed)
    const live = (await api.as('khalid')).watch(
      'subscription { interactionFeed { interaction { id } gone } }',
    )
    const presence = (await api.as('khalid')).watch(
      `subscription { presence(interactionId: "${placed.id}") { state } }`,
    )
    await live.next()
    await presence.next()
    await expire(opening.id)
    const began = Date.now()
    await expect(live.next()).rejects.toBeDefined()
    await expect(presence.next()).rejects.toBeDefined()
    expect(Date.now() - began).toBeLessThan(1000)
  })

  test('ended: live screens are told that the matter is gone', async () => {
    const placed = await place('interaction', api)
    const { opening } = await khalidOpens(placed)
    const feed =
      'subscription ($after: String) { interactionFeed(after: $after) { cursor event gone interaction { id } } }'
    const first = (await api.as('khalid')).watch(feed)
    const { cursor } = (await first.next()).data.interactionFeed
    first.stop()
    await (await api.as('khalid')).ask(end, { id: opening.id, key: key() })
    const second = (await api.as('khalid')).watch(feed, { after: cursor })
    // What was opened may still be told first, where it was not settled at the first look.
    let item = (await second.next()).data.interactionFeed
    while (item.gone === null) item = (await second.next()).data.interactionFeed
    expect(item).toMatchObject({ event: null, gone: placed.id, interaction: null })
    second.stop()
  })

  test('about me: a complaint about oneself is not told from what does not exist, and one that becomes it is shut', async () => {
    const about = { about_staff_id: api.idOf('khalid'), sensitivity: 'STAFF_COMPLAINT' }
    const mine = await place('interaction', api, about)
    const made = makeReference('Q', 987_654)
    const khalid = await api.as('khalid')
    const proof = { password: password('khalid') }
    expect(await openAs(khalid, mine.reference, proof)).toEqual(await openAs(khalid, made, proof))
    expect((await openAs(khalid, mine.reference, proof)).codes).toEqual(['EMERGENCY_UNKNOWN'])
    const becomes = await place('interaction', api)
    await khalidOpens(becomes)
    await api.sql(`update interaction set about_staff_id = $1 where id = $2`, [
      api.idOf('khalid'),
      becomes.id,
    ])
    expect(await sees('khalid', 'interaction', becomes.id)).toBe(false)
  })

  test("another's: nobody sees by it, and nobody but the privacy officer ends it", async () => {
    const placed = await place('interaction', api)
    const { opening } = await khalidOpens(placed)
    for (const name of ['salem', 'admin'] as const) {
      expect(await sees(name, 'interaction', placed.id)).toBe(false)
      const { errors } = await (await api.as(name)).ask(end, { id: opening.id, key: key() })
      expect(errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND')
      expect(
        (await (await api.as(name)).ask('{ breakGlassOpenings { id } }')).data.breakGlassOpenings,
      ).toEqual([])
    }
    const refused = await (
      await api.as('salem')
    ).ask(open, {
      input: { clientMutationId: key(), reference: placed.reference, reason, password: password('salem') },
    })
    expect(refused.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN')
    expect(await sees('khalid', 'interaction', placed.id)).toBe(true)
  })

  test('replay: the same act again opens nothing more, and an opening that ended is not opened by its key', async () => {
    const placed = await place('interaction', api)
    const khalid = await api.as('khalid')
    const same = { clientMutationId: key() }
    const proof = { password: password('khalid') }
    const { opening } = await openAs(khalid, placed.reference, proof, same)
    expect((await openAs(khalid, placed.reference, proof, same)).opening).toEqual(opening)
    await khalid.ask(end, { id: opening.id, key: key() })
    expect((await openAs(khalid, placed.reference, proof, same)).opening).toBeNull()
    expect(await sees('khalid', 'interaction', placed.id)).toBe(false)
    expect(await api.sql('select from break_glass where matter_id = $1', [placed.id])).toHaveLength(1)
  })

  test('twice at once: one opening comes of it', async () => {
    const placed = await place('interaction', api)
    const answers = await Promise.all([1, 2, 3].map(() => khalidOpens(placed)))
    expect(answers.filter(({ opening }) => opening)).toHaveLength(1)
    expect(await api.sql('select from break_glass where matter_id = $1', [placed.id])).toHaveLength(1)
    expect((await khalidOpens(placed)).codes).toEqual(['EMERGENCY_NEEDLESS'])
  })

  test('without a reason, or without showing who one is, nothing is opened', async () => {
    const placed = await place('interaction', api)
    const khalid = await api.as('khalid')
    const proof = { password: password('khalid') }
    const { codes } = await openAs(khalid, placed.reference, proof, { reason: 'urgent' })
    expect(codes).toEqual(['TOO_SHORT'])
    expect((await openAs(khalid, placed.reference, {})).codes).toEqual(['FACTOR_MISSING'])
    expect((await openAs(khalid, placed.reference, { password: 'not mine' })).codes).toEqual(['FACTOR_WRONG'])
    expect((await openAs(khalid, placed.reference, { code: '123456' })).codes).toEqual(['FACTOR_MISSING'])
    expect((await openAs(khalid, placed.reference, { passkey: { id: 'x' } })).codes).toEqual([
      'FACTOR_MISSING',
    ])
    expect((await openAs(khalid, 'B-104327', proof)).codes).toEqual(['REFERENCE_INVALID'])
    expect(await sees('khalid', 'interaction', placed.id)).toBe(false)
  })
})

describe('the second factor, asked again', () => {
  let khalid: Visitor
  let uri: string
  beforeAll(async () => {
    khalid = visitor(demanding.url)
    await khalid.post('/sign-in/email', people.khalid)
    const { body } = await khalid.post('/two-factor/enable', { password: people.khalid.password })
    uri = body.totpURI
    await khalid.post('/two-factor/verify-totp', { code: codeFor(uri, -1) })
  })

  test('replay: a code opens one matter, and the password stands in for none', async () => {
    const [one, other] = [await place('interaction', demanding), await place('interaction', demanding)]
    await demanding.sql('delete from auth_attempt')
    expect((await openAs(khalid, one.reference, { password: people.khalid.password })).codes).toEqual([
      'FACTOR_MISSING',
    ])
    const code = codeFor(uri)
    expect((await openAs(khalid, one.reference, { code })).opening).not.toBeNull()
    expect((await openAs(khalid, other.reference, { code })).codes).toEqual(['FACTOR_WRONG'])
  })

  test('parallel guesses: five are compared, then there is a pause that signing in shares', async () => {
    const placed = await place('interaction', demanding)
    await demanding.sql('delete from auth_attempt')
    const wrong = Array.from({ length: 8 }, (_, at) => String(100_000 + at))
    const answers = await Promise.all(wrong.map((code) => openAs(khalid, placed.reference, { code })))
    const codes = answers.flatMap((answer) => answer.codes)
    expect(codes.filter((code) => code === 'FACTOR_WRONG')).toHaveLength(5)
    expect(codes.filter((code) => code === 'TOO_MANY_TRIES')).toHaveLength(3)
    expect((await openAs(khalid, placed.reference, { code: codeFor(uri, 1) })).codes).toEqual([
      'TOO_MANY_TRIES',
    ])
    const door = visitor(demanding.url, '198.51.100.44')
    await door.post('/sign-in/email', people.khalid)
    expect((await door.post('/two-factor/verify-totp', { code: codeFor(uri, 1) })).status).toBe(429)
  })
})

describe('a passkey, where no code app is set up', () => {
  test('opens a matter; an answer that was given before, or by somebody else’s device, opens none', async () => {
    const placed = await place('interaction', api)
    const another = await place('interaction', api)
    const khalid = await api.as('khalid')
    const userOf = async (name: StaffName) =>
      (await api.sql('select user_id as id from staff where id = $1', [api.idOf(name)]))[0].id
    const device = await givePasskey(api, await userOf('khalid'))
    const theirs = await givePasskey(api, await userOf('hind'))
    const sessions = async () => (await api.sql('select count(*)::int as n from auth_session'))[0].n
    const before = await sessions()

    /** Asks for a challenge, has it answered, and opens with the answer. */
    async function openBy(by: typeof device, { reference }: Placed, again?: Record<string, unknown>) {
      const asked = await fetch(`${api.url}/api/auth/passkey/generate-authenticate-options`, {
        headers: { cookie: khalid.cookie, origin: api.url },
      })
      const challenge = asked.headers.getSetCookie().map((line) => line.split(';')[0])
      const passkey = again ?? by.answer(await asked.json(), api.url)
      const input = { clientMutationId: key(), reference, reason, passkey }
      const headers = { origin: api.url, cookie: [khalid.cookie, ...challenge].join('; ') }
      const { data } = await khalid.ask(open, { input }, headers)
      return { passkey, codes: data.breakGlassOpen.problems.map(({ code }: { code: string }) => code) }
    }
    expect((await openBy(theirs, placed)).codes).toEqual(['FACTOR_WRONG'])
    expect(await sees('khalid', 'interaction', placed.id)).toBe(false)
    const { codes, passkey } = await openBy(device, placed)
    expect(codes).toEqual([])
    expect(await sees('khalid', 'interaction', placed.id)).toBe(true)
    expect((await openBy(device, another, passkey)).codes).toEqual(['FACTOR_WRONG'])
    expect((await openAs(khalid, another.reference, { password: password('khalid') })).codes).toEqual([
      'FACTOR_MISSING',
    ])
    // The library takes each for a sign-in; none is left behind.
    expect(await sessions()).toBe(before)
    await api.sql('delete from auth_passkey')
  })
})

describe.each(['api', 'rows'])('with the wall of %s alone', (walls) => {
  const alone = useApi({ SILA_WALLS: walls })

  test('a matter is open to whoever opened it, for as long as that lasts, and a complaint about oneself never', async () => {
    const placed = await place('interaction', alone)
    const closed = await place('interaction', alone)
    const khalid = await alone.as('khalid')
    const ids = async () =>
      (await khalid.ask('{ interactions(first: 100) { nodes { id } } }')).data.interactions.nodes.map(
        ({ id }: { id: string }) => id,
      )
    expect(await ids()).toEqual([])
    const { opening } = await openAs(khalid, placed.reference, { password: password('khalid') })
    expect(await ids()).toEqual([placed.id])
    const look = await khalid.ask('query ($id: ID!) { interaction(id: $id) { id } }', { id: closed.id })
    expect(look.data.interaction).toBeNull()
    await alone.sql(`update interaction set about_staff_id = $1 where id = $2`, [
      alone.idOf('khalid'),
      placed.id,
    ])
    expect(await ids()).toEqual([])
    await alone.sql(`update interaction set about_staff_id = null`)
    expect(await ids()).toEqual([placed.id])
    await alone.sql(`update break_glass set until = now() where id = $1`, [opening.id])
    await expect.poll(ids, { timeout: 1500 }).toEqual([])
  })
})

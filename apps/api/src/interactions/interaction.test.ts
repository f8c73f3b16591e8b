import { describe, expect, test } from 'vitest'
import { counted } from '../database/database.ts'
import { key, useApi } from '../testing/api.ts'
import type { Speaker } from '../testing/api.ts'

const api = useApi()

const submit = `mutation ($input: InteractionSubmitInput!) { interactionSubmit(input: $input) {
  receipt { reference secret trackingPath promisedAt receivedAt } problems { field code message } } }`
const answer = `mutation ($id: ID!, $input: InteractionAnswerInput!) { interactionAnswer(id: $id, input: $input) {
  interaction { id status version acts } problems { code message } conflict { version newEntries { type text } } } }`
const tracked = `query ($reference: String!, $secret: String!) { tracked(reference: $reference, secret: $secret) {
  reference interactionStatus canReply canReopen promisedAt paused waitingReason steps { key current } survey { answered }
  entries(first: 50) { nodes { type text event author { name } } } } }`
const inbox = `query ($where: InteractionFilter, $sort: InteractionSort, $first: Int!, $after: String) {
  interactions(first: $first, after: $after, where: $where, sort: $sort) {
    nodes { id reference kind status channel language subject preview unread version beneficiary { name } assignee { name } team { name } due { at met } }
    pageInfo { hasNextPage endCursor } } }`

const question = (over: Record<string, unknown> = {}) => ({
  clientMutationId: key(),
  kind: 'INQUIRY',
  text: 'متى تبدأ دروس اللغة العربية؟',
  language: 'ar',
  anonymous: false,
  ...over,
})

async function send(over: Record<string, unknown> = {}) {
  const { data } = await api.guest.ask(submit, { input: question(over) })
  const { receipt } = data.interactionSubmit
  const [row] = await api.sql<{ id: string }>('select id from interaction where reference = $1', [
    receipt.reference,
  ])
  return { ...receipt, id: row?.id ?? '' }
}

async function act(
  who: Speaker,
  name: string,
  id: string,
  input: Record<string, unknown>,
  type = 'InteractionActInput',
) {
  const { data } = await who.ask(
    `mutation ($id: ID!, $input: ${type}!) { ${name}(id: $id, input: $input) { interaction { status version due { pausedAt met at } assignee { name } } problems { field code message } conflict { version newEntries { type text event } } } }`,
    { id, input: { clientMutationId: key(), ...input } },
  )
  return data[name]
}

describe('a question from the portal', () => {
  test('reaches a watching officer at once, with its language, channel, kind and promise', async () => {
    const salem = await api.as('salem')
    const watch = salem.watch(
      'subscription { interactionFeed { cursor reset event interaction { reference language channel kind preview unread due { at met } } counts { all unassigned } } }',
    )
    await watch.next()
    const receipt = await send({ text: 'আমি কি ক্লাসে যোগ দিতে পারি?', language: 'bn' })
    let { data } = await watch.next()
    // An event of the spec before may still be on its way.
    while (data.interactionFeed.interaction.reference !== receipt.reference) ({ data } = await watch.next())
    watch.stop()

    expect(data.interactionFeed).toMatchObject({
      reset: false,
      event: 'interaction.submitted',
      interaction: {
        reference: receipt.reference,
        language: 'bn',
        channel: 'WEBSITE',
        kind: 'INQUIRY',
        preview: 'আমি কি ক্লাসে যোগ দিতে পারি?',
        unread: true,
        due: { at: receipt.promisedAt, met: false },
      },
    })
  })

  test('gets a reference with a check digit, a secret, and a promised date in the future', async () => {
    const receipt = await send()
    expect(receipt.reference).toMatch(/^Q-\d{6,}$/)
    expect(receipt.secret).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/)
    expect(receipt.trackingPath).toBe(`/en/t/${receipt.reference}#${receipt.secret}`)
    expect(new Date(receipt.promisedAt).getTime()).toBeGreaterThan(Date.now())
  })

  test('keeps of its secret only an HMAC', async () => {
    const receipt = await send()
    const rows = await api.sql(
      `select i::text || coalesce(m.result::text, '') as all_of_it from interaction i, idempotency m where i.reference = $1`,
      [receipt.reference],
    )
    expect(
      rows.some(
        (row) =>
          row.all_of_it.includes(receipt.secret) ||
          row.all_of_it.includes(receipt.secret.replaceAll('-', '')),
      ),
    ).toBe(false)
  })

  test('that is sent twice is stored once, and both answers are the same', async () => {
    const input = question()
    const [first, second] = await Promise.all([
      api.guest.ask(submit, { input }),
      api.guest.ask(submit, { input }),
    ])
    expect(first.data).toEqual(second.data)
    const [{ n }] = await api.sql('select count(*)::int as n from interaction where reference = $1', [
      first.data.interactionSubmit.receipt.reference,
    ])
    expect(n).toBe(1)
  })

  test('that comes again under the same key with other words is refused and changes nothing', async () => {
    const input = question()
    await api.guest.ask(submit, { input })
    const before = await api.sql('select count(*)::int as n from interaction')
    const { data } = await api.guest.ask(submit, { input: { ...input, text: 'Something else entirely' } })
    expect(data.interactionSubmit.receipt).toBeNull()
    expect(data.interactionSubmit.problems[0].code).toBe('ALREADY_SENT_DIFFERENTLY')
    expect(await api.sql('select count(*)::int as n from interaction')).toEqual(before)
  })

  test.each([
    ['an empty text', { text: '   ' }, 'text', 'REQUIRED'],
    ['100,000 signs', { text: 'س'.repeat(100_000) }, 'text', 'TOO_LONG'],
    ['nothing but control signs', { text: '\u0000\u0007\u001b' }, 'text', 'REQUIRED'],
    ['nothing but bidi overrides', { text: '\u202e\u2066\u2069' }, 'text', 'REQUIRED'],
    ['an unknown language', { language: 'zz' }, 'language', 'LANGUAGE_UNKNOWN'],
    ['an impossible phone', { contact: { phone: '0599' } }, 'contact.phone', 'PHONE_INVALID'],
    [
      'an impossible phone in Arabic digits',
      { contact: { phone: '٠٥٩٩' } },
      'contact.phone',
      'PHONE_INVALID',
    ],
    [
      'an impossible phone in Persian digits',
      { contact: { phone: '۰۵۹۹' } },
      'contact.phone',
      'PHONE_INVALID',
    ],
    ['an impossible e-mail', { contact: { email: 'nobody' } }, 'contact.email', 'EMAIL_INVALID'],
  ])(
    'with %s is told what to put right, in the language of the asker, and nothing is kept',
    async (_what, over, field, code) => {
      const before = await api.sql('select count(*)::int as n from event')
      const { data } = await api.guest.ask(submit, { input: question(over) }, { 'accept-language': 'ar' })
      expect(data.interactionSubmit.receipt).toBeNull()
      expect(data.interactionSubmit.problems).toContainEqual(
        expect.objectContaining({ field, code, message: expect.stringMatching(/[\u0600-\u06ff]/) }),
      )
      expect(await api.sql('select count(*)::int as n from event')).toEqual(before)
    },
  )

  test('in HTML and emoji is kept as the words they are', async () => {
    const text = '<img src=x onerror=alert(1)> 👨‍👩‍👧‍👦 سلام'
    const receipt = await send({ text })
    const { data } = await api.guest.ask(tracked, receipt)
    expect(data.tracked.entries.nodes[0].text).toBe(text)
  })

  test('from a person who wishes to stay unknown keeps no contact data', async () => {
    const before = await api.sql('select count(*)::int as n from beneficiary')
    await send({ anonymous: true, contact: { name: 'مريم', phone: '0551234567' } })
    expect(await api.sql('select count(*)::int as n from beneficiary')).toEqual(before)
  })

  test('from a known person at a shared phone is told apart by the name', async () => {
    const phone = '٠٥٥١٢٣٤٩٩٩'
    const person = async (name: string) => {
      const { id } = await send({ contact: { name, phone } })
      return (await api.sql('select beneficiary_id as b from interaction where id = $1', [id]))[0].b
    }
    const [first, other, again] = [
      await person('Rahim Uddin'),
      await person('Karim Uddin'),
      await person('rahim  uddin'),
    ]
    expect(first).toBe(again)
    expect(first).not.toBe(other)
  })
})

describe('tracking', () => {
  test('answers unknown, altered and guessed references and secrets alike', async () => {
    const { reference, secret } = await send()
    const wrong = [
      { reference, secret: 'AAAA-BBBB-CCCC-DDDD' },
      { reference: 'Q-999999', secret },
      { reference: `${reference}0`, secret },
      { reference: 'x'.repeat(5000), secret: 'y'.repeat(5000) },
    ]
    for (const variables of wrong)
      expect((await api.guest.ask(tracked, variables)).data).toEqual({ tracked: null })
    expect((await api.guest.ask(tracked, { reference, secret })).data.tracked.reference).toBe(reference)
  })

  test('shows the answer live, without notes among staff and without their names', async () => {
    const receipt = await send()
    const watch = api.guest.watch(
      'subscription ($reference: String!, $secret: String!) { trackedFeed(reference: $reference, secret: $secret) { event tracked { interactionStatus } } }',
      { reference: receipt.reference, secret: receipt.secret },
    )
    await watch.next()
    const salem = await api.as('salem')
    await act(salem, 'interactionNote', receipt.id, { text: 'سري بيننا' }, 'InteractionNoteInput')
    await salem.ask(answer, {
      id: receipt.id,
      input: { clientMutationId: key(), expectedVersion: 2, text: 'تبدأ يوم الأحد', language: 'ar' },
    })
    let { data } = await watch.next()
    // That it was taken in may still be on its way.
    while (data.trackedFeed.event === 'interaction.submitted') ({ data } = await watch.next())
    watch.stop()

    expect(data.trackedFeed).toEqual({
      event: 'interaction.answered',
      tracked: { interactionStatus: 'ANSWERED' },
    })
    const page = await api.guest.ask(tracked, receipt)
    const lines = page.data.tracked.entries.nodes
    expect(lines.map((line: { type: string }) => line.type)).toEqual(['FROM_BENEFICIARY', 'EVENT', 'ANSWER'])
    expect(JSON.stringify(lines)).not.toContain('سري')
    expect(lines.every((line: { author: unknown }) => line.author === null)).toBe(true)
  })

  test('lets the person reopen within 30 days of the end, and not after', async () => {
    const receipt = await send()
    const salem = await api.as('salem')
    await salem.ask(answer, {
      id: receipt.id,
      input: { clientMutationId: key(), expectedVersion: 1, text: 'نعم', language: 'ar', close: true },
    })
    const reopen = (text: string) =>
      api.guest.ask(
        `mutation ($input: TrackedReopenInput!) { trackedReopen(input: $input) { tracked { interactionStatus } problems { code } } }`,
        {
          input: { clientMutationId: key(), reference: receipt.reference, secret: receipt.secret, text },
        },
      )
    api.setNow(new Date(Date.now() + 31 * 86_400_000))
    expect((await reopen('too late')).data.trackedReopen.problems[0].code).toBe('REOPEN_EXPIRED')
    api.setNow(new Date(Date.now() + 29 * 86_400_000))
    expect((await reopen('لم يحل الأمر')).data.trackedReopen).toEqual({
      tracked: { interactionStatus: 'REOPENED' },
      problems: [],
    })
    api.setNow()
  })
})

describe('staff', () => {
  test('nobody looks into the inbox without signing in', async () => {
    const { errors } = await api.guest.ask(inbox, { first: 10 })
    expect(errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED')
  })

  test('an analyst sees matters, and of none a word or a name', async () => {
    const { reference } = await send()
    const huda = await api.as('huda')
    const { data, errors } = await huda.ask(inbox, { first: 10 })
    expect(errors).toBeUndefined()
    expect(data.interactions.nodes.length).toBeGreaterThan(0)
    expect(JSON.stringify(data)).not.toContain(reference)
  })

  test('sending stops when the thread has changed since it was opened, and shows what is new', async () => {
    const { id, reference, secret } = await send()
    await api.guest.ask(
      `mutation ($input: TrackedReplyInput!) { trackedReply(input: $input) { problems { code } } }`,
      {
        input: { clientMutationId: key(), reference, secret, text: 'نسيت أن أقول: مساءً فقط' },
      },
    )
    const { data } = await (
      await api.as('salem')
    ).ask(answer, {
      id,
      input: { clientMutationId: key(), expectedVersion: 1, text: 'صباح الأحد', language: 'ar' },
    })
    expect(data.interactionAnswer.conflict).toEqual({
      version: 2,
      newEntries: [{ type: 'FROM_BENEFICIARY', text: 'نسيت أن أقول: مساءً فقط' }],
    })
    const [{ n }] = await api.sql(
      `select count(*)::int as n from entry where interaction_id = $1 and type = 'ANSWER'`,
      [id],
    )
    expect(n).toBe(0)
  })

  test('two who take the same matter at once: one owns it, the other is told', async () => {
    const { id } = await send()
    const [salem, hind] = [await api.as('salem'), await api.as('hind')]
    const both = await Promise.all([
      act(salem, 'interactionTake', id, { expectedVersion: 1 }),
      act(hind, 'interactionTake', id, { expectedVersion: 1 }),
    ])
    expect(both.filter((each) => each.problems.length === 0)).toHaveLength(1)
    expect(both.filter((each) => each.problems[0]?.code === 'CHANGED_MEANWHILE')).toHaveLength(1)
  })

  test('the clock stands still while the beneficiary is awaited, and runs again with the reply', async () => {
    const { id, reference, secret } = await send()
    const salem = await api.as('salem')
    const waiting = await act(salem, 'interactionWait', id, { expectedVersion: 1, reason: 'أي يوم يناسبك؟' })
    expect(waiting.interaction).toMatchObject({ status: 'WAITING', due: { pausedAt: expect.any(String) } })
    const page = await api.guest.ask(tracked, { reference, secret })
    expect(page.data.tracked).toMatchObject({ paused: true, waitingReason: 'أي يوم يناسبك؟' })
    await api.guest.ask(
      `mutation ($input: TrackedReplyInput!) { trackedReply(input: $input) { problems { code } } }`,
      {
        input: { clientMutationId: key(), reference, secret, text: 'الأحد' },
      },
    )
    expect((await api.guest.ask(tracked, { reference, secret })).data.tracked).toMatchObject({
      paused: false,
      interactionStatus: 'ASSIGNED',
    })
  })

  test('waiting needs a reason that the beneficiary can read', async () => {
    const { id } = await send()
    const { problems } = await act(await api.as('salem'), 'interactionWait', id, { expectedVersion: 1 })
    expect(problems[0]).toMatchObject({ field: 'reason', code: 'REASON_REQUIRED' })
  })

  test('nothing is closed unanswered (D1)', async () => {
    const { id } = await send()
    const { problems } = await act(await api.as('salem'), 'interactionClose', id, { expectedVersion: 1 })
    expect(problems[0].code).toBe('ACT_NOT_ALLOWED')
  })

  test('closing what was answered invites to a rating, once', async () => {
    const receipt = await send()
    const salem = await api.as('salem')
    await salem.ask(answer, {
      id: receipt.id,
      input: { clientMutationId: key(), expectedVersion: 1, text: 'تم', language: 'ar', close: true },
    })
    expect((await api.guest.ask(tracked, receipt)).data.tracked.survey).toEqual({ answered: false })
    const [{ n }] = await api.sql(
      'select count(*)::int as n from survey_invitation where interaction_id = $1',
      [receipt.id],
    )
    expect(n).toBe(1)
  })

  test('a complaint that was not answered in time escalates by itself, one level, once', async () => {
    const { escalateWhenLate } = await import('./escalate.ts')
    const { id, promisedAt } = await send({ kind: 'COMPLAINT', text: 'انتظرت طويلاً ولم يستقبلني أحد' })
    await escalateWhenLate(api.house, id)
    expect(await api.sql('select status, escalation_level from interaction where id = $1', [id])).toEqual([
      { status: 'ACKNOWLEDGED', escalation_level: 0 },
    ])
    api.setNow(new Date(new Date(promisedAt).getTime() + 60_000))
    await escalateWhenLate(api.house, id)
    api.setNow()
    expect(await api.sql('select status, escalation_level from interaction where id = $1', [id])).toEqual([
      { status: 'ESCALATED', escalation_level: 1 },
    ])
    const jobs = await api.sql(
      `select count(*)::int as n from pgboss.job where data->>'interactionId' = $1`,
      [id],
    )
    expect(jobs[0].n).toBe(1)
  })

  test('a suggestion is decided with a reason, by whoever may decide, and its author reads it (D3)', async () => {
    const receipt = await send({ kind: 'SUGGESTION', text: 'أقترح درساً مسائياً للعمال' })
    const [salem, khalid] = [await api.as('salem'), await api.as('khalid')]
    await act(salem, 'interactionStudy', receipt.id, { expectedVersion: 1 })
    const decide = { expectedVersion: 2, decision: 'ACCEPTED', text: 'سنبدأ الشهر القادم' }
    const refused = await salem.ask(
      `mutation ($id: ID!, $input: InteractionDecideInput!) { interactionDecide(id: $id, input: $input) { problems { code } } }`,
      { id: receipt.id, input: { clientMutationId: key(), ...decide } },
    )
    expect(refused.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN')
    const decided = await act(khalid, 'interactionDecide', receipt.id, decide, 'InteractionDecideInput')
    expect(decided.interaction.status).toBe('ACCEPTED')
    expect((await api.guest.ask(tracked, receipt)).data.tracked.entries.nodes.at(-1)).toMatchObject({
      event: 'interaction.accepted',
    })
  })

  test.each(['FEEDBACK_LINK', 'PHONE', 'SOCIAL', 'LETTER', 'EMAIL', 'VISIT', 'WEBSITE'])(
    'a matter that came by %s is written down and stands in the inbox',
    async (channel) => {
      const salem = await api.as('salem')
      const { data } = await salem.ask(
        `mutation ($input: InteractionRecordInput!) { interactionRecord(input: $input) { interaction { reference channel unread } receipt { secret } problems { code } } }`,
        {
          input: {
            clientMutationId: key(),
            channel,
            kind: 'INQUIRY',
            text: 'سأل عن الكتب',
            language: 'ar',
            anonymous: true,
          },
        },
      )
      expect(data.interactionRecord).toMatchObject({ problems: [], interaction: { channel } })
      const page = await salem.ask(inbox, { first: 1, sort: 'RECEIVED' })
      expect(page.data.interactions.nodes[0].reference).toBe(data.interactionRecord.interaction.reference)
    },
  )

  test('a missed call needs a number, is due the same day, and ends when it is returned (C2)', async () => {
    const salem = await api.as('salem')
    const record = (contact: unknown) =>
      salem.ask(
        `mutation ($input: InteractionRecordInput!) { interactionRecord(input: $input) { interaction { id status version } problems { code } } }`,
        {
          input: {
            clientMutationId: key(),
            channel: 'PHONE',
            kind: 'MISSED_CALL',
            text: 'مكالمة فائتة',
            language: 'ar',
            anonymous: false,
            contact,
          },
        },
      )
    expect((await record(null)).data.interactionRecord.problems[0].code).toBe('CONTACT_REQUIRED')
    const { interaction } = (await record({ phone: '0551112223' })).data.interactionRecord
    expect(interaction.status).toBe('CALLBACK_DUE')
    expect(
      (await act(salem, 'interactionReturnCall', interaction.id, { expectedVersion: 1 })).interaction.status,
    ).toBe('RETURNED')
  })
})

describe('the inbox', () => {
  test('pages through everything once, in every order', async () => {
    const salem = await api.as('salem')
    for (const sort of ['LAST_ACTIVITY', 'RECEIVED', 'DUE', 'WAITING_LONGEST']) {
      const seen: string[] = []
      let after: string | undefined
      do {
        const { data } = await salem.ask(inbox, { first: 7, sort, after, where: { folder: 'ALL' } })
        seen.push(...data.interactions.nodes.map((row: { id: string }) => row.id))
        after = data.interactions.pageInfo.hasNextPage ? data.interactions.pageInfo.endCursor : undefined
      } while (after)
      expect(new Set(seen).size).toBe(seen.length)
      if (sort === 'LAST_ACTIVITY') {
        const [{ n }] = await api.sql('select count(*)::int as n from interaction where open')
        expect(seen).toHaveLength(n)
      }
    }
  })

  test('counts the folders as a fresh query does', async () => {
    const salem = await api.as('salem')
    const { data } = await salem.ask('{ inboxCounts { mine unassigned all waiting overdue requests } }')
    const [fresh] = await api.sql(
      `select count(*) filter (where assignee_id = $1)::int as mine, count(*) filter (where assignee_id is null)::int as unassigned, count(*)::int as all,
        count(*) filter (where status = 'WAITING')::int as waiting, count(*) filter (where due_met_at is null and due_paused_at is null and due_at < now())::int as overdue
        from interaction where open`,
      [api.idOf('salem')],
    )
    expect(data.inboxCounts).toMatchObject(fresh)
  })

  test('finds by reference in any digits and by words in any form of alef', async () => {
    const salem = await api.as('salem')
    const { reference } = await send({ about: 'إحصاء الأسر', text: 'أريد الإحصاء' })
    const arabic = reference.replace(/\d/g, (digit: string) => String.fromCharCode(0x660 + Number(digit)))
    for (const search of [reference, arabic, 'احصاء الاسر']) {
      const { data } = await salem.ask(inbox, { first: 5, where: { search } })
      expect(data.interactions.nodes.map((row: { reference: string }) => row.reference)).toContain(reference)
    }
  })

  test('reads a page of fifty in as many statements as a page of one', async () => {
    const salem = await api.as('salem')
    const page = `query ($first: Int!) { interactions(first: $first) { nodes { id subject beneficiary { name contactPoints { value } } assignee { name team { name } } team { name } entries(first: 3) { nodes { text author { name } files { name } } } viewers { state } } } }`
    // The fewest of three: who works here is read anew once a second, whoever asks for what.
    const statements = async (first: number) => {
      const each: number[] = []
      for (let time = 0; time < 3; time += 1) {
        const before = counted.statements
        await salem.ask(page, { first })
        each.push(counted.statements - before)
      }
      return Math.min(...each)
    }
    const one = await statements(1)
    expect(await statements(50)).toBeLessThanOrEqual(one + 1)
    expect(one).toBeLessThanOrEqual(6)
  })

  test.each([0, 101, -1, 1_000_000])('a page of %i is refused', async (first) => {
    const { errors } = await (await api.as('salem')).ask(inbox, { first })
    expect(errors?.[0]?.extensions?.['code']).toMatch(/BAD_USER_INPUT|TOO_COSTLY/)
  })
})

describe('two at the same thread', () => {
  test('see each other viewing, writing and leaving', async () => {
    const { id } = await send()
    const [salem, hind] = [await api.as('salem'), await api.as('hind')]
    const watch = salem.watch(
      'subscription ($id: ID!) { presence(interactionId: $id) { state staff { name } } }',
      { id },
    )
    expect((await watch.next()).data.presence).toEqual([])
    const be = (state: string) =>
      hind.ask(
        `mutation ($id: ID!, $state: PresenceState!) { presenceSet(interactionId: $id, state: $state) }`,
        { id, state },
      )
    await be('WRITING')
    expect((await watch.next()).data.presence).toEqual([{ state: 'WRITING', staff: { name: 'هند السالم' } }])
    await be('LEFT')
    let present = (await watch.next()).data.presence
    while (present.length > 0) present = (await watch.next()).data.presence
    watch.stop()
    expect(present).toEqual([])
  })

  test('are told that the other left, who does not see it any more', async () => {
    const { id } = await send()
    const [salem, hind] = [await api.as('salem'), await api.as('hind')]
    const be = (state: string) =>
      hind.ask(
        `mutation ($id: ID!, $state: PresenceState!) { presenceSet(interactionId: $id, state: $state) }`,
        { id, state },
      )
    await be('VIEWING')
    await api.sql(`update interaction set sensitivity = 'COUNSELLING', assignee_id = $1 where id = $2`, [
      api.idOf('salem'),
      id,
    ])
    const viewers = async () =>
      (await salem.ask(`query ($id: ID!) { interaction(id: $id) { viewers { staff { name } } } }`, { id }))
        .data.interaction.viewers
    expect(await viewers()).toEqual([{ staff: { name: 'هند السالم' } }])
    expect((await be('VIEWING')).errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND')
    expect((await be('LEFT')).data).toEqual({ presenceSet: true })
    expect(await viewers()).toEqual([])
  })
})

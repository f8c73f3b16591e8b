import { contactTarget, dueAt } from '@sila/domain/due'
import { describe, expect, test } from 'vitest'
import { counted } from '../database/database.ts'
import { key, useApi } from '../testing/api.ts'
import type { Speaker } from '../testing/api.ts'

const api = useApi()

const submit = `mutation ($input: RequestSubmitInput!) { requestSubmit(input: $input) {
  receipt { reference secret trackingPath promisedAt receivedAt } problems { field code message } } }`
const payload = `request { id status version acts neededItems rejectionCode rejectionText externalReference lodgedAt externalDecidedAt
  contactDueAt contactedAt deliverable assignee { name } due { at pausedAt met } } problems { field code } conflict { version newEntries { type text event } }`
const tracked = `query ($reference: String!, $secret: String!) { tracked(reference: $reference, secret: $secret) {
  requestStatus service { key name(language: "en") } promisedAt paused canReply canReopen neededItems rejectionText steps { key at current } survey { answered }
  entries(first: 50) { nodes { type text event author { name } } } } }`

const course = {
  service: 'course',
  answers: { topic: 'ARABIC', level: 'BEGINNER', language: 'ur', section: 'MEN', time: 'EVENING' },
}
const lecture = {
  service: 'lecture',
  permitExplained: true,
  answers: {
    ...{
      organisation: 'Gulf Cement camp',
      responsible: 'Imran Qureshi',
      place: 'Camp 4, mess hall',
      date: '2032-03-04',
    },
    ...{ language: 'ur', audience: 'MEN', people: 60, topic: 'Patience' },
  },
}

const application = (over: Record<string, unknown> = {}) => ({
  clientMutationId: key(),
  formVersion: 1,
  language: 'en',
  contact: { name: 'Maryam Khan', phone: '0501234567' },
  ...course,
  ...over,
})

async function apply(over: Record<string, unknown> = {}) {
  const { data, errors } = await api.guest.ask(submit, { input: application(over) })
  expect(errors).toBeUndefined()
  expect(data.requestSubmit.problems).toEqual([])
  const { receipt } = data.requestSubmit
  const [row] = await api.sql<{ id: string }>('select id from request where reference = $1', [
    receipt.reference,
  ])
  return { ...receipt, id: row?.id ?? '' }
}

async function act(
  who: Speaker,
  name: string,
  id: string,
  input: Record<string, unknown> = {},
  type = 'RequestActInput',
) {
  const [row] = await api.sql<{ version: number }>('select version from request where id = $1', [id])
  const versioned = type === 'InteractionNoteInput' ? {} : { expectedVersion: row?.version }
  const { data, errors } = await who.ask(
    `mutation ($id: ID!, $input: ${type}!) { ${name}(id: $id, input: $input) { ${payload} } }`,
    {
      id,
      input: { clientMutationId: key(), ...versioned, ...input },
    },
  )
  if (errors) throw new Error(JSON.stringify(errors))
  return data[name]
}

const follow = async ({ reference, secret }: { reference: string; secret: string }) =>
  (await api.guest.ask(tracked, { reference, secret })).data.tracked

async function byPerson(
  name: string,
  type: string,
  receipt: { reference: string; secret: string },
  over: Record<string, unknown>,
) {
  const { data, errors } = await api.guest.ask(
    `mutation ($input: ${type}!) { ${name}(input: $input) { tracked { requestStatus neededItems survey { answered } } problems { field code } } }`,
    { input: { clientMutationId: key(), reference: receipt.reference, secret: receipt.secret, ...over } },
  )
  if (errors) throw new Error(JSON.stringify(errors))
  return data[name]
}

const events = async (id: string) =>
  (await api.sql<{ type: string }>('select type from event where aggregate_id = $1 order by id', [id])).map(
    (row) => row.type,
  )

describe('an application without an account (G1)', () => {
  test('gets a reference, a secret and the date that the guide promises', async () => {
    const receipt = await apply()
    expect(receipt.reference).toMatch(/^R-\d{6,}$/)
    const [row] = await api.sql('select due_at, status, answers from request where id = $1', [receipt.id])
    expect(new Date(row.due_at)).toEqual(new Date(receipt.promisedAt))
    expect(row).toMatchObject({ status: 'SUBMITTED', answers: { topic: 'ARABIC', level: 'BEGINNER' } })
    expect(await follow(receipt)).toMatchObject({
      requestStatus: 'SUBMITTED',
      service: { key: 'course' },
      canReply: true,
    })
  })

  test('that is sent twice is stored once, and both receipts are the same', async () => {
    const input = application()
    const [first, second] = await Promise.all([
      api.guest.ask(submit, { input }),
      api.guest.ask(submit, { input }),
    ])
    expect(first.data.requestSubmit.receipt).not.toBeNull()
    expect(second.data).toEqual(first.data)
  })

  test('that comes again under the same key with other answers is refused', async () => {
    const input = application()
    await api.guest.ask(submit, { input })
    const before = await api.sql('select count(*)::int as n from request')
    const { data } = await api.guest.ask(submit, {
      input: { ...input, contact: { name: 'Somebody Else', phone: '0509999999' } },
    })
    expect(data.requestSubmit.problems[0].code).toBe('ALREADY_SENT_DIFFERENTLY')
    expect(await api.sql('select count(*)::int as n from request')).toEqual(before)
  })

  test.each([
    ['a service that is not offered', { service: 'palace' }, 'service', 'SERVICE_UNKNOWN'],
    ['an old form', { formVersion: 7 }, 'formVersion', 'FORM_CHANGED'],
    [
      'an answer missing',
      { answers: { ...course.answers, language: undefined } },
      'answers.language',
      'REQUIRED',
    ],
    [
      'a choice that is none',
      { answers: { ...course.answers, section: 'MOON' } },
      'answers.section',
      'CHOICE_UNKNOWN',
    ],
    [
      'an answer to no question',
      { answers: { ...course.answers, salary: 9 } },
      'answers.salary',
      'FIELD_UNKNOWN',
    ],
    ['no name', { contact: { phone: '0501234567' } }, 'contact.name', 'REQUIRED'],
    ['no way to be reached', { contact: { name: 'Maryam' } }, 'contact.phone', 'CONTACT_REQUIRED'],
    [
      'a permit that was not explained (D4)',
      { ...lecture, permitExplained: false },
      'permitExplained',
      'PERMIT_NOT_EXPLAINED',
    ],
    ['answers that are a list', { answers: [1, 2] }, 'answers.0', 'FIELD_UNKNOWN'],
  ])(
    'with %s is told what to put right, in Bengali, and nothing is kept',
    async (_what, over, field, code) => {
      const before = await api.sql('select count(*)::int as n from event')
      const { data } = await api.guest.ask(submit, { input: application(over) }, { 'accept-language': 'bn' })
      expect(data.requestSubmit.receipt).toBeNull()
      expect(data.requestSubmit.problems).toContainEqual(
        expect.objectContaining({ field, code, message: expect.stringMatching(/[\u0980-\u09ff]/) }),
      )
      expect(await api.sql('select count(*)::int as n from event')).toEqual(before)
    },
  )
})

describe('the way of a request', () => {
  test('ends when the service was delivered, not when it was approved, and every step is one event (O3)', async () => {
    const [salem, khalid] = [await api.as('salem'), await api.as('khalid')]
    const receipt = await apply()
    expect(await act(salem, 'requestReview', receipt.id)).toMatchObject({
      request: { status: 'IN_REVIEW', assignee: { name: 'سالم القرني' } },
    })
    expect(await act(khalid, 'requestApprove', receipt.id, { text: 'A seat is yours.' })).toMatchObject({
      request: { status: 'APPROVED', due: { met: false }, contactDueAt: null },
    })
    await act(salem, 'requestStart', receipt.id)
    const done = await act(
      salem,
      'requestFulfil',
      receipt.id,
      { deliverable: 'Seat 12, Sundays' },
      'RequestFulfilInput',
    )
    expect(done.request).toMatchObject({
      status: 'FULFILLED',
      deliverable: 'Seat 12, Sundays',
      due: { met: true },
    })
    const seen = await follow(receipt)
    expect(seen).toMatchObject({ requestStatus: 'FULFILLED', survey: { answered: false } })
    expect(seen.steps.filter((step: any) => step.at).map((step: any) => step.key)).toEqual(
      expect.arrayContaining(['RECEIVED', 'IN_REVIEW', 'DECIDED', 'IN_FULFILMENT', 'FULFILLED']),
    )
    expect(seen.entries.nodes).toContainEqual(
      expect.objectContaining({ type: 'ANSWER', text: 'A seat is yours.', author: null }),
    )
    expect(await act(salem, 'requestClose', receipt.id)).toMatchObject({ request: { status: 'CLOSED' } })
    expect(await events(receipt.id)).toEqual(
      ['submitted', 'reviewed', 'approved', 'started', 'fulfilled', 'closed'].map(
        (step) => `request.${step}`,
      ),
    )
  })

  test('stands still while something is missing from the person, and goes on when they write', async () => {
    const salem = await api.as('salem')
    const receipt = await apply()
    const items = ['A letter of the company', 'The number of guests']
    const asked = await act(
      salem,
      'requestAskInfo',
      receipt.id,
      { items, text: 'Two things are missing.' },
      'RequestAskInfoInput',
    )
    expect(asked.request).toMatchObject({
      status: 'NEEDS_INFO',
      neededItems: items,
      due: { pausedAt: expect.any(String) },
    })
    expect(await follow(receipt)).toMatchObject({ paused: true, neededItems: items })

    expect(
      await byPerson('trackedReply', 'TrackedReplyInput', receipt, { text: 'Here they are.' }),
    ).toMatchObject({
      tracked: { requestStatus: 'IN_REVIEW', neededItems: [] },
      problems: [],
    })
    expect((await events(receipt.id)).at(-1)).toBe('request.infoSupplied')
  })

  test('names every missing item at once, or is refused', async () => {
    const salem = await api.as('salem')
    const receipt = await apply()
    const refused = await act(salem, 'requestAskInfo', receipt.id, { items: [] }, 'RequestAskInfoInput')
    expect(refused.problems).toEqual([{ field: 'items', code: 'ITEMS_REQUIRED' }])
    expect(await events(receipt.id)).toEqual(['request.submitted'])
  })

  test('is refused only with a reason, and the refusal can be appealed to somebody else (I2)', async () => {
    const [salem, khalid] = [await api.as('salem'), await api.as('khalid')]
    const receipt = await apply()
    await act(salem, 'requestReview', receipt.id)
    const bare = await act(
      khalid,
      'requestReject',
      receipt.id,
      { code: 'BECAUSE', text: ' ' },
      'RequestRejectInput',
    )
    expect(bare.problems.map((problem: any) => problem.field).toSorted()).toEqual(['code', 'text'])
    const refusal = { code: 'NO_CAPACITY', text: 'The course is full until spring.' }
    const rejected = await act(khalid, 'requestReject', receipt.id, refusal, 'RequestRejectInput')
    expect(rejected.request).toMatchObject({ status: 'REJECTED', rejectionCode: 'NO_CAPACITY' })
    expect(await follow(receipt)).toMatchObject({ rejectionText: refusal.text, canReopen: true })
    await byPerson('trackedReopen', 'TrackedReopenInput', receipt, { text: 'I was told there is a seat.' })
    const [row] = await api.sql(
      'select status, assignee_id, rejection_code, open from request where id = $1',
      [receipt.id],
    )
    expect(row).toEqual({ status: 'IN_REVIEW', assignee_id: null, rejection_code: null, open: true })
    expect((await events(receipt.id)).at(-1)).toBe('request.appealed')
  })

  test('cannot be appealed after 30 days', async () => {
    const [salem, khalid] = [await api.as('salem'), await api.as('khalid')]
    const receipt = await apply()
    await act(salem, 'requestReview', receipt.id)
    await act(
      khalid,
      'requestReject',
      receipt.id,
      { code: 'OTHER', text: 'Not this time.' },
      'RequestRejectInput',
    )
    await api.sql(
      `update request set closed_at = now() - interval '40 days', decided_at = now() - interval '40 days' where id = $1`,
      [receipt.id],
    )
    const late = await byPerson('trackedReopen', 'TrackedReopenInput', receipt, { text: 'Please.' })
    expect(late.problems).toEqual([{ field: null, code: 'REOPEN_EXPIRED' }])
  })

  test('can be taken back by the person as long as it is open', async () => {
    const receipt = await apply()
    expect(await byPerson('trackedWithdraw', 'TrackedWithdrawInput', receipt, {})).toMatchObject({
      tracked: { requestStatus: 'WITHDRAWN' },
    })
    const again = await byPerson('trackedWithdraw', 'TrackedWithdrawInput', receipt, {})
    expect(again.problems[0].code).toBe('ACT_NOT_ALLOWED')
  })

  test('is cancelled by the association only with a reason', async () => {
    const khalid = await api.as('khalid')
    const receipt = await apply()
    expect((await act(khalid, 'requestCancel', receipt.id)).problems).toEqual([
      { field: 'text', code: 'REASON_REQUIRED' },
    ])
    expect(await act(khalid, 'requestCancel', receipt.id, { text: 'The teacher moved away.' })).toMatchObject(
      { request: { status: 'CANCELLED' } },
    )
  })

  test('is not approved by an officer, and an act out of turn changes nothing', async () => {
    const [salem, khalid] = [await api.as('salem'), await api.as('khalid')]
    const receipt = await apply()
    await expect(act(salem, 'requestApprove', receipt.id)).rejects.toThrow('FORBIDDEN')
    expect((await act(khalid, 'requestApprove', receipt.id)).problems).toEqual([
      { field: null, code: 'ACT_NOT_ALLOWED' },
    ])
    expect(await events(receipt.id)).toEqual(['request.submitted'])
  })

  test('that changed meanwhile is left alone, and what is new is shown', async () => {
    const [salem, hind] = [await api.as('salem'), await api.as('hind')]
    const receipt = await apply()
    await act(hind, 'requestNote', receipt.id, { text: 'I know this family.' }, 'InteractionNoteInput')
    const stale = await act(salem, 'requestReview', receipt.id, { expectedVersion: 1 })
    expect(stale).toMatchObject({
      problems: [{ code: 'CHANGED_MEANWHILE' }],
      conflict: { version: 2, newEntries: [{ type: 'NOTE', text: 'I know this family.' }] },
    })
    expect((await follow(receipt)).entries.nodes).not.toContainEqual(
      expect.objectContaining({ type: 'NOTE' }),
    )
  })
})

describe('a service that needs a permit (D4)', () => {
  test('is lodged outside while our clock stands still; the decision creates a duty to contact the person', async () => {
    const [salem, khalid] = [await api.as('salem'), await api.as('khalid')]
    const receipt = await apply(lecture)
    await act(salem, 'requestReview', receipt.id)
    expect((await act(khalid, 'requestApprove', receipt.id)).problems[0].code).toBe('ACT_NOT_ALLOWED')
    const lodging = { externalReference: 'TAY-2231', lodgedAt: new Date(Date.now() - 60_000).toISOString() }
    const lodged = await act(salem, 'requestLodge', receipt.id, lodging, 'RequestLodgeInput')
    expect(lodged.request).toMatchObject({
      status: 'AWAITING_EXTERNAL',
      externalReference: 'TAY-2231',
      due: { pausedAt: expect.any(String) },
    })

    const approved = await act(khalid, 'requestApprove', receipt.id)
    const { externalDecidedAt, contactDueAt, acts } = approved.request
    const owed = dueAt(api.house.calendar, new Date(externalDecidedAt), contactTarget)
    expect(new Date(contactDueAt)).toEqual(owed)
    expect(acts).toContain('contact')

    expect((await act(salem, 'requestContact', receipt.id)).problems).toEqual([
      { field: 'text', code: 'REQUIRED' },
    ])
    const told = await act(salem, 'requestContact', receipt.id, {
      text: 'The Ministry agreed. We come on Thursday.',
    })
    expect(told.request).toMatchObject({ status: 'APPROVED', contactedAt: expect.any(String) })
    expect(told.request.acts).not.toContain('contact')
    expect((await follow(receipt)).entries.nodes).toContainEqual(
      expect.objectContaining({ type: 'ANSWER', text: 'The Ministry agreed. We come on Thursday.' }),
    )
  })

  test('cannot have been lodged tomorrow', async () => {
    const salem = await api.as('salem')
    const receipt = await apply(lecture)
    await act(salem, 'requestReview', receipt.id)
    const lodging = { externalReference: 'TAY-1', lodgedAt: new Date(Date.now() + 86_400_000).toISOString() }
    expect((await act(salem, 'requestLodge', receipt.id, lodging, 'RequestLodgeInput')).problems).toEqual([
      { field: 'lodgedAt', code: 'DATE_FUTURE' },
    ])
  })
})

describe('the queue', () => {
  const queue = `query ($first: Int!, $after: String, $where: RequestFilter) { requests(first: $first, after: $after, where: $where) {
    nodes { id reference status service { key name(language: "ar") } beneficiary { name } assignee { name } due { at } } pageInfo { hasNextPage endCursor } } }`

  test('reaches a watching officer at once', async () => {
    const salem = await api.as('salem')
    const watch = salem.watch(
      'subscription { requestFeed { cursor reset event request { reference status beneficiary { name } } } }',
    )
    await watch.next()
    const receipt = await apply()
    let { data } = await watch.next()
    // An event of the spec before may still be on its way.
    while (data.requestFeed.request.reference !== receipt.reference) ({ data } = await watch.next())
    watch.stop()
    expect(data.requestFeed).toMatchObject({
      event: 'request.submitted',
      request: { reference: receipt.reference, status: 'SUBMITTED', beneficiary: { name: 'Maryam Khan' } },
    })
  })

  test('is read page by page without missing or doubling one, in one statement a page', async () => {
    const salem = await api.as('salem')
    await Promise.all(Array.from({ length: 5 }, () => apply()))
    const seen: string[] = []
    let after: string | null = null
    do {
      const { data }: { data: any } = await salem.ask(queue, { first: 3, after, where: { open: true } })
      seen.push(...data.requests.nodes.map((node: any) => node.id))
      after = data.requests.pageInfo.hasNextPage ? data.requests.pageInfo.endCursor : null
    } while (after)
    const [{ n }] = await api.sql('select count(*)::int as n from request where open')
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBe(n)

    await salem.ask(queue, { first: 3 })
    const before = counted.statements
    await salem.ask(queue, { first: 50 })
    const few = counted.statements - before
    await salem.ask(queue, { first: 1 })
    expect(counted.statements - before - few).toBeLessThanOrEqual(few)
    expect(few).toBeLessThanOrEqual(4)
  })

  test('finds by reference in any digits, by name and by service', async () => {
    const salem = await api.as('salem')
    const receipt = await apply({ contact: { name: 'Zulaikha Farooqi', phone: '0507654321' } })
    const arabic = receipt.reference.replace(/\d/g, (digit: string) =>
      String.fromCharCode(0x660 + Number(digit)),
    )
    for (const where of [
      { search: arabic },
      { search: 'zulaikha' },
      { search: 'Zulaikha', service: 'course' },
    ]) {
      const { data } = await salem.ask(queue, { first: 5, where })
      expect(data.requests.nodes.map((node: any) => node.id)).toEqual([receipt.id])
    }
    const { data } = await salem.ask(queue, { first: 5, where: { search: 'Zulaikha', service: 'visit' } })
    expect(data.requests.nodes).toEqual([])
  })

  test('is not searched by analysts, and closed to people who are not signed in', async () => {
    const huda = await api.as('huda')
    const { errors } = await huda.ask(queue, { first: 5, where: { search: 'Zulaikha' } })
    expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN')
    expect((await api.guest.ask(queue, { first: 5 })).errors?.[0]?.extensions?.['code']).toBe(
      'UNAUTHENTICATED',
    )
  })
})

describe('the service guide', () => {
  test('shows five services to everybody, in the language asked for', async () => {
    const { data } = await api.guest.ask(
      '{ services { key workingDays requiresPermit name(language: "ar") summary(language: "bn") needs(language: "en") form } }',
    )
    expect(data.services.map((service: any) => service.key)).toHaveLength(5)
    for (const service of data.services) {
      expect(service.name).toMatch(/[\u0600-\u06ff]/)
      expect(service.summary).toMatch(/[\u0980-\u09ff]/)
      expect(service.form.pages.length).toBeGreaterThan(0)
    }
  })

  test('has nothing under a key that it does not know', async () => {
    expect((await api.guest.ask('{ service(key: "palace") { key } }')).data.service).toBeNull()
  })
})

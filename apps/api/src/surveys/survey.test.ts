import { randomUUID } from 'node:crypto'
import { minimumGroup } from '@sila/domain/survey'
import { beforeAll, describe, expect, test } from 'vitest'
import { key, useApi } from '../testing/api.ts'
import { countRatings } from './index.ts'

const api = useApi()

const answer = `mutation ($input: TrackedSurveyInput!) { trackedSurveyAnswer(input: $input) {
  tracked { survey { answered form } } problems { field code message } } }`
const results = `query ($period: PeriodInput!) { surveyResults(period: $period) {
  invited answered responseRate enough csat distribution { score count } easeDistribution { score count } comments } }`

const today = {
  from: new Date(Date.now() - 7 * 86_400_000).toISOString(),
  to: new Date(Date.now() + 86_400_000).toISOString(),
}

async function ask(text = 'When does the course begin?') {
  const input = { clientMutationId: key(), kind: 'INQUIRY', text, language: 'en', anonymous: true }
  const { data } = await api.guest.ask(
    'mutation ($input: InteractionSubmitInput!) { interactionSubmit(input: $input) { receipt { reference secret } } }',
    { input },
  )
  const { receipt } = data.interactionSubmit
  const [row] = await api.sql<{ id: string }>('select id from interaction where reference = $1', [
    receipt.reference,
  ])
  return { ...receipt, id: row?.id ?? '' }
}

async function askedAndAnswered() {
  const matter = await ask()
  const salem = await api.as('salem')
  const { data } = await salem.ask(
    `mutation ($id: ID!, $input: InteractionAnswerInput!) { interactionAnswer(id: $id, input: $input) { interaction { status } problems { code } } }`,
    {
      id: matter.id,
      input: { clientMutationId: key(), expectedVersion: 1, text: 'On Sunday.', language: 'en', close: true },
    },
  )
  expect(data.interactionAnswer.interaction.status).toBe('CLOSED')
  return matter
}

async function rate(
  matter: { reference: string; secret: string },
  answers: unknown,
  clientMutationId = key(),
) {
  const { reference, secret } = matter
  const { data, errors } = await api.guest.ask(answer, {
    input: { clientMutationId, reference, secret, answers },
  })
  if (errors) throw new Error(JSON.stringify(errors))
  return data.trackedSurveyAnswer
}

const shown = async (to: 'khalid' | 'huda' = 'khalid') => {
  const { data, errors } = await (await api.as(to)).ask(results, { period: today })
  if (errors) throw new Error(JSON.stringify(errors))
  return data.surveyResults
}

describe('a rating of the service (G4, M3)', () => {
  let matter: Awaited<ReturnType<typeof ask>>
  beforeAll(async () => {
    matter = await askedAndAnswered()
  })

  test('is asked for once, when the matter was answered and closed', async () => {
    const rows = await api.sql(
      'select reference, answered from survey_invitation where interaction_id = $1',
      [matter.id],
    )
    expect(rows).toEqual([{ reference: matter.reference, answered: false }])
  })

  test('asks in the words of the language that is read, and carries no other', async () => {
    const { reference, secret } = matter
    const form = async (language: string) => {
      const { data } = await api.guest.ask(
        'query ($r: String!, $s: String!, $l: String) { tracked(reference: $r, secret: $s) { survey { form(language: $l) } } }',
        { r: reference, s: secret, l: language },
      )
      return data.tracked.survey.form
    }
    expect(Object.keys((await form('ur')).i18n)).toEqual(['ur'])
    expect((await form('ur')).i18n.ur.csat).toMatch(/[\u0600-\u06ff]/)
    expect(Object.keys((await form('fil')).i18n)).toEqual(['fil'])
  })

  test('is given only by whoever was asked', async () => {
    const open = await ask()
    expect((await rate(open, { csat: 5 })).problems).toEqual([
      expect.objectContaining({ code: 'SURVEY_CLOSED' }),
    ])
  })

  test.each([
    ['no satisfaction', { ease: 2 }, 'answers.csat', 'REQUIRED'],
    ['six stars', { csat: 6 }, 'answers.csat', 'NUMBER_TOO_LARGE'],
    ['a question that was not asked', { csat: 4, officer: 'Salem' }, 'answers.officer', 'FIELD_UNKNOWN'],
    ['a book of a comment', { csat: 4, comment: 'x'.repeat(1001) }, 'answers.comment', 'TOO_LONG'],
  ])('with %s is told what to put right, and nothing is kept', async (_what, answers, field, code) => {
    const before = await api.sql('select count(*)::int as n from survey_response')
    expect((await rate(matter, answers)).problems).toContainEqual(expect.objectContaining({ field, code }))
    expect(await api.sql('select count(*)::int as n from survey_response')).toEqual(before)
  })

  test('is taken in once, however often it is sent, and a second one is refused', async () => {
    const once = key()
    const first = await rate(matter, { csat: 2, ease: 4, comment: 'Nobody \u202espoke Urdu.' }, once)
    expect(first).toMatchObject({ tracked: { survey: { answered: true } }, problems: [] })
    expect(
      (await rate(matter, { csat: 2, ease: 4, comment: 'Nobody \u202espoke Urdu.' }, once)).problems,
    ).toEqual([])
    expect((await rate(matter, { csat: 5 }, once)).problems[0].code).toBe('ALREADY_SENT_DIFFERENTLY')
    expect((await rate(matter, { csat: 5 })).problems[0].code).toBe('SURVEY_ALREADY_ANSWERED')
    expect(await api.sql('select csat, ease, comment, channel, kind from survey_response')).toEqual([
      { csat: 2, ease: 4, comment: 'Nobody spoke Urdu.', channel: 'WEBSITE', kind: 'INQUIRY' },
    ])
  })

  test('names nobody: nothing that is kept with it or about it leads to the matter, the person or the officer', async () => {
    const [response] = await api.sql(`select r::text as row from survey_response r`)
    const [event] = await api.sql(
      `select aggregate_id, actor_id, payload from event where type = 'survey.answered'`,
    )
    const salem = api.idOf('salem')
    for (const trace of [matter.id, matter.reference, salem]) expect(response.row).not.toContain(trace)
    expect(event).toMatchObject({ actor_id: null, payload: {} })
    const known = await api.sql(
      'select id from interaction where id = $1 union all select id from survey_response where id = $1',
      [event.aggregate_id],
    )
    expect(known).toEqual([])
    const columns = await api.sql(
      `select column_name as name from information_schema.columns where table_name = 'survey_response'`,
    )
    expect(
      columns
        .map(({ name }) => name)
        .filter((name) => /staff|author|person|beneficiary|reference|_id$/.test(name)),
    ).toEqual([])
  })

  test('cannot be given any more when 30 days have passed', async () => {
    const late = await askedAndAnswered()
    await api.sql(`update survey_invitation set at = now() - interval '31 days' where interaction_id = $1`, [
      late.id,
    ])
    expect((await rate(late, { csat: 5 })).problems[0].code).toBe('SURVEY_CLOSED')
  })

  test('shows nothing of itself until there are five, and then how often each score was given', async () => {
    await countRatings(api.house)
    expect(await shown()).toMatchObject({
      answered: 0,
      enough: false,
      csat: null,
      distribution: null,
      easeDistribution: null,
      comments: null,
    })
    for (let given = 1; given < minimumGroup; given += 1) await rate(await askedAndAnswered(), { csat: 4 })
    expect(await shown()).toMatchObject({ answered: 0, enough: false })
    await countRatings(api.house)
    const five = await shown()
    expect(five).toMatchObject({
      answered: 5,
      enough: true,
      csat: (2 + 4 * 4) / 5,
      easeDistribution: null,
      comments: ['Nobody spoke Urdu.'],
    })
    // Who reads masked has the same figures, and nobody's words.
    expect(await shown('huda')).toEqual({ ...five, comments: null })
    expect(five.distribution.map(({ count }: { count: number }) => count)).toEqual([0, 1, 0, 4, 0])
    const [{ invited, replied }] = await api.sql(
      `select count(*)::int as invited, (count(*) filter (where answered))::int as replied from survey_invitation where at > now() - interval '7 days'`,
    )
    expect(five).toMatchObject({ invited, responseRate: (100 * replied) / invited })
  })

  test('is closed to officers, whose work it is about, and to everybody outside', async () => {
    const salem = await api.as('salem')
    expect((await salem.ask(results, { period: today })).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN')
    expect((await api.guest.ask(results, { period: today })).errors?.[0]?.extensions?.['code']).toBe(
      'UNAUTHENTICATED',
    )
  })

  test('is never asked of a matter that nobody can track', async () => {
    const silent = await ask()
    await api.sql('update interaction set secret_hash = null where id = $1', [silent.id])
    const salem = await api.as('salem')
    await salem.ask(
      `mutation ($id: ID!, $input: InteractionAnswerInput!) { interactionAnswer(id: $id, input: $input) { problems { code } } }`,
      {
        id: silent.id,
        input: {
          clientMutationId: randomUUID(),
          expectedVersion: 1,
          text: 'Here.',
          language: 'en',
          close: true,
        },
      },
    )
    expect(await api.sql('select 1 from survey_invitation where interaction_id = $1', [silent.id])).toEqual(
      [],
    )
  })
})

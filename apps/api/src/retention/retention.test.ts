import { contactTypes } from '@sila/domain/beneficiary'
import { consentFor, consentPurposes } from '@sila/domain/consent'
import type { Consent, ConsentPurpose } from '@sila/domain/consent'
import { pino } from 'pino'
import { v7 as uuidv7 } from 'uuid'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { checkTrail } from '../audit/check.ts'
import { sealAll } from '../audit/seal.ts'
import { workNightly } from '../nightly.ts'
import { key, useApi } from '../testing/api.ts'
import { becomeKnown } from '../testing/proving.ts'
import { pdf, sendWhole } from '../testing/uploads.ts'
import { previewRetention, runRetention } from './run.ts'
import type { Ended } from './run.ts'

const api = useApi()

const submit = `mutation ($input: InteractionSubmitInput!) { interactionSubmit(input: $input) { problems { code } } }`
const set = `mutation ($input: RetentionSetInput!) { retentionSet(input: $input) {
  setting { record months reason setBy { name } } problems { field code message } } }`
const shown = `{ retention { lastRunAt nextRunAt settings { record months defaultMonths least most permanent reason }
  runs { begunAt record examined erased held open } } auditTrail { head check { damages rows unsealed } } }`
const erasures = `{ erasures(first: 10) { nodes { ground by { name } } } }`

/** A person with one matter that was closed then, its question, and its words wherever they stand. */
async function live(name: string, closedAt: string | null, channel = 'WEBSITE') {
  const contact = { name, phone: `+96650${Math.floor(1_000_000 + Math.random() * 8_999_999)}` }
  const input = {
    clientMutationId: key(),
    kind: 'INQUIRY',
    text: `Words of ${name}.`,
    language: 'en',
    anonymous: false,
    contact,
  }
  await api.guest.ask(submit, { input })
  const [row] = await api.sql<{ id: string; matter: string }>(
    `select b.id, i.id as matter from interaction i join beneficiary b on b.id = i.beneficiary_id where b.name = $1`,
    [name],
  )
  if (!row) throw new Error(`${name} was not taken in`)
  const at = closedAt ?? '2019-01-01T00:00:00Z'
  await api.sql(
    `update interaction set open = $2, closed_at = $3, last_activity_at = $4, received_at = $4, channel = $5, status = case when $2 then status else 'CLOSED' end where id = $1`,
    [row.matter, closedAt === null, closedAt, at, channel],
  )
  await api.sql(`update beneficiary set since = $2 where id = $1`, [row.id, at])
  return row
}

const hold = (id: string) =>
  api.sql(
    `insert into legal_hold (id, beneficiary_id, reason, placed_at, placed_by) values ($1, $2, 'A court asks.', now(), $3)`,
    [uuidv7(), id, api.idOf('dalal')],
  )
const isThere = async (id: string) =>
  (await api.sql('select from beneficiary where id = $1', [id])).length === 1
const subjectOf = async (matter: string) =>
  (await api.sql<{ subject: string }>('select subject from interaction where id = $1', [matter]))[0]?.subject
const of = (ended: Ended[] | undefined, record: string) => ended?.find((line) => line.record === record)
const run = () => runRetention(api.house)
const night = (text: string) => api.setNow(new Date(text))
const bare = async () => {
  for (const table of ['legal_hold', 'data_right', 'consent']) await api.sql(`delete from ${table}`)
}

beforeAll(async () => {
  await sealAll(api.house.database.pool, api.house.keys)
  for (const name of ['salem', 'khalid', 'huda', 'admin', 'dalal'] as const) await api.as(name)
  // The clock is turned by years, and sessions that are over go.
  await api.sql(`update auth_session set "expiresAt" = '2099-01-01'`)
})
beforeEach(bare)

describe('somebody who was not heard of for five years', () => {
  test('goes in the night after the last day, on the wall of the association', async () => {
    const gone = await live('Last Heard On Newyear', '2021-12-31T20:59:59Z')
    const kept = await live('Heard In The New Year', '2021-12-31T21:00:00Z')
    night('2026-12-31T22:00:00+03:00')
    await run()
    expect(await isThere(gone.id)).toBe(true)
    night('2027-01-01T01:00:00+03:00')
    await run()
    expect([await isThere(gone.id), await isThere(kept.id)]).toEqual([false, true])
    const { data } = await (await api.as('dalal')).ask(erasures)
    expect(data.erasures.nodes[0]).toEqual({ ground: 'PURPOSE_ENDED', by: null })
    night('2027-01-02T01:00:00+03:00')
    await run()
    expect(await isThere(kept.id)).toBe(false)
  })

  test('on a leap day, goes after the last day of February', async () => {
    const leaping = await live('Leap Day', '2024-02-29T09:00:00Z')
    night('2029-02-28T23:00:00+03:00')
    await run()
    expect(await isThere(leaping.id)).toBe(true)
    night('2029-03-01T01:00:00+03:00')
    await run()
    expect(await isThere(leaping.id)).toBe(false)
  })

  test('stays under a legal hold, and while something of theirs is open', async () => {
    const held = await live('Held Person', '2019-05-05T09:00:00Z')
    const waiting = await live('Waiting Person', null)
    const asking = await live('Asking Person', '2019-05-05T09:00:00Z')
    await hold(held.id)
    await api.sql(
      `insert into data_right (id, "right", beneficiary_id, channel, text, received_at, due_at) values ($1, 'ACCESS', $2, 'VISIT', '', '2019-06-01', '2019-07-01')`,
      [uuidv7(), asking.id],
    )
    night('2029-06-01T01:00:00+03:00')
    const ended = await run()
    expect(of(ended, 'BENEFICIARY')).toMatchObject({ examined: 3, erased: 0, held: 1, open: 2 })
    expect(await subjectOf(held.matter)).toContain('Words of Held')
    expect(await subjectOf(waiting.matter)).toContain('Words of Waiting')
    expect(
      await api.sql('select held, open from retention_run where record = $1 and held > 0', ['BENEFICIARY']),
    ).not.toEqual([])
    await api.sql('delete from legal_hold')
    await run()
    expect([await isThere(held.id), await isThere(waiting.id)]).toEqual([false, true])
  })
})

describe('the words of a closed matter', () => {
  test('go when their term is over, and whose it was and what it was stays', async () => {
    const old = await live('Old Matter', '2028-01-10T09:00:00Z')
    const letter = await live('Old Letter', '2028-01-10T09:00:00Z', 'LETTER')
    const visit = await live('Old Visit', '2020-01-10T09:00:00Z', 'VISIT')
    // They are heard of again, so that they stay.
    await api.sql(`update interaction set last_activity_at = '2032-02-01' where id = any($1::uuid[])`, [
      [old.matter, letter.matter, visit.matter],
    ])
    night('2032-02-01T01:00:00+03:00')
    await run()
    expect([await subjectOf(old.matter), await subjectOf(letter.matter)]).toEqual([
      expect.stringContaining('Words'),
      '',
    ])
    night('2033-02-01T01:00:00+03:00')
    await run()
    expect([await subjectOf(old.matter), await subjectOf(visit.matter)]).toEqual([
      '',
      expect.stringContaining('Words'),
    ])
    expect(await api.sql('select from entry where interaction_id = $1', [old.matter])).toEqual([])
    expect(
      await api.sql('select beneficiary_id, kind, status from interaction where id = $1', [old.matter]),
    ).toEqual([{ beneficiary_id: old.id, kind: 'INQUIRY', status: 'CLOSED' }])
    expect(await checkTrail(api.house.database.pool, api.house.keys)).toMatchObject({ damages: [] })
  })

  test('take their files with them, the bytes too', async () => {
    night('2028-01-01T09:00:00Z')
    const held = await becomeKnown(api, { name: 'Letter Bringer', phone: '0551239077' })
    const file = await sendWhole(api, held, pdf('a letter'), 'letter.pdf')
    const { kept } = api.house.files
    expect(await kept.list()).toContain(file)
    await api.sql(
      `update interaction set open = false, status = 'CLOSED', closed_at = $2, last_activity_at = '2033-01-01' where reference = $1`,
      [held.reference, api.house.now()],
    )
    night('2033-02-02T01:00:00+03:00')
    await run()
    expect(await api.sql('select from file where id = $1', [file])).toEqual([])
    expect(await kept.list()).not.toContain(file)
  })
})

describe('a run', () => {
  test('is told beforehand, and then does just that', async () => {
    await live('Foretold', '2027-01-10T09:00:00Z')
    night('2034-02-01T01:00:00+03:00')
    const preview = await previewRetention(api.house)
    expect(of(preview, 'BENEFICIARY')?.erased).toBeGreaterThan(0)
    expect(await previewRetention(api.house)).toEqual(preview)
    const ended = await run()
    expect(of(ended, 'BENEFICIARY')).toEqual(of(preview, 'BENEFICIARY'))
    expect(of(await run(), 'BENEFICIARY')).toMatchObject({ erased: 0 })
  })

  test('runs once where two nodes begin it at once', async () => {
    const { id } = await live('Wanted Twice', '2028-01-10T09:00:00Z')
    night('2035-02-01T01:00:00+03:00')
    const before = await api.sql('select from erasure')
    const both = await Promise.all([run(), run()])
    expect(both.filter((ended) => ended === undefined)).toHaveLength(1)
    expect(await isThere(id)).toBe(false)
    expect(await api.sql('select from erasure')).toHaveLength(before.length + 1)
  })

  test('that is killed in the middle goes on where it was', async () => {
    const ids: string[] = []
    for (let n = 0; n < 130; n++) {
      const id = uuidv7()
      ids.push(id)
      await api.sql(
        `insert into beneficiary (id, number, name, name_folded, name_keys, kind, preferred_language, spoken_languages, since)
          values ($1::uuid, 'B-' || $1, 'Many', 'many', '{}', 'INDIVIDUAL', 'en', '{en}', '2020-01-01')`,
        [id],
      )
    }
    night('2036-02-01T01:00:00+03:00')
    // The second page fails on its way: what stands before it stands.
    await api.sql(`create function stumble() returns trigger language plpgsql as $$ begin
      if old.id = '${ids[110]}' then perform pg_terminate_backend(pg_backend_pid()); end if; return old; end $$`)
    await api.sql(
      'create trigger stumble before delete on beneficiary for each row execute function stumble()',
    )
    await expect(run()).rejects.toThrow()
    await api.sql('drop trigger stumble on beneficiary')
    const left = await api.sql('select from beneficiary where id = any($1::uuid[])', [ids])
    expect(left.length).toBeGreaterThan(20)
    expect(left.length).toBeLessThan(40)
    const [noted] = await api.sql<{ n: number }>(
      `select sum(erased)::int as n from retention_run where record = 'BENEFICIARY' and begun_at = $1`,
      [api.house.now()],
    )
    expect(noted?.n).toBe(ids.length - left.length)
    expect(of(await run(), 'BENEFICIARY')).toMatchObject({ erased: left.length })
    expect(await api.sql('select from beneficiary where id = any($1::uuid[])', [ids])).toEqual([])
    await sealAll(api.house.database.pool, api.house.keys)
    expect(await checkTrail(api.house.database.pool, api.house.keys)).toMatchObject({ damages: [] })
  })

  test('ends codes, messages, sessions, keys of acts and looks, each by its own term', async () => {
    night('2026-11-25T01:00:00+03:00')
    const { id } = await live('Recent Person', '2026-10-01T09:00:00Z')
    await api.sql(
      `insert into one_time_code (id, address, type, at, expires_at) values (gen_random_uuid(), 'x@old.example', 'EMAIL', '2026-09-01', '2026-09-01'), (gen_random_uuid(), 'x@new.example', 'EMAIL', now(), '2026-11-24')`,
    )
    await api.sql(
      `insert into outbox (id, address, channel, template, language, state, at) values (gen_random_uuid(), 'x@old.example', 'EMAIL', 'CODE', 'en', 'SENT', '2026-10-01'), (gen_random_uuid(), 'x@new.example', 'EMAIL', 'CODE', 'en', 'SENT', '2026-11-20')`,
    )
    await api.sql(`update idempotency set at = '2025-10-01' where ctid = (select min(ctid) from idempotency)`)
    await api.sql(
      `insert into consent (id, beneficiary_id, purpose, given_at, withdrawn_at) values (gen_random_uuid(), $1, 'AWARENESS', '2019-01-01', '2020-01-01'), (gen_random_uuid(), $1, 'AWARENESS', '2020-02-01', null)`,
      [id],
    )
    const looks = await api.sql('select from look')
    const ended = await run()
    expect(of(ended, 'CODE')?.erased).toBe(1)
    expect(of(ended, 'MESSAGE')?.erased).toBe(1)
    expect(of(ended, 'ACT_KEY')?.erased).toBe(1)
    expect(of(ended, 'CONSENT')?.erased).toBe(1)
    expect(await api.sql('select address from outbox union all select address from one_time_code')).toEqual([
      { address: 'x@new.example' },
      { address: 'x@new.example' },
    ])
    expect(await api.sql('select from look')).toHaveLength(looks.length)
  })

  test('attack: a no that somebody said does not become a yes when its term is over', async () => {
    night('2026-11-25T01:00:00+03:00')
    const { id } = await live('Says No', '2026-10-01T09:00:00Z')
    await api.sql(
      `insert into consent (id, beneficiary_id, purpose, channel, given_at, withdrawn_at)
        select gen_random_uuid(), $1, purpose, channel, given_at, withdrawn_at from (values
          ('AWARENESS', null, '2018-01-01'::timestamptz, null::timestamptz),
          ('AWARENESS', 'EMAIL', '2019-01-01', '2019-01-01'),
          ('SURVEY', 'PHONE', '2019-01-01', '2019-01-01'),
          ('SURVEY', 'WHATSAPP', '2018-01-01', '2018-01-01'),
          ('SURVEY', 'WHATSAPP', '2019-01-01', null)) as said(purpose, channel, given_at, withdrawn_at)`,
      [id],
    )
    const answers = async () => {
      const said = await api.sql<Consent>(
        `select purpose, channel, given_at as "givenAt", withdrawn_at as "withdrawnAt" from consent where beneficiary_id = $1`,
        [id],
      )
      return (Object.keys(consentPurposes) as ConsentPurpose[]).flatMap((purpose) =>
        contactTypes.map((channel) => [purpose, channel, consentFor(said, purpose, channel).given]),
      )
    }
    const before = await answers()
    expect(of(await run(), 'CONSENT')?.erased).toBe(1)
    expect(await answers()).toEqual(before)
  })
})

describe('a setting', () => {
  test('is for the privacy officer, within its bounds, with a reason; the next run goes by it', async () => {
    const input = {
      clientMutationId: key(),
      record: 'MESSAGE',
      months: 2,
      reason: 'As the policy of 1448 says.',
    }
    for (const name of ['salem', 'khalid', 'huda', 'admin'] as const) {
      const { errors } = await (await api.as(name)).ask(set, { input })
      expect(errors?.[0]?.extensions?.['code'], name).toBe('FORBIDDEN')
    }
    const dalal = await api.as('dalal')
    const wrong = await dalal.ask(set, { input: { ...input, clientMutationId: key(), months: 13 } })
    expect(wrong.data.retentionSet).toMatchObject({
      setting: null,
      problems: [{ field: 'months', code: 'RETENTION_BOUNDS', message: expect.stringContaining('1 to 12') }],
    })
    const forever = await dalal.ask(set, { input: { ...input, clientMutationId: key(), months: null } })
    expect(forever.data.retentionSet.problems).toMatchObject([{ code: 'RETENTION_BOUNDS' }])
    const { data } = await dalal.ask(set, { input })
    expect(data.retentionSet).toEqual({
      setting: { record: 'MESSAGE', months: 2, reason: input.reason, setBy: { name: 'دلال العتيبي' } },
      problems: [],
    })
    const event = await api.sql(`select actor_id, payload from event where type = 'retention.set'`)
    expect(event).toEqual([
      { actor_id: api.idOf('dalal'), payload: { record: 'MESSAGE', months: 2, reason: input.reason } },
    ])
    await api.sql('delete from outbox')
    await api.sql(
      `insert into outbox (id, address, channel, template, language, state, at) values (gen_random_uuid(), 'x@six.weeks', 'EMAIL', 'CODE', 'en', 'SENT', '2030-01-01')`,
    )
    night('2030-02-15T01:00:00+03:00')
    expect(of(await run(), 'MESSAGE')?.erased).toBe(0)
    const kept = await dalal.ask(set, { input: { ...input, clientMutationId: key(), months: 1 } })
    expect(kept.data.retentionSet.problems).toEqual([])
    expect(of(await run(), 'MESSAGE')?.erased).toBe(1)
  })

  test('is shown on the desk with the last runs, the next one, and the audit trail', async () => {
    night('2037-02-01T01:00:00+03:00')
    await workNightly(api.house, pino({ level: 'silent' }))
    const dalal = await api.as('dalal')
    const { data } = await dalal.ask(shown)
    expect(data.retention.lastRunAt).toBe('2037-01-31T22:00:00.000Z')
    expect(data.retention.nextRunAt).toBe('2037-02-01T22:00:00.000Z')
    expect(data.retention.settings).toContainEqual({
      ...{ record: 'VISIT', months: null, defaultMonths: null, least: 12, most: 600 },
      ...{ permanent: true, reason: null },
    })
    expect(data.retention.runs[0]).toMatchObject({
      begunAt: expect.any(String),
      examined: expect.any(Number),
    })
    expect(data.auditTrail).toMatchObject({
      head: expect.stringMatching(/^\d+:[0-9a-f]{64}$/),
      check: { damages: 0 },
    })
    for (const name of ['salem', 'admin'] as const) {
      const { errors } = await (await api.as(name)).ask(shown)
      expect(errors?.[0]?.extensions?.['code'], name).toBe('FORBIDDEN')
    }
  })

  test('of the night finds damage, tells it in the log, and shows it on the desk', async () => {
    const told: string[] = []
    await api.sql(
      `update event set type = 'interaction.forged' where id = (select max(id::text)::uuid from event)`,
    )
    await workNightly(api.house, pino({ level: 'error' }, { write: (line) => void told.push(line) }))
    expect(told.join()).toContain('THE TRAIL IS DAMAGED')
    const { data } = await (await api.as('dalal')).ask(shown)
    expect(data.auditTrail.check.damages).toBe(1)
    api.setNow()
  })
})

import type { EntityManager } from '@mikro-orm/postgresql'
import { consentPurposes } from '@sila/domain/consent'
import type { RecordKind } from '@sila/domain/retention'
import type { Cause } from '../audit/redact.ts'
import type { Context } from '../context.ts'
import { erasePeople } from '../privacy/person.acts.ts'
import { blankRows, readColumns } from '../privacy/person.erase.ts'
import { personalTables } from '../privacy/personal-data.ts'

/** Records that end together: which are due before `$1`, what holds them back, and what is done with those that go. */
export type Part = {
  table: string
  /** By what a row is named; the id where nothing else is said. */
  key?: 'ctid'
  due: string
  /** Whose the row is, where a legal hold of that person holds it back. */
  person?: string
  /** That something of it is still open holds it back as well. */
  open?: string
  end(ctx: Context, em: EntityManager, cause: Cause, ids: readonly string[]): Promise<void>
}

const listOf = (ids: readonly string[]) => `{${ids.map((id) => `"${id}"`).join()}}`
const statement =
  (text: string): Part['end'] =>
  async (_ctx, em, _cause, ids) => {
    await em.execute(text, Array(text.split('?').length - 1).fill(listOf(ids)))
  }

/** Whether a legal hold of its person keeps a row. */
export const onHold = ({ person }: Pick<Part, 'person'>) =>
  person
    ? `exists (select from legal_hold h where h.beneficiary_id = ${person} and h.lifted_at is null)`
    : 'false'
const ofPerson = (table: string, when: string) =>
  `not exists (select from ${table} m where m.beneficiary_id = t.id and m.${when} >= $1)`

/** Rows of one table that simply go. */
const gone = (table: string, due: string, more: Partial<Part> = {}): Part => ({
  ...{ table, due, end: statement(`delete from ${table} where id = any (?::uuid[])`), ...more },
})
const goneByPlace = (table: string, due: string): Part => ({
  ...{ table, due, key: 'ctid', end: statement(`delete from ${table} where ctid = any (?::tid[])`) },
})

// Somebody is heard of with every matter, consent, visit to their own page and request about their data.
const people: Part = {
  table: 'beneficiary',
  due: [
    `t.since < $1`,
    ...['interaction', 'request'].map((table) => ofPerson(table, 'last_activity_at')),
    ...[ofPerson('consent', 'given_at'), ofPerson('consent', 'withdrawn_at')],
    ...[ofPerson('beneficiary_session', 'seen_at'), ofPerson('data_right', 'received_at')],
  ].join(' and '),
  person: 't.id',
  open: [
    ...['interaction', 'request'].map(
      (table) => `exists (select from ${table} m where m.beneficiary_id = t.id and m.open)`,
    ),
    `exists (select from data_right d where d.beneficiary_id = t.id and d.answered_at is null)`,
  ].join(' or '),
  end: (ctx, em, _cause, ids) => erasePeople(ctx, em, ids, 'PURPOSE_ENDED'),
}

/** The words of closed matters: what they were, when, and whose, stays until the person goes. */
const words = (table: 'interaction' | 'request', channel = 'true'): Part => ({
  table,
  due: `not t.open and t.closed_at < $1 and t.words_ended_at is null and ${channel}`,
  person: 't.beneficiary_id',
  async end(ctx, em, cause, ids) {
    const columns = await readColumns(em)
    for (const [name, tags] of personalTables)
      if (tags.matters)
        await blankRows(
          em,
          cause,
          { name, table: tags, where: tags.matters, columns, stays: true },
          listOf(ids),
        )
    await em.execute(`update ${table} set words_ended_at = ? where id = any (?::uuid[])`, [
      ...[ctx.now, listOf(ids)],
    ])
  },
})

const dataRights: Part = {
  table: 'data_right',
  due: `t.answered_at < $1 and t.beneficiary_id is not null`,
  person: 't.beneficiary_id',
  end: statement(
    `update data_right set beneficiary_id = null, text = '', extension_reason = null, answer = null where id = any (?::uuid[])`,
  ),
}

const looks: Part = {
  table: 'look',
  due: `t.at < $1 and t.beneficiary_id is not null`,
  person: 't.beneficiary_id',
  async end(_ctx, em, cause, ids) {
    const table = personalTables.find(([name]) => name === 'look')?.[1]
    if (!table) throw new Error('looks are tagged as personal data')
    const columns = await readColumns(em)
    await blankRows(em, cause, { name: 'look', table, where: 'id = any ($1::uuid[])', columns }, listOf(ids))
  },
}

// Of whoever left, what they did stays, and names nobody any more.
const staffWhoLeft: Part = {
  table: 'staff',
  due: `not t.active and t.name <> '' and (select max(e.at) from event e
    where e.aggregate_id = t.id and e.type = 'staff.disabled') < $1`,
  end: statement(`with left_us as (select user_id from staff where id = any (?::uuid[])),
    a as (delete from auth_account where "userId" in (select user_id from left_us)),
    s as (delete from auth_session where "userId" in (select user_id from left_us)),
    p as (delete from auth_passkey where "userId" in (select user_id from left_us)),
    f as (delete from auth_two_factor where "userId" in (select user_id from left_us)),
    u as (update auth_user set name = '', email = id || '@left.invalid', image = null where id in (select user_id from left_us))
    update staff set name = '', email = id || '@left.invalid', languages = '{}' where id = any (?::uuid[])`),
}

// A "no" stays for as long as it is what keeps somebody from being written to: it goes where something else was said
// after it, or where nothing that was said would be a "yes" without it.
const said = (when: string) =>
  `exists (select from consent o where o.beneficiary_id = t.beneficiary_id and o.purpose = t.purpose and ${when})`
const asksFirst = Object.entries(consentPurposes).flatMap(([purpose, { needsConsent }]) =>
  needsConsent ? [`'${purpose}'`] : [],
)
const needless = `(${said(
  `(o.channel is null or o.channel = t.channel) and coalesce(o.withdrawn_at, o.given_at) > t.withdrawn_at`,
)} or (t.purpose in (${asksFirst.join()}) and not ${said('o.withdrawn_at is null')}))`

/** What is done for each kind of record whose term is over. Backups are files, and are deleted as such. */
export const parts = {
  BENEFICIARY: [people],
  MATTER: [words('interaction', `t.channel not in ('LETTER', 'VISIT')`), words('request')],
  LETTER: [words('interaction', `t.channel = 'LETTER'`)],
  VISIT: [words('interaction', `t.channel = 'VISIT'`)],
  CONSENT: [gone('consent', `t.withdrawn_at < $1 and ${needless}`, { person: 't.beneficiary_id' })],
  DATA_RIGHT: [dataRights],
  INCIDENT: [
    {
      table: 'incident',
      due: `t.discovered_at < $1 and t.what <> ''`,
      end: statement(`update incident set what = '', measures = '' where id = any (?::uuid[])`),
    },
  ],
  LOOK: [looks],
  MESSAGE: [gone('outbox', `t.at < $1`)],
  CODE: [gone('one_time_code', `t.expires_at < $1`)],
  SESSION: [
    gone('beneficiary_session', `t.seen_at < $1`),
    ...['auth_session', 'auth_verification'].map((table) => goneByPlace(table, `t."expiresAt" < $1`)),
    goneByPlace('auth_attempt', `t.until < $1`),
    goneByPlace('rate_limit', `t.expire < extract(epoch from $1::timestamptz) * 1000`),
  ],
  ACT_KEY: [goneByPlace('idempotency', `t.at < $1`)],
  STAFF: [staffWhoLeft],
  BACKUP: [],
} as const satisfies Record<RecordKind, readonly Part[]>

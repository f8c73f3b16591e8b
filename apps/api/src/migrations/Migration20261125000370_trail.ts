import { Migration } from '@mikro-orm/migrations'

/**
 * The audit trail: each audited row bears a mark that only the house can make, and the chain of seals says which rows
 * there are, in which order. A salt stands in the way of guessing what was erased; it goes with what it salted.
 */
export class Migration20261125000370_trail extends Migration {
  override up(): void {
    const salted = `add column salt bytea default uuid_send(gen_random_uuid()), add column mark bytea`
    const placed = `add column xid xid8 not null default pg_current_xact_id()`
    this.addSql(`alter table event ${salted}`)
    this.addSql(`alter table look ${salted}, ${placed}`)
    this.addSql(`create index look_placed on look (xid, id)`)
    // What retention erases, the house erases by itself.
    this.addSql(`alter table erasure add column mark bytea, ${placed}, alter column by_id drop not null`)
    this.addSql(`create index erasure_placed on erasure (xid, id)`)

    // What was erased of an audited row, by which erasure or retention run, and the digest of what remained.
    this.addSql(`create table redaction (
      id uuid primary key, row_table text not null, row_id uuid not null, cause_id uuid not null, remains bytea not null,
      at timestamptz not null, mark bytea, xid xid8 not null default pg_current_xact_id())`)
    this.addSql(`create unique index redaction_once on redaction (row_table, row_id)`)
    this.addSql(`create index redaction_placed on redaction (xid, id)`)

    this.addSql(`create table seal (
      seq bigint primary key, row_table text not null, row_id uuid not null, xid xid8 not null, mark bytea not null, hash bytea not null)`)
    this.addSql(`create unique index seal_row on seal (row_table, row_id)`)
    this.addSql(`create index seal_last on seal (row_table, seq desc)`)

    // That the database was made of a backup, and up to which seal its rows came from there.
    this.addSql(`create table restoration (
      id uuid primary key, at timestamptz not null, made_at timestamptz not null, seals bigint not null, erased int not null,
      mark bytea, xid xid8 not null default pg_current_xact_id())`)
    this.addSql(`create index restoration_placed on restoration (xid, id)`)

    // What retention did: one row for each batch of a kind of record, so that a run that is killed is told truly.
    this.addSql(`create table retention_run (
      id uuid primary key, begun_at timestamptz not null, at timestamptz not null, record text not null, examined int not null,
      erased int not null, held int not null, open int not null, mark bytea, xid xid8 not null default pg_current_xact_id())`)
    this.addSql(`create index retention_run_newest on retention_run (begun_at desc, record)`)
    this.addSql(`create index retention_run_placed on retention_run (xid, id)`)
    // What the privacy officer set instead of the default; without months it is kept permanently.
    this.addSql(`create table retention_setting (
      record text primary key, id uuid not null unique, months int check (months > 0), reason text not null,
      set_at timestamptz not null, set_by uuid not null references staff)`)
    // Of a matter whose words are gone the facts stay: it is not looked at again.
    for (const table of ['interaction', 'request']) {
      this.addSql(`alter table ${table} add column words_ended_at timestamptz`)
      this.addSql(
        `create index ${table}_worded on ${table} (closed_at) where not open and words_ended_at is null`,
      )
    }

    // How the trail was found: the desk of the privacy officer shows the newest.
    this.addSql(`create table audit_check (
      id uuid primary key, at timestamptz not null, rows bigint not null, unsealed bigint not null, count bigint not null,
      hash text not null, damages int not null)`)
    this.addSql(`create index audit_check_newest on audit_check (at desc)`)
  }
}

import { Migration } from '@mikro-orm/migrations'

/** Who looked at whom, what people asked about their own data, incidents, holds, erasures, and the keys of persons. */
export class Migration20261122000330_privacy extends Migration {
  override up(): void {
    // Looks outlive the person whom they were at: erasure takes the person from them, the count per colleague stays.
    this.addSql(`create table look (
      id uuid primary key, staff_id uuid not null references staff, beneficiary_id uuid references beneficiary,
      what text not null check (what in ('PERSON', 'INTERACTION', 'REQUEST', 'EXPORT')),
      quarter timestamptz not null, at timestamptz not null)`)
    this.addSql(`create unique index look_once on look (beneficiary_id, quarter, staff_id, what)`)
    this.addSql(`create index look_person on look (beneficiary_id, at desc, id desc)`)
    this.addSql(`create index look_time on look (at, staff_id, beneficiary_id)`)
    this.addSql(`create index on look (staff_id)`)

    this.addSql(`create table legal_hold (
      id uuid primary key, beneficiary_id uuid not null references beneficiary, reason text not null,
      placed_at timestamptz not null, placed_by uuid not null references staff,
      lifted_at timestamptz, lifted_by uuid references staff)`)
    this.addSql(`create index on legal_hold (beneficiary_id)`)

    // What remains of an erasure: that it was done, by whom and on what ground; of whom is known no more.
    this.addSql(`create table erasure (
      id uuid primary key, at timestamptz not null, by_id uuid not null references staff,
      ground text not null check (ground in ('ASKED', 'CONSENT_WITHDRAWN', 'PURPOSE_ENDED', 'UNLAWFUL')), rows int not null)`)
    this.addSql(`create index erasure_newest on erasure (at desc, id desc)`)

    this.addSql(`create table data_right (
      id uuid primary key, "right" text not null check ("right" in ('ACCESS', 'COPY', 'CORRECTION', 'ERASURE', 'OBJECTION')),
      beneficiary_id uuid references beneficiary, channel text not null check (channel in ('PORTAL', 'EMAIL', 'PHONE', 'VISIT', 'LETTER')),
      text text not null, received_at timestamptz not null, recorded_by uuid references staff, due_at timestamptz not null,
      extended_at timestamptz, extension_reason text, answered_at timestamptz, answered_by uuid references staff,
      outcome text check (outcome in ('GRANTED', 'PARTLY', 'REFUSED')), answer text)`)
    this.addSql(`create index data_right_open on data_right (due_at, id) where answered_at is null`)
    this.addSql(`create index data_right_newest on data_right (received_at desc, id desc)`)
    this.addSql(`create index on data_right (beneficiary_id)`)

    this.addSql(`create table incident (
      id uuid primary key, discovered_at timestamptz not null, what text not null, classes text[] not null,
      people int not null check (people >= 0), measures text not null, recorded_by uuid not null references staff,
      notice_due_at timestamptz not null, notified_at timestamptz, people_told_at timestamptz)`)
    this.addSql(`create index incident_newest on incident (discovered_at desc, id desc)`)

    // A key per person, wrapped by the master key: erasing the row makes everything sealed with it unreadable, in backups too.
    this.addSql(`create table person_key (
      beneficiary_id uuid primary key references beneficiary, wrapped bytea not null, master text not null)`)
    this.addSql(`create table identity_mark (
      beneficiary_id uuid not null references beneficiary, mark bytea not null, primary key (mark, beneficiary_id))`)
    this.addSql(`create index on identity_mark (beneficiary_id)`)
  }
}

import { Migration } from '@mikro-orm/migrations'

/** The circle of who needs to know: what was opened in an emergency, words sealed among staff, and who lost sight of what. */
export class Migration20261125000350_circle extends Migration {
  override up(): void {
    this.addSql(`create table break_glass (
      id uuid primary key, staff_id uuid not null references staff,
      matter_type text not null check (matter_type in ('INTERACTION', 'REQUEST')), matter_id uuid not null, reference text not null,
      beneficiary_id uuid references beneficiary, sealed_reason bytea, sealed_for uuid,
      at timestamptz not null, until timestamptz not null, ended_at timestamptz, ended_by uuid references staff)`)
    this.addSql(`create index break_glass_newest on break_glass (at desc, id desc)`)
    this.addSql(`create index break_glass_open on break_glass (staff_id) where ended_at is null`)
    this.addSql(`create index on break_glass (beneficiary_id)`)

    // A look in an emergency is told apart from any other of the same quarter of an hour.
    this.addSql(`alter table look add column break_glass_id uuid references break_glass`)
    this.addSql(`create index on look (break_glass_id) where break_glass_id is not null`)
    this.addSql(`drop index look_once`)
    this.addSql(`create unique index look_once on look (beneficiary_id, quarter, staff_id, what,
      coalesce(break_glass_id, '00000000-0000-0000-0000-000000000000'::uuid))`)

    // Who could see the matter before, where an event changed that: whoever lost it is told so live.
    this.addSql(`alter table event add column before json`)

    // Words among staff about a sensitive matter: sealed, with the key of its person, or its own where nobody is known.
    this.addSql(`alter table entry add column sealed bytea, add column sealed_for uuid`)
    this.addSql(
      `create table matter_key (matter_id uuid primary key, wrapped bytea not null, master text not null)`,
    )
  }
}

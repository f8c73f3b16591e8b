import { Migration } from '@mikro-orm/migrations'

/**
 * That an opening was ended before its hour is a row of its own, which the audit trail holds on to like every other: an
 * opening itself is altered by nothing but an erasure. Ends of before are moved as they are, and bear no mark.
 */
export class Migration20261125000400_ends extends Migration {
  override up(): void {
    this.addSql(`create table break_glass_end (
      id uuid primary key, break_glass_id uuid not null unique references break_glass, at timestamptz not null,
      by_id uuid not null references staff, mark bytea, xid xid8 not null default pg_current_xact_id())`)
    this.addSql(`create index break_glass_end_placed on break_glass_end (xid, id)`)
    this.addSql(`create index on break_glass_end (by_id)`)
    this.addSql(`insert into break_glass_end (id, break_glass_id, at, by_id)
      select gen_random_uuid(), id, ended_at, coalesce(ended_by, staff_id) from break_glass where ended_at is not null`)
    // What looked at the columns are the policies, which are raised anew after this; until then nobody sees a matter.
    this.addSql(`alter table break_glass drop column ended_at cascade, drop column ended_by`)
    this.addSql(`create index break_glass_open on break_glass (staff_id, until)`)
  }
}

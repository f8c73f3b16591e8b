import { Migration } from '@mikro-orm/migrations'

/** Emergencies and exports belong to the audit trail; whoever was erased, for the journal that a restore replays. */
export class Migration20261125000371_erased extends Migration {
  override up(): void {
    for (const table of ['break_glass', 'data_export']) {
      this.addSql(`alter table ${table} add column salt bytea default uuid_send(gen_random_uuid()), add column mark bytea,
        add column xid xid8 not null default pg_current_xact_id()`)
      this.addSql(`create index ${table}_placed on ${table} (xid, id)`)
    }
    this.addSql(`create index event_erased on event (at) where type = 'beneficiary.erased'`)
  }
}

import { Migration } from '@mikro-orm/migrations'

/** Whoever was erased, for the journal that a restore replays. */
export class Migration20261125000371_erased extends Migration {
  override up(): void {
    this.addSql(`create index event_erased on event (at) where type = 'beneficiary.erased'`)
  }
}

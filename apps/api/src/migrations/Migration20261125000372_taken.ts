import { Migration } from '@mikro-orm/migrations'

/** What is taken out at the server itself, where nobody is signed in, is noted like anything else that is taken out. */
export class Migration20261125000372_taken extends Migration {
  override up(): void {
    this.addSql(`alter table data_export alter column staff_id drop not null`)
  }
}

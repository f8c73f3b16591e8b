import { Migration } from '@mikro-orm/migrations'

/**
 * Whether a phone or an e-mail opens the record that it stands in. Whoever writes from outside may name somebody else's
 * beside their own: of what one guest gives at once only the first opens, until its owner has proven the other.
 */
export class Migration20261125000450_opens extends Migration {
  override up(): void {
    this.addSql(`alter table contact_point add column opens boolean not null default true`)
  }
}

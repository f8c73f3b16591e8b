import { Migration } from '@mikro-orm/migrations'

/** That more of somebody was shown than a name, in a list of many, is a look as well. */
export class Migration20261125000410_lists extends Migration {
  override up(): void {
    this.addSql(`alter table look drop constraint look_what_check`)
    this.addSql(
      `alter table look add constraint look_what_check check (what in ('PERSON', 'LIST', 'INTERACTION', 'REQUEST', 'FILE', 'EXPORT'))`,
    )
  }
}

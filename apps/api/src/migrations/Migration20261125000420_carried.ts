import { Migration } from '@mikro-orm/migrations'

/** Words know whether files came with them, so that a thread asks for files only where there are any. */
export class Migration20261125000420_carried extends Migration {
  override up(): void {
    this.addSql(`alter table entry add column with_files boolean not null default false`)
    this.addSql(`update entry set with_files = true where id in (select entry_id from file)`)
  }
}

import { Migration } from '@mikro-orm/migrations'

/** Words are shown where five of their batch were asked in one language, whether figures keep the language or not. */
export class Migration20261125000431_words extends Migration {
  override up(): void {
    this.addSql(`alter table survey_response add column comment_shown boolean not null default false`)
    this.addSql(`update survey_response set comment_shown = counted and language is not null`)
  }
}

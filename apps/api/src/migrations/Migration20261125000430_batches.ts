import { Migration } from '@mikro-orm/migrations'

/**
 * A rating counts in figures only with a batch of five or more of its kind (docs/decisions/0021). What was counted day by
 * day before is put into batches of a month; where a month had fewer of a kind, they wait as new ones do.
 */
export class Migration20261125000430_batches extends Migration {
  override up(): void {
    this.addSql(`alter table survey_response add column counted boolean not null default false`)
    // What has not found four of its kind is counted without the kind.
    this.addSql(
      `alter table survey_response alter column channel drop not null, alter column language drop not null`,
    )
    this.addSql(`with full_month as (
        select date_trunc('month', day) as month, channel, kind, service_key, language from survey_response
        group by 1, 2, 3, 4, 5 having count(*) >= 5)
      update survey_response r set counted = true,
        day = least((f.month + interval '1 month - 1 day')::date, current_date)
      from full_month f where date_trunc('month', r.day) = f.month
        and (r.channel, r.kind, r.service_key, r.language) is not distinct from (f.channel, f.kind, f.service_key, f.language)`)
    this.addSql(`update survey_response set day = date_trunc('month', day)::date where not counted`)
  }
}

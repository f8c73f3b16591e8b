import { Migration } from '@mikro-orm/migrations'

/** Who decided what is appealed against, so that somebody else decides the appeal; and the requests that the house tends. */
export class Migration20261122000200_requests extends Migration {
  override up(): void {
    this.addSql(`alter table request add column first_decider_id uuid references staff`)
    this.addSql(`alter table interaction add column first_decider_id uuid references staff`)
    // Appeals that are open already: a refusal is left by an appeal alone.
    this.addSql(`update request r set first_decider_id = e.actor_id
      from (select distinct on (aggregate_id) aggregate_id, type from event where aggregate = 'request'
        and type in ('request.appealed', 'request.approved', 'request.rejected') order by aggregate_id, id desc) last
      join lateral (select actor_id from event where aggregate_id = last.aggregate_id and type = 'request.rejected' order by id desc limit 1) e on true
      where last.aggregate_id = r.id and last.type = 'request.appealed' and r.open`)
    this.addSql(`create index request_tended on request (status) where status in ('FULFILLED', 'NEEDS_INFO')`)
  }
}

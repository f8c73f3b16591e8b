import { Migration } from '@mikro-orm/migrations'

/** Keys by which programs read in the name of a member of staff, and what questions have cost. */
export class Migration20261125000365_api_keys extends Migration {
  override up(): void {
    // The key itself stands nowhere: it is found by its public part, and compared by a keyed hash.
    this.addSql(`create table api_key (
      id uuid primary key, public_id text not null unique check (public_id ~ '^[0-9A-Za-z]{12}$'), hash bytea not null,
      staff_id uuid not null references staff, name text not null check (name <> '' and length(name) <= 60),
      scopes text[] not null check (scopes <> '{}'), hour_budget int not null check (hour_budget > 0),
      day_budget int not null check (day_budget > 0), made_at timestamptz not null,
      expires_at timestamptz not null check (expires_at > made_at and expires_at <= made_at + interval '366 days'),
      used_on date, ended_at timestamptz, ended_by uuid references staff)`)
    this.addSql(`create index on api_key (staff_id, made_at)`)

    // Whoever pays is a keyed hash; both spans begin with the first question after the last one ended.
    this.addSql(`create table cost_spent (
      who text primary key, hour_until timestamptz not null, hour_spent int not null,
      day_until timestamptz not null, day_spent int not null)`)
    this.addSql(`create index on cost_spent (day_until)`)
  }
}

import { Migration } from '@mikro-orm/migrations'

/** How a person proves who they are: codes, the session that one opens, the messages that carry them, and what is counted. */
export class Migration20261122000340_codes extends Migration {
  override up(): void {
    // The code itself stands nowhere: it is made of the id with a key that only the process has.
    this.addSql(`create table one_time_code (
      id uuid primary key, address text not null, type text not null check (type in ('PHONE', 'EMAIL')),
      beneficiary_id uuid references beneficiary on delete cascade, at timestamptz not null, expires_at timestamptz not null,
      tries int not null default 0 check (tries <= 5), used_at timestamptz)`)
    this.addSql(`create index on one_time_code (expires_at)`)
    this.addSql(`create index on one_time_code (beneficiary_id)`)

    this.addSql(`create table beneficiary_session (
      id uuid primary key, token_hash bytea not null unique, beneficiary_id uuid not null references beneficiary on delete cascade,
      at timestamptz not null, seen_at timestamptz not null)`)
    this.addSql(`create index on beneficiary_session (beneficiary_id)`)
    this.addSql(`create index on beneficiary_session (seen_at)`)

    this.addSql(`create table outbox (
      id uuid primary key, address text not null, channel text not null check (channel in ('EMAIL', 'SMS')), template text not null,
      language text not null, code_id uuid references one_time_code on delete cascade,
      state text not null check (state in ('INTENT', 'SENT', 'CONFIRMED', 'UNKNOWN', 'REFUSED')), at timestamptz not null,
      sent_at timestamptz, receipt text, reason text)`)
    this.addSql(`create index outbox_newest on outbox (at desc, id desc)`)
    this.addSql(`create index on outbox (code_id)`)

    // As rate-limiter-flexible counts; a key is a keyed hash, so no address of a network or of a person stands here.
    this.addSql(
      `create table rate_limit (key varchar(255) primary key, points integer not null default 0, expire bigint)`,
    )
    this.addSql(`create index on rate_limit (expire)`)
  }
}

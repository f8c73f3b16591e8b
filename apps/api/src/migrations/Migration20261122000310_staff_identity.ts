import { Migration } from '@mikro-orm/migrations'

/** Second factors and passkeys of staff, and the counts that hold guessing down on all nodes together. */
export class Migration20261122000310_staff_identity extends Migration {
  override up(): void {
    this.addSql(`alter table auth_user add column "twoFactorEnabled" boolean not null default false`)
    this.addSql(`create table auth_two_factor (id text primary key, secret text not null, "backupCodes" text not null,
      "userId" text not null unique references auth_user on delete cascade, verified boolean not null default false,
      "failedVerificationCount" int not null default 0, "lockedUntil" timestamptz)`)
    this.addSql(`create table auth_passkey (id text primary key, name text, "publicKey" text not null,
      "userId" text not null references auth_user on delete cascade, "credentialID" text not null unique,
      counter bigint not null, "deviceType" text not null, "backedUp" boolean not null, transports text,
      "createdAt" timestamptz not null default now(), aaguid text)`)
    this.addSql(`create index on auth_passkey ("userId")`)
    this.addSql(
      `create table auth_attempt (key text primary key, count int not null, until timestamptz not null)`,
    )
    this.addSql(`create index on auth_attempt (until)`)
  }
}

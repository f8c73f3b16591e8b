import { Migration } from '@mikro-orm/migrations'

/** Sign-in by an identity provider: who is linked to whom, and how each session was opened. */
export class Migration20261125000380_door extends Migration {
  override up(): void {
    // One person of the provider is one person here, and the other way round.
    this.addSql(`create unique index on auth_account ("providerId", "accountId")`)
    this.addSql(`create unique index on auth_account ("userId", "providerId")`)
    this.addSql(`alter table auth_session
      add column way text check (way in ('PASSWORD', 'PASSKEY', 'PROVIDER')),
      add column "secondFactor" boolean not null default false,
      add column "idToken" text`)
    // Whoever is in with a second factor set up stays in.
    this.addSql(`update auth_session s set "secondFactor" = true where exists (select from auth_user u
      where u.id = s."userId" and (u."twoFactorEnabled" or exists (select from auth_passkey p where p."userId" = u.id)))`)
  }
}

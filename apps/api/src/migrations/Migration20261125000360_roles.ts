import { Migration } from '@mikro-orm/migrations'

/** Roles that are drawn and reset, with who changed them; people under a name that masked eyes may count; exports noted. */
export class Migration20261125000360_roles extends Migration {
  override up(): void {
    // A row per role, whether it was changed or not: what is empty is as it began, and its version goes on after a reset.
    this.addSql(`alter table role alter column scope drop not null, alter column permissions drop not null,
      add column id uuid not null default gen_random_uuid() unique, add column masked boolean not null default false,
      add column version int not null default 1, add column changed_at timestamptz, add column changed_by uuid references staff,
      add constraint role_whole check ((scope is null) = (permissions is null)),
      add constraint role_scope check (scope in ('OWN', 'TEAM', 'DEPARTMENT', 'ALL'))`)
    this.addSql(`insert into role (key) values ('RECEPTIONIST'), ('OFFICER'), ('SUPERVISOR'), ('DEPARTMENT_HEAD'), ('DIRECTOR'),
      ('ANALYST'), ('PRIVACY_OFFICER'), ('KNOWLEDGE_EDITOR'), ('ADMINISTRATOR') on conflict do nothing`)

    // Made at random and gone with the person: whoever reads masked counts visits by it, and reaches nobody.
    this.addSql(`alter table beneficiary add column pseudonym uuid not null default gen_random_uuid()`)
    this.addSql(`create unique index beneficiary_pseudonym on beneficiary (pseudonym)`)

    this.addSql(`create table data_export (
      id uuid primary key, staff_id uuid not null references staff, what text not null check (what in ('REPORT', 'PERSON', 'MATTERS', 'REGISTER')),
      filter jsonb not null default '{}', rows int not null check (rows >= 0), at timestamptz not null,
      beneficiary_id uuid references beneficiary)`)
    this.addSql(`create index data_export_newest on data_export (at desc, id desc)`)
    this.addSql(`create index on data_export (staff_id)`)
    this.addSql(`create index on data_export (beneficiary_id)`)
  }
}

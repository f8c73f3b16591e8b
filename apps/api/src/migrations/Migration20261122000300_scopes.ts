import { Migration } from '@mikro-orm/migrations'

/** How far each role sees: departments over the teams, roles that an association changed, and who needs to know of a matter. */
export class Migration20261122000300_scopes extends Migration {
  override up(): void {
    this.addSql(`create table department (id uuid primary key, name jsonb not null)`)
    this.addSql(`alter table team add column department_id uuid references department`)
    this.addSql(`create index on team (department_id)`)
    // Until an association says otherwise, its teams are one department.
    this.addSql(`insert into department (id, name) select '01930000-0000-7000-8000-000000000001',
      '{"ar": "خدمات المستفيدين", "en": "Beneficiary services"}'::jsonb where exists (select 1 from team)`)
    this.addSql(`update team set department_id = '01930000-0000-7000-8000-000000000001'`)
    this.addSql(`create table role (key text primary key, scope text not null, permissions text[] not null)`)
    for (const table of ['interaction', 'request']) {
      this.addSql(`alter table ${table} add column sensitivity text, add column circle uuid[] not null default '{}',
        add column about_staff_id uuid references staff`)
      this.addSql(`create index on ${table} (about_staff_id) where about_staff_id is not null`)
      // What somebody owns belongs to that person's team as well.
      this.addSql(`update ${table} m set team_id = s.team_id from staff s
        where m.assignee_id = s.id and m.team_id is null and s.team_id is not null`)
    }
  }
}

import { Migration } from '@mikro-orm/migrations'

/** The nine roles: what each may do is held by the domain, and by the table of roles where an association changed it. */
export class Migration20261122000331_roles extends Migration {
  override up(): void {
    this.addSql(`alter table staff drop constraint staff_role_check`)
    this.addSql(`alter table staff add constraint staff_role_check check (role in ('RECEPTIONIST', 'OFFICER', 'SUPERVISOR',
      'DEPARTMENT_HEAD', 'DIRECTOR', 'ANALYST', 'PRIVACY_OFFICER', 'KNOWLEDGE_EDITOR', 'ADMINISTRATOR'))`)
  }
}

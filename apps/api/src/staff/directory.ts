import type { Pool } from 'pg'
import { read } from '../database.ts'
import type { StaffMember } from './staff-member.entity.ts'
import type { Team } from './team.entity.ts'

/** Who works here: small, asked for by every row on every screen, so it is kept for a second. */
export type Directory = {
  staff(): Promise<Map<string, StaffMember>>
  teams(): Promise<Map<string, Team>>
  forget(): void
}

const keepFor = 1000

/** Makes the directory over the pool. */
export function makeDirectory(pool: Pool): Directory {
  const staff = kept(async () =>
    read<StaffMember>(pool, {
      name: 'staff-all',
      text: `select id, user_id as "userId", name, email, role, languages, team_id as "teamId", availability, active from staff order by name`,
      values: [],
    }),
  )
  const teams = kept(async () =>
    read<Team>(pool, {
      name: 'team-all',
      text: `select id, name as "nameWords", languages from team order by id`,
      values: [],
    }),
  )
  return {
    staff: staff.get,
    teams: teams.get,
    forget() {
      staff.forget()
      teams.forget()
    },
  }
}

function kept<Row extends { id: string }>(load: () => Promise<Row[]>) {
  let until = 0
  let rows: Promise<Map<string, Row>> | undefined
  return {
    get(): Promise<Map<string, Row>> {
      if (!rows || Date.now() > until) {
        until = Date.now() + keepFor
        rows = load().then((all) => new Map(all.map((row) => [row.id, row])))
        rows.catch(() => (rows = undefined))
      }
      return rows
    },
    forget() {
      rows = undefined
    },
  }
}

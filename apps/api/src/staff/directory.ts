import type { Grants, Scope } from '@sila/domain/permission'
import { grantsOf } from '@sila/domain/role'
import type { Pool } from 'pg'
import { read } from '../database/database.ts'
import type { Opening, StaffMember } from './staff-member.entity.ts'
import type { Team } from './team.entity.ts'
import { opensNow } from '../walls/conditions.ts'

/** Who works here: small, asked for by every row on every screen, so it is kept for a second. */
export type Directory = {
  staff(): Promise<Map<string, StaffMember>>
  teams(): Promise<Map<string, Team>>
  forget(): void
}

const keepFor = 1000

/** Makes the directory over the pool. */
export function makeDirectory(pool: Pool): Directory {
  const staff = kept(async () => {
    const [rows, drawn, opened] = await Promise.all([readStaff(pool), readRoles(pool), readOpenings(pool)])
    return rows.map(({ near, ...member }) => {
      const { grants, version = 0 } = drawn.get(member.role) ?? {}
      const held = grantsOf(member.role, grants)
      const openings = opened.get(member.id) ?? []
      const teamIds = teamsWithin(held.scope, member.teamId, near)
      const viewer = {
        id: member.id,
        grants: held,
        teamIds,
        opened: openings.map(({ matterId }) => matterId),
      }
      return { ...member, openings, viewer, roleVersion: version }
    })
  }, firstEnd)
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

/** The teams inside a scope, of somebody whose department has these. */
export function teamsWithin(scope: Scope, own: string | null | undefined, near: readonly string[]): string[] {
  const mine = own ? [own] : []
  return scope === 'DEPARTMENT' ? [...new Set([...mine, ...near])] : mine
}

// With the teams of the person's department.
function readStaff(pool: Pool) {
  return read<Omit<StaffMember, 'viewer' | 'openings' | 'roleVersion'> & { near: string[] }>(pool, {
    name: 'staff-all',
    text: `select s.id, s.user_id as "userId", s.name, s.email, s.role, s.languages, s.team_id as "teamId", s.availability, s.active,
        coalesce((select array_agg(n.id::text order by n.id) from team n where n.department_id = t.department_id), '{}') as near
      from staff s left join team t on t.id = s.team_id order by s.name`,
    values: [],
  })
}

type Drawn = { grants: Grants | undefined; version: number }

// Without a scope a role is as it began.
async function readRoles(pool: Pool): Promise<Map<string, Drawn>> {
  const rows = await read<Grants & { key: string; version: number }>(pool, {
    ...{ name: 'role-all', text: 'select key, scope, permissions, masked, version from role', values: [] },
  })
  return new Map(
    rows.map(({ key, version, scope, permissions, masked }) => [
      key,
      { version, grants: scope === null ? undefined : { scope, permissions, masked } },
    ]),
  )
}

// What is open in an emergency, by who opened it.
async function readOpenings(pool: Pool): Promise<Map<string, Opening[]>> {
  const rows = await read<Opening & { staffId: string }>(pool, {
    name: 'openings',
    text: `select id, staff_id as "staffId", matter_id as "matterId", until from break_glass g
      where ${opensNow} order by id`,
    values: [],
  })
  return Map.groupBy(rows, ({ staffId }) => staffId)
}

// When the first of what is open shuts, to the moment.
const firstEnd = (all: readonly StaffMember[]) =>
  Math.min(...all.flatMap(({ openings }) => openings.map(({ until }) => until.getTime())))

function kept<Row extends { id: string }>(load: () => Promise<Row[]>, endOf?: (rows: Row[]) => number) {
  let until = 0
  let rows: Promise<Map<string, Row>> | undefined
  return {
    get(): Promise<Map<string, Row>> {
      if (!rows || Date.now() > until) {
        until = Date.now() + keepFor
        rows = load().then((all) => {
          if (endOf) until = Math.min(until, endOf(all))
          return new Map(all.map((row) => [row.id, row]))
        })
        rows.catch(() => (rows = undefined))
      }
      return rows
    },
    forget() {
      rows = undefined
    },
  }
}

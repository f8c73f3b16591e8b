import { accessOf, can } from '@sila/domain/permission'
import type { Guarded, Permission } from '@sila/domain/permission'
import { rulesToAST } from '@casl/ability/extra'
import type { Context } from '../context.ts'
import { read } from '../database/database.ts'
import type { StaffMember } from '../staff/staff-member.entity.ts'
import { inNameOf } from '../walls/actor.ts'

/** Whether whoever asks may do it to this very matter; the house itself may everything. */
export function mayOn(
  ctx: Pick<Context, 'actor' | 'house'>,
  permission: Permission,
  matter: Guarded,
): boolean {
  if (ctx.actor.type === 'SYSTEM' || !ctx.house.guarded) return true
  return ctx.actor.type === 'STAFF' && can(ctx.actor.staff.viewer, permission, matter)
}

/** Whether a member of staff sees a matter now: asked of the database itself before a live event is delivered. */
export async function seesMatter(
  ctx: Context,
  staff: StaffMember,
  table: 'interaction' | 'request',
  id: string,
): Promise<boolean> {
  const { house } = inNameOf(ctx, { type: 'STAFF', staff })
  const rows = await read(house.database.pool, {
    ...{ name: `sees-${table}`, text: `select from ${table} where id = $1`, values: [id] },
  })
  return rows.length === 1
}

type Param = (value: unknown) => string
/** A node of the conditions as CASL gives them. */
type Node = { operator: string; field?: string; value: unknown }

// The columns that decide, by the names under which the rules know them; the one that is a list is marked.
const columns: Record<string, string> = {
  id: 'id',
  assigneeId: 'assignee_id',
  teamId: 'team_id',
  sensitivity: 'sensitivity',
  aboutStaffId: 'about_staff_id',
}

/**
 * The SQL conditions under which whoever asks may do something to a matter: the very rules of
 * packages/domain/src/permission.ts, so that a list, a count and a search show what a single look would.
 */
export function visibleWhere(ctx: Context, permission: Permission, alias: string, param: Param): string[] {
  if (ctx.actor.type === 'SYSTEM' || !ctx.house.guarded) return []
  if (ctx.actor.type !== 'STAFF') return ['false']
  const ast = rulesToAST(accessOf(ctx.actor.staff.viewer), permission, 'Matter')
  if (ast === null) return ['false']
  const text = sqlOf(ast, alias, param)
  return text === 'true' ? [] : [text]
}

function sqlOf(node: Node, alias: string, param: Param): string {
  const { operator, field, value } = node
  if (operator === 'and' || operator === 'or') {
    const parts = (Array.isArray(value) ? value : []).map((each: Node) => sqlOf(each, alias, param))
    if (parts.length === 0) return operator === 'and' ? 'true' : 'false'
    return `(${parts.join(` ${operator} `)})`
  }
  if (operator === 'not') {
    const [inner] = Array.isArray(value) ? value : []
    return inner ? `not ${sqlOf(inner, alias, param)}` : 'false'
  }
  return compare(operator, field ?? '', value, alias, param)
}

function compare(operator: string, field: string, value: unknown, alias: string, param: Param): string {
  // None of the list is the person.
  if (field === 'circle' && operator === 'ne') return `not (${param(value)}::uuid = any(${alias}.circle))`
  const column = columns[field]
  if (!column) throw new Error(`visibleWhere: the rules speak of ${field}, which has no column`)
  const name = `${alias}.${column}`
  if (value === null && operator === 'eq') return `${name} is null`
  if (value === null && operator === 'ne') return `${name} is not null`
  if (operator === 'eq') return `(${name} is not distinct from ${param(value)})`
  if (operator === 'ne') return `(${name} is distinct from ${param(value)})`
  if (operator === 'in') return `(${name} is not null and ${name} = any(${param(value)}::uuid[]))`
  throw new Error(`visibleWhere: the rules compare by ${operator}, which has no SQL here`)
}

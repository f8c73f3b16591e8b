import { randomUUID } from 'node:crypto'
import type { Guarded, Permission, Scope, Viewer } from '@sila/domain/permission'
import type { ClientBase } from 'pg'

/** Whoever looks, a colleague, and the teams that are theirs, near to theirs and far from them. */
export const cast = {
  ...{ me: randomUUID(), other: randomUUID(), person: randomUUID() },
  ...{ mine: randomUUID(), near: randomUUID(), far: randomUUID() },
}

/** A matter as it lies in the database. */
export type Row = Guarded & { id: string }

/** One matter for every meeting of owner, team, sensitivity, circle and of whom it complains. */
export const everyMatter: readonly Row[] = [null, cast.me, cast.other].flatMap((assigneeId) =>
  [null, cast.mine, cast.near, cast.far].flatMap((teamId) =>
    [null, 'COUNSELLING'].flatMap((sensitivity) =>
      [[], [cast.me], [cast.other], [cast.other, cast.me]].flatMap((circle) =>
        [null, cast.me, cast.other].map((aboutStaffId) => ({
          ...{ id: randomUUID(), assigneeId, teamId, sensitivity, circle, aboutStaffId },
        })),
      ),
    ),
  ),
)

/** Lays them into a table that is there for this connection alone, and hides the real one from it. */
export async function layOut(client: ClientBase, table: string): Promise<void> {
  await client.query(`create temporary table ${table} (id uuid, assignee_id uuid, team_id uuid, sensitivity text,
    circle uuid[], about_staff_id uuid, beneficiary_id uuid)`)
  for (const { id, assigneeId, teamId, sensitivity, circle, aboutStaffId } of everyMatter)
    await client.query(`insert into ${table} values ($1, $2, $3, $4, $5, $6)`, [
      ...[id, assigneeId, teamId, sensitivity, circle, aboutStaffId],
    ])
}

/** Whoever looks, as far as this scope, with these permissions. */
export function viewerOf(scope: Scope, ...permissions: Permission[]): Viewer {
  const teamIds = scope === 'DEPARTMENT' ? [cast.mine, cast.near] : [cast.mine]
  return { id: cast.me, grants: { scope, permissions }, teamIds }
}

/** Everybody who might look: each scope, with and without what lifts the circle, and somebody who reads nothing. */
export const viewers: readonly (readonly [name: string, viewer: Viewer])[] = [
  ...(['OWN', 'TEAM', 'DEPARTMENT', 'ALL'] as const).flatMap((scope) => [
    [`scope ${scope}`, viewerOf(scope, 'interaction.read')] as const,
    [`scope ${scope}, beyond circles`, viewerOf(scope, 'interaction.read', 'sensitive.read')] as const,
  ]),
  ['nobody of the readers', viewerOf('ALL', 'request.read')],
  ['somebody without a team', { ...viewerOf('TEAM', 'interaction.read'), teamIds: [] }],
]

/** Somebody who opened the far matters in an emergency, and has or has not the permission for that. */
export const rescuers: readonly (readonly [name: string, viewer: Viewer])[] = [
  ['an emergency', rescuer('breakglass.use')],
  ['an emergency without the permission', rescuer()],
]

function rescuer(...more: Permission[]): Viewer {
  const opened = everyMatter.flatMap(({ id, teamId }) => (teamId === cast.far ? [id] : []))
  return { ...viewerOf('TEAM', 'interaction.read', ...more), opened }
}

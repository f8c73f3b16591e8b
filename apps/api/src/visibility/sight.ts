import { can } from '@sila/domain/permission'
import type { Guarded, Permission, Viewer } from '@sila/domain/permission'
import type { StoredEvent } from '../feed/feed.ts'

const kept = new WeakMap<object, Guarded>()

/** Remembers who may see a matter, before an act changes that. */
export function keepSight(matter: Guarded): void {
  kept.set(matter, sightOf(matter))
}

/** Who could see a matter before the act, where the act changed that; its event carries it. */
export function sightBefore(matter: Guarded): Guarded | undefined {
  const before = kept.get(matter)
  return before && JSON.stringify(before) !== JSON.stringify(sightOf(matter)) ? before : undefined
}

/** Whether what happened took a matter out of the sight of somebody who could see it before. */
export function lostSight(viewer: Viewer, permission: Permission, event: StoredEvent): boolean {
  if (event.type.endsWith('.emergencyEnded')) return event.payload['staffId'] === viewer.id
  return event.before ? can(viewer, permission, { ...event.before, id: event.aggregateId }) : false
}

function sightOf({ assigneeId, teamId, sensitivity, circle, aboutStaffId }: Guarded): Guarded {
  return {
    ...{ assigneeId: assigneeId ?? null, teamId: teamId ?? null, sensitivity: sensitivity ?? null },
    ...{ circle: [...(circle ?? [])], aboutStaffId: aboutStaffId ?? null },
  }
}

import type { Guarded } from '@sila/domain/permission'
import { mayOn } from '../visibility/visibility.ts'
import { parseReference } from '@sila/domain/reference'
import { requestActs } from '@sila/domain/request'
import type { Context } from '../context.ts'
import { Refused } from '../errors.ts'
import { move, perform } from './request.change.ts'
import type { RequestMergeInput, RequestPayload } from './request.types.ts'

const unknown = { field: 'into', code: 'MERGE_TARGET_UNKNOWN' } as const

/** Ends a request that was sent twice; it goes on under the reference of the other, which its tracking names. */
export function mergeRequest(ctx: Context, id: string, input: RequestMergeInput): Promise<RequestPayload> {
  const into = parseReference(input.into)?.reference
  return perform(ctx, id, input, {
    ...{
      name: 'request.merge',
      permission: requestActs.merge.permission,
      problems: into ? [] : [unknown],
    },
    async work(request, em) {
      // Held until this is done, so that two are not merged into each other.
      const [other] = await em.execute<(Guarded & { id: string })[]>(
        `select id, assignee_id as "assigneeId", team_id as "teamId", sensitivity, circle, about_staff_id as "aboutStaffId" from request where reference = ? and open for share`,
        [into],
      )
      if (!other || other.id === request.id || !mayOn(ctx, 'request.read', other)) throw new Refused(unknown)
      move(ctx, request, 'merge')
      return { type: 'request.merged', payload: { into } }
    },
  })
}

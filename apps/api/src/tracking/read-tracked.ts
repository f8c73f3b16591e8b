import { currentStep, isOpen, isOwed, reopenUntil, trackedSteps } from '@sila/domain/interaction'
import type { Step } from '@sila/domain/steps'
import {
  currentRequestStep,
  isRequestOpen,
  neededUntil,
  remindedEvent,
  requestSteps,
} from '@sila/domain/request'
import { defaultServices } from '@sila/domain/service'
import type { Pool } from 'pg'
import type { Context } from '../context.ts'
import { read } from '../database/database.ts'
import type { Interaction } from '../interactions/interaction.entity.ts'
import type { Request } from '../requests/request.entity.ts'
import type { Found } from './find-tracked.ts'
import type { Tracked, TrackedStep } from './tracked.types.ts'

type Reached = { status: string; at: Date }
type Rest = { reached: Reached[]; answered: boolean | null }

// When each state was reached first, and whether the person was invited to rate.
const rest = (column: 'interaction_id' | 'request_id') => `
  (select coalesce(jsonb_agg(jsonb_build_object('status', s.status, 'at', s.at)), '[]') from
    (select payload->>'status' as status, min(at) as at from event where aggregate_id = m.id and payload ? 'status' group by 1) s) as reached,
  (select v.answered from survey_invitation v where v.${column} = m.id) as answered`
const clock = `m.due_at as "dueAt", m.due_paused_at as "duePausedAt", m.due_met_at as "dueMetAt", m.closed_at as "closedAt"`

/** Reads a matter as the person who brought it may see it. */
export async function readTracked(holder: Context, found: Found, now: Date): Promise<Tracked> {
  const { pool } = holder.house.database
  return found.type === 'INTERACTION'
    ? readInteraction(pool, found.id, now)
    : readRequest(pool, found.id, now)
}

async function readInteraction(pool: Pool, id: string, now: Date): Promise<Tracked> {
  const [row] = await read<Interaction & Rest>(pool, {
    name: 'tracked-interaction',
    text: `select m.id, m.reference, m.kind, m.status, m.language, m.received_at as "receivedAt", m.waiting_reason as "waitingReason", ${clock}, ${rest('interaction_id')}
      from interaction m where m.id = $1`,
    values: [id],
  })
  if (!row) throw new Error('readTracked: the matter that was just found is gone')
  const until = row.closedAt ? reopenUntil(row.closedAt) : null
  return {
    ...{
      id,
      reference: row.reference,
      type: 'INTERACTION',
      kind: row.kind,
      interactionStatus: row.status,
      language: row.language,
    },
    ...{
      receivedAt: row.receivedAt,
      promisedAt: isOwed(row.status) ? row.dueAt : null,
      paused: Boolean(row.duePausedAt),
    },
    steps: stepsOf(trackedSteps(row.kind), currentStep(row.kind, row.status), row.reached),
    canReply: isOpen(row.status),
    canReopen: until !== null && now <= until && row.status !== 'MERGED' && row.status !== 'SPAM',
    ...{
      reopenUntil: until,
      neededItems: [],
      waitingReason: row.waitingReason ?? null,
      survey: surveyOf(row.answered),
    },
  }
}

async function readRequest(pool: Pool, id: string, now: Date): Promise<Tracked> {
  const [row] = await read<Request & Rest & { reminders: Date[] }>(pool, {
    name: 'tracked-request',
    text: `select m.id, m.reference, m.service_key as "serviceKey", m.status, m.language, m.submitted_at as "submittedAt", m.needed_items as "neededItems",
      m.rejection_text as "rejectionText", m.external_reference as "externalReference", m.decided_at as "decidedAt", ${clock}, ${rest('request_id')},
      array(select at from event where aggregate_id = m.id and type = '${remindedEvent}' and at >= m.due_paused_at order by id) as reminders
      from request m where m.id = $1`,
    values: [id],
  })
  if (!row) throw new Error('readTracked: the request that was just found is gone')
  const facts = {
    requiresPermit: defaultServices.some(
      (service) => service.key === row.serviceKey && service.requiresPermit,
    ),
  }
  const open = isRequestOpen(row.status)
  const ended = row.status === 'REJECTED' ? row.decidedAt : row.closedAt
  const until = ended ? reopenUntil(ended) : null
  return {
    ...{
      id,
      reference: row.reference,
      type: 'REQUEST',
      serviceKey: row.serviceKey,
      requestStatus: row.status,
      language: row.language,
    },
    ...{
      receivedAt: row.submittedAt,
      promisedAt: open && !row.dueMetAt ? row.dueAt : null,
      paused: Boolean(row.duePausedAt),
    },
    steps: stepsOf(requestSteps(facts), currentRequestStep(row.status, facts), row.reached),
    ...{
      canReply: open,
      canReopen: until !== null && now <= until && row.status !== 'MERGED',
      reopenUntil: until,
    },
    ...{
      neededItems: row.neededItems,
      neededUntil:
        row.status === 'NEEDS_INFO' && row.duePausedAt ? neededUntil(row.duePausedAt, row.reminders) : null,
      rejectionText: row.rejectionText,
      externalReference: row.externalReference,
    },
    survey: surveyOf(row.answered),
  }
}

function stepsOf<Status extends string>(
  steps: readonly Step<Status>[],
  current: string | undefined,
  reached: Reached[],
): TrackedStep[] {
  return steps.map((step) => {
    const times = reached
      .filter(({ status }) => step.statuses.some((known) => known === status))
      .map(({ at }) => new Date(at).getTime())
    return {
      key: step.key,
      at: times.length > 0 ? new Date(Math.min(...times)) : null,
      current: step.key === current,
    }
  })
}

function surveyOf(answered: boolean | null) {
  return answered === null ? null : { answered }
}

import { contactTarget, dueAt, turnClock } from '@sila/domain/due'
import { foldText } from '@sila/domain/name'
import { isRequestOpen, nextRequestStatus, requestActs } from '@sila/domain/request'
import type { RequestAct, RequestStatus } from '@sila/domain/request'
import type { ServiceDefinition } from '@sila/domain/service'
import { bytes } from './rows.ts'
import { idAt } from './ids.ts'
import type { Member, Person, World } from './world.ts'

type Columns = ReturnType<typeof newColumns>
type Filing = {
  reference: string
  service: ServiceDefinition
  person: Person
  at: Date
  answers: Record<string, unknown>
}

/** One request as it lives on; rows and events are those of the API's acts. */
export type RequestThread = {
  columns: Columns
  act(
    act: RequestAct,
    event: string,
    at: Date,
    by?: Member,
    facts?: Partial<Columns>,
    payload?: Record<string, unknown>,
  ): void
  say(type: 'ANSWER' | 'FROM_BENEFICIARY' | 'NOTE', text: string, at: Date, by?: Member): void
  /** The date by which the person must be contacted about a decision of an outside body (D4). */
  contactDue(at: Date): Date
  invite(at: Date): void
}

/** Takes in a request. */
export function file(world: World, filing: Filing): RequestThread {
  const { book } = world
  const columns = newColumns(world, filing)
  book.requests.push(columns)
  record('request.submitted', filing.at, undefined, { service: filing.service.key, dueAt: columns.due_at })

  function record(type: string, at: Date, by: Member | undefined, payload: Record<string, unknown>) {
    const visibility = type === 'request.assigned' || type === 'request.noted' ? 'STAFF' : 'PUBLIC'
    book.events.push({
      ...{
        id: idAt(at),
        aggregate: 'request',
        aggregate_id: columns.id,
        type,
        actor_id: by?.id ?? null,
        visibility,
      },
      ...{ payload: { ...payload, version: columns.version, status: columns.status }, at },
    })
  }

  return {
    columns,
    act(act, event, at, by, facts = {}, payload = {}) {
      const to = nextRequestStatus(columns.status, act)
      if (!to) throw new Error(`seeds: a request in ${columns.status} cannot ${act}`)
      const clock = {
        startedAt: columns.due_started_at,
        dueAt: columns.due_at,
        pausedAt: columns.due_paused_at,
        metAt: columns.due_met_at,
      }
      const turned = turnClock(world.calendar, clock, requestActs[act].clock, at, {
        workingDays: filing.service.workingDays,
      })
      const open = isRequestOpen(to)
      Object.assign(columns, {
        ...{
          due_started_at: turned.startedAt,
          due_at: turned.dueAt,
          due_paused_at: turned.pausedAt ?? null,
          due_met_at: turned.metAt ?? null,
        },
        ...{
          status: to,
          open,
          closed_at: open ? null : (columns.closed_at ?? at),
          needed_items: to === 'NEEDS_INFO' ? columns.needed_items : [],
        },
        ...{ last_activity_at: at, version: columns.version + 1, ...facts },
      })
      record(event, at, by, payload)
    },
    say(type, text, at, by) {
      const language = type === 'FROM_BENEFICIARY' ? columns.language : 'ar'
      book.entries.push({
        id: idAt(at),
        interaction_id: null,
        request_id: columns.id,
        type,
        at,
        text,
        language,
        author_id: by?.id ?? null,
      })
    },
    contactDue: (at) => dueAt(world.calendar, at, contactTarget),
    invite(at) {
      const of = {
        interaction_id: null,
        request_id: columns.id,
        beneficiary_id: columns.beneficiary_id,
        reference: columns.reference,
      }
      book.invitations.push({ id: idAt(at), ...of, at, answered: false })
    },
  }
}

type Unset = { at: Date | null; text: string | null; items: string[]; status: RequestStatus }

function newColumns(world: World, { reference, service, person, at, answers }: Filing) {
  const id = idAt(at)
  const unset: Unset = { at: null, text: null, items: [], status: 'SUBMITTED' }
  return {
    ...{
      id,
      reference,
      service_key: service.key,
      status: unset.status,
      form_version: service.form.version,
      answers,
    },
    ...{
      permit_explained: service.requiresPermit,
      submitted_at: at,
      decided_at: unset.at,
      fulfilled_at: unset.at,
      closed_at: unset.at,
    },
    ...{
      external_reference: unset.text,
      lodged_at: unset.at,
      external_decided_at: unset.at,
      contact_due_at: unset.at,
      contacted_at: unset.at,
    },
    ...{
      rejection_code: unset.text,
      rejection_text: unset.text,
      needed_items: unset.items,
      deliverable: unset.text,
    },
    search_text: foldText(`${service.words.ar.name} ${service.words.en.name} ${person.name}`),
    ...{
      language: person.language,
      beneficiary_id: person.id,
      assignee_id: unset.text,
      team_id: unset.text,
      open: true,
      version: 1,
    },
    secret_hash: bytes(world.keys.hashSecret(world.keys.trackingSecret(id, id))),
    ...{ last_activity_at: at, due_at: dueAt(world.calendar, at, { workingDays: service.workingDays }) },
    ...{ due_started_at: at, due_paused_at: unset.at, due_met_at: unset.at },
  }
}

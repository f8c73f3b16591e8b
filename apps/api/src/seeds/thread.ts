import type { ChannelCode } from '@sila/domain/channel'
import { promisedAt, promiseTargets, turnClock } from '@sila/domain/due'
import type { Clock } from '@sila/domain/due'
import {
  clockEffect,
  escalationLevels,
  initialStatus,
  isOpen,
  isOwed,
  nextStatus,
  previewOf,
  subjectOf,
} from '@sila/domain/interaction'
import type { InteractionAct, InteractionKind, InteractionStatus } from '@sila/domain/interaction'
import { foldText } from '@sila/domain/name'
import type { Sensitivity } from '@sila/domain/permission'
import { bytes } from './rows.ts'
import { idAt } from './ids.ts'
import type { Member, Person, World } from './world.ts'

/** How a matter comes in. */
export type Arrival = {
  reference: string
  kind: InteractionKind
  channel: ChannelCode
  at: Date
  subject: string
  text: string
  language: string
  person: Person | undefined
  /** Who wrote it down; nobody where it came by itself. */
  recorder: Member | undefined
}
type Columns = ReturnType<typeof newColumns>

/** One matter as it lives on: each method is one act, with the same rows and the same event as the API's. */
export type Thread = {
  columns: Columns
  act(
    act: InteractionAct,
    type: string,
    at: Date,
    by?: Member,
    payload?: Record<string, unknown>,
    visibility?: 'PUBLIC' | 'STAFF',
  ): void
  assign(member: Member, at: Date): void
  answer(text: string, at: Date, by: Member, close?: boolean): void
  decide(act: 'accept' | 'park' | 'decline' | 'implement', text: string, at: Date, by: Member): void
  note(text: string, at: Date, by: Member): void
  wait(reason: string, at: Date, by: Member): void
  protect(
    sensitivity: Sensitivity,
    circle: readonly Member[],
    about: Member | undefined,
    at: Date,
    by: Member,
  ): void
  reply(text: string, at: Date): void
  close(at: Date, by: Member): void
}

/** Takes in a matter. */
export function arrive(world: World, arrival: Arrival): Thread {
  const { book } = world
  const columns = newColumns(world, arrival)
  book.interactions.push(columns)
  say('FROM_BENEFICIARY', arrival.text, arrival.at, undefined)
  record(
    arrival.recorder ? 'interaction.recorded' : 'interaction.submitted',
    arrival.at,
    arrival.recorder,
    'PUBLIC',
    {
      channel: arrival.channel,
      kind: arrival.kind,
      dueAt: columns.due_at,
    },
  )

  function record(
    type: string,
    at: Date,
    by: Member | undefined,
    visibility: 'PUBLIC' | 'STAFF',
    payload: Record<string, unknown>,
  ) {
    book.events.push({
      ...{
        id: idAt(at),
        aggregate: 'interaction',
        aggregate_id: columns.id,
        type,
        actor_id: by?.id ?? null,
        visibility,
      },
      ...{ payload: { ...payload, status: columns.status, version: columns.version }, at },
    })
  }
  function say(type: 'FROM_BENEFICIARY' | 'ANSWER' | 'NOTE', text: string, at: Date, by: Member | undefined) {
    const language = type === 'NOTE' ? 'ar' : arrival.language
    book.entries.push({
      id: idAt(at),
      interaction_id: columns.id,
      request_id: null,
      type,
      at,
      text,
      language,
      author_id: by?.id ?? null,
    })
    if (type === 'NOTE') return
    columns.preview = previewOf(text)
    if (type === 'FROM_BENEFICIARY') columns.last_inbound_at = at
  }
  function touch(at: Date) {
    columns.last_activity_at = at
    columns.version += 1
  }
  function move(act: InteractionAct, at: Date) {
    const to = nextStatus(columns.kind, columns.status, act)
    if (!to) throw new Error(`seeds: ${columns.kind} in ${columns.status} cannot ${act}`)
    const effect = clockEffect(columns.kind, columns.status, act)
    writeClock(
      columns,
      turnClock(world.calendar, readClock(columns), effect, at, promiseTargets[columns.kind].firstAnswer),
    )
    if (effect === 'RESTART') columns.reopened_count += 1
    columns.status = to
    columns.open = isOpen(to)
    columns.closed_at = columns.open ? null : (columns.closed_at ?? at)
    columns.waiting_since = isOwed(to) && to !== 'WAITING' ? (columns.waiting_since ?? at) : null
    if (to !== 'WAITING') columns.waiting_reason = null
    touch(at)
  }
  function invite(at: Date) {
    if (!columns.answered_at || book.invitations.some((row) => row['interaction_id'] === columns.id)) return
    const of = {
      interaction_id: columns.id,
      request_id: null,
      beneficiary_id: columns.beneficiary_id,
      reference: columns.reference,
    }
    book.invitations.push({ id: idAt(at), ...of, at, answered: false })
  }

  return {
    columns,
    act(act, type, at, by, payload = {}, visibility = 'PUBLIC') {
      move(act, at)
      if (act === 'escalate')
        columns.escalation_level = Math.min(columns.escalation_level + 1, escalationLevels)
      if (act === 'returnCall') columns.answered_at ??= at
      record(type, at, by, visibility, payload)
    },
    assign(member, at) {
      move('assign', at)
      columns.assignee_id = member.id
      columns.team_id = member.teamId
      record('interaction.assigned', at, member, 'PUBLIC', { assignee: member.name })
    },
    answer(text, at, by, close = false) {
      move('answer', at)
      say('ANSWER', text, at, by)
      columns.answered_at ??= at
      columns.assignee_id ??= by.id
      columns.team_id ??= by.teamId
      if (close) move('close', at)
      if (close) invite(at)
      record('interaction.answered', at, by, 'PUBLIC', { closed: close })
    },
    decide(act, text, at, by) {
      move(act, at)
      say('ANSWER', text, at, by)
      columns.answered_at ??= at
      record(
        `interaction.${{ accept: 'accepted', park: 'parked', decline: 'declined', implement: 'implemented' }[act]}`,
        at,
        by,
        'PUBLIC',
        {},
      )
    },
    note(text, at, by) {
      touch(at)
      say('NOTE', text, at, by)
      record('interaction.noted', at, by, 'STAFF', {})
    },
    wait(reason, at, by) {
      move('wait', at)
      columns.waiting_reason = reason
      record('interaction.waiting', at, by, 'PUBLIC', { reason })
    },
    protect(sensitivity, circle, about, at, by) {
      touch(at)
      columns.sensitivity = sensitivity
      columns.circle = circle.map(({ id }) => id)
      columns.about_staff_id = about?.id ?? null
      record('interaction.protected', at, by, 'STAFF', { sensitivity })
    },
    reply(text, at) {
      const act =
        columns.status === 'WAITING' ? 'resume' : columns.status === 'ANSWERED' ? 'reopen' : undefined
      if (act) move(act, at)
      else touch(at)
      columns.waiting_since ??= at
      say('FROM_BENEFICIARY', text, at, undefined)
      record('interaction.replied', at, undefined, 'PUBLIC', {})
    },
    close(at, by) {
      move('close', at)
      invite(at)
      record('interaction.closed', at, by, 'PUBLIC', {})
    },
  }
}

function newColumns(world: World, arrival: Arrival) {
  const { kind, channel, language, at, person, reference } = arrival
  const id = idAt(at)
  const subject = subjectOf(arrival.text, arrival.subject)
  const status: InteractionStatus = initialStatus(kind, { receiptGiven: true })
  const never: Date | null = null
  const nobody: string | null = null
  const empty: { at: Date | null; id: string | null } = { at: never, id: nobody }
  const everybody: { sensitivity: Sensitivity | null; circle: string[] } = { sensitivity: null, circle: [] }
  return {
    ...{ id, reference, kind, status, channel, language, subject, preview: previewOf(arrival.text) },
    search_text: foldText(`${subject} ${person?.name ?? ''}`),
    ...{ anonymous: !person, beneficiary_id: person?.id ?? null, recorded_by: arrival.recorder?.id ?? null },
    ...{
      received_at: at,
      last_activity_at: at,
      answered_at: empty.at,
      closed_at: empty.at,
      reopened_count: 0,
      version: 1,
    },
    ...{
      assignee_id: empty.id,
      team_id: empty.id,
      waiting_reason: empty.id,
      open: isOpen(status),
      escalation_level: 0,
      call_tries: 0,
    },
    ...{ ...everybody, about_staff_id: empty.id },
    ...{ waiting_since: dateOrNull(at), last_inbound_at: dateOrNull(at) },
    ...{
      due_at: promisedAt(world.calendar, kind, at),
      due_started_at: at,
      due_paused_at: empty.at,
      due_met_at: empty.at,
    },
    social:
      channel === 'SOCIAL'
        ? world.dice.weighted([
            ['WHATSAPP', 7],
            ['X', 2],
            ['TELEGRAM', 1],
          ])
        : null,
    letter_number: channel === 'LETTER' ? `${world.dice.between(100, 999)}/48` : null,
    link: channel === 'FEEDBACK_LINK' ? world.dice.pick(['reception', 'hall-2', 'library', 'bus']) : null,
    secret_hash: bytes(world.keys.hashSecret(world.keys.trackingSecret(id, id))),
  }
}

function dateOrNull(at: Date): Date | null {
  return at
}

function readClock(columns: Columns): Clock {
  return {
    startedAt: columns.due_started_at,
    dueAt: columns.due_at,
    pausedAt: columns.due_paused_at,
    metAt: columns.due_met_at,
  }
}

function writeClock(columns: Columns, clock: Clock) {
  columns.due_started_at = clock.startedAt
  columns.due_at = clock.dueAt
  columns.due_paused_at = clock.pausedAt ?? null
  columns.due_met_at = clock.metAt ?? null
}

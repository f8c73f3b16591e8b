import type { EntityManager } from '@mikro-orm/postgresql'
import { checkRightText } from '@sila/domain/data-right'
import type { ErasureGround } from '@sila/domain/personal-data'
import { cleanText } from '@sila/domain/text'
import { v7 as uuidv7 } from 'uuid'
import { markOf } from '../audit/mark.ts'
import { writeJournal } from '../backup/journal.ts'
import { readPeople } from '../beneficiaries/beneficiary.rows.ts'
import { isId } from '../graphql/connection.ts'
import { demand } from '../context.ts'
import type { Context } from '../context.ts'
import { Refused } from '../errors.ts'
import { addEvents, change, executeIn } from '../events.ts'
import type { NewEvent, Outcome } from '../events.ts'
import { noteExport } from '../exports/note.ts'
import type { Execute } from '../jobs.ts'
import { checkKey } from '../graphql/keys-check.ts'
import { tell } from '../graphql/problem.ts'
import { byHouse, ofHouse } from '../walls/actor.ts'
import { contentsFor, filesOf, removeBytes } from '../files/person-files.ts'
import { endOpenMatters, holdMatters } from './person.end.ts'
import { eraseRows } from './person.erase.ts'
import { exportPerson } from './person.export.ts'
import type { PersonExport } from './person.export.ts'
import type {
  LegalHoldInput,
  LegalHoldPayload,
  PersonActInput,
  PersonErasePayload,
  PersonEraseInput,
  PersonExportPayload,
} from './person.types.ts'

/** Gives a person everything exportable that is held about them; that it was given is an event. */
export async function givePersonExport(ctx: Context, input: PersonActInput): Promise<PersonExportPayload> {
  demand(ctx, 'person.export')
  checkKey(input.clientMutationId)
  const outcome = await recordExport(ctx, input.beneficiaryId, input.clientMutationId)
  if (!outcome.done) return { problems: tell(ctx, outcome.problems) }
  return { export: outcome.copy, problems: [] }
}

const nobody = '00000000-0000-0000-0000-000000000000'

/** Makes a copy, notes that it is given, and only then gives it; the copy itself is stored nowhere. */
export async function recordExport(
  ctx: Context,
  id: string,
  key: string,
): Promise<Exclude<Outcome<{ id: string }>, { done: true }> | { done: true; copy: PersonExport }> {
  const { actor, now } = ctx
  const { pool } = ofHouse(ctx.house)
  const staffId = actor.type === 'STAFF' ? actor.staff.id : null
  const copy = await exportPerson(pool, ctx.house.seals, isId(id) ? id : nobody, now, staffId)
  const rows = Object.values(copy.tables).reduce((sum, lines) => sum + lines.length, 0)
  const note = async (execute: Execute) => {
    // Whoever fetches a copy of their own takes nothing out of the house.
    if (actor.type === 'BENEFICIARY') return
    const about = { staffId, beneficiaryId: id }
    await noteExport(execute, ctx.house.keys, { what: 'PERSON', filter: {}, rows, at: now, ...about })
  }
  const outcome = await change(ctx, { name: 'person.export', key, input: { id } }, async (em) => {
    await lockPerson(em, id)
    await note(executeIn(em))
    return { result: { id }, event: eventOf(id, 'beneficiary.exported') }
  })
  if (!outcome.done) return outcome
  if (outcome.repeated) await note((text, values) => pool.query(text, values))
  ctx.house.looks.noteLater(ctx.actor, id, 'EXPORT', ctx.now)
  const contents = await contentsFor(pool, ctx.house.seals, ctx.house.files, id)
  const files = copy.tables['file']?.map((file) => ({
    ...file,
    content: contents.get(String(file['id'])) ?? null,
  }))
  return { done: true, copy: files ? { ...copy, tables: { ...copy.tables, file: files } } : copy }
}

/** Erases a person as the tags say; a hold stops it. What statistics count stays and names nobody. */
export async function erasePerson(ctx: Context, input: PersonEraseInput): Promise<PersonErasePayload> {
  demand(ctx, 'person.erase')
  checkKey(input.clientMutationId)
  // What was seen of the person before is noted before; the person is taken from it like from everything else.
  await ctx.house.looks.flush()
  const { beneficiaryId: id, ground } = input
  let files: string[] = []
  const act = { name: 'person.erase', key: input.clientMutationId, input }
  // Everything of the person goes, also what the officer may not read.
  const outcome = await change(byHouse(ctx), act, async (em) => {
    // Matters first, as those do who write into one.
    if (isId(id)) await holdMatters(em, id)
    await lockPerson(em, id)
    const held = await em.execute(`select from legal_hold where beneficiary_id = ? and lifted_at is null`, [
      id,
    ])
    if (held.length > 0) throw new Refused({ field: 'beneficiaryId', code: 'LEGAL_HOLD' })
    files = await filesOf(em, id)
    const rows = await erase(ctx, em, id, ground)
    return { result: { id, rows }, event: { ...eventOf(id, 'beneficiary.erased'), payload: { ground } } }
  })
  // Their keys are gone with the rows: what is left of the bytes, should it end here, is noise until it is swept away.
  for (const file of files) await removeBytes(ctx.house.files, file)
  // A backup from before must not bring the person back.
  if (outcome.done && ctx.house.backups)
    await writeJournal(ofHouse(ctx.house).pool, ctx.house.keys, ctx.house.backups)
  return outcome.done
    ? { rows: outcome.result.rows, problems: [] }
    : { rows: null, problems: tell(ctx, outcome.problems) }
}

/** Erases a person whose row is held, inside an act, and notes that it was done. Answers with how many rows were touched. */
async function erase(ctx: Context, em: EntityManager, id: string, ground: ErasureGround): Promise<number> {
  await holdMatters(em, id)
  await endOpenMatters(ctx, em, id)
  const cause = { keys: ctx.house.keys, id: uuidv7(), at: ctx.now }
  const rows = await eraseRows(em, cause, id)
  const byId = ctx.actor.type === 'STAFF' ? ctx.actor.staff.id : null
  const { mark } = markOf(cause.keys, 'erasure', { id: cause.id, at: ctx.now, byId, ground, rows })
  await em.execute(`insert into erasure (id, at, by_id, ground, rows, mark) values (?, ?, ?, ?, ?, ?)`, [
    ...[cause.id, ctx.now, byId, ground, rows, mark],
  ])
  return rows
}

/** Erases people whose purpose ended, or who were erased before a backup brought them back: the house by itself. */
export async function erasePeople(
  ctx: Context,
  em: EntityManager,
  ids: readonly string[],
  ground: ErasureGround,
): Promise<void> {
  for (const id of ids) {
    await erase(ctx, em, id, ground)
    const event = { ...eventOf(id, 'beneficiary.erased'), payload: { ground, byItself: true } }
    await addEvents(ctx, em, [event])
  }
}

/** Holds a person's data for a dispute or a duty: until it is lifted nothing is erased. */
export async function placeHold(ctx: Context, input: LegalHoldInput): Promise<LegalHoldPayload> {
  const member = demand(ctx, 'privacy.act')
  checkKey(input.clientMutationId)
  const problems = checkRightText('reason', input.reason, true)
  if (problems.length > 0) return { problems: tell(ctx, problems) }
  const { beneficiaryId: id } = input
  const act = { name: 'legalHold.place', key: input.clientMutationId, input }
  const outcome = await change(ctx, act, async (em) => {
    await lockPerson(em, id)
    await em.execute(
      `insert into legal_hold (id, beneficiary_id, reason, placed_at, placed_by) values (?, ?, ?, ?, ?)`,
      [uuidv7(), id, cleanText(input.reason), ctx.now, member.id],
    )
    return { result: { id }, event: eventOf(id, 'beneficiary.holdPlaced') }
  })
  return personAfter(ctx, id, outcome)
}

/** Lifts every hold of a person. */
export async function liftHolds(ctx: Context, input: PersonActInput): Promise<LegalHoldPayload> {
  const member = demand(ctx, 'privacy.act')
  checkKey(input.clientMutationId)
  const { beneficiaryId: id } = input
  const act = { name: 'legalHold.lift', key: input.clientMutationId, input }
  const outcome = await change(ctx, act, async (em) => {
    await lockPerson(em, id)
    const lifted = await em.execute<object[]>(
      `update legal_hold set lifted_at = ?, lifted_by = ? where beneficiary_id = ? and lifted_at is null returning id`,
      [ctx.now, member.id, id],
    )
    if (lifted.length === 0) throw new Refused({ code: 'ACT_NOT_ALLOWED' })
    return { result: { id }, event: eventOf(id, 'beneficiary.holdLifted') }
  })
  return personAfter(ctx, id, outcome)
}

async function personAfter(
  ctx: Context,
  id: string,
  outcome: Outcome<{ id: string }>,
): Promise<LegalHoldPayload> {
  if (!outcome.done) return { problems: tell(ctx, outcome.problems) }
  const [beneficiary] = await readPeople(ctx, [id])
  return { beneficiary: beneficiary ?? null, problems: [] }
}

/**
 * Holds the row of a person until the act is done.
 * @throws Refused where there is no such person, or no longer
 */
export async function lockPerson(em: EntityManager, id: string): Promise<void> {
  const found = isId(id)
    ? await em.execute<object[]>(`select id from beneficiary where id = ? for update`, [id])
    : []
  if (found.length === 0) throw new Refused({ field: 'beneficiaryId', code: 'PERSON_UNKNOWN' })
}

/** What was done about a person's data, for staff alone. */
export function eventOf(id: string, type: string): NewEvent {
  return { aggregate: 'beneficiary', aggregateId: id, type, visibility: 'STAFF' }
}

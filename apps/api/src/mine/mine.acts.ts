import type { EntityManager } from '@mikro-orm/postgresql'
import { checkContact } from '@sila/domain/beneficiary'
import { consentFor } from '@sila/domain/consent'
import { checkRightText, rightDueAt } from '@sila/domain/data-right'
import { isLanguage } from '@sila/domain/language'
import { foldText, nameKeys } from '@sila/domain/name'
import type { Problem } from '@sila/domain/problem'
import { cleanText } from '@sila/domain/text'
import { v7 as uuidv7 } from 'uuid'
import { Beneficiary } from '../beneficiaries/beneficiary.entity.ts'
import { Consent } from '../beneficiaries/consent.entity.ts'
import { proven } from '../codes/proven.ts'
import type { Context } from '../context.ts'
import { change } from '../events.ts'
import type { NewEvent } from '../events.ts'
import { checkKey } from '../graphql/keys-check.ts'
import { eventOf, lockPerson, recordExport } from '../privacy/person.acts.ts'
import { tell } from '../graphql/problem.ts'
import type {
  MineActInput,
  MineConsentInput,
  MineCorrectInput,
  MineExportPayload,
  MinePayload,
  MineRightInput,
} from './mine.inputs.ts'
import { readMine } from './mine.rows.ts'

type Work = (em: EntityManager, person: string) => Promise<Pick<NewEvent, 'type' | 'payload'>>

/** Does something to the record of whoever proved who they are, and to no other: whose it is, no input says. */
export async function act(
  ctx: Context,
  name: string,
  input: MineActInput,
  problems: readonly Problem[],
  work: Work,
): Promise<MinePayload> {
  const own = await proven(ctx)
  checkKey(input.clientMutationId)
  if (problems.length > 0) return { problems: tell(own, problems) }
  const id = own.actor.beneficiaryId
  const outcome = await change(
    own,
    { name: `mine.${name}`, key: input.clientMutationId, input: { ...input, person: id } },
    async (em) => {
      await lockPerson(em, id)
      const { type, payload } = await work(em, id)
      return { result: { id }, event: { ...eventOf(id, type), payload: { ...payload, byPerson: true } } }
    },
  )
  if (!outcome.done) return { problems: tell(own, outcome.problems) }
  return { mine: await readMine(own), problems: [] }
}

/** Puts one's own data right; what is not named stays as it is. */
export function correct(ctx: Context, input: MineCorrectInput): Promise<MinePayload> {
  const { name, city, preferredLanguage } = input
  const problems = checkContact({ name, city }, { nameRequired: typeof name === 'string' }).map(
    (problem) => ({ ...problem, field: (problem.field ?? '').replace('contact.', '') }),
  )
  if (preferredLanguage && !isLanguage(preferredLanguage))
    problems.push({ field: 'preferredLanguage', code: 'LANGUAGE_UNKNOWN' })
  return act(ctx, 'correct', input, problems, async (em, id) => {
    const person = await em.findOneOrFail(Beneficiary, id)
    const fields: string[] = []
    if (typeof name === 'string') {
      fields.push('name')
      const before = person.nameFolded
      person.name = cleanText(name)
      person.nameFolded = foldText(person.name)
      person.nameKeys = nameKeys(person.name)
      await renameInMatters(em, id, before, person.nameFolded)
    }
    if (typeof city === 'string') {
      fields.push('city')
      person.city = cleanText(city) || null
    }
    if (preferredLanguage) {
      fields.push('preferredLanguage')
      person.preferredLanguage = preferredLanguage
    }
    return { type: 'beneficiary.corrected', payload: { fields } }
  })
}

// The words by which a matter is found end with the name of its person: what is put right is put right there too.
async function renameInMatters(em: EntityManager, id: string, before: string, now: string): Promise<void> {
  for (const table of ['interaction', 'request'])
    await em.execute(
      `update ${table} set search_text = trim(left(search_text, length(search_text) - length(?))) || ' ' || ?
        where beneficiary_id = ? and right(search_text, length(?)) = ? and words_ended_at is null`,
      [before, now, id, before, before],
    )
}

/** O6: gives or takes back a leave for one purpose and way; taking it back is the same press as giving it. */
export function setOwnConsent(ctx: Context, input: MineConsentInput): Promise<MinePayload> {
  const { purpose, channel, given } = input
  return act(ctx, 'consent', input, [], async (em, id) => {
    const said = await em.find(Consent, { beneficiaryId: id, purpose })
    const type = given ? 'beneficiary.consentGiven' : 'beneficiary.consentWithdrawn'
    const before = consentFor(said, purpose, channel)
    if (before.at && before.given === given) return { type, payload: { purpose, channel } }
    const standing = said.find((one) => one.channel === channel && !one.withdrawnAt)
    if (!given && standing) standing.withdrawnAt = ctx.now
    else {
      em.create(Consent, {
        ...{ id: uuidv7(), beneficiaryId: id, purpose, channel, givenAt: ctx.now },
        withdrawnAt: given ? null : ctx.now,
      })
    }
    return { type, payload: { purpose, channel } }
  })
}

/** Asks something about one's own data; the clock of 30 days begins at once. */
export function askRight(ctx: Context, input: MineRightInput): Promise<MinePayload> {
  return act(ctx, 'right', input, checkRightText('text', input.text, false), async (em, id) => {
    await em.execute(
      `insert into data_right (id, "right", beneficiary_id, channel, text, received_at, due_at) values (?, ?, ?, 'PORTAL', ?, ?, ?)`,
      [uuidv7(), input.right, id, cleanText(input.text ?? ''), ctx.now, rightDueAt(ctx.now)],
    )
    return { type: 'beneficiary.rightAsked', payload: { right: input.right } }
  })
}

/** Hands the person everything exportable that is held about them. */
export async function exportMine(ctx: Context, input: MineActInput): Promise<MineExportPayload> {
  const own = await proven(ctx)
  checkKey(input.clientMutationId)
  const outcome = await recordExport(own, own.actor.beneficiaryId, input.clientMutationId)
  if (!outcome.done) return { problems: tell(own, outcome.problems) }
  return { export: outcome.copy, problems: [] }
}

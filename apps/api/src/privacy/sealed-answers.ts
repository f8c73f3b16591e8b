import type { EntityManager } from '@mikro-orm/postgresql'
import type { Answers, FormDefinition } from '@sila/domain/form'
import { parseIdentityNumber } from '@sila/domain/identity-number'
import { can } from '@sila/domain/permission'
import type { Pool, PoolClient } from 'pg'
import type { Actor } from '../actors/actor.ts'
import { personKey, personKeys } from './person-key.ts'
import { seal, unseal } from '../keys/seal.ts'
import type { Seals } from '../keys/seal.ts'

/** What is sealed lies in an object, which no form takes as an answer: no words of anybody can be taken for it. */
type SealedAnswer = { sealed: string }
const placeOf = (requestId: string, property: string) => `request:${requestId}:answers.${property}`
const isSealed = (value: unknown): value is SealedAnswer =>
  value !== null && typeof value === 'object' && 'sealed' in value && typeof value.sealed === 'string'

/** Whether a form asks for an identity number, so that its answers need the key of the person. */
export function asksIdentity(form: FormDefinition): boolean {
  return identitiesOf(form).length > 0
}

function identitiesOf(form: FormDefinition): string[] {
  return Object.entries(form.schema.properties).flatMap(([property, schema]) =>
    schema.type === 'string' && schema.format === 'identity' ? [property] : [],
  )
}

/** The answers with every identity number sealed for its place, and marked so that the person is found by it again. */
export async function sealAnswers(
  em: EntityManager,
  seals: Seals,
  about: { requestId: string; beneficiaryId: string; form: FormDefinition },
  answers: Answers,
): Promise<Answers> {
  const asked = identitiesOf(about.form).filter((property) => typeof answers[property] === 'string')
  if (asked.length === 0) return answers
  const key = await personKey(em, seals, about.beneficiaryId)
  const sealed: Record<string, unknown> = { ...answers }
  for (const property of asked) {
    const given = String(answers[property])
    const value = parseIdentityNumber(given)?.number ?? given
    const place = placeOf(about.requestId, property)
    sealed[property] = {
      sealed: seal(key, place, Buffer.from(value)).toString('base64url'),
    } satisfies SealedAnswer
    await em.execute(
      `insert into identity_mark (mark, beneficiary_id) values (?, ?) on conflict do nothing`,
      [...[seals.mark(value), about.beneficiaryId]],
    )
  }
  return sealed
}

type Row = { id: string; beneficiaryId?: string | null; answers: Record<string, unknown> }

/** Opens what is sealed in the answers of these rows: whole for whoever reviews requests, else the last four digits. */
export async function openAnswers(
  pool: Pool | PoolClient,
  seals: Seals,
  rows: readonly Row[],
  whole: boolean,
): Promise<void> {
  const sealed = rows.filter(({ answers }) => Object.values(answers).some(isSealed))
  if (sealed.length === 0) return
  const ids = [...new Set(sealed.flatMap(({ beneficiaryId }) => beneficiaryId ?? []))]
  const keys = await personKeys(pool, seals, ids)
  for (const row of sealed) {
    const key = keys.get(row.beneficiaryId ?? '')
    row.answers = Object.fromEntries(
      Object.entries(row.answers).map(([property, value]) => [
        property,
        isSealed(value) ? opened(key, placeOf(row.id, property), value, whole) : value,
      ]),
    )
  }
}

function opened(
  key: Buffer | undefined,
  place: string,
  { sealed }: SealedAnswer,
  whole: boolean,
): string | null {
  if (!key) return null
  const plain = unseal(key, place, Buffer.from(sealed, 'base64url')).toString()
  return whole ? plain : `••••••${plain.slice(-4)}`
}

/** Whether an actor reads identity numbers whole. */
export function readsIdentities(actor: Actor): boolean {
  return actor.type === 'STAFF' && can(actor.staff.viewer, 'request.review')
}

import type { EntityManager } from '@mikro-orm/postgresql'
import type { ContactDraft, ContactType } from '@sila/domain/beneficiary'
import { normaliseEmail } from '@sila/domain/beneficiary'
import { foldText, nameKeys } from '@sila/domain/name'
import { parsePhone } from '@sila/domain/phone'
import { cleanText } from '@sila/domain/text'
import { v7 as uuidv7 } from 'uuid'
import type { Pool } from 'pg'
import type { Context } from '../context.ts'
import { read } from '../database/database.ts'
import { nextReference } from '../database/numbers.ts'
import { ofHouse } from '../walls/actor.ts'
import { Beneficiary } from './beneficiary.entity.ts'
import { ContactPoint } from './contact-point.entity.ts'

/** Who was met: a person, and what is to be stored of one who was not known. */
export type Met = { id: string; name: string; rows: { beneficiary: NewPerson[]; contact_point: NewPoint[] } }
type NewPerson = Omit<Beneficiary, 'segment'>
type NewPoint = ContactPoint

/**
 * The person behind contact data: known where name and address are the same, new otherwise. A phone alone identifies
 * nobody, because several workers share one; doubles are merged by people, never by us. Of a record that somebody
 * outside began, only the first address leads to it and opens it: else whoever names another's e-mail beside their own
 * phone would lie in wait for what that other brings later.
 */
export async function recogniseBeneficiary(
  ctx: Context,
  contact: ContactDraft,
  language: string,
): Promise<Met | null> {
  const name = cleanText(contact.name ?? '')
  const points = pointsOf(contact)
  if (!name && points.length === 0) return null
  // Whoever brings a matter sees nobody; the house looks whether it knows the person.
  const { pool } = ofHouse(ctx.house)
  const folded = foldText(name)
  const values = points.map((point) => point.value)
  const [known] = values.length > 0 ? await findKnown(pool, folded, values) : []
  if (known) return { ...known, rows: { beneficiary: [], contact_point: [] } }

  const number = await nextReference(pool, 'B')
  const id = uuidv7()
  const person = {
    ...{
      id,
      number,
      name,
      nameFolded: folded,
      nameKeys: nameKeys(name),
    },
    ...{ kind: 'INDIVIDUAL' as const, preferredLanguage: language, spokenLanguages: [language] },
    ...{ city: cleanText(contact.city ?? '') || null, since: ctx.now },
  }
  return {
    ...{ id, name },
    rows: {
      beneficiary: [person],
      contact_point: points.map((point, place) => ({
        ...{ id: uuidv7(), beneficiaryId: id, ...point },
        opens: place === 0 || ctx.actor.type === 'STAFF',
      })),
    },
  }
}

const noSuchRow = '23503'

/**
 * Does what hangs something on a person who was recognised; once more where that person was erased in the very moment,
 * so that whoever writes then is met as somebody new, and nothing that they sent is refused.
 */
export async function metAnew<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === noSuchRow)) throw error
    return work()
  }
}

/** The person behind contact data, for an act that goes on with them. */
export async function meetBeneficiary(
  ctx: Context,
  em: EntityManager,
  contact: ContactDraft,
  language: string,
): Promise<Pick<Met, 'id' | 'name'> | null> {
  const met = await recogniseBeneficiary(ctx, contact, language)
  for (const person of met?.rows.beneficiary ?? []) em.create(Beneficiary, person)
  for (const point of met?.rows.contact_point ?? []) em.create(ContactPoint, point)
  return met
}

function pointsOf(contact: ContactDraft): { type: ContactType; value: string; preferred: boolean }[] {
  const phone = contact.phone ? parsePhone(contact.phone) : undefined
  const phoneType = contact.preferred === 'WHATSAPP' ? 'WHATSAPP' : 'PHONE'
  const email = cleanText(contact.email ?? '')
  return [
    ...(phone && 'e164' in phone
      ? [{ type: phoneType, value: phone.e164, preferred: contact.preferred === phoneType } as const]
      : []),
    ...(email
      ? [{ type: 'EMAIL', value: normaliseEmail(email), preferred: contact.preferred === 'EMAIL' } as const]
      : []),
  ]
}

function findKnown(pool: Pool, folded: string, values: string[]): Promise<{ id: string; name: string }[]> {
  return read(pool, {
    name: 'person-known',
    text: `select b.id, b.name from contact_point c join beneficiary b on b.id = c.beneficiary_id
      where c.value = any($1::text[]) and c.opens and b.name_folded = $2 order by b.since limit 1`,
    values: [values, folded],
  })
}

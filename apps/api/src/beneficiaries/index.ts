import type { EntityManager } from '@mikro-orm/postgresql'
import type { ContactDraft, ContactType } from '@sila/domain/beneficiary'
import { normaliseEmail } from '@sila/domain/beneficiary'
import { foldText, nameKeys } from '@sila/domain/name'
import { parsePhone } from '@sila/domain/phone'
import { makeReference } from '@sila/domain/reference'
import { cleanText } from '@sila/domain/text'
import { v7 as uuidv7 } from 'uuid'
import type { Context } from '../context.ts'
import { Beneficiary } from './beneficiary.entity.ts'
import { ContactPoint } from './contact-point.entity.ts'

/**
 * The person behind contact data: known where name and address are the same, new otherwise. A phone alone identifies
 * nobody, because several workers share one; doubles are merged by people, never by us.
 */
export async function meetBeneficiary(
  ctx: Context,
  em: EntityManager,
  contact: ContactDraft,
  language: string,
): Promise<Beneficiary | null> {
  const name = cleanText(contact.name ?? '')
  const points = pointsOf(contact)
  if (!name && points.length === 0) return null

  const folded = foldText(name)
  const known =
    points.length > 0
      ? await findKnown(
          em,
          folded,
          points.map((point) => point.value),
        )
      : null
  if (known) return known

  const [serial] = await em.execute<{ n: string }[]>(`select nextval('reference_b') as n`)
  const person = em.create(Beneficiary, {
    ...{
      id: uuidv7(),
      number: makeReference('B', Number(serial?.n)),
      name,
      nameFolded: folded,
      nameKeys: nameKeys(name),
    },
    ...{
      kind: 'INDIVIDUAL',
      preferredLanguage: language,
      spokenLanguages: [language],
      city: cleanText(contact.city ?? '') || null,
      since: ctx.now,
    },
  })
  for (const point of points) em.create(ContactPoint, { id: uuidv7(), beneficiaryId: person.id, ...point })
  return person
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

async function findKnown(em: EntityManager, folded: string, values: string[]): Promise<Beneficiary | null> {
  const [found] = await em.execute<{ id: string }[]>(
    `select b.id from contact_point c join beneficiary b on b.id = c.beneficiary_id
      where c.value in (${values.map(() => '?').join(', ')}) and b.name_folded = ? order by b.since limit 1`,
    [...values, folded],
  )
  return found ? em.findOne(Beneficiary, found.id) : null
}

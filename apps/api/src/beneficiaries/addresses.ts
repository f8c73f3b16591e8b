import { normaliseEmail } from '@sila/domain/beneficiary'
import { checkCodeAddress, mayHavePassedOn } from '@sila/domain/code'
import { foldText } from '@sila/domain/name'
import { parsePhone } from '@sila/domain/phone'
import type { Problem } from '@sila/domain/problem'
import { parseReference } from '@sila/domain/reference'
import { cleanText } from '@sila/domain/text'
import type { House } from '../context.ts'
import { read } from '../database/database.ts'
import { ofHouse } from '../walls/actor.ts'

/** A phone or an e-mail as it stands in records. */
export type Address = { type: 'PHONE' | 'EMAIL'; value: string }

/** Reads what was typed as a phone that takes messages, or an e-mail. */
export function readAddress(input: string): Address | Problem[] {
  const problems = checkCodeAddress(input)
  if (problems.length > 0) return problems
  const text = cleanText(input)
  if (text.includes('@')) return { type: 'EMAIL', value: normaliseEmail(text) }
  const phone = parsePhone(text)
  if ('problem' in phone) return [{ field: 'address', code: phone.problem }]
  return phone.mobile
    ? { type: 'PHONE', value: phone.e164 }
    : [{ field: 'address', code: 'PHONE_NOT_MOBILE' }]
}

const ofType = `(c.type = 'EMAIL') = ($2 = 'EMAIL')`

/** Whether the address opens anybody's record. */
export async function isKnownAddress(house: House, type: Address['type'], value: string): Promise<boolean> {
  const rows = await read(ofHouse(house).pool, {
    name: 'address-known',
    text: `select 1 from contact_point c where c.value = $1 and ${ofType} and c.opens limit 1`,
    values: [value, type],
  })
  return rows.length > 0
}

// A number that nobody uses any more is given to somebody else after some months.
const heardOf = `greatest(b.since,
  (select max(i.last_inbound_at) from interaction i where i.beneficiary_id = b.id),
  (select max(r.submitted_at) from request r where r.beneficiary_id = b.id),
  (select max(s.seen_at) from beneficiary_session s where s.beneficiary_id = b.id))`

/**
 * Whose address it is. Workers share phones, so where several have it the name, or the number of a matter of theirs,
 * must say who of them it is; `NAME_NEEDED` where it does not. So it must where nobody was heard of for long: the phone
 * may be somebody else's by now.
 */
export async function personBehind(
  house: House,
  { type, value }: Address,
  name: string,
): Promise<string | undefined> {
  const people = await read<{ id: string; folded: string; heardAt: Date }>(ofHouse(house).pool, {
    name: 'people-behind',
    text: `select b.id, b.name_folded as folded, ${heardOf} as "heardAt" from beneficiary b
      where b.id in (select c.beneficiary_id from contact_point c where c.value = $1 and ${ofType} and c.opens) order by b.since, b.id limit 200`,
    values: [value, type],
  })
  const [only, ...others] = people
  if (!only) return undefined
  if (others.length === 0 && !mayHavePassedOn(only.heardAt, house.now())) return only.id
  const folded = foldText(cleanText(name.slice(0, 200)))
  const named = folded ? people.find((person) => person.folded === folded) : undefined
  return named?.id ?? (await byReference(house, people, name)) ?? 'NAME_NEEDED'
}

async function byReference(
  house: House,
  people: { id: string }[],
  name: string,
): Promise<string | undefined> {
  const reference = name.length <= 64 ? parseReference(name)?.reference : undefined
  if (!reference) return undefined
  const [found] = await read<{ id: string }>(ofHouse(house).pool, {
    name: 'person-by-reference',
    text: `select id from (
        select id, number as reference from beneficiary union all select beneficiary_id, reference from interaction
        union all select beneficiary_id, reference from request) known
      where reference = $1 and id = any($2::uuid[]) limit 1`,
    values: [reference, people.map(({ id }) => id)],
  })
  return found?.id
}

import { consentFor } from '@sila/domain/consent'
import type { Consent, ConsentPurpose } from '@sila/domain/consent'
import type { House } from '../context.ts'
import { read } from '../database/database.ts'
import { ofHouse } from '../walls/actor.ts'
import type { PostChannel } from './carriers.ts'

/** By which words a person says yes or no to what a carrier carries. */
const channels = { EMAIL: 'EMAIL', SMS: 'PHONE' } as const satisfies Record<PostChannel, string>

type Said = Consent & { person: string }

/**
 * Whether an address may be written to for a purpose (PDPL Art. 25): everybody who has it must allow it, since whoever
 * shares a phone reads along. Where nobody has it, only what needs no leave is sent.
 */
export async function mayWrite(
  house: House,
  purpose: ConsentPurpose,
  { address, channel }: { address: string; channel: PostChannel },
): Promise<boolean> {
  const rows = await read<Partial<Said>>(ofHouse(house).pool, {
    name: 'consents-behind',
    text: `select p.beneficiary_id as person, c.purpose, c.channel, c.given_at as "givenAt", c.withdrawn_at as "withdrawnAt"
      from contact_point p left join consent c on c.beneficiary_id = p.beneficiary_id and c.purpose = $3
      where p.value = $1 and (p.type = 'EMAIL') = ($2 = 'EMAIL')`,
    values: [address, channel, purpose],
  })
  const said = rows.filter((row): row is Said => row.purpose !== null)
  const people = new Set(rows.map(({ person }) => person))
  const words =
    people.size === 0 ? [[]] : [...people].map((one) => said.filter(({ person }) => person === one))
  return words.every((consents) => consentFor(consents, purpose, channels[channel]).given)
}

import { read } from '../database/database.ts'
import { loader } from '../loader.ts'
import type { Consent } from './consent.entity.ts'
import type { ContactPoint } from './contact-point.entity.ts'

/** Ways to reach each of the people, the preferred first. */
export const contactPointsOf = loader(async ({ house }, ids: readonly string[]) => {
  const rows = await read<ContactPoint>(house.database.pool, {
    name: 'contact-points',
    text: `select id, beneficiary_id as "beneficiaryId", type, value, preferred from contact_point
      where beneficiary_id = any($1::uuid[]) order by preferred desc, id`,
    values: [ids],
  })
  return groupBy(ids, rows)
})

/** Consents of each of the people, newest first. */
export const consentsOf = loader(async ({ house }, ids: readonly string[]) => {
  const rows = await read<Consent>(house.database.pool, {
    name: 'consents',
    text: `select id, beneficiary_id as "beneficiaryId", purpose, channel, given_at as "givenAt", withdrawn_at as "withdrawnAt"
      from consent where beneficiary_id = any($1::uuid[]) order by given_at desc, id`,
    values: [ids],
  })
  return groupBy(ids, rows)
})

function groupBy<Row extends { beneficiaryId: string }>(ids: readonly string[], rows: Row[]): Row[][] {
  const grouped = Map.groupBy(rows, (row) => row.beneficiaryId)
  return ids.map((id) => grouped.get(id) ?? [])
}

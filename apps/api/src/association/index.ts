// The door to the association's own data.
import type { House } from '../context.ts'
import { read } from '../database/database.ts'
import type { Association } from './association.types.ts'

/**
 * The association that this house belongs to.
 * @throws Error where the essentials were never seeded
 */
export async function readAssociation(house: House): Promise<Association> {
  const [association] = await read<Association>(house.database.pool, {
    name: 'association',
    text: `select name as "nameWords", address as "addressWords", hours as "hoursWords", languages, default_language as "defaultLanguage",
      demonstration, phone, email, whatsapp, policy_version as "policyVersion", policy_since as "policySince" from association limit 1`,
    values: [],
  })
  if (!association)
    throw new Error('There is no association in this database: start once with seeding, see README.md')
  return association
}

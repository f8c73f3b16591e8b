import type { House } from '../context.ts'
import { createUser } from '../sessions/auth.ts'
import type { Auth } from '../sessions/auth.ts'
import { seedDemonstration } from './demo.ts'
import { seedEssentials } from './essentials.ts'

/**
 * Fills an empty database with what every association needs; people and known passwords come only with the
 * demonstration, never to an association's own database.
 */
export async function prepare(house: House, auth: Auth, demonstration: boolean): Promise<void> {
  if (demonstration)
    await seedDemonstration(house.database, house.keys, (person) => createUser(auth, person), house.now())
  else await seedEssentials(house.database.pool, house.now())
}

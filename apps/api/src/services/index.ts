// The door to services: what the association offers, and what each asks for.
import { defaultServices } from '@sila/domain/service'
import type { ServiceDefinition } from '@sila/domain/service'
import type { House } from '../context.ts'
import { read } from '../database/database.ts'
import type { Service } from './service.types.ts'

const byKey = new Map(defaultServices.map((service) => [service.key, service]))

/** What the domain knows of a service; undefined where there is none under this key. */
export function serviceDefinition(key: string): ServiceDefinition | undefined {
  return byKey.get(key)
}

/** A service as the outside sees it, whether it can be applied for now or not. */
export function findService(key: string): Service | null {
  const service = byKey.get(key)
  if (!service) return null
  const { workingDays, requiresPermit, form } = service
  return { id: key, key, workingDays, requiresPermit, form }
}

/** The services that can be applied for now, in the order of the guide. */
export async function offeredServices(house: House): Promise<Service[]> {
  const rows = await read<{ key: string }>(house.database.pool, {
    name: 'services-offered',
    text: `select key from service where active order by position, key`,
    values: [],
  })
  return rows.flatMap(({ key }) => findService(key) ?? [])
}

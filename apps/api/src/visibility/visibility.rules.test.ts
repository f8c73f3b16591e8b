import { can } from '@sila/domain/permission'
import type { Viewer } from '@sila/domain/permission'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Actor } from '../actors/actor.ts'
import type { Context } from '../context.ts'
import { everyMatter, layOut, rescuers, viewerOf, viewers } from '../testing/matters.ts'
import { mayOn, visibleWhere } from './visibility.ts'

const client = new pg.Client({ connectionString: inject('databaseServer') })
beforeAll(async () => {
  await client.connect()
  await layOut(client, 'matter')
})
afterAll(() => client.end())

const asking = (actor: Actor, guarded = true) => ({ actor, house: { guarded } }) as unknown as Context
const colleague = (viewer: Viewer) => ({ type: 'STAFF', staff: { viewer } }) as unknown as Actor
const guest: Actor = { type: 'GUEST' }
const person: Actor = { type: 'BENEFICIARY', beneficiaryId: 'b', sessionId: 's' }
const house: Actor = { type: 'SYSTEM' }

async function found(ctx: Context): Promise<string[]> {
  const values: unknown[] = []
  const where = visibleWhere(ctx, 'interaction.read', 'm', (value) => `$${values.push(value)}`)
  const sql = `select id from matter m where ${['true', ...where].join(' and ')}`
  return (await client.query<{ id: string }>(sql, values)).rows.map(({ id }) => id).toSorted()
}

const all = everyMatter.map(({ id }) => id).toSorted()

describe('what a list shows', () => {
  test.each([...viewers, ...rescuers])('is exactly what the rules allow: %s', async (_name, viewer) => {
    const allowed = everyMatter.filter((matter) => can(viewer, 'interaction.read', matter))
    expect(await found(asking(colleague(viewer)))).toEqual(allowed.map(({ id }) => id).toSorted())
  })

  test('differs by scope, so that the comparison is of something', () => {
    const seen = viewers.map(([, viewer]) =>
      everyMatter.filter((row) => can(viewer, 'interaction.read', row)),
    )
    expect(new Set(seen.map((rows) => rows.length)).size).toBeGreaterThan(6)
    expect(Math.max(...seen.map((rows) => rows.length))).toBeLessThan(everyMatter.length)
  })

  test('is everything to the house, and where the API has taken its own guard off', async () => {
    expect(await found(asking(house))).toEqual(all)
    expect(await found(asking(guest, false))).toEqual(all)
  })

  test('is nothing to whoever does not work here', async () => {
    expect(await found(asking(guest))).toEqual([])
    expect(await found(asking(person))).toEqual([])
  })

  test('needs no condition for whoever reads all that nobody complains of them', () => {
    const where = visibleWhere(asking(colleague(viewerOf('ALL'))), 'interaction.read', 'm', () => '$1')
    expect(where).toEqual(['false'])
  })
})

describe('what may be done to one matter', () => {
  const [first] = everyMatter
  const matter = first ?? {}

  test('is what the rules allow', () => {
    for (const [, viewer] of viewers)
      for (const each of everyMatter)
        expect(mayOn(asking(colleague(viewer)), 'interaction.read', each)).toBe(
          can(viewer, 'interaction.read', each),
        )
  })

  test('is everything to the house, and where the API has taken its own guard off', () => {
    expect(mayOn(asking(house), 'interaction.read', matter)).toBe(true)
    expect(mayOn(asking(guest, false), 'interaction.read', matter)).toBe(true)
  })

  test('is nothing to whoever does not work here', () => {
    expect(mayOn(asking(guest), 'interaction.read', matter)).toBe(false)
    expect(mayOn(asking(person), 'interaction.read', matter)).toBe(false)
  })
})

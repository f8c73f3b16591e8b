import 'reflect-metadata'
import { describe, expect, test } from 'vitest'
import type { Actor, Context } from '../context.ts'
import { viewerOf } from '../testing/matters.ts'
import { byHouse, inNameOf, ofHouse, seesMatter } from './actor.ts'
import { system } from './session.ts'
import type { Session } from './session.ts'

/** A house whose database only says in whose name it is spoken to, and finds what it is told to. */
function around(found: { id: string }[] = []) {
  const said: Session[] = []
  const asked: unknown[] = []
  const query = async (question: unknown) => {
    asked.push(question)
    return { rows: found }
  }
  const as = (session: Session) => {
    said.push(session)
    return { as, session, pool: { query } }
  }
  return { said, asked, ctx: { house: { database: { as, pool: { query } } } } as unknown as Context }
}

const viewer = viewerOf('TEAM', 'interaction.read', 'staff.read')
const maskedViewer = { ...viewer, grants: { ...viewer.grants, masked: true } }
const masked = { type: 'STAFF', staff: { id: viewer.id, viewer: maskedViewer } } as unknown as Actor
const colleague = { type: 'STAFF', staff: { id: viewer.id, viewer } } as unknown as Actor & { type: 'STAFF' }

describe('the database is spoken to', () => {
  test.each<[string, Actor, Session]>([
    ['as the house', { type: 'SYSTEM' }, system],
    ['as a guest', { type: 'GUEST' }, { actor: 'GUEST', matterId: 'm' }],
    [
      'as a proven person',
      { type: 'BENEFICIARY', beneficiaryId: 'b', sessionId: 's' },
      { actor: 'BENEFICIARY', beneficiaryId: 'b', matterId: 'm' },
    ],
    [
      'as a colleague',
      colleague,
      {
        ...{ actor: 'STAFF', staffId: viewer.id, scope: 'TEAM', teamIds: viewer.teamIds, matterId: 'm' },
        permissions: ['interaction.read', 'staff.read'],
      },
    ],
    [
      'as a colleague for whom everybody is blanked, who holds no matter',
      masked,
      {
        ...{ actor: 'MASKED', staffId: viewer.id, scope: 'TEAM', teamIds: viewer.teamIds },
        permissions: ['interaction.read', 'staff.read'],
      },
    ],
  ])('%s, and what it brings along is that of the actor', (_name, actor, session) => {
    const { said, ctx } = around()
    const named = inNameOf(ctx, actor, 'm')
    expect(said).toEqual([session])
    expect(named.actor).toBe(actor)
    expect(named.house.database).toMatchObject({ session })
    expect(named.loaders).not.toBe(ctx.loaders)
  })

  test('by the house where an act reaches further than whoever acts sees', () => {
    const { ctx } = around()
    expect(ofHouse(ctx.house)).toMatchObject({ session: { actor: 'SYSTEM' } })
    const further = byHouse({ ...ctx, actor: colleague })
    expect(further.house.database).toMatchObject({ session: { actor: 'SYSTEM' } })
    expect(further.actor).toBe(colleague)
  })
})

describe('by a key', () => {
  const byKey = { ...colleague, key: { id: 'k', scopes: [], hourBudget: 1, dayBudget: 1 } } as Actor
  const maskedByKey = { ...masked, key: { id: 'k', scopes: [], hourBudget: 1, dayBudget: 1 } } as Actor

  test.each([byKey, maskedByKey])(
    'nothing is written, and the house writes nothing further for it',
    (actor) => {
      const { said, ctx } = around()
      byHouse(inNameOf(ctx, actor))
      expect(said).toMatchObject([{ readsOnly: true }, { actor: 'SYSTEM', readsOnly: true }])
      // What the house notes by itself (looks, budgets) it writes all the same.
      expect(ofHouse(ctx.house)).toMatchObject({ session: system })
    },
  )
})

describe('before a live event is delivered', () => {
  test('the database is asked in the name of the colleague whether the matter is there', async () => {
    const { said, asked, ctx } = around([{ id: 'm' }])
    expect(await seesMatter(ctx, colleague.staff, 'request', 'm')).toBe(true)
    expect(said).toMatchObject([{ actor: 'STAFF', staffId: viewer.id }])
    expect(asked).toMatchObject([
      { name: 'sees-request', text: expect.stringContaining('from request '), values: ['m'] },
    ])
  })

  test('and what it does not show is not delivered', async () => {
    expect(await seesMatter(around().ctx, colleague.staff, 'interaction', 'm')).toBe(false)
  })
})

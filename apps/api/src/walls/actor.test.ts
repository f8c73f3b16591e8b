import { describe, expect, test } from 'vitest'
import type { Actor } from '../actors/actor.ts'
import type { Context } from '../context.ts'
import { viewerOf } from '../testing/matters.ts'
import { asBringer, byHouse, inNameOf, ofHouse } from './actor.ts'
import { system } from './session.ts'
import type { Session } from './session.ts'

/** A house whose database only says in whose name it is spoken to. */
function around() {
  const said: Session[] = []
  const as = (session: Session) => {
    said.push(session)
    return { as, session }
  }
  return { said, ctx: { house: { database: { as } } } as unknown as Context }
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
  })

  test('as a guest where a proven person brings something, and as themselves by everybody else who does', () => {
    const { said, ctx } = around()
    const proven: Actor = { type: 'BENEFICIARY', beneficiaryId: 'b', sessionId: 's' }
    expect(asBringer({ ...ctx, actor: proven }).actor).toEqual({ type: 'GUEST' })
    expect(said).toEqual([{ actor: 'GUEST' }])
    const theirs = { ...ctx, actor: colleague }
    expect(asBringer(theirs)).toBe(theirs)
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

import { describe, expect, test } from 'vitest'
import type { Context } from '../context.ts'
import type { StaffMember } from '../staff/staff-member.entity.ts'
import { viewerOf } from '../testing/matters.ts'
import type { Session } from '../walls/session.ts'
import { seesMatter } from './visibility.ts'

const viewer = viewerOf('TEAM', 'interaction.read')
const colleague = { id: viewer.id, viewer } as unknown as StaffMember

/** A house whose database notes in whose name it is asked for what, and finds what it is told to. */
function around(found: { id: string }[] = []) {
  const asked: unknown[] = []
  const as = (session: Session) => ({
    pool: {
      async query(question: object) {
        asked.push({ session, ...question })
        return { rows: found }
      },
    },
  })
  return { asked, ctx: { house: { database: { as } } } as unknown as Context }
}

describe('before a live event is delivered', () => {
  test('the database is asked in the name of the colleague whether the matter is there', async () => {
    const { asked, ctx } = around([{ id: 'm' }])
    expect(await seesMatter(ctx, colleague, 'request', 'm')).toBe(true)
    expect(asked).toMatchObject([
      {
        session: { actor: 'STAFF', staffId: viewer.id },
        ...{ name: 'sees-request', text: expect.stringContaining('from request '), values: ['m'] },
      },
    ])
  })

  test('and what it does not show is not delivered', async () => {
    expect(await seesMatter(around().ctx, colleague, 'interaction', 'm')).toBe(false)
  })
})

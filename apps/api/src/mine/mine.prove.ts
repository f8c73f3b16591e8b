import { endSession, noCookie, openSession, cookieOf } from '../codes/beneficiary-session.ts'
import { askForCode, compareCode, useCode } from '../codes/index.ts'
import { personBehind } from '../beneficiaries/addresses.ts'
import { proven } from '../codes/proven.ts'
import type { Context } from '../context.ts'
import { tell } from '../graphql/problem.ts'
import { ofHouse } from '../walls/actor.ts'
import type { CodeAskInput, CodePayload, CodeProveInput, MineLeaveInput, MinePayload } from './mine.inputs.ts'
import { readMine } from './mine.rows.ts'

/** Asks for a code to sign in with. */
export async function askCode(ctx: Context, input: CodeAskInput): Promise<CodePayload> {
  const { ticket, problems } = await askForCode(ctx, input.address)
  return { ticket, problems: tell(ctx, problems) }
}

/** Proves an address by its code and opens a session of half an hour, always a new one. */
export async function proveCode(ctx: Context, input: CodeProveInput): Promise<MinePayload> {
  const { house, now } = ctx
  const wrong = (): MinePayload => ({ problems: tell(ctx, [{ field: 'code', code: 'CODE_WRONG' }]) })
  const proof = await compareCode(house, input.ticket, input.code)
  if (!proof || proof.beneficiaryId) return wrong()
  const person = await personBehind(house, proof, input.name ?? '')
  if (person === 'NAME_NEEDED') return { problems: tell(ctx, [{ field: 'name', code: 'NAME_NEEDED' }]) }
  if (!person) return wrong()
  const token = await ofHouse(house)
    .orm.em.fork()
    .transactional(async (em) => ((await useCode(em, proof, now)) ? openSession(em, person, now) : undefined))
  if (!token) return wrong()
  // Whatever token the device came with, planted or old, ends here.
  await endSession(ofHouse(house).pool, ctx.door)
  ctx.door.setCookie(cookieOf(token, ctx.door.secure))
  const own = await proven({
    ...ctx,
    actor: { type: 'GUEST' },
    door: { ...ctx.door, cookie: cookieOf(token, ctx.door.secure) },
  })
  return { mine: await readMine(own), problems: [] }
}

/** Ends the session, here or on every device. */
export async function leave(ctx: Context, input: MineLeaveInput): Promise<MinePayload> {
  const { pool } = ofHouse(ctx.house)
  if (input.everywhere) {
    const { actor } = await proven(ctx)
    await pool.query(`delete from beneficiary_session where beneficiary_id = $1`, [actor.beneficiaryId])
  } else await endSession(pool, ctx.door)
  ctx.door.setCookie(noCookie(ctx.door.secure))
  return { mine: null, problems: [] }
}

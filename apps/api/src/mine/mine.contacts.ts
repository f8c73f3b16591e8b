import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 as uuidv7 } from 'uuid'
import { ContactPoint } from '../beneficiaries/contact-point.entity.ts'
import { askForCode, compareCode, useCode } from '../codes/index.ts'
import { proven } from '../codes/proven.ts'
import { isId } from '../graphql/connection.ts'
import type { Context } from '../context.ts'
import { notFound, Refused } from '../errors.ts'
import { tell } from '../graphql/problem.ts'
import { act } from './mine.acts.ts'
import type {
  CodeAskInput,
  CodePayload,
  CodeProveInput,
  MineContactInput,
  MinePayload,
  MineReachInput,
} from './mine.inputs.ts'

const mostPoints = 10

/** Asks for a code to a phone or an e-mail that is to be added: only what is proven is written down. */
export async function askToAdd(ctx: Context, input: CodeAskInput): Promise<CodePayload> {
  const own = await proven(ctx)
  const { ticket, problems } = await askForCode(own, input.address, own.actor.beneficiaryId)
  return { ticket, problems: tell(own, problems) }
}

/** Adds a phone or an e-mail that the person proved. */
export async function addContact(ctx: Context, input: CodeProveInput): Promise<MinePayload> {
  const own = await proven(ctx)
  const proof = await compareCode(own.house, input.ticket, input.code)
  // A code that was asked for to sign in, or by somebody else, adds nothing here.
  if (proof?.beneficiaryId !== own.actor.beneficiaryId)
    return { problems: tell(own, [{ field: 'code', code: 'CODE_WRONG' }]) }
  return act(ctx, 'contactAdd', { clientMutationId: `add-${proof.id}` }, [], async (em, id) => {
    if (!(await useCode(em, proof, ctx.now))) throw new Refused({ field: 'code', code: 'CODE_WRONG' })
    const points = await em.find(ContactPoint, { beneficiaryId: id })
    const { type, value } = proof
    const known = points.find((point) => point.value === value)
    if (!known && points.length >= mostPoints)
      throw new Refused({ field: 'address', code: 'TOO_MANY_CHOICES', values: { max: mostPoints } })
    if (known) known.opens = true
    else
      em.create(ContactPoint, { id: uuidv7(), beneficiaryId: id, type, value, preferred: false, opens: true })
    return { type: 'beneficiary.contactAdded', payload: { type } }
  })
}

/** Takes a way to be reached away; the last one stays, and every other device that is signed in is signed out. */
export function removeContact(ctx: Context, input: MineContactInput): Promise<MinePayload> {
  return act(ctx, 'contactRemove', input, [], async (em, id) => {
    const { point, points } = await ownPoint(em, id, input.id)
    // The last one that opens the record stays.
    if (!points.some((each) => each !== point && each.opens))
      throw new Refused({ field: 'id', code: 'CONTACT_REQUIRED' })
    em.remove(point)
    const { actor } = await proven(ctx)
    await em.execute(`delete from beneficiary_session where beneficiary_id = ? and id <> ?`, [
      id,
      actor.sessionId,
    ])
    return { type: 'beneficiary.contactRemoved', payload: { type: point.type } }
  })
}

/** Chooses the way to be reached by. */
export function preferContact(ctx: Context, input: MineReachInput): Promise<MinePayload> {
  return act(ctx, 'contactPrefer', input, [], async (em, id) => {
    const { point, points } = await ownPoint(em, id, input.id)
    const { by } = input
    if (by && (by === 'EMAIL') !== (point.type === 'EMAIL'))
      throw new Refused({ field: 'by', code: 'CHOICE_UNKNOWN' })
    for (const each of points) each.preferred = each === point
    point.type = by ?? point.type
    return { type: 'beneficiary.contactPreferred', payload: { type: point.type } }
  })
}

async function ownPoint(em: EntityManager, id: string, pointId: string) {
  const points = await em.find(ContactPoint, { beneficiaryId: id })
  const point = isId(pointId) ? points.find((each) => each.id === pointId.toLowerCase()) : undefined
  // Somebody else's is not told apart from none.
  if (!point) throw notFound()
  return { point, points }
}

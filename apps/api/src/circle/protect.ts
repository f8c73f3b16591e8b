import { checkProtection, decidersOf, mostInCircle, protectedMatter } from '@sila/domain/circle'
import type { Protection } from '@sila/domain/circle'
import type { Permission } from '@sila/domain/permission'
import type { EntityManager } from '@mikro-orm/postgresql'
import { demand } from '../context.ts'
import type { Context } from '../context.ts'
import { Refused } from '../errors.ts'
import { perform as performOnInteraction } from '../interactions/interaction.change.ts'
import type { Interaction } from '../interactions/interaction.entity.ts'
import type { InteractionPayload } from '../interactions/interaction.types.ts'
import { presenceTopic } from '../interactions/presence.ts'
import { touch } from '../matters/matter.ts'
import { sealNotes } from '../privacy/sealed-notes.ts'
import { perform as performOnRequest } from '../requests/request.change.ts'
import type { Request } from '../requests/request.entity.ts'
import type { RequestPayload } from '../requests/request.types.ts'
import type { MatterProtectInput, MatterShieldInput } from './circle.types.ts'

/** Draws the circle of those who may know of an interaction, or lifts it. */
export function protectInteraction(ctx: Context, id: string, input: MatterProtectInput) {
  const permission = 'matter.protect'
  return closeInteraction(ctx, id, bounded(input), permission, () => wishOf(ctx, input))
}

/** The same for a request. */
export function protectRequest(ctx: Context, id: string, input: MatterProtectInput) {
  return closeRequest(ctx, id, bounded(input), 'matter.protect', () => wishOf(ctx, input))
}

/** Closes an interaction that proves sensitive, for those who decide of it to draw its circle. */
export function shieldInteraction(ctx: Context, id: string, input: MatterShieldInput) {
  return closeInteraction(ctx, id, input, 'matter.shield', (matter) => shieldOf(ctx, matter, input))
}

/** The same for a request. */
export function shieldRequest(ctx: Context, id: string, input: MatterShieldInput) {
  return closeRequest(ctx, id, input, 'matter.shield', (matter) => shieldOf(ctx, matter, input))
}

type Input = MatterProtectInput | MatterShieldInput
type Wish = (matter: Interaction | Request) => Protection | Promise<Protection>

async function closeInteraction(
  ctx: Context,
  id: string,
  input: Input,
  permission: Permission,
  wish: Wish,
): Promise<InteractionPayload> {
  const payload = await performOnInteraction(ctx, id, input, {
    ...{ name: nameOf('interaction', permission), permission },
    async work(interaction, em) {
      await protect(ctx, em, interaction, await wish(interaction), 'interaction.read')
      touch(ctx, interaction)
      return { type: eventOf('interaction', input), payload: toldOf(input) }
    },
  })
  // Whoever has it open and stands outside now is asked again at once.
  if (payload.problems.length === 0) ctx.house.feed.announce(presenceTopic(id))
  return payload
}

function closeRequest(
  ctx: Context,
  id: string,
  input: Input,
  permission: Permission,
  wish: Wish,
): Promise<RequestPayload> {
  return performOnRequest(ctx, id, input, {
    ...{ name: nameOf('request', permission), permission },
    async work(request, em) {
      await protect(ctx, em, request, await wish(request), 'request.read')
      touch(ctx, request)
      return { type: eventOf('request', input), visibility: 'STAFF', payload: toldOf(input) }
    },
  })
}

const nameOf = (matter: 'interaction' | 'request', permission: Permission) =>
  `${matter}.${permission === 'matter.shield' ? 'shield' : 'protect'}`

async function protect(
  ctx: Context,
  em: EntityManager,
  matter: Interaction | Request,
  wished: Protection,
  permission: Permission,
) {
  const problems = checkProtection(wished, permission, matter, await ctx.house.directory.staff())
  if (problems.length > 0) throw new Refused(...problems)
  const { assigneeId, sensitivity, circle, aboutStaffId } = protectedMatter(matter, wished)
  Object.assign(matter, { assigneeId, sensitivity, circle, aboutStaffId })
  if (sensitivity) await sealNotes(ctx, em, matter)
}

/** Whoever draws the circle stands in it, unless they say that they need not. */
function wishOf(ctx: Context, input: MatterProtectInput): Protection {
  const me = demand(ctx, 'matter.protect').id
  const circle = input.withoutMe ? input.circle.filter((id) => id !== me) : [...input.circle, me]
  return { sensitivity: input.sensitivity ?? null, circle, aboutStaffId: input.aboutStaffId ?? null }
}

/** Who decides of it stands in the circle, whoever marks it: nobody hides a matter from their supervisor. */
async function shieldOf(
  ctx: Context,
  matter: Interaction | Request,
  { sensitivity, aboutStaffId = null, withoutMe }: MatterShieldInput,
): Promise<Protection> {
  const { id: me, teamId } = demand(ctx, 'matter.shield')
  // What belongs to no team yet is decided of where it was met.
  const met = { ...guardedOf(matter), teamId: matter.teamId ?? teamId ?? null }
  const deciders = decidersOf(met, aboutStaffId, await ctx.house.directory.staff())
  if (deciders.length === 0) throw new Refused({ field: 'sensitivity', code: 'CIRCLE_EMPTY' })
  return { sensitivity, aboutStaffId, circle: withoutMe ? deciders : [...deciders, me] }
}

const guardedOf = ({ id, assigneeId, teamId, sensitivity, circle, aboutStaffId }: Interaction | Request) => ({
  ...{ id, assigneeId: assigneeId ?? null, teamId: teamId ?? null, sensitivity: sensitivity ?? null },
  ...{ circle: circle ?? [], aboutStaffId: aboutStaffId ?? null },
})

// A list that no screen of ours sends is cut before it is looked at; the check then says that it is too long.
function bounded(input: MatterProtectInput): MatterProtectInput {
  return { ...input, circle: input.circle.slice(0, mostInCircle + 1) }
}

function eventOf(matter: 'interaction' | 'request', { sensitivity }: Input): string {
  return `${matter}.${sensitivity ? 'protected' : 'unprotected'}`
}

// Who may know stands in the matter itself, for whoever sees it; history keeps why.
function toldOf({ sensitivity }: Input): Record<string, unknown> {
  return sensitivity ? { sensitivity } : {}
}

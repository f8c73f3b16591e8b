import { checkProtection, mostInCircle, protectedMatter } from '@sila/domain/circle'
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
import type { MatterProtectInput } from './circle.types.ts'

/** Draws the circle of those who may know of an interaction, or lifts it. */
export async function protectInteraction(
  ctx: Context,
  id: string,
  input: MatterProtectInput,
): Promise<InteractionPayload> {
  const payload = await performOnInteraction(ctx, id, bounded(input), {
    ...{ name: 'interaction.protect', permission: 'matter.protect' },
    async work(interaction, em) {
      await protect(ctx, em, interaction, input, 'interaction.read')
      touch(ctx, interaction)
      return { type: eventOf('interaction', input), payload: toldOf(input) }
    },
  })
  // Whoever has it open and stands outside now is asked again at once.
  if (payload.problems.length === 0) ctx.house.feed.announce(presenceTopic(id))
  return payload
}

/** The same for a request. */
export function protectRequest(ctx: Context, id: string, input: MatterProtectInput): Promise<RequestPayload> {
  return performOnRequest(ctx, id, bounded(input), {
    ...{ name: 'request.protect', permission: 'matter.protect' },
    async work(request, em) {
      await protect(ctx, em, request, input, 'request.read')
      touch(ctx, request)
      return { type: eventOf('request', input), visibility: 'STAFF', payload: toldOf(input) }
    },
  })
}

async function protect(
  ctx: Context,
  em: EntityManager,
  matter: Interaction | Request,
  input: MatterProtectInput,
  permission: Permission,
) {
  const wished = wishOf(ctx, input)
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

// A list that no screen of ours sends is cut before it is looked at; the check then says that it is too long.
function bounded(input: MatterProtectInput): MatterProtectInput {
  return { ...input, circle: input.circle.slice(0, mostInCircle + 1) }
}

function eventOf(matter: 'interaction' | 'request', { sensitivity }: MatterProtectInput): string {
  return `${matter}.${sensitivity ? 'protected' : 'unprotected'}`
}

// Who may know stands in the matter itself, for whoever sees it; history keeps why.
function toldOf({ sensitivity }: MatterProtectInput): Record<string, unknown> {
  return sensitivity ? { sensitivity } : {}
}

import type { Actor } from '../actors/actor.ts'
import type { House } from '../context.ts'
import { makeDoor } from '../http/network.ts'
import type { Sessions } from '../sessions/sessions.ts'
import { provenActor } from './beneficiary-session.ts'

const guest: Actor = { type: 'GUEST' }

/**
 * Tells who sends a request, the proven people of the portal among them. The portal names itself, and then a colleague
 * who is signed in on the same machine is nobody: whoever asks there acts for themselves, never for the association.
 */
export function withProven(house: House, sessions: Sessions): Sessions {
  return {
    async actorOf(request) {
      const isPortal = request.headers['apollographql-client-name'] === 'portal'
      const actor = isPortal ? guest : await sessions.actorOf(request)
      if (actor.type !== 'GUEST' || actor.mustEnrol) return actor
      return (await provenActor(house, makeDoor(request, house))) ?? actor
    },
  }
}

import type { IncomingMessage } from 'node:http'
import type { Actor } from '../actors/actor.ts'
import { standsBy } from '../sessions/watch.ts'

/** How many live lines may stand at once, on one node. */
const most = {
  /** Of people outside, by the network that they come from; an office or a camp may share one. */
  network: 200,
  /** Of one session or key: a line a window. Staff are counted nowhere else: an office of many has one network. */
  session: 30,
} as const

/** RFC 6455: try again later. Both clients wait, and come again. */
export const tryLater = { code: 1013, reason: 'TOO_MANY_LINES' } as const

/** Counts the live lines of this node; without `counted`, to measure, there is always room. */
export function makeLines(counted: boolean) {
  const held = new Map<string, number>()
  const places = new WeakMap<IncomingMessage, () => void>()

  function take(request: IncomingMessage, who: string, limit: number): boolean {
    const before = held.get(who) ?? 0
    if (counted && before >= limit) return false
    held.set(who, before + 1)
    places.set(request, () => {
      places.delete(request)
      const left = (held.get(who) ?? 1) - 1
      if (left > 0) held.set(who, left)
      else held.delete(who)
    })
    return true
  }

  return {
    /** Takes a place for somebody who may be anybody yet. */
    arrive: (request: IncomingMessage, network: string) => take(request, `network ${network}`, most.network),
    /** Now that it is known who is on the line: staff give the place of the network back, and take one of their own. */
    greet(request: IncomingMessage, actor: Actor): boolean {
      const own = standsBy(actor)
      if (!own) return places.has(request)
      places.get(request)?.()
      return take(request, `session ${own}`, most.session)
    },
    /** Gives its place back. */
    leave: (request: IncomingMessage) => places.get(request)?.(),
  }
}

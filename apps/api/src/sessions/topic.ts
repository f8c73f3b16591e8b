import type { House } from '../context.ts'

/** Rung on all nodes when a session may have ended, or when somebody's role, team or standing has changed. */
export const sessionsTopic = 'sessions'

/** Has every node look up anew, at once, who is signed in and as what. */
export function sessionsChanged(house: House) {
  house.feed.announce(sessionsTopic)
}

import type { InteractionAct } from './interaction-acts.ts'
import type { RequestAct } from './request-acts.ts'

const decisions: Readonly<Record<'request' | 'interaction', readonly (RequestAct | InteractionAct)[]>> = {
  request: ['approve', 'reject', 'cancel', 'merge'],
  interaction: ['answer', 'close', 'merge', 'markSpam'],
}

type Appealed = { firstDeciderId?: string | null }

/** Whether this person decided what is appealed against now. */
export function decidedFirst({ firstDeciderId }: Appealed, staffId: string): boolean {
  return firstDeciderId === staffId
}

/** I2: an appeal is decided by somebody else than whoever decided first; all other acts stay open to them. */
export function mayDecide(
  subject: 'request' | 'interaction',
  act: RequestAct | InteractionAct,
  matter: Appealed,
  staffId: string,
): boolean {
  return !decisions[subject].includes(act) || !decidedFirst(matter, staffId)
}

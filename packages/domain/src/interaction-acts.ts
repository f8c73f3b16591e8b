import type { InteractionKind, InteractionStatus } from './interaction-status.ts'
import type { Permission } from './permission.ts'

/** What an act does to the clock of the promise. */
export type ClockEffect = 'NONE' | 'STOP' | 'PAUSE' | 'RESUME' | 'RESTART'

type Path = {
  kinds: readonly InteractionKind[]
  from: readonly InteractionStatus[]
  to: InteractionStatus | 'SAME'
  clock: ClockEffect
}
type ActRule = {
  permission: Permission
  /** Who may do it besides staff with the permission: the beneficiary by reference and secret, or the house itself. */
  alsoBy: readonly ('BENEFICIARY' | 'SYSTEM')[]
  paths: readonly Path[]
}

const questions = ['INQUIRY', 'COMPLAINT', 'OBSERVATION'] as const
const written = [...questions, 'SUGGESTION', 'COMPLIMENT'] as const
const all = [...written, 'MISSED_CALL'] as const
const fresh = ['RECEIVED', 'ACKNOWLEDGED'] as const
const inHand = [...fresh, 'ASSIGNED', 'REOPENED', 'ESCALATED', 'APPEALED'] as const
const endable = [
  ...inHand,
  'WAITING',
  'ANSWERED',
  'UNDER_STUDY',
  'ACCEPTED',
  'SHARED',
  'CALLBACK_DUE',
] as const

/** What an interaction may become, by which act and by whom (D1: every inquiry is answered; D3: suggestions are cared for). */
export const interactionActs = {
  acknowledge: {
    permission: 'interaction.answer',
    alsoBy: ['SYSTEM'],
    paths: [{ kinds: written, from: ['RECEIVED'], to: 'ACKNOWLEDGED', clock: 'NONE' }],
  },
  assign: {
    permission: 'interaction.assign',
    alsoBy: [],
    paths: [
      { kinds: written, from: [...fresh, 'ASSIGNED', 'REOPENED', 'APPEALED'], to: 'ASSIGNED', clock: 'NONE' },
      // A new owner does not undo what was reached: an escalated matter stays visible as escalated.
      {
        kinds: all,
        from: ['WAITING', 'ANSWERED', 'ESCALATED', 'UNDER_STUDY', 'ACCEPTED', 'SHARED', 'CALLBACK_DUE'],
        to: 'SAME',
        clock: 'NONE',
      },
    ],
  },
  answer: {
    permission: 'interaction.answer',
    alsoBy: [],
    paths: [
      { kinds: [...questions, 'COMPLIMENT'], from: [...inHand, 'WAITING'], to: 'ANSWERED', clock: 'STOP' },
      { kinds: [...questions, 'COMPLIMENT'], from: ['ANSWERED'], to: 'SAME', clock: 'NONE' },
      // A word to the author of a suggestion is not the decision that is owed, so its clock runs on.
      {
        kinds: ['SUGGESTION'],
        from: [...inHand, 'WAITING', 'UNDER_STUDY', 'ACCEPTED', 'PARKED', 'DECLINED', 'IMPLEMENTED'],
        to: 'SAME',
        clock: 'NONE',
      },
    ],
  },
  wait: {
    permission: 'interaction.answer',
    alsoBy: [],
    paths: [
      {
        kinds: [...questions, 'SUGGESTION'],
        from: [...inHand, 'UNDER_STUDY'],
        to: 'WAITING',
        clock: 'PAUSE',
      },
    ],
  },
  resume: {
    permission: 'interaction.answer',
    alsoBy: ['BENEFICIARY'],
    paths: [
      { kinds: questions, from: ['WAITING'], to: 'ASSIGNED', clock: 'RESUME' },
      { kinds: ['SUGGESTION'], from: ['WAITING'], to: 'UNDER_STUDY', clock: 'RESUME' },
    ],
  },
  close: {
    permission: 'interaction.close',
    alsoBy: [],
    paths: [
      // Nothing is closed unanswered, except where the beneficiary never came back.
      { kinds: questions, from: ['ANSWERED', 'WAITING'], to: 'CLOSED', clock: 'STOP' },
      {
        kinds: ['SUGGESTION'],
        from: ['PARKED', 'DECLINED', 'IMPLEMENTED', 'WAITING'],
        to: 'CLOSED',
        clock: 'STOP',
      },
      { kinds: ['COMPLIMENT'], from: ['SHARED', 'ANSWERED'], to: 'CLOSED', clock: 'STOP' },
      { kinds: ['MISSED_CALL'], from: ['RETURNED', 'GAVE_UP'], to: 'CLOSED', clock: 'STOP' },
    ],
  },
  reopen: {
    permission: 'interaction.close',
    alsoBy: ['BENEFICIARY'],
    paths: [
      { kinds: written, from: ['ANSWERED', 'CLOSED', 'SPAM'], to: 'REOPENED', clock: 'RESTART' },
      {
        kinds: ['SUGGESTION'],
        from: ['PARKED', 'DECLINED', 'IMPLEMENTED'],
        to: 'REOPENED',
        clock: 'RESTART',
      },
      {
        kinds: ['MISSED_CALL'],
        from: ['RETURNED', 'GAVE_UP', 'CLOSED', 'SPAM'],
        to: 'CALLBACK_DUE',
        clock: 'RESTART',
      },
    ],
  },
  escalate: {
    permission: 'interaction.assign',
    alsoBy: ['SYSTEM'],
    paths: [{ kinds: ['COMPLAINT'], from: inHand, to: 'ESCALATED', clock: 'NONE' }],
  },
  appeal: {
    permission: 'interaction.assign',
    alsoBy: ['BENEFICIARY'],
    paths: [{ kinds: ['COMPLAINT'], from: ['ANSWERED', 'CLOSED'], to: 'APPEALED', clock: 'RESTART' }],
  },
  merge: {
    permission: 'interaction.merge',
    alsoBy: [],
    paths: [{ kinds: all, from: endable, to: 'MERGED', clock: 'STOP' }],
  },
  markSpam: {
    permission: 'interaction.close',
    alsoBy: [],
    paths: [{ kinds: all, from: endable, to: 'SPAM', clock: 'STOP' }],
  },
  study: {
    permission: 'interaction.answer',
    alsoBy: [],
    paths: [
      { kinds: ['SUGGESTION'], from: [...fresh, 'ASSIGNED', 'REOPENED'], to: 'UNDER_STUDY', clock: 'NONE' },
      { kinds: ['SUGGESTION'], from: ['PARKED'], to: 'UNDER_STUDY', clock: 'RESTART' },
    ],
  },
  accept: {
    permission: 'suggestion.decide',
    alsoBy: [],
    paths: [{ kinds: ['SUGGESTION'], from: ['UNDER_STUDY', 'PARKED'], to: 'ACCEPTED', clock: 'STOP' }],
  },
  park: {
    permission: 'suggestion.decide',
    alsoBy: [],
    paths: [{ kinds: ['SUGGESTION'], from: ['UNDER_STUDY'], to: 'PARKED', clock: 'STOP' }],
  },
  decline: {
    permission: 'suggestion.decide',
    alsoBy: [],
    paths: [{ kinds: ['SUGGESTION'], from: ['UNDER_STUDY', 'PARKED'], to: 'DECLINED', clock: 'STOP' }],
  },
  implement: {
    permission: 'suggestion.decide',
    alsoBy: [],
    paths: [{ kinds: ['SUGGESTION'], from: ['ACCEPTED'], to: 'IMPLEMENTED', clock: 'NONE' }],
  },
  share: {
    permission: 'interaction.answer',
    alsoBy: [],
    paths: [
      {
        kinds: ['COMPLIMENT'],
        from: [...fresh, 'ASSIGNED', 'REOPENED', 'ANSWERED'],
        to: 'SHARED',
        clock: 'STOP',
      },
    ],
  },
  returnCall: {
    permission: 'interaction.answer',
    alsoBy: [],
    paths: [{ kinds: ['MISSED_CALL'], from: ['CALLBACK_DUE'], to: 'RETURNED', clock: 'STOP' }],
  },
  giveUpCall: {
    permission: 'interaction.answer',
    alsoBy: [],
    paths: [{ kinds: ['MISSED_CALL'], from: ['CALLBACK_DUE'], to: 'GAVE_UP', clock: 'STOP' }],
  },
} as const satisfies Record<string, ActRule>

/** The name of something that can be done to an interaction. */
export type InteractionAct = keyof typeof interactionActs

/** What the act leads to, or undefined where it is not allowed. */
export function nextStatus(
  kind: InteractionKind,
  status: InteractionStatus,
  act: InteractionAct,
): InteractionStatus | undefined {
  const path = pathOf(kind, status, act)
  return path?.to === 'SAME' ? status : path?.to
}

/** What the act does to the clock of the promise; NONE where the act is not allowed. */
export function clockEffect(
  kind: InteractionKind,
  status: InteractionStatus,
  act: InteractionAct,
): ClockEffect {
  return pathOf(kind, status, act)?.clock ?? 'NONE'
}

/** The acts that the table allows now; who may do them is asked of `can`. */
export function actsFor(kind: InteractionKind, status: InteractionStatus): InteractionAct[] {
  return interactionActNames.filter((act) => pathOf(kind, status, act) !== undefined)
}

/** Whether the text names an act. */
export function isInteractionAct(name: string): name is InteractionAct {
  return Object.hasOwn(interactionActs, name)
}

/** All acts, in the order of the table. */
export const interactionActNames: readonly InteractionAct[] =
  Object.keys(interactionActs).filter(isInteractionAct)

function pathOf(kind: InteractionKind, status: InteractionStatus, act: InteractionAct): Path | undefined {
  const paths: readonly Path[] = interactionActs[act].paths
  return paths.find((path) => path.kinds.includes(kind) && path.from.includes(status))
}

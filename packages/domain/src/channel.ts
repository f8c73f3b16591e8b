/**
 * The seven ways in and out that the policy names (C1-C7).
 * `live`: the person is present or on the line; an answer may be given on the spot.
 * `written`: the person's own words arrive as text. `automatic`: messages can arrive without staff typing them.
 */
export const channels = {
  FEEDBACK_LINK: { clause: 'C1', live: false, written: true, automatic: true, account: 'LINK' },
  PHONE: { clause: 'C2', live: true, written: false, automatic: false, account: 'PHONE' },
  SOCIAL: { clause: 'C3', live: false, written: true, automatic: true, account: 'HANDLE' },
  LETTER: { clause: 'C4', live: false, written: true, automatic: false, account: 'ADDRESS' },
  EMAIL: { clause: 'C5', live: false, written: true, automatic: true, account: 'EMAIL' },
  VISIT: { clause: 'C6', live: true, written: false, automatic: false, account: 'ADDRESS' },
  WEBSITE: { clause: 'C7', live: false, written: true, automatic: true, account: 'LINK' },
} as const satisfies Record<string, ChannelFacts>

type ChannelFacts = {
  clause: `C${number}`
  live: boolean
  written: boolean
  automatic: boolean
  account: 'LINK' | 'PHONE' | 'HANDLE' | 'ADDRESS' | 'EMAIL'
}

/** The key of one of the seven channels. */
export type ChannelCode = keyof typeof channels

/** All channel keys, in the order of the policy (C1 first). */
export const channelCodes = [
  'FEEDBACK_LINK',
  'PHONE',
  'SOCIAL',
  'LETTER',
  'EMAIL',
  'VISIT',
  'WEBSITE',
] as const satisfies readonly ChannelCode[]

/** What an association can do with a channel's door. */
export const channelStates = ['OPEN', 'PAUSED', 'CLOSED'] as const

/** Whether a channel takes matters now. */
export type ChannelState = (typeof channelStates)[number]

/** Whether the text is the key of a channel. */
export function isChannelCode(value: string): value is ChannelCode {
  return Object.hasOwn(channels, value)
}

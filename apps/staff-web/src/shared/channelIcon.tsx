import { FootprintsIcon, GlobeIcon, LinkIcon, MailIcon, NoteIcon, PhoneIcon, ShareIcon } from '@sila/ui/icons'
import type { ReactNode } from 'react'
import type { ChannelCode } from '../generated/graphql.ts'

/** The sign of each channel, small enough for the corner of an avatar. */
export function channelIcon(code: ChannelCode, size = 12): ReactNode {
  const Sign = signs[code]
  return <Sign size={size} />
}

const signs = {
  FEEDBACK_LINK: LinkIcon,
  PHONE: PhoneIcon,
  SOCIAL: ShareIcon,
  LETTER: NoteIcon,
  EMAIL: MailIcon,
  VISIT: FootprintsIcon,
  WEBSITE: GlobeIcon,
} as const satisfies Record<ChannelCode, typeof LinkIcon>

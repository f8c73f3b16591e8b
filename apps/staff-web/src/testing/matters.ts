import type { InboxRowFragment, ThreadEntryFragment } from '../generated/graphql.ts'

/** A question of Maryam's, as the inbox shows it. */
export function matter(part: Partial<InboxRowFragment> = {}): InboxRowFragment {
  return {
    __typename: 'Interaction',
    id: 'q1',
    reference: 'Q-100001',
    kind: 'INQUIRY',
    status: 'ACKNOWLEDGED',
    channel: 'WEBSITE',
    language: 'bn',
    subject: 'ক্লাস কবে শুরু হবে?',
    preview: 'ক্লাস কবে শুরু হবে?',
    anonymous: false,
    beneficiary: { __typename: 'Beneficiary', id: 'maryam', name: 'Maryam' },
    assignee: null,
    team: null,
    receivedAt: '2026-11-22T07:00:00.000Z',
    lastActivityAt: '2026-11-22T07:00:00.000Z',
    closedAt: null,
    due: null,
    version: 1,
    unread: true,
    escalationLevel: 0,
    waitingReason: null,
    sensitivity: null,
    openUntil: null,
    ...part,
  }
}

/** A reply that a colleague has sent meanwhile. */
export function answerOf(name: string, text: string): ThreadEntryFragment {
  return {
    __typename: 'Entry',
    id: `entry-${text}`,
    type: 'ANSWER',
    at: '2026-11-22T08:00:00.000Z',
    text,
    language: 'bn',
    event: null,
    detail: null,
    files: [],
    author: { __typename: 'StaffMember', id: name, name },
  }
}

import { v7 as uuidv7 } from 'uuid'

// The same data as the product's operations, in PostGraphile's own words. The conversation is made easier for it: its 50
// lines come from the table of entries alone, while the product weaves events into them.

const matter = `rowId reference kind status channel language subject preview anonymous receivedAt lastActivityAt closedAt
  dueAt dueStartedAt duePausedAt dueMetAt version escalationLevel waitingReason lastInboundAt
  beneficiaryByBeneficiaryId { rowId name } staffByAssigneeId { rowId name } teamByTeamId { rowId name }
  interactionReadsByInteractionId(condition: { staffId: $staff }, first: 1) { nodes { at } }`

export const inbox = `query Inbox($staff: UUID!) {
  allInteractions(condition: { open: true }, orderBy: [LAST_ACTIVITY_AT_DESC, PRIMARY_KEY_DESC], first: 50) {
    nodes { ${matter} } pageInfo { hasNextPage endCursor } } }`

export const conversation = `query Conversation($staff: UUID!, $id: UUID!) {
  interactionByRowId(rowId: $id) { ${matter} answeredAt
    entriesByInteractionId(first: 50, orderBy: [PRIMARY_KEY_ASC]) {
      nodes { rowId type at text language staffByAuthorId { rowId name } } pageInfo { hasNextPage endCursor } } } }`

export const search = `query Search($search: String!) {
  benchPeopleNamed(asked: $search, first: 20) {
    nodes { rowId number name kind preferredLanguage spokenLanguages city segment since
      contactPointsByBeneficiaryId { nodes { rowId type value preferred } } } pageInfo { hasNextPage endCursor } } }`

export const submit = `mutation Submit($interaction: InteractionInput!) {
  createInteraction(input: { interaction: $interaction }) { interaction { rowId reference receivedAt dueAt } } }`

/** One row of a submission: PostGraphile makes this row alone, without entry, event and idempotency. */
export function newInteraction(text: string) {
  const now = new Date().toISOString()
  const id = uuidv7()
  return {
    ...{
      rowId: id,
      reference: `P-${id}`,
      kind: 'INQUIRY',
      status: 'ACKNOWLEDGED',
      channel: 'WEBSITE',
      language: 'en',
    },
    ...{
      subject: text,
      preview: text,
      searchText: text,
      anonymous: true,
      open: true,
      receivedAt: now,
      lastActivityAt: now,
    },
    ...{ waitingSince: now, lastInboundAt: now, dueAt: now, dueStartedAt: now },
  }
}

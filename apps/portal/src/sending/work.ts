import type { InteractionSubmitInput, ReceiptFragment, RequestSubmitInput } from '../generated/graphql.ts'

/** What a person sends from here; each carries the `clientMutationId` that makes it count once. `files`: some follow. */
export type Work =
  | { type: 'interaction'; input: InteractionSubmitInput; draft: string; files?: boolean }
  | { type: 'request'; input: RequestSubmitInput; draft: string }

/** What the API found to put right, in the words of the page's language. */
export type Refusal = { field?: string | null; code: string; message: string }

/** How sending ended. `waiting`: no line. `failed`: the API could not answer; what was typed is kept in both. */
export type Outcome =
  | { state: 'sent'; receipt: KeptReceipt }
  | { state: 'refused'; problems: readonly Refusal[] }
  | { state: 'waiting' }
  | { state: 'failed' }

/** A receipt as the device keeps it until the person removes it. */
export type KeptReceipt = Pick<ReceiptFragment, 'reference' | 'secret' | 'promisedAt' | 'receivedAt'> & {
  clientMutationId: string
  about: { type: 'interaction'; kind: string } | { type: 'request'; service: string }
}

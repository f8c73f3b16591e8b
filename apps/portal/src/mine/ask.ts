import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { client } from '../app/client.ts'
import { newId } from '../app/new-id.ts'
import { readFragment } from '../generated/mine/fragment-masking.ts'
import type { FragmentType } from '../generated/mine/fragment-masking.ts'
import { CodeResultFragmentDoc, MineResultFragmentDoc } from '../generated/mine/graphql.ts'
import type { MineResultFragment } from '../generated/mine/graphql.ts'

/** What is to be put right, by the control that it belongs to. */
export type Refusal = { field?: string | null; code: string; message: string }

// Nothing of a person's own record is kept by the client, so that nothing of it is left on the device.
const once = { fetchPolicy: 'no-cache' } as const

/** Does something to one's own record. @throws where the server was not reached or the session is over */
export async function change<Input extends { clientMutationId: string }, Data>(
  document: TypedDocumentNode<Data, { input: Input }>,
  pick: (data: Data) => FragmentType<typeof MineResultFragmentDoc>,
  input: Omit<Input, 'clientMutationId'>,
): Promise<MineResultFragment> {
  // @ts-expect-error -- the key and the rest of Input are Input; TypeScript does not see it through a generic
  const whole: Input = { ...input, clientMutationId: newId() }
  return send(document, { input: whole }, (data) => readFragment(MineResultFragmentDoc, pick(data)))
}

/** Asks for a code, or what is wrong with the address. */
export async function askForCode<Data>(
  document: TypedDocumentNode<Data, { address: string }>,
  pick: (data: Data) => FragmentType<typeof CodeResultFragmentDoc>,
  address: string,
): Promise<{ ticket?: string | null; problems: readonly Refusal[] }> {
  return send(document, { address }, (data) => readFragment(CodeResultFragmentDoc, pick(data)))
}

/** Shows a code that came. */
export async function prove<Data>(
  document: TypedDocumentNode<Data, { input: { ticket: string; code: string; name?: string | null } }>,
  pick: (data: Data) => FragmentType<typeof MineResultFragmentDoc>,
  input: { ticket: string; code: string; name?: string | null },
): Promise<MineResultFragment> {
  return send(document, { input }, (data) => readFragment(MineResultFragmentDoc, pick(data)))
}

async function send<Data, Variables extends Record<string, unknown>, Result>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  read: (data: Data) => Result,
): Promise<Result> {
  const { data } = await client.mutate({ mutation: document, variables, ...once })
  if (!data) throw new Error('The API answered nothing')
  // oxlint-disable-next-line typescript/consistent-type-assertions -- Apollo widens the data of a document that is a parameter
  return read(data as Data)
}

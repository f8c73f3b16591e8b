import type { KeptReceipt, Outcome, Refusal, Work } from './work.ts'

type Payload = {
  receipt?: Omit<KeptReceipt, 'clientMutationId' | 'about'> | null
  problems: readonly Refusal[]
}

/** Hands the work to the API, once. */
export async function post(work: Work): Promise<Outcome> {
  if (!navigator.onLine) return { state: 'waiting' }
  try {
    const payload = await mutate(work)
    if (payload?.receipt) return { state: 'sent', receipt: keptReceipt(work, payload.receipt) }
    return payload && payload.problems.length > 0
      ? { state: 'refused', problems: payload.problems }
      : { state: 'failed' }
  } catch (error) {
    return { state: isLineError(error) ? 'waiting' : 'failed' }
  }
}

// The GraphQL client is fetched when it is first needed, and only then.
async function mutate(work: Work): Promise<Payload | undefined> {
  const [{ client }, documents, { readFragment }] = await Promise.all([
    import('../app/client.ts'),
    import('../generated/graphql.ts'),
    import('../generated/fragment-masking.ts'),
  ])
  const once = { fetchPolicy: 'no-cache' } as const
  const payload =
    work.type === 'interaction'
      ? (
          await client.mutate({
            mutation: documents.InteractionSubmitDocument,
            variables: { input: work.input },
            ...once,
          })
        ).data?.interactionSubmit
      : (
          await client.mutate({
            mutation: documents.RequestSubmitDocument,
            variables: { input: work.input },
            ...once,
          })
        ).data?.requestSubmit
  if (!payload) return undefined
  return { receipt: readFragment(documents.ReceiptFragmentDoc, payload.receipt), problems: payload.problems }
}

function keptReceipt(work: Work, receipt: NonNullable<Payload['receipt']>): KeptReceipt {
  const { reference, secret, promisedAt, receivedAt } = receipt
  const about =
    work.type === 'interaction'
      ? ({ type: 'interaction', kind: work.input.kind } as const)
      : ({ type: 'request', service: work.input.service } as const)
  return { reference, secret, promisedAt, receivedAt, clientMutationId: work.input.clientMutationId, about }
}

// `fetch` says TypeError when nothing came back at all; a gateway without its API says 502, 503 or 504.
function isLineError(error: unknown): boolean {
  if (error instanceof TypeError) return true
  return error instanceof Error && 'statusCode' in error && [502, 503, 504].includes(Number(error.statusCode))
}

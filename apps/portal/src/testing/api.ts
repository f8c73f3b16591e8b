import { vi } from 'vitest'

type Asked = { operationName: string; variables: { input: Record<string, unknown> } }
type Answer = (asked: Asked) => object | Promise<object>

/** An API that answers as the test says, and remembers what it was asked. */
export function apiThatAnswers(answer: Answer): Asked[] {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', async (_url: string, init: { body: string }) => {
    const request: Asked = JSON.parse(init.body)
    asked.push(request)
    return Response.json({ data: await answer(request) })
  })
  return asked
}

/** What the API hands out for a question. */
export const receipt = {
  __typename: 'Receipt',
  reference: 'Q-104327',
  secret: 'K3W9-0ZTH-8QMR-5D2C',
  trackingPath: '/en/t/Q-104327#K3W9-0ZTH-8QMR-5D2C',
  promisedAt: '2026-11-25T13:00:00.000Z',
  receivedAt: '2026-11-22T08:00:00.000Z',
}

export const accepted = () => ({
  interactionSubmit: { __typename: 'InteractionSubmitPayload', receipt, problems: [] },
})

export const refused = (problem: { field: string; code: string; message: string }) => ({
  interactionSubmit: {
    __typename: 'InteractionSubmitPayload',
    receipt: null,
    problems: [{ __typename: 'Problem', ...problem }],
  },
})

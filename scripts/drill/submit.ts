import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

const mutation = `mutation Drill($input: InteractionSubmitInput!) {
  interactionSubmit(input: $input) { receipt { reference } problems { code field message } }
}`

/** What the API promised: it has this text, under this reference. */
export type Acknowledgement = { text: string; reference: string; tries: number; at: number }

/**
 * Sends one question and does not let go: with the same clientMutationId again and again, until it is acknowledged,
 * as the portal does after a lost line.
 * @throws when the API refuses the question itself, for then no repetition helps
 */
export async function submit(url: string, text: string): Promise<Acknowledgement> {
  const input = { clientMutationId: randomUUID(), kind: 'INQUIRY', text, language: 'en', anonymous: true }
  for (let tries = 1; ; tries++) {
    const answer = await post(url, input)
    const reference = answer?.data?.interactionSubmit?.receipt?.reference
    if (reference) return { text, reference, tries, at: performance.now() }
    const problems = answer?.data?.interactionSubmit?.problems ?? []
    if (problems.length > 0) throw new Error(`Refused: ${JSON.stringify(problems)}`)
    if (answer?.errors?.some(isCallersFault)) throw new Error(`Refused: ${JSON.stringify(answer.errors)}`)
    await pause(20)
  }
}

type Answer = {
  data?: {
    interactionSubmit?: { receipt: { reference: string } | null; problems: { code: string }[] }
  } | null
  errors?: { message: string; extensions?: { code?: string } }[]
}

/** The answer, or undefined when nobody answered: then nothing is known, and it is asked again. */
async function post(url: string, input: object): Promise<Answer | undefined> {
  try {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: mutation, variables: { input } }),
      signal: AbortSignal.timeout(10_000),
    })
    const answer: Answer = await response.json()
    return answer
  } catch {
    return undefined
  }
}

const faults = [
  'BAD_USER_INPUT',
  'GRAPHQL_VALIDATION_FAILED',
  'GRAPHQL_PARSE_FAILED',
  'FORBIDDEN',
  'UNAUTHENTICATED',
]
const isCallersFault = (error: { extensions?: { code?: string } }) =>
  faults.includes(error.extensions?.code ?? '')

/** Runs `work` for every item, so many at a time. */
export async function inParallel<Item>(
  items: Iterable<Item>,
  width: number,
  work: (item: Item) => Promise<void>,
) {
  const iterator = items[Symbol.iterator]()
  const worker = async () => {
    for (let next = iterator.next(); !next.done; next = iterator.next()) await work(next.value)
  }
  await Promise.all(Array.from({ length: width }, worker))
}

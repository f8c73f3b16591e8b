import fc from 'fast-check'
import type { GraphQLSchema } from 'graphql'
import { isMasked } from '../../actors/actor.ts'
import type { Actor } from '../../actors/actor.ts'
import { isMet, policyOf } from '../../policies/check.ts'
import { maskOf } from '../../policies/masks.ts'
import type { TestApi } from '../api.ts'
import type { Came } from './claims.ts'
import { crewOf, everythingKnown, standings } from './crew.ts'
import type { Sender } from './crew.ts'
import { judge } from './judge.ts'
import { heldNow } from '../memory.ts'
import { operationsOf } from './operations.ts'
import type { Operation } from './operation.ts'
import type { Sees } from './operations.ts'
import { openLines } from './send.ts'

/** What was sent, and what came of it. */
export type Report = {
  sent: number
  /** How often it was answered by the HTTP or the live line, and by which codes it was refused. */
  outcomes: Record<string, number>
  /** What the process held on to after each round. */
  megabytes: number[]
  wrong: string[]
}

const round = 500
const lanes = 12
/** So many defects are told; more would hide the first. */
const mostTold = 20

/** Sends operations that chance made of the schema, the same for the same seed, and holds every answer to the claims. */
export async function fuzz(
  api: TestApi,
  schema: GraphQLSchema,
  { operations, seed }: { operations: number; seed: number },
): Promise<Report> {
  const report: Report = { sent: 0, outcomes: {}, megabytes: [], wrong: [] }
  const sees = standings.map(seenBy)
  for (let first = 0; first < operations && report.wrong.length < mostTold; first += round) {
    // An arbitrary of its own for each round: it keeps all that it ever drew.
    const made = fc.sample(operationsOf(schema, sees), {
      ...{ seed: seed + first, numRuns: Math.min(round, operations - first) },
    })
    await sendAll(api, schema, made, first, report)
    report.megabytes.push(Math.round(heldNow()))
  }
  return report
}

function seenBy(actor: Actor): Sees {
  return (type, field) =>
    isMet(policyOf(type, field), actor) && !(isMasked(actor) && maskOf(type, field) === 'REFUSED')
}

async function sendAll(
  api: TestApi,
  schema: GraphQLSchema,
  made: Operation[],
  first: number,
  report: Report,
) {
  const crew = await crewOf(api, first / round)
  const known = await everythingKnown(api)
  const lines = openLines(api.url)
  const rest = made.entries()
  const lane = async () => {
    for (const [index, operation] of rest) {
      const sender = crew[operation.sender] as Sender
      const before = await sender.actor()
      const send = () => lines.send(sender, operation, known)
      // A line that the house closed as idle just when it was taken up again brings no answer; browsers ask once more.
      const came = await send().catch(send).catch(noAnswer)
      const wrong = judge({ schema, operation, came, before, after: await sender.actor() })
      if (wrong) report.wrong.push(tell(first + index, sender, operation, wrong))
      report.sent += 1
      const outcome = outcomeOf(came, operation)
      report.outcomes[outcome] = (report.outcomes[outcome] ?? 0) + 1
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  await lines.close()
}

const noAnswer = (error: unknown): Came => ({ status: 599, text: `no answer: ${String(error)}` })

const tell = (index: number, { name }: Sender, { query, variables, live }: Operation, wrong: string) =>
  `#${index} as ${name}${live ? ', live' : ''}: ${wrong}\n${query.slice(0, 3000)}\n${JSON.stringify(variables).slice(0, 1500)}`

function outcomeOf({ errors }: Came, { live }: Operation): string {
  if (!errors) return live ? 'answered live' : 'answered'
  return live ? 'refused live' : String(errors[0]?.extensions?.code)
}

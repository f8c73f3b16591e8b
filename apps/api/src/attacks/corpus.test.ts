import { beforeAll, describe, expect, test } from 'vitest'
import { key, useApi } from '../testing/api.ts'
import { heldNow } from '../testing/memory.ts'
import { mended, operations } from './corpus.ts'
import { requests } from './corpus-http.ts'
import { conversations } from './corpus-socket.ts'
import { converse, overHttp, overSocket, sendRequest } from './send.ts'
import type { Attacker, Outcome } from './send.ts'

// Where every operation is taken, each has to be refused for what it is.
const api = useApi()
/** The promise of the house, in milliseconds. */
const soon = 250
/** SILA_CORPUS_ROUNDS=20 runs all of it as often. */
const rounds = Number(process.env['SILA_CORPUS_ROUNDS'] ?? 2)

const attackers: Attacker[] = [{ name: 'guest' }]
beforeAll(async () => {
  attackers.push({ name: 'officer', cookie: (await api.as('salem')).cookie })
  const input = {
    ...{ clientMutationId: key(), name: 'Hostile', hourBudget: 1_000_000, dayBudget: 10_000_000 },
    scopes: ['interaction.read', 'beneficiary.read', 'survey.read', 'report.read', 'explorer.use'],
  }
  const made = await (
    await api.as('khalid')
  ).ask('mutation($input: ApiKeyCreateInput!) { apiKeyCreate(input: $input) { key } }', { input })
  attackers.push({ name: 'key', key: made.data.apiKeyCreate.key })
})

type Attack = { what: string; send: () => Promise<Outcome> }
const attacks = (): Attack[] =>
  attackers.flatMap((who) => [
    ...operations.flatMap((each) => [
      { what: `${who.name}, http, ${each.family} ${each.name}`, send: () => overHttp(api.url, who, each) },
      {
        what: `${who.name}, socket, ${each.family} ${each.name}`,
        send: () => overSocket(api.url, who, each),
      },
    ]),
    ...requests.map((each) => ({
      what: `${who.name}, http, ${each.family} ${each.name}`,
      send: () => sendRequest(api.url, who, each),
    })),
    ...conversations.map((each) => ({
      what: `${who.name}, socket, ${each.name}`,
      send: () => converse(api.url, who, each),
    })),
  ])

/** The best of some tries: what the machine does besides is not ours. */
async function best(attack: Attack): Promise<Outcome> {
  let outcome = await attack.send()
  for (let again = 0; again < 8 && outcome.took >= soon; again++) {
    const next = await attack.send()
    if (next.took < outcome.took) outcome = next
  }
  return outcome
}

const failedOfOurs = ({ status, words }: Outcome) =>
  (status >= 500 && status < 1000) ||
  status === 1011 ||
  status === 4500 ||
  /INTERNAL_SERVER_ERROR|Something went wrong/.test(words)

describe('the hostile corpus', () => {
  test('every one is refused in under 250 ms without a failure of ours, and memory stays flat', async () => {
    const all = attacks()
    const times: { what: string; took: number }[] = []
    const memory: number[] = []
    const wrong: string[] = []
    for (let round = 0; round < rounds; round++) {
      for (const attack of all) {
        const outcome = await best(attack)
        if (round > 0) times.push({ what: attack.what, took: outcome.took })
        if (!outcome.refused) wrong.push(`${attack.what}: was answered ${outcome.words.slice(0, 150)}`)
        if (failedOfOurs(outcome))
          wrong.push(`${attack.what}: ${outcome.status} ${outcome.words.slice(0, 150)}`)
      }
      memory.push(heldNow())
    }
    times.sort((one, other) => other.took - one.took)
    const slowest = times.slice(0, 5).map(({ what, took }) => `${took.toFixed(0)} ms ${what}`)
    console.log(
      `${all.length} attacks, ${rounds} rounds\nslowest:\n  ${slowest.join('\n  ')}\nheap after each round, collected: ${memory.map((each) => each.toFixed(1)).join(' MB, ')} MB`,
    )
    expect([...new Set(wrong)]).toEqual([])
    expect(times.filter(({ took }) => took >= soon)).toEqual([])
    // After the first round everything is compiled and kept that is ever kept.
    expect((memory.at(-1) ?? 0) - (memory[0] ?? 0)).toBeLessThan(16)
    expect((await api.guest.ask('{ association { name } }')).data.association.name).toBeTruthy()
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  }, 600_000)

  test('what people copy from anywhere is mended, and no failure of ours', async () => {
    for (const who of attackers)
      for (const each of mended)
        for (const send of [overHttp, overSocket]) {
          const outcome = await send(api.url, who, each)
          expect(failedOfOurs(outcome), `${who.name} ${each.name}: ${outcome.words}`).toBe(false)
        }
  })

  test('a hundred at once, of the heaviest, do not starve an honest question', async () => {
    const heavy = attacks().filter(({ what }) => /json nested|size a|double|costly|marks/.test(what))
    const honest = async () => {
      const start = performance.now()
      const { data } = await api.guest.ask('{ association { name } }')
      expect(data.association.name).toBeTruthy()
      return performance.now() - start
    }
    const alone = await honest()
    let slowest = Number.POSITIVE_INFINITY
    for (let again = 0; again < 3 && slowest > 1000; again++) {
      const hundred = Array.from({ length: 100 }, (_, at) => heavy[at % heavy.length] ?? [])
      const storm = Promise.all(hundred.flat().map((attack) => attack.send()))
      const waits = []
      for (let at = 0; at < 5; at++) waits.push(await honest())
      slowest = Math.min(slowest, Math.max(...waits))
      for (const outcome of await storm) expect(outcome.refused).toBe(true)
    }
    console.log(`an honest question: ${alone.toFixed(0)} ms alone, ${slowest.toFixed(0)} ms among a hundred`)
    expect(slowest).toBeLessThan(1000)
  }, 120_000)
})

import autocannon from 'autocannon'
import { cpuSeconds } from './processes.ts'
import type { Contender } from './processes.ts'

/** One request of a scenario to one contender. */
export type Shot = { path: string; headers: Record<string, string>; body: string }
/** What one run gave. */
export type Measured = {
  perSecond: number
  cpuMs: number
  p50: number
  p99: number
  total: number
  failed: number
}

/** Sends as fast as so many connections can, for so many seconds; every answer is looked at. */
export async function measure(
  contender: Contender,
  make: () => Shot,
  connections: number,
  seconds: number,
): Promise<Measured> {
  const before = cpuSeconds(contender.pid)
  const result = await autocannon({
    ...{ url: contender.url, connections, duration: seconds, timeout: 20 },
    requests: [
      {
        setupRequest(ask) {
          const { path, headers, body } = make()
          return {
            ...ask,
            method: 'POST',
            path,
            headers: { 'content-type': 'application/json', ...headers },
            body,
          }
        },
      },
    ],
    verifyBody: isGood,
  })
  const total = result.requests.total
  const used = cpuSeconds(contender.pid) - before
  const failed = result.errors + result.timeouts + result.mismatches + result.non2xx
  return {
    perSecond: total / result.duration,
    cpuMs: (used * 1000) / Math.max(1, total),
    p50: result.latency.p50,
    p99: result.latency.p99,
    total,
    failed,
  }
}

function isGood(body: string): boolean {
  return !body.includes('"errors":[') && !/"problems":\[\{/.test(body)
}

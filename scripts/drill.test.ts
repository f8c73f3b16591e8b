import { expect, test } from 'vitest'
import { drillCrash } from './drill/crash.ts'
import { drillFeed } from './drill/feed.ts'

const quiet = () => undefined

test('what was acknowledged is stored once, whatever is killed in between', async () => {
  const report = await drillCrash({ submissions: 200, kills: 3 }, quiet)

  expect(report.wrong).toEqual({ lost: 0, doubled: 0, mismatched: 0, withoutEvent: 0, unasked: 0 })
  expect(report).toMatchObject({ acknowledged: 200, stored: 200, kills: 3 })
  expect(report.slowestResume).toBeLessThan(3000)
})

test('no event is missed or doubled by subscribers who are cut and resume', async () => {
  const report = await drillFeed({ events: 300, subscribers: 3, cuts: 10 }, quiet)

  expect(report.wrong).toEqual({ missed: 0, doubled: 0, disordered: 0, resets: 0 })
  expect(report.events).toBeGreaterThanOrEqual(300)
})

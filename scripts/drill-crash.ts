// npm run drill:crash -- --submissions 5000 --kills 20
import { drillCrash } from './drill/crash.ts'
import { readNumbers } from './drill/options.ts'

const size = readNumbers({ submissions: 5000, kills: 20 }, process.argv.slice(2))
const say = (words: string) => process.stdout.write(`${words}\n`)
const start = performance.now()
const report = await drillCrash(size, say)
const { lost, doubled, mismatched, withoutEvent, unasked } = report.wrong
say(`
acknowledged ${report.acknowledged}, stored ${report.stored}, retried ${report.retried}, kills ${report.kills}
lost ${lost}, doubled ${doubled}, under another reference ${mismatched}, without exactly one event ${withoutEvent}, never asked for ${unasked}
slowest resume ${report.slowestResume} ms, connections left ${report.clients}, in ${Math.round((performance.now() - start) / 1000)} s`)
process.exit(
  lost + doubled + mismatched + withoutEvent + unasked === 0 && report.acknowledged === report.stored ? 0 : 1,
)

// npm run drill:feed -- --events 5000 --subscribers 3 --cuts 100
import { drillFeed } from './drill/feed.ts'
import { readNumbers } from './drill/options.ts'

const size = readNumbers({ events: 5000, subscribers: 3, cuts: 100 }, process.argv.slice(2))
const say = (words: string) => process.stdout.write(`${words}\n`)
const start = performance.now()
const report = await drillFeed(size, say)
const { missed, doubled, disordered, resets } = report.wrong
say(`
${report.events} events to ${size.subscribers} subscribers, ${report.cuts} cuts
missed ${missed}, doubled ${doubled}, out of order ${disordered}, resets ${resets}
from a cut to the next event: median ${report.resume.median} ms, slowest ${report.resume.slowest} ms, in ${Math.round((performance.now() - start) / 1000)} s`)
process.exit(missed + doubled + disordered + resets === 0 && report.events >= size.events ? 0 : 1)

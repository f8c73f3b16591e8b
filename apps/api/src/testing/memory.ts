import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

type Sweep = (how: { type: 'major'; flavor: 'last-resort' }) => void

let sweep: Sweep | undefined

/**
 * How many megabytes the process holds on to when what nobody needs is swept away. An everyday sweep leaves V8's caches
 * of code, which grow with all that was ever run and look like a leak; only a last resort empties them.
 */
export function heldNow(): number {
  setFlagsFromString('--expose_gc')
  sweep ??= runInNewContext('gc') as Sweep
  sweep({ type: 'major', flavor: 'last-resort' })
  return process.memoryUsage().heapUsed / 1_048_576
}

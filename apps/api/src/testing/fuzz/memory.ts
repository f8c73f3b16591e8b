import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

let sweep: (() => void) | undefined

/** How many megabytes the process holds on to when what nobody needs is swept away. */
export function heldNow(): number {
  setFlagsFromString('--expose_gc')
  sweep ??= runInNewContext('gc') as () => void
  sweep()
  return Math.round(process.memoryUsage().heapUsed / 1_048_576)
}

import { v7 as uuidv7 } from 'uuid'

let sequence = 0

/** An id that sorts by the given time; two of the same moment sort in the order in which they were asked for. */
export function idAt(at: Date): string {
  sequence += 1
  return uuidv7({ msecs: at.getTime(), seq: sequence })
}

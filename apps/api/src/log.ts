import { pino } from 'pino'
import type { Logger } from 'pino'

/** Structured lines on the error stream. Codes, counts and times only: no words, names, numbers or addresses of people. */
export function makeLog(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2))
}

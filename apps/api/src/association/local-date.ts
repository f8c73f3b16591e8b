import { dateAt } from '@sila/domain/local-time'
import type { Context } from '../context.ts'

/** Today's date where the association is, `2026-11-22`. */
export function localDate(ctx: Context): string {
  return dateAt(ctx.house.calendar.timeZone, ctx.now.getTime())
}

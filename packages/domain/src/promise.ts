import type { DimensionKey, MeasureKey } from './measure.ts'

/** How a live figure is made: a measure, as a share of `of` where given, over so many days. */
export type LiveFigure = {
  measure: MeasureKey
  of?: MeasureKey
  where?: readonly { dimension: DimensionKey; in: readonly string[] }[]
  days: number
}

/** What a clause means in figures; targets are defaults that each association sets. */
export type PolicyPromise = {
  indicator: { ar: string; en: string }
  method: { ar: string; en: string }
  target: number
  unit: 'PERCENT' | 'COUNT' | 'SCORE' | 'DAYS' | 'HOURS' | 'MINUTES'
  comparison: 'AT_LEAST' | 'AT_MOST'
  live?: LiveFigure
}

type Words = readonly [ar: string, en: string]

/** A promise that is kept at the target and above it. */
export function atLeast(
  target: number,
  unit: PolicyPromise['unit'],
  indicator: Words,
  method: Words,
  live?: LiveFigure,
) {
  return promise('AT_LEAST', target, unit, indicator, method, live)
}

/** A promise that is kept at the target and below it. */
export function atMost(
  target: number,
  unit: PolicyPromise['unit'],
  indicator: Words,
  method: Words,
  live?: LiveFigure,
) {
  return promise('AT_MOST', target, unit, indicator, method, live)
}

function promise(
  comparison: PolicyPromise['comparison'],
  target: number,
  unit: PolicyPromise['unit'],
  indicator: Words,
  method: Words,
  live: LiveFigure | undefined,
): PolicyPromise {
  return {
    comparison,
    target,
    unit,
    indicator: { ar: indicator[0], en: indicator[1] },
    method: { ar: method[0], en: method[1] },
    ...(live && { live }),
  }
}

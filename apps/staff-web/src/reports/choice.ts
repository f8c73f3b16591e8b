import { dimensionKeys, dimensionsOf, measureKeys } from '@sila/domain/measure'
import type { DimensionKey, MeasureKey } from '../generated/graphql.ts'
import { periodNames, type PeriodName } from '../shared/period.ts'

/** What a report asks; it lives in the address, so a report can be kept and sent. */
export type ReportChoice = {
  measures: readonly MeasureKey[]
  by: readonly DimensionKey[]
  period: PeriodName
  where: { dimension: DimensionKey; values: readonly string[] } | undefined
}

/** Reads a report from an address; what makes no sense is left out. */
export function choiceOf(params: URLSearchParams): ReportChoice {
  const measures = measureKeys.filter((key) => params.getAll('measure').includes(key))
  const chosen =
    measures.length > 0 ? measures : (['INTERACTIONS', 'ANSWERED_IN_TIME'] satisfies MeasureKey[])
  const allowed = commonDimensions(chosen)
  const by = params.has('by')
    ? dimensionKeys.filter((key) => params.getAll('by').includes(key))
    : (['MONTH'] satisfies DimensionKey[])
  const dimension = dimensionKeys.find((key) => key === params.get('where'))
  return {
    measures: chosen,
    by: by.filter((key) => allowed.includes(key)),
    period: periodNames.find((name) => name === params.get('period')) ?? 'months6',
    where: dimension && allowed.includes(dimension) ? { dimension, values: params.getAll('in') } : undefined,
  }
}

/** The address of a report. */
export function paramsOf({ measures, by, period, where }: ReportChoice): URLSearchParams {
  const params = new URLSearchParams({ period })
  for (const key of measures) params.append('measure', key)
  if (by.length === 0) params.append('by', '')
  for (const key of by) params.append('by', key)
  if (where) {
    params.set('where', where.dimension)
    for (const value of where.values) params.append('in', value)
  }
  return params
}

/** The dimensions by which all of these measures may be broken down; satisfaction never by team (M3). */
export function commonDimensions(measures: readonly MeasureKey[]): readonly DimensionKey[] {
  return dimensionKeys.filter((dimension) =>
    measures.every((measure) => dimensionsOf(measure).includes(dimension)),
  )
}

import { formatNumber, formatPercent } from '@sila/ui/format'
import { PromisesDocument } from '../generated/graphql.ts'
import type { PromisesQuery } from '../generated/graphql.ts'
import { language } from './language.ts'
import { fetchOperation } from './operation.ts'
import { t } from './words.ts'

/** What a clause promises, with its figure where there is one. */
export type LivePromise = NonNullable<PromisesQuery['policy']['clauses'][number]['promise']>

/** The promises that have a live figure, in the order in which they are shown. */
export const liveClauses = ['O2', 'G4', 'D3', 'D1', 'O3', 'C3'] as const

/** Today's figures by clause. */
export async function fetchPromises(): Promise<Map<string, LivePromise>> {
  const { policy } = await fetchOperation(PromisesDocument, { language: language() })
  return new Map(policy.clauses.flatMap(({ id, promise }) => (promise ? [[id, promise] as const] : [])))
}

/** A figure with its unit: 94%, 4.6 of 5, 3 hours. */
export function figureText(value: number, unit: string): string {
  const here = language()
  switch (unit) {
    case 'PERCENT':
      return formatPercent(value / 100, here)
    case 'SCORE':
      return t('figure.of5', { value: formatNumber(value, here, { fractionDigits: 1 }) })
    case 'HOURS':
    case 'DAYS':
    case 'MINUTES':
      return t(`figure.${unit}`, { value: formatNumber(value, here), count: value })
    default:
      return formatNumber(value, here)
  }
}

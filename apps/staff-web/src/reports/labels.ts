import { measures } from '@sila/domain/measure'
import { languageName } from '@sila/domain/language'
import { formatDate, formatMonth, formatNumber, formatPercent } from '@sila/ui/format'
import type { DimensionKey, MeasureKey } from '../generated/graphql.ts'
import type { Translate } from '../i18n/useT.ts'
import { word } from '../i18n/words.ts'

/** What a key of a dimension is called: a month by its name, a channel by its word. */
export function keyLabel(dimension: DimensionKey, key: string, language: string, t: Translate): string {
  if (key === '') return t('reports.without')
  switch (dimension) {
    case 'MONTH':
      return isDate(key) ? formatMonth(dateOf(key), language) : key
    case 'WEEK':
      return isDate(key)
        ? t('reports.weekOf', {
            date: formatDate(dateOf(key), language, { calendar: 'gregorian', length: 'medium' }),
          })
        : key
    case 'CHANNEL':
      return word('channel', key)
    case 'KIND':
      return word('interactionKind', key)
    case 'STATUS': {
      const name = word('interactionStatus', key)
      return name === key ? word('requestStatus', key) : name
    }
    case 'LANGUAGE':
      return languageName(key, language)
    case 'TEAM':
    case 'SERVICE':
      return key
  }
}

/** A figure with its unit. */
export function valueText(measure: MeasureKey, value: number, language: string, t: Translate): string {
  switch (measures[measure].unit) {
    case 'COUNT':
      return formatNumber(value, language, { fractionDigits: 0 })
    case 'PERCENT':
      return formatPercent(value / 100, language)
    case 'HOURS':
      return t('reports.hours', { value: formatNumber(value, language, { fractionDigits: 1 }) })
    case 'SCORE':
      return formatNumber(value, language, { fractionDigits: 1 })
  }
}

function isDate(key: string): boolean {
  return /^\d{4}-\d{2}(-\d{2})?/u.test(key)
}

function dateOf(key: string): string {
  return `${key.length === 7 ? `${key}-01` : key.slice(0, 10)}T12:00:00Z`
}

/** The same where there is little room, under the bars of a chart. */
export function shortLabel(dimension: DimensionKey, key: string, language: string, t: Translate): string {
  if (dimension === 'MONTH' && isDate(key)) return formatMonth(dateOf(key), language, { length: 'short' })
  if (dimension === 'WEEK' && isDate(key)) {
    return formatDate(dateOf(key), language, { calendar: 'gregorian', length: 'short' })
  }
  return keyLabel(dimension, key, language, t)
}

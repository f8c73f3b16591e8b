/** What can be counted; the API holds one SQL expression each. */
export const measures = {
  INTERACTIONS: { unit: 'COUNT', ar: 'التعاملات الواردة', en: 'Interactions received', by: 'interaction' },
  ANSWERED: { unit: 'COUNT', ar: 'ما أُجيب عنه', en: 'Answered', by: 'interaction' },
  ANSWERED_IN_TIME: { unit: 'PERCENT', ar: 'الإجابة في الموعد', en: 'Answered in time', by: 'interaction' },
  MEDIAN_FIRST_ANSWER: {
    unit: 'HOURS',
    ar: 'وسيط ساعات العمل إلى أول إجابة',
    en: 'Median working hours to first answer',
    by: 'interaction',
  },
  REOPENED: { unit: 'PERCENT', ar: 'نسبة ما أعيد فتحه', en: 'Reopened', by: 'interaction' },
  REQUESTS: { unit: 'COUNT', ar: 'الطلبات المقدمة', en: 'Requests submitted', by: 'request' },
  REQUESTS_FULFILLED: { unit: 'COUNT', ar: 'الطلبات المنفذة', en: 'Requests fulfilled', by: 'request' },
  CSAT: { unit: 'SCORE', ar: 'رضا المستفيد', en: 'Satisfaction (1 to 5)', by: 'survey' },
} as const satisfies Record<string, { unit: MeasureUnit; ar: string; en: string; by: Subject }>

/** In what a measure is counted. */
export type MeasureUnit = 'COUNT' | 'PERCENT' | 'HOURS' | 'SCORE'
type Subject = 'interaction' | 'request' | 'survey'

/** The key of a measure. */
export type MeasureKey = keyof typeof measures

/** By what a measure can be broken down. */
export const dimensions = {
  MONTH: { ar: 'الشهر', en: 'Month' },
  WEEK: { ar: 'الأسبوع', en: 'Week' },
  CHANNEL: { ar: 'القناة', en: 'Channel' },
  KIND: { ar: 'النوع', en: 'Kind' },
  LANGUAGE: { ar: 'اللغة', en: 'Language' },
  STATUS: { ar: 'الحالة', en: 'Status' },
  TEAM: { ar: 'الفريق', en: 'Team' },
  SERVICE: { ar: 'الخدمة', en: 'Service' },
} as const satisfies Record<string, { ar: string; en: string }>

/** The key of a dimension. */
export type DimensionKey = keyof typeof dimensions

// M3: an evaluation corrects and develops; it is never counted against a team or a person.
const allowed: Record<Subject, readonly DimensionKey[]> = {
  interaction: ['MONTH', 'WEEK', 'CHANNEL', 'KIND', 'LANGUAGE', 'STATUS', 'TEAM'],
  request: ['MONTH', 'WEEK', 'LANGUAGE', 'STATUS', 'TEAM', 'SERVICE'],
  survey: ['MONTH', 'WEEK', 'CHANNEL', 'KIND', 'LANGUAGE', 'SERVICE'],
}

/** The dimensions by which the measure may be broken down. */
export function dimensionsOf(measure: MeasureKey): readonly DimensionKey[] {
  return allowed[measures[measure].by]
}

/** Whether the measure may be broken down so; CSAT never by team (M3). */
export function isAllowed(measure: MeasureKey, dimension: DimensionKey): boolean {
  return dimensionsOf(measure).includes(dimension)
}

/** What a measure or dimension is called; analysts read Arabic or English. */
export function reportLabel(key: MeasureKey | DimensionKey, language: string): string {
  const row = isMeasure(key) ? measures[key] : dimensions[key]
  return language === 'ar' ? row.ar : row.en
}

/** All measures, in the order of the table. */
export const measureKeys: readonly MeasureKey[] = Object.keys(measures).filter(isMeasure)

/** All dimensions, in the order of the table. */
export const dimensionKeys: readonly DimensionKey[] = Object.keys(dimensions).filter(isDimension)

function isMeasure(key: string): key is MeasureKey {
  return Object.hasOwn(measures, key)
}

function isDimension(key: string): key is DimensionKey {
  return Object.hasOwn(dimensions, key)
}

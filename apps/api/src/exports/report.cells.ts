import type { Cell } from '@sila/domain/csv'
import { languageName } from '@sila/domain/language'
import type { DimensionKey } from '@sila/domain/measure'
import { wordsOf } from '@sila/domain/words'
import type { Context } from '../context.ts'
import type { Report, ReportAsk } from '../reports/report.types.ts'
import { inLanguage } from '../words.ts'

// Analysts read Arabic or English.
const lastHeads = { ar: ['العدد', 'محجوب لقلته'], en: ['n', 'withheld'] } as const

/** A report as the cells of a table, its head first; what is withheld stands empty and is marked. */
export async function reportCells(ctx: Context, ask: ReportAsk, report: Report): Promise<Cell[][]> {
  const teams = await ctx.house.directory.teams()
  const label = (dimension: DimensionKey | undefined, key: string): string => {
    const team = dimension === 'TEAM' ? teams.get(key) : undefined
    return team ? inLanguage(team.nameWords, ctx.language) : labelOf(dimension, key, ctx.language)
  }
  const head = [
    ...report.columns.map((column) => column.label),
    ...lastHeads[ctx.language === 'ar' ? 'ar' : 'en'],
  ]
  const lines = report.rows.map(({ keys, values, n, suppressed }): Cell[] => [
    ...keys.map((key, place) => label(ask.by[place], key)),
    ...values,
    ...[n, suppressed],
  ])
  return [head, ...lines]
}

function labelOf(dimension: DimensionKey | undefined, key: string, language: string): string {
  const words = wordsOf(language)
  const tables: Partial<Record<DimensionKey, Readonly<Record<string, string>>>> = {
    CHANNEL: words.channel,
    KIND: words.interactionKind,
    STATUS: { ...words.requestStatus, ...words.interactionStatus },
  }
  if (dimension === 'LANGUAGE') return languageName(key, language)
  return (dimension && tables[dimension]?.[key]) ?? key
}

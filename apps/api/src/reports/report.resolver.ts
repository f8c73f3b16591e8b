import type { DimensionKey, MeasureKey } from '@sila/domain/measure'
import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql'
import { firstHelp, pageSize } from '../graphql/connection.ts'
import type { Context } from '../context.ts'
import { runReport } from './index.ts'
import { DimensionKeyEnum, MeasureKeyEnum, PeriodInput, Report, ReportWhere } from './report.types.ts'

@Resolver()
export class ReportResolver {
  @Query(() => Report, {
    description: 'Any measures, by any dimensions that they allow; a question that nobody foresaw.',
  })
  report(
    @Ctx() ctx: Context,
    @Arg('measures', () => [MeasureKeyEnum], { description: 'What to count.' }) measures: MeasureKey[],
    @Arg('period', () => PeriodInput, { description: 'Over which span of time.' }) period: PeriodInput,
    @Arg('first', () => Int, { description: firstHelp }) first: number,
    @Arg('by', () => [DimensionKeyEnum], {
      nullable: true,
      description: 'By what to break it down, three at the most; one figure where missing.',
    })
    by?: DimensionKey[] | null,
    @Arg('where', () => [ReportWhere], {
      nullable: true,
      description: 'Only what has these values; all conditions must hold.',
    })
    where?: ReportWhere[] | null,
  ): Promise<Report> {
    return runReport(ctx, { measures, by: by ?? [], where: where ?? [], period }, pageSize(first))
  }
}

import { Arg, Ctx, Query, Resolver } from 'type-graphql'
import type { Context } from '../context.ts'
import { PeriodInput } from '../reports/report.types.ts'
import { readSurveyResults } from './survey.results.ts'
import { SurveyResults } from './survey.types.ts'

@Resolver()
export class SurveyResolver {
  @Query(() => SurveyResults, {
    description:
      'What beneficiaries said of the service, all together. Ratings are counted in batches of five or more of a kind, so that none can be told from two figures (M3).',
  })
  surveyResults(
    @Ctx() ctx: Context,
    @Arg('period', () => PeriodInput, { description: 'Over which span of time.' }) period: PeriodInput,
  ): Promise<SurveyResults> {
    return readSurveyResults(ctx, period)
  }
}

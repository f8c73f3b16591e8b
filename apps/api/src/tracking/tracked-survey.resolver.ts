import { formIn } from '@sila/domain/form'
import { satisfactionSurvey } from '@sila/domain/survey'
import { Arg, Ctx, FieldResolver, Resolver } from 'type-graphql'
import type { Context } from '../context.ts'
import { Json } from '../graphql/scalars.ts'
import { TrackedSurvey } from './tracked.types.ts'

@Resolver(() => TrackedSurvey)
export class TrackedSurveyResolver {
  @FieldResolver(() => Json, { description: 'The form with its questions, in the words of one language.' })
  form(
    @Ctx() ctx: Context,
    @Arg('language', () => String, { nullable: true, description: "Code; the asker's where missing." })
    language?: string,
  ): unknown {
    return formIn(satisfactionSurvey, language ?? ctx.language)
  }
}

import { problemMessage } from '@sila/domain/problem-message'
import type { Problem as DomainProblem } from '@sila/domain/problem'
import { Field, ObjectType } from 'type-graphql'
import type { Context } from '../context.ts'

@ObjectType({
  description: 'Something that the person can put right; nothing was changed.',
  simpleResolvers: true,
})
export class Problem {
  @Field(() => String, {
    nullable: true,
    description: 'The input field that it is about, e.g. contact.phone.',
  })
  field?: string | null

  @Field(() => String, { description: 'What it is, for programs.' })
  code!: string

  @Field(() => String, { description: 'What is wrong and what to do, in the language of the asker.' })
  message!: string
}

/** Tells problems in the asker's language. */
export function tell(ctx: Context, problems: readonly DomainProblem[]): Problem[] {
  return problems.map((problem) => ({
    field: problem.field ?? null,
    code: problem.code,
    message: problemMessage(problem, ctx.language),
  }))
}

import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql'
import { Beneficiary } from '../beneficiaries/beneficiary.entity.ts'
import type { Context } from '../context.ts'
import { Mine } from '../mine/mine.types.ts'
import type { OwnRecord } from '../mine/mine.rows.ts'
import { seePaper, unseePaper } from './paper.acts.ts'
import { readOwnPapers, readPapers } from './paper.rows.ts'
import { MinePaper, PaperPayload, PaperSeeInput, PaperSeen, PaperUnseeInput } from './paper.types.ts'

@Resolver(() => Beneficiary)
export class PaperResolver {
  @FieldResolver(() => [PaperSeen], {
    description: 'Which official papers were seen and verified, newest first.',
  })
  papers(@Root() person: Readonly<Beneficiary>, @Ctx() ctx: Context): Promise<PaperSeen[]> {
    ctx.house.looks.noteLater(ctx.actor, person.id, 'LIST', ctx.now)
    return readPapers(ctx, person.id)
  }

  @Mutation(() => PaperPayload, {
    description: 'Notes that an official paper was seen and verified; nothing of it is copied.',
  })
  paperSee(
    @Arg('input', () => PaperSeeInput, { description: 'Which.' }) input: PaperSeeInput,
    @Ctx() ctx: Context,
  ): Promise<PaperPayload> {
    return seePaper(ctx, input)
  }

  @Mutation(() => PaperPayload, { description: 'Takes back that a paper was seen.' })
  paperUnsee(
    @Arg('id', () => ID, { description: 'What was noted.' }) id: string,
    @Arg('input', () => PaperUnseeInput, { description: 'Why.' }) input: PaperUnseeInput,
    @Ctx() ctx: Context,
  ): Promise<PaperPayload> {
    return unseePaper(ctx, id, input)
  }
}

@Resolver(() => Mine)
export class MinePaperResolver {
  @FieldResolver(() => [MinePaper], {
    description: "Which of the person's official papers the association's team has seen, newest first.",
  })
  papers(@Root() { own }: OwnRecord): Promise<MinePaper[]> {
    return readOwnPapers(own)
  }
}

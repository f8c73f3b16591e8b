import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql'
import { isId } from '../graphql/connection.ts'
import { demand } from '../context.ts'
import type { Context } from '../context.ts'
import { read } from '../database/database.ts'
import * as acts from './index.ts'
import {
  InteractionActInput,
  InteractionAnswerInput,
  InteractionAssignInput,
  InteractionDecideInput,
  InteractionNoteInput,
  InteractionPayload,
  InteractionRecordInput,
  InteractionSubmitInput,
  InteractionSubmitPayload,
} from './interaction.types.ts'

@Resolver()
export class InteractionActsResolver {
  @Mutation(() => InteractionSubmitPayload, {
    description: 'Brings a matter to the association; no account is needed.',
  })
  interactionSubmit(
    @Arg('input', () => InteractionSubmitInput, { description: 'The matter.' }) input: InteractionSubmitInput,
    @Ctx() ctx: Context,
  ): Promise<InteractionSubmitPayload> {
    return acts.submitInteraction(ctx, input)
  }

  @Mutation(() => InteractionPayload, { description: 'Writes down a matter that came by any channel.' })
  interactionRecord(
    @Arg('input', () => InteractionRecordInput, { description: 'The matter.' }) input: InteractionRecordInput,
    @Ctx() ctx: Context,
  ): Promise<InteractionPayload> {
    return acts.recordInteraction(ctx, input)
  }

  @Mutation(() => InteractionPayload, { description: 'Makes me the owner.' })
  interactionTake(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Act() input: InteractionActInput,
  ): Promise<InteractionPayload> {
    return acts.takeInteraction(ctx, id, input)
  }

  @Mutation(() => InteractionPayload, { description: 'Gives it to a person or a team, or back to nobody.' })
  interactionAssign(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Arg('input', () => InteractionAssignInput, { description: 'To whom.' }) input: InteractionAssignInput,
  ): Promise<InteractionPayload> {
    return acts.assignInteraction(ctx, id, input)
  }

  @Mutation(() => InteractionPayload, { description: 'Sends an answer to the beneficiary.' })
  interactionAnswer(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Arg('input', () => InteractionAnswerInput, { description: 'The answer.' }) input: InteractionAnswerInput,
  ): Promise<InteractionPayload> {
    return acts.answerInteraction(ctx, id, input)
  }

  @Mutation(() => InteractionPayload, { description: 'Writes a word among staff.' })
  interactionNote(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Arg('input', () => InteractionNoteInput, { description: 'The note.' }) input: InteractionNoteInput,
  ): Promise<InteractionPayload> {
    return acts.noteInteraction(ctx, id, input)
  }

  @Mutation(() => InteractionPayload, {
    description: 'Waits for the beneficiary; the clock stands still. The reason is told.',
  })
  interactionWait(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Act() input: InteractionActInput,
  ): Promise<InteractionPayload> {
    return acts.waitForBeneficiary(ctx, id, input)
  }

  @Mutation(() => InteractionPayload, { description: 'Goes on after waiting; the clock runs again.' })
  interactionResume(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Act() input: InteractionActInput,
  ): Promise<InteractionPayload> {
    return acts.resumeInteraction(ctx, id, input)
  }

  @Mutation(() => InteractionPayload, {
    description: 'Ends it; only what was answered, or never came back, can be ended.',
  })
  interactionClose(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Act() input: InteractionActInput,
  ): Promise<InteractionPayload> {
    return acts.closeInteraction(ctx, id, input)
  }

  @Mutation(() => InteractionPayload, { description: 'Opens it again; a new clock starts.' })
  interactionReopen(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Act() input: InteractionActInput,
  ): Promise<InteractionPayload> {
    return acts.reopenInteraction(ctx, id, input)
  }

  @Mutation(() => InteractionPayload, { description: 'Takes a complaint one level up.' })
  interactionEscalate(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Act() input: InteractionActInput,
  ): Promise<InteractionPayload> {
    return acts.escalateInteraction(ctx, id, input)
  }

  @Mutation(() => InteractionPayload, { description: 'Puts it away as spam.' })
  interactionMarkSpam(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Act() input: InteractionActInput,
  ): Promise<InteractionPayload> {
    return acts.markSpam(ctx, id, input)
  }

  @Mutation(() => InteractionPayload, { description: 'Takes a suggestion under study (D3).' })
  interactionStudy(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Act() input: InteractionActInput,
  ): Promise<InteractionPayload> {
    return acts.studySuggestion(ctx, id, input)
  }

  @Mutation(() => InteractionPayload, {
    description: 'Decides on a suggestion and tells its author why (D3).',
  })
  interactionDecide(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Arg('input', () => InteractionDecideInput, { description: 'The decision.' })
    input: InteractionDecideInput,
  ): Promise<InteractionPayload> {
    return acts.decideSuggestion(ctx, id, input)
  }

  @Mutation(() => InteractionPayload, { description: 'Shares a compliment with the team.' })
  interactionShare(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Act() input: InteractionActInput,
  ): Promise<InteractionPayload> {
    return acts.shareCompliment(ctx, id, input)
  }

  @Mutation(() => InteractionPayload, { description: 'Notes that a missed call was returned (C2).' })
  interactionReturnCall(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Act() input: InteractionActInput,
  ): Promise<InteractionPayload> {
    return acts.returnCall(ctx, id, input)
  }

  @Mutation(() => InteractionPayload, { description: 'Gives a missed call up after the tries it is owed.' })
  interactionGiveUpCall(
    @Ctx() ctx: Context,
    @Id() id: string,
    @Act() input: InteractionActInput,
  ): Promise<InteractionPayload> {
    return acts.giveUpCall(ctx, id, input)
  }

  @Mutation(() => Boolean, { description: 'Notes that I have seen everything in it until now.' })
  async interactionRead(@Ctx() ctx: Context, @Id() id: string): Promise<boolean> {
    const member = demand(ctx, 'interaction.read')
    if (!isId(id)) return false
    await read(ctx.house.database.pool, {
      name: 'mark-read',
      text: `insert into interaction_read (staff_id, interaction_id, at) select $1, id, $3 from interaction where id = $2
        on conflict (staff_id, interaction_id) do update set at = excluded.at`,
      values: [member.id, id, ctx.now],
    })
    return true
  }
}

function Id() {
  return Arg('id', () => ID, { description: 'The interaction.' })
}

function Act() {
  return Arg('input', () => InteractionActInput, { description: 'The version that was seen, and why.' })
}

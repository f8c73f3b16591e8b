import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { provenOrNobody } from '../codes/proven.ts'
import { afterHelp, firstHelp, pageSize } from '../graphql/connection.ts'
import type { Context } from '../context.ts'
import { findService } from '../services/index.ts'
import { Service } from '../services/service.types.ts'
import { askRight, correct, exportMine, setOwnConsent } from './mine.acts.ts'
import { addContact, askToAdd, preferContact, removeContact } from './mine.contacts.ts'
import {
  CodeAskInput,
  CodePayload,
  CodeProveInput,
  MineActInput,
  MineConsentInput,
  MineContactInput,
  MineCorrectInput,
  MineExportPayload,
  MineLeaveInput,
  MinePayload,
  MineReachInput,
  MineRightInput,
} from './mine.inputs.ts'
import { askCode, leave, proveCode } from './mine.prove.ts'
import type { OwnRecord } from './mine.rows.ts'
import { readConsents, readMatters, readMine, readOwnLooks, readRights } from './mine.rows.ts'
import {
  Mine,
  MineConsent,
  MineContact,
  MineLookConnection,
  MineMatter,
  MineMatterConnection,
  MineRight,
} from './mine.types.ts'
import { contactPointsOf } from '../beneficiaries/beneficiary.loader.ts'

@Resolver(() => Mine)
export class MineResolver {
  @Query(() => Mine, {
    nullable: true,
    description: 'The record of whoever proved a phone or an e-mail; null for everybody else.',
  })
  async mine(@Ctx() ctx: Context): Promise<Mine | null> {
    const own = await provenOrNobody(ctx)
    return own ? readMine(own) : null
  }

  @FieldResolver(() => [MineContact], { description: 'Ways to reach the person, the preferred first.' })
  contactPoints(@Root() { own }: OwnRecord): Promise<MineContact[]> {
    return contactPointsOf(own).load(own.actor.beneficiaryId)
  }

  @FieldResolver(() => [MineConsent], { description: 'What is allowed, for every purpose and way.' })
  consents(@Root() { own }: OwnRecord): Promise<MineConsent[]> {
    return readConsents(own)
  }

  @FieldResolver(() => MineMatterConnection, {
    description: 'Everything that the person brought and applied for, newest activity first.',
  })
  matters(
    @Root() { own }: OwnRecord,
    @First() first: number,
    @After() after?: string,
  ): Promise<MineMatterConnection> {
    return readMatters(own, pageSize(first), after)
  }

  @FieldResolver(() => MineLookConnection, {
    description: 'Who of the staff looked at the record, newest first.',
  })
  looks(
    @Root() { own }: OwnRecord,
    @First() first: number,
    @After() after?: string,
  ): Promise<MineLookConnection> {
    return readOwnLooks(own, pageSize(first), after)
  }

  @FieldResolver(() => [MineRight], {
    description: 'The newest fifty things that the person asked about their own data.',
  })
  rights(@Root() { own }: OwnRecord): Promise<MineRight[]> {
    return readRights(own)
  }

  @Mutation(() => CodePayload, {
    description:
      'Asks for a code to a phone or an e-mail. The answer does not tell whether anybody is known under it.',
  })
  codeAsk(
    @Arg('input', () => CodeAskInput, { description: 'Where to.' }) input: CodeAskInput,
    @Ctx() ctx: Context,
  ): Promise<CodePayload> {
    return askCode(ctx, input)
  }

  @Mutation(() => MinePayload, {
    description: 'Proves the address by the code, and opens a session of half an hour in a cookie.',
  })
  codeProve(
    @Arg('input', () => CodeProveInput, { description: 'The code.' }) input: CodeProveInput,
    @Ctx() ctx: Context,
  ): Promise<MinePayload> {
    return proveCode(ctx, input)
  }

  @Mutation(() => MinePayload, { description: "Puts one's own data right." })
  mineCorrect(
    @Arg('input', () => MineCorrectInput, { description: 'What.' }) input: MineCorrectInput,
    @Ctx() ctx: Context,
  ): Promise<MinePayload> {
    return correct(ctx, input)
  }

  @Mutation(() => CodePayload, {
    description: 'Asks for a code to a phone or an e-mail that is to be added.',
  })
  mineContactAsk(
    @Arg('input', () => CodeAskInput, { description: 'Where to.' }) input: CodeAskInput,
    @Ctx() ctx: Context,
  ): Promise<CodePayload> {
    return askToAdd(ctx, input)
  }

  @Mutation(() => MinePayload, { description: 'Adds a phone or an e-mail that was proven.' })
  mineContactAdd(
    @Arg('input', () => CodeProveInput, { description: 'The code.' }) input: CodeProveInput,
    @Ctx() ctx: Context,
  ): Promise<MinePayload> {
    return addContact(ctx, input)
  }

  @Mutation(() => MinePayload, { description: 'Takes a way to be reached away; the last one stays.' })
  mineContactRemove(
    @Arg('input', () => MineContactInput, { description: 'Which.' }) input: MineContactInput,
    @Ctx() ctx: Context,
  ): Promise<MinePayload> {
    return removeContact(ctx, input)
  }

  @Mutation(() => MinePayload, { description: 'Chooses the way to be reached by.' })
  mineContactPrefer(
    @Arg('input', () => MineReachInput, { description: 'Which.' }) input: MineReachInput,
    @Ctx() ctx: Context,
  ): Promise<MinePayload> {
    return preferContact(ctx, input)
  }

  @Mutation(() => MinePayload, { description: 'Gives or takes back a leave for one purpose and way.' })
  mineConsent(
    @Arg('input', () => MineConsentInput, { description: 'What.' }) input: MineConsentInput,
    @Ctx() ctx: Context,
  ): Promise<MinePayload> {
    return setOwnConsent(ctx, input)
  }

  @Mutation(() => MinePayload, { description: "Asks something about one's own data: a right of 30 days." })
  mineRightAsk(
    @Arg('input', () => MineRightInput, { description: 'What.' }) input: MineRightInput,
    @Ctx() ctx: Context,
  ): Promise<MinePayload> {
    return askRight(ctx, input)
  }

  @Mutation(() => MineExportPayload, { description: 'Hands out everything that is held about the person.' })
  mineExport(
    @Arg('input', () => MineActInput, { description: 'The key.' }) input: MineActInput,
    @Ctx() ctx: Context,
  ): Promise<MineExportPayload> {
    return exportMine(ctx, input)
  }

  @Mutation(() => MinePayload, { description: 'Ends the session, here or everywhere.' })
  mineLeave(
    @Arg('input', () => MineLeaveInput, { description: 'Where.' }) input: MineLeaveInput,
    @Ctx() ctx: Context,
  ): Promise<MinePayload> {
    return leave(ctx, input)
  }
}

@Resolver(() => MineMatter)
export class MineMatterResolver {
  @FieldResolver(() => Service, { nullable: true, description: 'Of an application: the service.' })
  service(@Root() matter: Readonly<MineMatter>): Service | null {
    return matter.serviceKey ? findService(matter.serviceKey) : null
  }
}

function First() {
  return Arg('first', () => Int, { description: firstHelp })
}

function After() {
  return Arg('after', () => String, { nullable: true, description: afterHelp })
}

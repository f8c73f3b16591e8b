import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import { demand } from '../context.ts'
import type { Context } from '../context.ts'
import {
  disableStaff,
  enableStaff,
  endMyOtherSessions,
  endMySession,
  endStaffSessions,
  resetSecondFactor,
} from './account.acts.ts'
import { readAccounts, readMyAccount } from './account.rows.ts'
import {
  AccountActInput,
  MyAccount,
  MyAccountPayload,
  StaffAccount,
  StaffAccountPayload,
} from './account.types.ts'

const whose = { description: 'The member of staff.' }
const keyed = { description: 'The key of the act.' }

@Resolver(() => StaffAccount)
export class AccountResolver {
  @Query(() => Boolean, {
    description:
      'Whether whoever signed in must first set up a second factor; until then nothing else is answered.',
  })
  mustEnrol(@Ctx() ctx: Context): boolean {
    return ctx.actor.type === 'GUEST' && ctx.actor.mustEnrol === true
  }

  @Query(() => MyAccount, { description: 'How whoever is signed in gets in, and where they are in.' })
  myAccount(@Ctx() ctx: Context): Promise<MyAccount> {
    return readMyAccount(ctx)
  }

  @Query(() => [StaffAccount], {
    description: 'How everybody gets in, those who left included; for administrators.',
  })
  staffAccounts(@Ctx() ctx: Context): Promise<StaffAccount[]> {
    demand(ctx, 'staff.manage')
    return readAccounts(ctx)
  }

  @Mutation(() => MyAccountPayload, { description: "Ends one of one's own sessions." })
  accountEndSession(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The session.' }) id: string,
    @Arg('input', () => AccountActInput, keyed) input: AccountActInput,
  ): Promise<MyAccountPayload> {
    return endMySession(ctx, id, input)
  }

  @Mutation(() => MyAccountPayload, { description: "Ends all of one's own sessions but this one." })
  accountEndOtherSessions(
    @Ctx() ctx: Context,
    @Arg('input', () => AccountActInput, keyed) input: AccountActInput,
  ): Promise<MyAccountPayload> {
    return endMyOtherSessions(ctx, input)
  }

  @Mutation(() => StaffAccountPayload, {
    description: 'Signs a colleague out everywhere and lets them in no more.',
  })
  staffDisable(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, whose) id: string,
    @Arg('input', () => AccountActInput, keyed) input: AccountActInput,
  ): Promise<StaffAccountPayload> {
    return disableStaff(ctx, id, input)
  }

  @Mutation(() => StaffAccountPayload, { description: 'Lets a colleague sign in again.' })
  staffEnable(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, whose) id: string,
    @Arg('input', () => AccountActInput, keyed) input: AccountActInput,
  ): Promise<StaffAccountPayload> {
    return enableStaff(ctx, id, input)
  }

  @Mutation(() => StaffAccountPayload, { description: 'Signs a colleague out everywhere.' })
  staffEndSessions(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, whose) id: string,
    @Arg('input', () => AccountActInput, keyed) input: AccountActInput,
  ): Promise<StaffAccountPayload> {
    return endStaffSessions(ctx, id, input)
  }

  @Mutation(() => StaffAccountPayload, {
    description:
      'Takes away code, recovery codes, passkeys and the link to the identity provider of somebody who lost them; they are never read.',
  })
  staffResetSecondFactor(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, whose) id: string,
    @Arg('input', () => AccountActInput, keyed) input: AccountActInput,
  ): Promise<StaffAccountPayload> {
    return resetSecondFactor(ctx, id, input)
  }
}

import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { afterHelp, firstHelp, isId, pageSize } from '../graphql/connection.ts'
import { demand } from '../context.ts'
import type { Context } from '../context.ts'
import { Beneficiary } from './beneficiary.entity.ts'
import { consentsOf, contactPointsOf } from './beneficiary.loader.ts'
import type { PersonRow } from './person.columns.ts'
import { readInvitations, readPeople, readRegister } from './beneficiary.rows.ts'
import {
  BeneficiaryConnection,
  BeneficiaryPayload,
  ConsentSetInput,
  InvitationConnection,
} from './beneficiary.types.ts'
import { setConsent } from './consent.acts.ts'
import { Consent } from './consent.entity.ts'
import { ContactPoint } from './contact-point.entity.ts'
import { shown } from './shown.ts'

@Resolver(() => Beneficiary)
export class BeneficiaryResolver {
  @Query(() => BeneficiaryConnection, {
    description: 'People whom the association serves: newest first, or the best hits of a search first.',
  })
  beneficiaries(
    @Ctx() ctx: Context,
    @Arg('first', () => Int, { description: firstHelp }) first: number,
    @Arg('after', () => String, { nullable: true, description: afterHelp }) after?: string,
    @Arg('search', () => String, {
      nullable: true,
      description: 'A name in any script, a number B-…, or the end of a phone; 200 signs at the most.',
    })
    search?: string,
  ): Promise<BeneficiaryConnection> {
    demand(ctx, 'beneficiary.read')
    return readRegister(ctx, { first: pageSize(first), after, search })
  }

  @Query(() => Beneficiary, { nullable: true, description: 'One beneficiary; null where there is none.' })
  async beneficiary(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The id.' }) id: string,
  ): Promise<Beneficiary | null> {
    demand(ctx, 'beneficiary.read')
    const [person] = isId(id) ? await readPeople(ctx, [id]) : []
    ctx.house.looks.noteLater(ctx.actor, person?.id, 'PERSON', ctx.now)
    return person ?? null
  }

  @FieldResolver()
  city(@Root() person: PersonRow, @Ctx() ctx: Context): string | null {
    return shown(ctx, person).city ?? null
  }

  @FieldResolver()
  segment(@Root() person: PersonRow, @Ctx() ctx: Context): string | null {
    return shown(ctx, person).segment ?? null
  }

  @FieldResolver()
  spokenLanguages(@Root() person: PersonRow, @Ctx() ctx: Context): string[] {
    return shown(ctx, person).spokenLanguages
  }

  @FieldResolver(() => [ContactPoint], { description: 'Ways to reach the person, the preferred first.' })
  contactPoints(@Root() person: PersonRow, @Ctx() ctx: Context): Promise<ContactPoint[]> {
    demand(ctx, 'beneficiary.read')
    return contactPointsOf(ctx).load(shown(ctx, person).id)
  }

  @FieldResolver(() => [Consent], { description: 'What the person allowed or refused, newest first.' })
  consents(@Root() person: PersonRow, @Ctx() ctx: Context): Promise<Consent[]> {
    demand(ctx, 'beneficiary.read')
    return consentsOf(ctx).load(shown(ctx, person).id)
  }

  @FieldResolver(() => InvitationConnection, {
    description:
      'Every time the person was asked for a rating, newest first; the ratings carry no person (M3).',
  })
  invitations(
    @Root() person: PersonRow,
    @Ctx() ctx: Context,
    @Arg('first', () => Int, { description: firstHelp }) first: number,
    @Arg('after', () => String, { nullable: true, description: afterHelp }) after?: string,
  ): Promise<InvitationConnection> {
    demand(ctx, 'beneficiary.read')
    return readInvitations(ctx, shown(ctx, person).id, pageSize(first), after)
  }

  @Mutation(() => BeneficiaryPayload, { description: 'Notes that a consent was given, or taken back.' })
  consentSet(
    @Ctx() ctx: Context,
    @Arg('beneficiaryId', () => ID, { description: 'Whose.' }) beneficiaryId: string,
    @Arg('input', () => ConsentSetInput, { description: 'What.' }) input: ConsentSetInput,
  ): Promise<BeneficiaryPayload> {
    return setConsent(ctx, beneficiaryId, input)
  }
}

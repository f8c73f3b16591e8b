import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Beneficiary } from '../beneficiaries/beneficiary.entity.ts'
import { afterHelp, firstHelp, pageSize } from '../graphql/connection.ts'
import { demand } from '../context.ts'
import type { Context } from '../context.ts'
import { badArgument } from '../errors.ts'
import { readIncidents, recordIncident, tellIncident, writeNotice } from './incident.acts.ts'
import {
  Incident,
  IncidentConnection,
  IncidentPayload,
  IncidentRecordInput,
  IncidentTellInput,
} from './incident.types.ts'
import { countLooks, readErasures, readHolds, readLooks } from './look.rows.ts'
import { erasePerson, givePersonExport, liftHolds, placeHold } from './person.acts.ts'
import {
  ErasureConnection,
  LegalHold,
  LegalHoldInput,
  LegalHoldPayload,
  LookConnection,
  LookSummary,
  PersonActInput,
  PersonEraseInput,
  PersonErasePayload,
  PersonExportPayload,
} from './person.types.ts'
import { ProcessingLine } from './privacy.types.ts'
import { readRegister } from './register.ts'
import { answerDataRight, extendDataRight, recordDataRight } from './right.acts.ts'
import { readDataRights } from './right.rows.ts'
import {
  DataRightAnswerInput,
  DataRightConnection,
  DataRightExtendInput,
  DataRightPayload,
  DataRightRecordInput,
} from './right.types.ts'

@Resolver()
export class PrivacyResolver {
  @Query(() => [ProcessingLine], {
    description:
      'The register of processing, made of the tags of the tables: every column that holds personal data.',
  })
  processingRegister(@Ctx() ctx: Context): Promise<ProcessingLine[]> {
    demand(ctx, 'privacy.read')
    return readRegister(ctx)
  }

  @Query(() => LookSummary, {
    description: 'At how many people each colleague looked in the last days, held against the middle.',
  })
  lookSummary(
    @Ctx() ctx: Context,
    @Arg('days', () => Int, { description: 'How many days, 1 to 90.' }) days: number,
  ): Promise<LookSummary> {
    demand(ctx, 'privacy.read')
    if (days < 1 || days > 90) throw badArgument('days must be a whole number from 1 to 90')
    return countLooks(ctx, new Date(ctx.now.getTime() - days * 86_400_000))
  }

  @Query(() => DataRightConnection, {
    description:
      'What people asked about their own data: the open ones, first due first, or all, newest first.',
  })
  dataRights(
    @Ctx() ctx: Context,
    @Arg('first', () => Int, { description: firstHelp }) first: number,
    @Arg('after', () => String, { nullable: true, description: afterHelp }) after?: string,
    @Arg('open', () => Boolean, { nullable: true, description: 'Only those not answered yet.' })
    open?: boolean,
  ): Promise<DataRightConnection> {
    demand(ctx, 'privacy.read')
    return readDataRights(ctx, { first: pageSize(first), after, open: open ?? false })
  }

  @Query(() => IncidentConnection, { description: 'Breaches of personal data, newest first.' })
  incidents(
    @Ctx() ctx: Context,
    @Arg('first', () => Int, { description: firstHelp }) first: number,
    @Arg('after', () => String, { nullable: true, description: afterHelp }) after?: string,
  ): Promise<IncidentConnection> {
    demand(ctx, 'privacy.read')
    return readIncidents(ctx, pageSize(first), after)
  }

  @Query(() => ErasureConnection, { description: 'Erasures, newest first.' })
  erasures(
    @Ctx() ctx: Context,
    @Arg('first', () => Int, { description: firstHelp }) first: number,
    @Arg('after', () => String, { nullable: true, description: afterHelp }) after?: string,
  ): Promise<ErasureConnection> {
    return readErasures(ctx, pageSize(first), after)
  }

  @Mutation(() => PersonExportPayload, {
    description: 'Gives everything exportable that is held about a person, and nobody else’s data.',
  })
  personExport(
    @Ctx() ctx: Context,
    @Arg('input', () => PersonActInput, { description: 'Whose.' }) input: PersonActInput,
  ): Promise<PersonExportPayload> {
    return givePersonExport(ctx, input)
  }

  @Mutation(() => PersonErasePayload, {
    description: 'Erases a person for good; a hold stops it. What the figures count stays and names nobody.',
  })
  personErase(
    @Ctx() ctx: Context,
    @Arg('input', () => PersonEraseInput, { description: 'Whose, and why.' }) input: PersonEraseInput,
  ): Promise<PersonErasePayload> {
    return erasePerson(ctx, input)
  }

  @Mutation(() => LegalHoldPayload, { description: "Holds a person's data: until lifted nothing is erased." })
  legalHoldPlace(
    @Ctx() ctx: Context,
    @Arg('input', () => LegalHoldInput, { description: 'Whose, and why.' }) input: LegalHoldInput,
  ): Promise<LegalHoldPayload> {
    return placeHold(ctx, input)
  }

  @Mutation(() => LegalHoldPayload, { description: "Lifts every hold of a person's data." })
  legalHoldLift(
    @Ctx() ctx: Context,
    @Arg('input', () => PersonActInput, { description: 'Whose.' }) input: PersonActInput,
  ): Promise<LegalHoldPayload> {
    return liftHolds(ctx, input)
  }

  @Mutation(() => DataRightPayload, { description: 'Records what a person asks about their own data.' })
  dataRightRecord(
    @Ctx() ctx: Context,
    @Arg('input', () => DataRightRecordInput, { description: 'What.' }) input: DataRightRecordInput,
  ): Promise<DataRightPayload> {
    return recordDataRight(ctx, input)
  }

  @Mutation(() => DataRightPayload, {
    description: 'Adds 30 days, once, for a reason that the person is told.',
  })
  dataRightExtend(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The request.' }) id: string,
    @Arg('input', () => DataRightExtendInput, { description: 'Why.' }) input: DataRightExtendInput,
  ): Promise<DataRightPayload> {
    return extendDataRight(ctx, id, input)
  }

  @Mutation(() => DataRightPayload, { description: 'Answers a request about data.' })
  dataRightAnswer(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The request.' }) id: string,
    @Arg('input', () => DataRightAnswerInput, { description: 'The answer.' }) input: DataRightAnswerInput,
  ): Promise<DataRightPayload> {
    return answerDataRight(ctx, id, input)
  }

  @Mutation(() => IncidentPayload, {
    description: 'Records a breach; 72 hours run from when it became known.',
  })
  incidentRecord(
    @Ctx() ctx: Context,
    @Arg('input', () => IncidentRecordInput, { description: 'What happened.' }) input: IncidentRecordInput,
  ): Promise<IncidentPayload> {
    return recordIncident(ctx, input)
  }

  @Mutation(() => IncidentPayload, { description: 'Notes who was told of a breach.' })
  incidentTell(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The incident.' }) id: string,
    @Arg('input', () => IncidentTellInput, { description: 'Who.' }) input: IncidentTellInput,
  ): Promise<IncidentPayload> {
    return tellIncident(ctx, id, input)
  }
}

@Resolver(() => Incident)
export class IncidentResolver {
  @FieldResolver(() => String, { description: 'The notice to the authority, filled in with what is known.' })
  notice(
    @Root() incident: Readonly<Incident>,
    @Ctx() ctx: Context,
    @Arg('language', () => String, { description: 'ar or en.' }) language: string,
  ): Promise<string> {
    return writeNotice(ctx, incident, language === 'ar' ? 'ar' : 'en')
  }
}

@Resolver(() => Beneficiary)
export class PersonPrivacyResolver {
  @FieldResolver(() => LookConnection, {
    description: 'Who of the staff looked at the person, newest first.',
  })
  looks(
    @Root() person: Readonly<Beneficiary>,
    @Ctx() ctx: Context,
    @Arg('first', () => Int, { description: firstHelp }) first: number,
    @Arg('after', () => String, { nullable: true, description: afterHelp }) after?: string,
  ): Promise<LookConnection> {
    return readLooks(ctx, person.id, pageSize(first), after)
  }

  @FieldResolver(() => [LegalHold], { description: 'What stops the erasure of the person, newest first.' })
  legalHolds(@Root() person: Readonly<Beneficiary>, @Ctx() ctx: Context): Promise<LegalHold[]> {
    return readHolds(ctx, person.id)
  }
}

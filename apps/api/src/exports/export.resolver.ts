import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql'
import { afterHelp, firstHelp, pageSize } from '../graphql/connection.ts'
import type { Context } from '../context.ts'
import { readExports } from './export.rows.ts'
import {
  DataExportConnection,
  ExportPayload,
  MatterExportInput,
  RegisterExportInput,
  ReportExportInput,
} from './export.types.ts'
import { exportMatters, exportRegister, exportReport } from './index.ts'

@Resolver()
export class ExportResolver {
  @Query(() => DataExportConnection, {
    description: 'What was taken out of the house as a file, by whom, newest first.',
  })
  dataExports(
    @Ctx() ctx: Context,
    @Arg('first', () => Int, { description: firstHelp }) first: number,
    @Arg('after', () => String, { nullable: true, description: afterHelp }) after?: string,
  ): Promise<DataExportConnection> {
    return readExports(ctx, pageSize(first), after)
  }

  @Mutation(() => ExportPayload, { description: 'Gives a report as a file, and notes that it was given.' })
  reportExport(
    @Ctx() ctx: Context,
    @Arg('input', () => ReportExportInput, { description: 'Which.' }) input: ReportExportInput,
  ): Promise<ExportPayload> {
    return exportReport(ctx, input)
  }

  @Mutation(() => ExportPayload, {
    description:
      'Gives the newest 10,000 matters of a period as a file, masked, and notes that it was given.',
  })
  matterExport(
    @Ctx() ctx: Context,
    @Arg('input', () => MatterExportInput, { description: 'Which.' }) input: MatterExportInput,
  ): Promise<ExportPayload> {
    return exportMatters(ctx, input)
  }

  @Mutation(() => ExportPayload, {
    description: 'Gives the register of processing as a file, and notes that it was given.',
  })
  registerExport(
    @Ctx() ctx: Context,
    @Arg('input', () => RegisterExportInput, { description: 'The key.' }) input: RegisterExportInput,
  ): Promise<ExportPayload> {
    return exportRegister(ctx, input)
  }
}

import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import type { Context } from '../context.ts'
import { Entry } from '../interactions/entry.entity.ts'
import type { EntryRow } from '../interactions/entry.rows.ts'
import {
  EntryFile,
  FileLinkPayload,
  FileTicketInput,
  FileTicketPayload,
  TrackedFileLinkInput,
  TrackedFileTicketInput,
} from './file.types.ts'
import { linkForHolder, ticketForHolder, ticketForStaff } from './ticket.acts.ts'
import { filesOf } from './file.rows.ts'

@Resolver(() => Entry)
export class FileResolver {
  @FieldResolver(() => [EntryFile], { description: 'What came with the words.' })
  files(@Root() entry: Readonly<EntryRow>, @Ctx() ctx: Context): Promise<EntryFile[]> | EntryFile[] {
    return entry.withFiles ? filesOf(entry.readIn ?? ctx).load(entry.id) : []
  }

  @Mutation(() => FileTicketPayload, {
    description: 'Leave to add a file to the last words of whoever brought a matter.',
  })
  trackedFileTicket(
    @Arg('input', () => TrackedFileTicketInput, { description: 'The file.' }) input: TrackedFileTicketInput,
    @Ctx() ctx: Context,
  ): Promise<FileTicketPayload> {
    return ticketForHolder(ctx, input)
  }

  @Mutation(() => FileTicketPayload, { description: 'Leave to add a file to my last words in a matter.' })
  fileTicket(
    @Arg('input', () => FileTicketInput, { description: 'The file.' }) input: FileTicketInput,
    @Ctx() ctx: Context,
  ): Promise<FileTicketPayload> {
    return ticketForStaff(ctx, input)
  }

  @Mutation(() => FileLinkPayload, { description: 'A path to a file of a matter that somebody holds.' })
  trackedFileLink(
    @Arg('input', () => TrackedFileLinkInput, { description: 'Which.' }) input: TrackedFileLinkInput,
    @Ctx() ctx: Context,
  ): Promise<FileLinkPayload> {
    return linkForHolder(ctx, input)
  }
}

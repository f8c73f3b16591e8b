import { fileRefusals, fileStates, fileTypeNames } from '@sila/domain/file'
import type { FileRefusal, FileState, FileType } from '@sila/domain/file'
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from 'type-graphql'
import { enumOf } from '../graphql/enums.ts'
import { Problem } from '../graphql/problem.ts'

export const FileTypeEnum = enumOf('FileType', 'What a file is, by its bytes.', fileTypeNames)
export const FileStateEnum = enumOf('FileState', 'How far a file has come.', fileStates, {
  RECEIVING: 'Its bytes are still on the way.',
  CHECKING: 'It has arrived and is being looked through; nobody can open it yet.',
  RELEASED: 'It can be opened.',
  REFUSED: 'It was not taken; the reason stands beside it.',
})
export const FileRefusalEnum = enumOf('FileRefusal', 'Why a file was not taken.', fileRefusals, {
  FILE_TYPE_NOT_TAKEN: 'It is none of the kinds that are taken, whatever its name says.',
  FILE_BROKEN: 'It could not be opened.',
  FILE_UNSAFE: 'Something harmful was found in it.',
})

@ObjectType({
  description: 'A file that came with words. Its bytes are at /files/ID for whoever may see the words.',
  simpleResolvers: true,
})
export class EntryFile {
  @Field(() => ID, { description: 'Opaque; sorts by time.' })
  id!: string

  @Field(() => String, {
    description: 'Its name, never a path; show it isolated from what stands beside it.',
  })
  name!: string

  @Field(() => Int, { description: 'How many bytes were sent.' })
  size!: number

  @Field(() => FileTypeEnum, {
    nullable: true,
    description: 'What it is; none before it was looked through.',
  })
  type?: FileType | null

  @Field(() => FileStateEnum, { description: 'How far it has come.' })
  state!: FileState

  @Field(() => FileRefusalEnum, { nullable: true, description: 'Why it was not taken.' })
  refusal?: FileRefusal | null

  @Field(() => GraphQLISODateTime, { description: 'When it was brought.' })
  at!: Date
}

@InputType({ description: 'A file that is to be added to my last words in a matter.' })
export class FileTicketInput {
  @Field(() => ID, { description: 'The matter, or the request.' })
  matterId!: string

  @Field(() => String, { description: 'Its name.' })
  name!: string

  @Field(() => Int, { description: 'How many bytes it has.' })
  size!: number
}

@InputType({ description: 'A file that is to be added to the last words of whoever brought a matter.' })
export class TrackedFileTicketInput {
  @Field(() => String, { description: 'The reference, as typed.' })
  reference!: string

  @Field(() => String, {
    description: "The secret, as typed; `mine` for one's own after proving who one is.",
  })
  secret!: string

  @Field(() => String, { description: 'Its name.' })
  name!: string

  @Field(() => Int, { description: 'How many bytes it has.' })
  size!: number
}

@InputType({ description: 'A file of a matter that somebody holds.' })
export class TrackedFileLinkInput {
  @Field(() => String, { description: 'The reference, as typed.' })
  reference!: string

  @Field(() => String, {
    description: "The secret, as typed; `mine` for one's own after proving who one is.",
  })
  secret!: string

  @Field(() => ID, { description: 'The file.' })
  fileId!: string
}

@ObjectType({ description: 'Leave to bring the bytes of a file.', simpleResolvers: true })
export class FileTicketPayload {
  @Field(() => String, {
    nullable: true,
    description:
      'Send it as the header `Upload-Ticket` with every request of the upload (tus 1.0.0, at /files). Good for 24 hours and one file.',
  })
  ticket?: string | null

  @Field(() => ID, { nullable: true, description: 'The file that it will be.' })
  fileId?: string | null

  @Field(() => [Problem], { description: 'What to put right, where no leave is given.' })
  problems!: Problem[]
}

@ObjectType({ description: 'Where a file can be opened.', simpleResolvers: true })
export class FileLinkPayload {
  @Field(() => String, { nullable: true, description: 'The path, good for one minute.' })
  path?: string | null

  @Field(() => [Problem], { description: 'What to put right.' })
  problems!: Problem[]
}

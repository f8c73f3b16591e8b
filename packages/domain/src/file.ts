import { cleanText, cutText } from './text.ts'

/** What may come with words, by the bytes that it begins with; nothing that can carry a programme. */
export const fileTypes = {
  JPEG: { media: 'image/jpeg', extensions: ['jpg', 'jpeg'], image: true },
  PNG: { media: 'image/png', extensions: ['png'], image: true },
  WEBP: { media: 'image/webp', extensions: ['webp'], image: true },
  PDF: { media: 'application/pdf', extensions: ['pdf'], image: false },
} as const satisfies Record<string, { media: string; extensions: readonly string[]; image: boolean }>
/** One kind of file. */
export type FileType = keyof typeof fileTypes
/** The kinds of files that are taken. */
export const fileTypeNames = ['JPEG', 'PNG', 'WEBP', 'PDF'] as const satisfies readonly FileType[]

/** How much is taken: of one file, with one message. */
export const fileRules = { mostBytes: 10 * 1024 * 1024, mostPerMessage: 5 } as const

/** How far a file has come: its bytes arrive, it is looked through, it may be opened, or it was not taken. */
export const fileStates = ['RECEIVING', 'CHECKING', 'RELEASED', 'REFUSED'] as const
/** How far a file has come. */
export type FileState = (typeof fileStates)[number]

/** Why a file was not taken once its bytes were seen; each has its sentence among the problems. */
export const fileRefusals = ['FILE_TYPE_NOT_TAKEN', 'FILE_BROKEN', 'FILE_UNSAFE'] as const
/** Why a file was not taken. */
export type FileRefusal = (typeof fileRefusals)[number]

const mostSigns = 80
// Separators, what some systems keep for themselves, and the marks that turn the direction of what is read.
const unwanted = /["*:<>?|\u200e\u200f\u061c]/gu
// Joiners belong between two letters of a script that joins; anywhere else nobody sees them.
const strayJoiner = /(?<![\p{L}\p{M}])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{M}])/gu

/** The name of a file as it is kept and shown: one line, never a path, nothing that cannot be seen. */
export function cleanFileName(name: string): string {
  const last =
    cleanText(name.slice(0, 1000))
      .split(/[/\\\n]/u)
      .findLast((part) => part.trim() !== '') ?? ''
  const plain = last
    .replace(unwanted, '')
    .replace(strayJoiner, '')
    .replace(/^[.\s]+|[.\s]+$/gu, '')
  const { stem, extension } = parted(plain)
  const short = cutText(stem, mostSigns).trim()
  return short === '' ? 'file' : `${short}${extension && `.${extension.slice(0, 10)}`}`
}

/** The same with the ending of what the file truly is, so that no computer takes it for something else. */
export function nameOfType(name: string, type: FileType): string {
  const clean = cleanFileName(name)
  const { extensions } = fileTypes[type]
  const { extension } = parted(clean)
  return extensions.some((known) => known === extension.toLowerCase()) ? clean : `${clean}.${extensions[0]}`
}

function parted(name: string): { stem: string; extension: string } {
  const dot = name.lastIndexOf('.')
  return dot > 0
    ? { stem: name.slice(0, dot), extension: name.slice(dot + 1) }
    : { stem: name, extension: '' }
}

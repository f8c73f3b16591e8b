import { fileTypeNames, fileTypes } from '@sila/domain/file'
import type { FileRefusal, FileType } from '@sila/domain/file'
import { fileTypeFromBuffer } from 'file-type'
import type { Scanner } from './clamd.ts'
import { redraw } from './image.ts'

/** What came of looking through a file: what is kept of it, or why it is not. */
export type Verdict = { type: FileType; whole: Buffer; thumb?: Buffer | undefined } | { refusal: FileRefusal }

/**
 * Looks through the bytes of a file. What it claims to be counts for nothing: its first bytes say what it is, a short
 * list says whether it is taken, and nothing is ever unpacked.
 * @throws ScannerAway
 */
export async function examine(bytes: Buffer, scanner: Scanner | undefined): Promise<Verdict> {
  const type = await typeOf(bytes)
  if (!type) return { refusal: 'FILE_TYPE_NOT_TAKEN' }
  if (scanner && !(await scanner.isClean(bytes))) return { refusal: 'FILE_UNSAFE' }
  if (type === 'PDF') return isWholePdf(bytes) ? { type, whole: bytes } : { refusal: 'FILE_BROKEN' }
  const drawn = await redraw(bytes, type)
  return drawn ? { type, ...drawn } : { refusal: 'FILE_BROKEN' }
}

async function typeOf(bytes: Buffer): Promise<FileType | undefined> {
  // The library throws where a file ends before what its first bytes promise.
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  return fileTypeNames.find((name) => fileTypes[name].media === found?.mime)
}

// From its first byte to its end, with nothing before it: what stands there could be read as something else.
function isWholePdf(bytes: Buffer): boolean {
  return bytes.subarray(0, 5).toString('latin1') === '%PDF-' && bytes.subarray(-1024).includes('%%EOF')
}

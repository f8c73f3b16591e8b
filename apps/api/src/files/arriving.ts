import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Files } from './files.ts'

/** The bytes of a file as they came; nothing where there are none, or fewer or more than were told. */
export async function wholeOf({ arriving }: Files, id: string, size: number): Promise<Buffer | undefined> {
  const upload = await arriving.getUpload(id).catch(() => undefined)
  if (upload?.offset !== size) return undefined
  return readFile(join(arriving.directory, id))
}

/** How many bytes have come; nothing where none are awaited. */
export async function arrivedOf({ arriving }: Files, id: string): Promise<number | undefined> {
  const upload = await arriving.getUpload(id).catch(() => undefined)
  return upload?.offset
}

/** Takes away the bytes that came. */
export async function takeAway({ arriving }: Files, id: string): Promise<void> {
  await arriving.remove(id).catch(() => undefined)
}

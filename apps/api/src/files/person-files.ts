import type { EntityManager } from '@mikro-orm/postgresql'
import type { Pool } from 'pg'
import { personalData } from '../privacy/personal-data.ts'
import type { Seals } from '../keys/seal.ts'
import { takeAway } from './arriving.ts'
import { openFileKey, openPart } from './file-key.ts'
import type { WrappedKey } from './file-key.ts'
import type { Files } from './files.ts'

const { rows: ofPerson, shared } = personalData.file

/** The ids of all files of a person, whatever became of them. */
export async function filesOf(em: EntityManager, beneficiaryId: string): Promise<string[]> {
  const text = `select id from file where ${ofPerson}`.replaceAll('$1', '?')
  const marks = Array(text.split('?').length - 1).fill(beneficiaryId)
  return (await em.execute<{ id: string }[]>(text, marks)).map(({ id }) => id)
}

/** Takes away what lies of a file in any folder. */
export async function removeBytes(files: Files, id: string): Promise<void> {
  await files.kept.remove(id)
  await takeAway(files, id)
}

/** How many bytes a copy carries inside itself; what is more is named, and opened where it lies. */
const mostInside = 25 * 1024 * 1024

type Line = WrappedKey & { id: string; size: number }

/** The contents of a person's files for their copy, by id, as base64. */
export async function contentsFor(
  pool: Pool,
  seals: Seals,
  files: Files,
  beneficiaryId: string,
): Promise<Map<string, string>> {
  const { rows } = await pool.query<Line>(
    `select id, size, key_of as "keyOf", wrapped, master from file
      where ${ofPerson} and ${shared} and state = 'RELEASED' order by id`,
    [beneficiaryId],
  )
  const contents = new Map<string, string>()
  let left = mostInside
  for (const line of rows) {
    const bytes = left > 0 ? await open(pool, seals, files, line) : undefined
    if (!bytes || bytes.length > left) continue
    left -= bytes.length
    contents.set(line.id, bytes.toString('base64'))
  }
  return contents
}

// A file that cannot be opened any more is named in the copy, and keeps nobody from the rest of it.
async function open(pool: Pool, seals: Seals, files: Files, line: Line): Promise<Buffer | undefined> {
  try {
    const key = await openFileKey(pool, seals, line.id, line)
    const sealed = key && (await files.kept.get(line.id, 'whole'))
    return sealed && openPart(key, line.id, 'whole', sealed)
  } catch {
    return undefined
  }
}

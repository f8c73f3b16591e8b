import type { Pool } from 'pg'
import { read } from '../database/database.ts'
import { loader } from '../loader.ts'
import type { WrappedKey } from './file-key.ts'
import type { EntryFile } from './file.types.ts'

/** A file as it is stored. */
export type FileRow = EntryFile & Partial<WrappedKey> & { entryId: string }

const shown = `f.id, f.entry_id as "entryId", f.name, f.size, f.type, f.state, f.refusal, f.at`

/** What came with these words, in the order in which it was sent; what is still on its way is not there yet. */
export const filesOf = loader(
  async ({ house }, entryIds: readonly string[]): Promise<EntryFile[][]> => {
    const rows = await read<FileRow>(house.database.pool, {
      name: 'files-of-entries',
      text: `select ${shown} from file f where f.entry_id = any($1::uuid[]) and f.state <> 'RECEIVING' order by f.id`,
      values: [entryIds],
    })
    const found = Map.groupBy(rows, (row) => row.entryId)
    return entryIds.map((id) => found.get(id) ?? [])
  },
  { cache: false },
)

/** One file with what opens it; nothing where there is none, or none that whoever asks may see. */
export async function readFile(pool: Pool, id: string): Promise<FileRow | undefined> {
  const [row] = await read<FileRow>(pool, {
    name: 'file',
    text: `select ${shown}, f.key_of as "keyOf", f.wrapped, f.master from file f where f.id = $1`,
    values: [id],
  })
  return row
}

import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isId } from '../graphql/connection.ts'

/** Where sealed bytes lie, by the id of their file. A folder here; whatever keeps bytes under a name can take its place. */
export type Storage = {
  put(id: string, part: Part, bytes: Buffer): Promise<void>
  /** The bytes; nothing where there are none. */
  get(id: string, part: Part): Promise<Buffer | undefined>
  /** Takes every part of a file away, those that are not there too. */
  remove(id: string): Promise<void>
  /** The ids of all files that lie there. */
  list(): Promise<string[]>
}

/** The file itself, or the small picture of it. */
export type Part = 'whole' | 'thumb'
const parts: readonly Part[] = ['whole', 'thumb']

/** Keeps bytes in a folder, readable for this process's user alone. */
export function folderStorage(folder: string): Storage {
  const pathOf = (id: string, part: Part) => {
    // Only ids are names here, so that no name leads out of the folder.
    if (!isId(id)) throw new Error('folderStorage: a file is named by an id')
    return join(folder, `${id}.${part}`)
  }
  return {
    async put(id, part, bytes) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      // Never half a file under its name, whatever happens meanwhile.
      const path = pathOf(id, part)
      await writeFile(`${path}.new`, bytes, { mode: 0o600, flush: true })
      await rename(`${path}.new`, path)
    },
    get: (id, part) => readFile(pathOf(id, part)).catch(missing),
    async remove(id) {
      for (const part of parts) await rm(pathOf(id, part), { force: true })
    },
    async list() {
      const names = (await readdir(folder).catch(missing)) ?? []
      return [...new Set(names.map((name) => name.split('.')[0] ?? ''))].filter(isId)
    },
  }
}

function missing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}

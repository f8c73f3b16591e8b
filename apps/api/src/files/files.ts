import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { FileStore } from '@tus/file-store'
import type { Config } from '../config.ts'
import { clamd } from './clamd.ts'
import type { Scanner } from './clamd.ts'
import { folderStorage } from './storage.ts'
import type { Storage } from './storage.ts'

/** Where the bytes of files lie: as they arrive, and as they are kept. */
export type Files = {
  /** Bytes as they came, until they were looked through; nothing of it belongs into a backup. */
  arriving: FileStore
  /** Sealed bytes. */
  kept: Storage
  scanner: Scanner | undefined
}

/** Opens the folders. */
export async function openFiles({ files }: Pick<Config, 'files'>): Promise<Files> {
  const arriving = join(files.folder, 'arriving')
  await mkdir(arriving, { recursive: true, mode: 0o700 })
  return {
    arriving: new FileStore({ directory: arriving }),
    kept: folderStorage(join(files.folder, 'kept')),
    scanner: files.clamd ? clamd(files.clamd) : undefined,
  }
}

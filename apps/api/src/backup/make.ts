import { createWriteStream, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import type { Seals } from '../keys/seal.ts'
import { sealStream } from './box.ts'
import { dumpLines } from './dump.ts'

/** Makes a backup: one snapshot, compressed, sealed under the master key. Answers with the file. */
export async function makeBackup(
  databaseUrl: string,
  seals: Seals,
  folder: string,
  now: Date,
): Promise<{ file: string; bytes: number }> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, nameOf(now))
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'sila backup' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await pipeline(
      Readable.from(dumpLines(client)),
      createGzip(),
      (plain: AsyncIterable<Buffer>) => sealStream(seals.master, now, plain),
      createWriteStream(`${file}${unfinished}`, { mode: 0o600, flush: true }),
    )
  } catch (error) {
    rmSync(`${file}${unfinished}`, { force: true })
    throw error
  } finally {
    await client.end()
  }
  // Under its name only once it is whole.
  renameSync(`${file}${unfinished}`, file)
  return { file, bytes: statSync(file).size }
}

const pattern = /^sila-(\d{4}-\d\d-\d\dT)(\d\d)(\d\d)(\d\d)Z\.backup$/
const unfinished = '.unfinished'

function nameOf(now: Date): string {
  return `sila-${now.toISOString().slice(0, 19).replaceAll(':', '')}Z.backup`
}

/** The backups of a folder, oldest first, and when each was made. */
export function listBackups(folder: string): Made[] {
  return listMade(folder, (name) => name)
}

type Made = { file: string; madeAt: Date }

function listMade(folder: string, wholeName: (name: string) => string): Made[] {
  let names: string[] = []
  try {
    names = readdirSync(folder)
  } catch {
    // No backup was ever made here.
  }
  return names.toSorted().flatMap((name) => {
    const [, date, hours, minutes, seconds] = pattern.exec(wholeName(name)) ?? []
    return date
      ? [{ file: join(folder, name), madeAt: new Date(`${date}${hours}:${minutes}:${seconds}Z`) }]
      : []
  })
}

/** Deletes backups whose term is over, those too whose making was killed. Answers with how many. */
export function endBackups(folder: string, before: Date): number {
  const all = listMade(folder, (name) =>
    name.endsWith(unfinished) ? name.slice(0, -unfinished.length) : name,
  )
  const old = all.filter(({ madeAt }) => madeAt < before)
  for (const { file } of old) rmSync(file, { force: true })
  return old.length
}

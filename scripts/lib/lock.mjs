import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const held = new Set()

/** Runs `work` while no other start or test of this checkout does the same; `waiting` is called once if it must wait. */
export async function withLock(path, waiting, work) {
  mkdirSync(dirname(path), { recursive: true })
  for (let first = true; !take(path); first = false) {
    if (isLeftBehind(path)) {
      rmSync(path, { force: true })
      continue
    }
    if (first) waiting()
    await pause(200)
  }
  held.add(path)
  const release = () => {
    held.delete(path)
    rmSync(path, { force: true })
  }
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.off('exit', release)
    release()
  }
}

function take(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    return false
  }
}

/** A process that was killed leaves its lock behind; in a new container its number may be our own. */
function isLeftBehind(path) {
  try {
    const holder = Number(readFileSync(path, 'utf8'))
    if (holder === process.pid) return !held.has(path)
    if (!holder) return Date.now() - statSync(path).mtimeMs > 5000
    process.kill(holder, 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}

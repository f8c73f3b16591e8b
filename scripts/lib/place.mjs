import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the checkout. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

/** Where everything that these scripts make lies: databases, stamps, locks. One folder to delete. */
export const dataDir = resolve(root, process.env.SILA_DATA || '.data')

/** The Node that came with the install. */
export const ownNode = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** The environment of every child: programs of the install first, no tool calls home. */
export function childEnv(more = {}) {
  const bin = join(root, 'node_modules', '.bin')
  const separator = process.platform === 'win32' ? ';' : ':'
  const path = process.env.PATH ?? ''
  return {
    ...process.env,
    PATH: path.startsWith(bin) ? path : `${bin}${separator}${path}`,
    TURBO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
    ...more,
  }
}

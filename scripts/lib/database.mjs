import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { dataDir } from './place.mjs'

/**
 * Works with a database server that is there for this run alone, and clears it away however the run ends. Its folder is
 * its own: a started product and another run may be in this checkout at the same time.
 */
export async function withDatabase(name, work) {
  // Loaded only now: it reads what the install brought.
  const { startEmbedded } = await import('../../apps/api/src/embedded/embedded.ts')
  const folder = join(dataDir, `${name}-${process.pid}`)
  const database = await startEmbedded({ dataDir: join(folder, 'postgres'), durable: false, quiet: true })
  const tidy = async () => {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => void tidy().then(() => process.exit(1)))
  try {
    return await work({ url: database.url, folder })
  } finally {
    await tidy()
  }
}

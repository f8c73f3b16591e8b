import type { ChildProcess } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { killEmbedded, startEmbedded } from '../../apps/api/src/embedded/embedded.ts'
import { freePort } from '../../apps/api/src/embedded/postmaster.ts'
import { ensureBuilt } from '../lib/build.mjs'
import { dataDir, root } from '../lib/place.mjs'
import { startApi, stopChild, untilReady } from '../lib/serve.mjs'

/** A house of its own to be hurt: the built API and a durable PostgreSQL, on free ports, in a folder of its own. */
export type House = {
  url: string
  database: string
  killApi(): Promise<void>
  killDatabase(): Promise<void>
  /** Stops everything in order and deletes the folder. */
  close(): Promise<void>
}

/** Starts a house; what is killed is started again at once, as a supervisor would. */
export async function startHouse(): Promise<House> {
  await ensureBuilt()
  const folder = join(dataDir, `drill-${process.pid}-${Date.now()}`)
  const options = { dataDir: folder, quiet: true }
  let database = await startEmbedded(options)
  const port = await freePort()
  const environment = {
    PORT: String(port),
    DATABASE_URL: database.url,
    DATABASE_APP_URL: database.appUrl,
    SILA_DEMO: '1',
    SILA_SECRET: 'only for a drill, deleted a moment later',
    SILA_OPEN_OPERATIONS: '1',
    // Thousands of submissions come from this one machine.
    SILA_GUEST_LIMITS: '0',
    SILA_CLIENTS: join(root, 'apps'),
    SILA_LOG: 'silent',
  }
  // A supervisor starts what ended again: an API that meets no database at its start may give up.
  const open = async (): Promise<ChildProcess> => {
    for (let attempt = 0; attempt < 60; attempt++) {
      const child = startApi(environment)
      if (await untilReady(child, port)) return child
      await pause(250)
    }
    throw new Error('The API ended again and again before it was ready; its words are above.')
  }
  let api = await open()

  return {
    url: `http://127.0.0.1:${port}`,
    database: database.url,
    async killApi() {
      const gone = new Promise((resolve) => api.once('exit', resolve))
      api.kill('SIGKILL')
      await gone
      api = await open()
    },
    async killDatabase() {
      await killEmbedded(database.dataDir)
      database = await startEmbedded(options)
    },
    async close() {
      await stopChild(api)
      await database.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

// npm start: everything that is missing is installed, built and started; one port serves all of it.
import { join } from 'node:path'
import { ensureBuilt } from './lib/build.mjs'
import { ensureInstalled, underOwnNode } from './lib/install.mjs'
import { dataDir, root } from './lib/place.mjs'
import { bold, dim, giveUp, say, since } from './lib/say.mjs'
import { ownSecret } from './lib/secret.mjs'
import { isFree, localUrl, startApi, stopChild, untilReady, wantedPort } from './lib/serve.mjs'

await ensureInstalled()
await underOwnNode()
await start().catch((error) => giveUp(error.message))

async function start() {
  const began = performance.now()
  const port = wantedPort()
  if (!(await isFree(port))) {
    throw new Error(
      `Port ${port} is in use. If Sila runs already, open http://localhost:${port}; else choose another port: PORT=${port + 1} npm start`,
    )
  }
  await ensureBuilt()

  const own = process.env.DATABASE_URL
  const database = own ? undefined : await startDatabase()
  const api = startApi({
    PORT: String(port),
    SILA_CLIENTS: join(root, 'apps'),
    SILA_FILES: process.env.SILA_FILES || join(dataDir, 'files'),
    ...(database ? embeddedSettings(database) : {}),
  })

  let stopping = false
  const stop = async (code) => {
    if (stopping) return
    stopping = true
    await stopChild(api)
    await database?.stop()
    say(dim(database ? 'Stopped: first the API, then PostgreSQL.' : 'Stopped.'))
    process.exit(code)
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => void stop(0))
  process.on('disconnect', () => void stop(1))
  api.once('exit', (code) => void stop(code || 1))

  if (await untilReady(api, port)) await announce(port, database, began)
}

async function startDatabase() {
  const { startEmbedded } = await import('../apps/api/src/embedded/embedded.ts')
  say('Starting PostgreSQL 18 …')
  return startEmbedded({ dataDir: join(dataDir, 'postgres'), quiet: true })
}

/** Demonstration people and their known passwords exist only here, on the database that we made ourselves. */
function embeddedSettings(database) {
  return {
    DATABASE_URL: database.url,
    DATABASE_APP_URL: database.appUrl,
    SILA_DEMO: '1',
    SILA_SECRET: ownSecret(database.dataDir),
    SILA_AUDIT_HEAD: join(database.dataDir, 'audit-head'),
    SILA_BACKUPS: join(dataDir, 'backups'),
  }
}

async function announce(port, database, began) {
  const home = `http://localhost:${port}`
  const line = (label, text) => say(`  ${label.padEnd(14)}${text}`)
  say()
  say(bold(`Sila is ready (${since(began)}).`))
  line('Portal', bold(home))
  line('Staff', bold(`${home}/staff`))
  line('GraphQL', `${home}/graphql`)
  if (database) {
    say()
    say('Demonstration sign-ins (they exist only in this embedded database)')
    // The server tells them itself, and only in demonstration: there is no second list.
    const { signIns } = await (await fetch(`${localUrl(port)}/api/demo`)).json()
    for (const { email, password, role } of signIns) line(role.toLowerCase(), `${email}   ${password}`)
  }
  say()
  line('Data', database ? join(database.dataDir, 'cluster') : 'your own PostgreSQL (DATABASE_URL)')
  if (database) line('', 'delete that folder to begin again')
  line('Stop', 'Ctrl-C')
}

// npm run dev: the API starts again at every change, both apps reload in the browser as you type.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled, underOwnNode } from './lib/install.mjs'
import { childEnv, dataDir, root } from './lib/place.mjs'
import { run } from './lib/run.mjs'
import { bold, giveUp, say } from './lib/say.mjs'
import { ownSecret } from './lib/secret.mjs'
import { isFree, stopChild } from './lib/serve.mjs'

const ports = { api: 4000, portal: 5173, staff: 5174 }

await ensureInstalled()
await underOwnNode()
await develop().catch((error) => giveUp(error.message))

async function develop() {
  for (const port of Object.values(ports)) {
    if (!(await isFree(port)))
      throw new Error(`Port ${port} is in use; the clients expect it. Stop what listens there.`)
  }
  await Promise.all(
    ['portal', 'staff-web'].map((name) =>
      run('npm', ['run', 'codegen', '-w', `apps/${name}`], { quiet: true }),
    ),
  )
  const { startEmbedded } = await import('../apps/api/src/embedded/embedded.ts')
  const database = process.env.DATABASE_URL
    ? undefined
    : await startEmbedded({ dataDir: join(dataDir, 'dev') })

  const children = [
    child('apps/api', process.execPath, ['--watch', '--import', '@oxc-node/core/register', 'src/main.ts'], {
      PORT: String(ports.api),
      SILA_OPEN_OPERATIONS: '1',
      SILA_FILES: join(dataDir, 'dev-files'),
      SILA_ORIGINS: `http://localhost:${ports.portal},http://localhost:${ports.staff}`,
      ...(database
        ? {
            DATABASE_URL: database.url,
            DATABASE_APP_URL: database.appUrl,
            SILA_DEMO: '1',
            SILA_SECRET: ownSecret(database.dataDir),
          }
        : {}),
    }),
    child('apps/portal', 'vite', ['--port', String(ports.portal), '--strictPort']),
    child('apps/staff-web', 'vite', ['--port', String(ports.staff), '--strictPort']),
  ]
  let stopping = false
  const stop = async (code) => {
    if (stopping) return
    stopping = true
    await Promise.all(children.map((each) => stopChild(each)))
    await database?.stop()
    process.exit(code)
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => void stop(0))
  process.on('disconnect', () => void stop(1))
  // Half of it is no use: what ends by itself has said why.
  for (const each of children) each.once('exit', (code) => void stop(code || 1))
  say(
    bold(
      `Portal http://localhost:${ports.portal}   Staff http://localhost:${ports.staff}/staff/   GraphQL http://localhost:${ports.api}/graphql`,
    ),
  )
}

/** In a group of its own: Ctrl-C reaches us, and we stop it in order. */
function child(folder, program, options, env = {}) {
  return spawn(program, options, {
    cwd: join(root, folder),
    env: childEnv(env),
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  })
}

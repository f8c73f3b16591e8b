import { spawn } from 'node:child_process'
import { childEnv, root } from './place.mjs'

/** Runs a program; its words go to the terminal, or come back with `quiet`. Never throws: look at `code`. */
export function run(command, options, { quiet = false, env = {}, cwd = root } = {}) {
  const child = spawn(command, options, {
    cwd,
    env: childEnv(env),
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    shell: process.platform === 'win32',
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += text))
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 127, output: error.message }))
    child.once('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

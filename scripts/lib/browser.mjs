import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { withLock } from './lock.mjs'
import { dataDir, root } from './place.mjs'
import { run } from './run.mjs'
import { giveUp, say, since, tick } from './say.mjs'

const distribution = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]
const packages = ['chromium', 'fonts-noto-core']

/** The Chromium that the browser journeys use; installed when this machine has none. */
export async function ensureBrowser() {
  return (
    findBrowser() ??
    withLock(join(dataDir, 'browser.lock'), () => say('Waiting for another install of Chromium …'), install)
  )
}

function findBrowser() {
  const named = process.env.SILA_CHROMIUM
  if (named && !existsSync(named))
    giveUp(`SILA_CHROMIUM names ${named}, which does not exist; for example SILA_CHROMIUM=/usr/bin/chromium`)
  return named || distribution.find((path) => existsSync(path)) || playwrightBrowser()
}

/** Playwright keeps each revision in a folder of its own; the newest serves. */
function playwrightBrowser() {
  const cache =
    process.env.PLAYWRIGHT_BROWSERS_PATH ||
    join(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache', 'ms-playwright')
  if (!existsSync(cache)) return undefined
  const revisions = readdirSync(cache)
    .filter((name) => name.startsWith('chromium-'))
    .toSorted()
    .toReversed()
  const programs = [
    'chrome-linux64/chrome',
    'chrome-linux/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-win64/chrome.exe',
  ]
  return revisions
    .flatMap((name) => programs.map((program) => join(cache, name, program)))
    .find((path) => existsSync(path))
}

async function install() {
  const found = findBrowser()
  if (found) return found
  say('Installing Chromium for the browser journeys …')
  const start = performance.now()
  const stop = tick(() => 'still installing')
  const tried = [await throughPlaywright(), findBrowser() ? '' : await throughApt()].filter(Boolean)
  stop()
  const browser = findBrowser()
  if (browser) say(`Installed Chromium in ${since(start)}.`)
  else
    giveUp(
      `No Chromium could be installed:\n${tried.join('\n')}\nInstall one by hand, or name one: SILA_CHROMIUM=/path/to/chromium npm test`,
    )
  return browser
}

/** Playwright's own download, where it is reachable: looked at first, because where it is not it only waits. */
async function throughPlaywright() {
  const reachable = await fetch('https://cdn.playwright.dev', {
    method: 'HEAD',
    signal: AbortSignal.timeout(4000),
  }).catch(() => undefined)
  if (!reachable) return '- Playwright: its download server cannot be reached from here'
  const tool = join(root, 'node_modules', 'playwright-core', 'cli.js')
  const installer = run(process.execPath, [tool, 'install', 'chromium'], { quiet: true })
  const { code, output } = await Promise.race([
    installer,
    new Promise((resolve) =>
      setTimeout(() => resolve({ code: 1, output: 'took longer than two minutes' }), 120_000).unref(),
    ),
  ])
  if (code !== 0) return `- Playwright: ${output.trim().split('\n').at(-1)}`
  const libraries = await run(playwrightBrowser() ?? 'false', ['--version'], { quiet: true })
  return libraries.code === 0 || process.platform !== 'linux' ? '' : throughApt()
}

/** The distribution's Chromium, with the fonts of all scripts, and with every library it needs. */
async function throughApt() {
  if (!existsSync('/usr/bin/apt-get'))
    return '- apt: this is no Debian; install Chromium with the tool of your system'
  const asRoot = process.getuid?.() === 0
  if (!asRoot && (await run('sudo', ['-n', 'true'], { quiet: true })).code !== 0) {
    return `- apt: needs root; type this once: sudo apt-get install -y ${packages.join(' ')}`
  }
  const apt = (...options) => {
    const words = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', ...options]
    return asRoot
      ? run(words[0], words.slice(1), { quiet: true })
      : run('sudo', ['-n', ...words], { quiet: true })
  }
  await apt('update')
  const { code, output } = await apt('install', '-y', '--no-install-recommends', ...packages)
  return code === 0 ? '' : `- apt: ${output.trim().split('\n').at(-1)}`
}

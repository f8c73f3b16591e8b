import { chromium } from 'playwright-core'

const without = [
  // The address bar of each window, hidden or not, draws two pages of its own: a second of work for each context.
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  // Chromium heeds this switch once: what Playwright does without and matters here is named again.
  'AimEnabled',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
]

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${without.join(',')}`,
]

/** Starts the browser of all journeys; they reach it by its address. */
export async function startChromium() {
  const executablePath = process.env['SILA_CHROMIUM'] || '/usr/bin/chromium'
  const server = await chromium.launchServer({
    executablePath,
    args: flags,
    host: '127.0.0.1',
    // Vitest takes everything down in order; left to itself, Playwright would end the process first.
    handleSIGHUP: false,
    handleSIGINT: false,
    handleSIGTERM: false,
  })
  return { address: server.wsEndpoint(), stop: () => server.close() }
}

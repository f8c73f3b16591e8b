const colour = process.stdout.isTTY && !process.env.NO_COLOR

const paint = (code, text) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text)
export const bold = (text) => paint(1, text)
export const dim = (text) => paint(2, text)
export const red = (text) => paint(31, text)
export const green = (text) => paint(32, text)

/** One line for the person at the terminal. */
export function say(text = '') {
  process.stdout.write(`${text}\n`)
}

/** How long since a moment, for people. */
export function since(moment) {
  const seconds = (performance.now() - moment) / 1000
  return seconds < 10 ? `${seconds.toFixed(1)} s` : `${Math.round(seconds)} s`
}

/** Says what went wrong and what to do, and ends: no stack trace for what a person can put right. */
export function giveUp(text) {
  process.stderr.write(`\n${red(text)}\n`)
  process.exit(1)
}

/** Says now and then that something long still goes on; returns how to end it. */
export function tick(describe) {
  const start = performance.now()
  const timer = setInterval(() => say(dim(`  … ${describe()} (${since(start)})`)), 5000)
  return () => clearInterval(timer)
}

import { parseArgs } from 'node:util'

/** What is measured, and for how long. */
export type Options = {
  interactions: number
  people: number
  connections: number[]
  rounds: number
  seconds: number
  only: string[]
  /** Another build of the API than the one that the sources give; empty for that one. */
  main: string
}

const help = `npm run bench -- --interactions 1000000 --people 200000 --connections 1,16,64 --rounds 3 --seconds 3 --only inbox,submit --main apps/api/dist/main.js`

/**
 * Reads the command line.
 * @throws Error that names the option and shows an example
 */
export function readOptions(): Options {
  const text = (initial: string) => ({ type: 'string', default: initial }) as const
  const { values } = parseArgs({
    options: {
      ...{ interactions: text('1000000'), people: text('200000'), connections: text('1,16,64') },
      ...{ rounds: text('3'), seconds: text('3'), only: text(''), main: text('') },
    },
  })
  return {
    interactions: whole('interactions', values.interactions, 20_000_000),
    people: whole('people', values.people, 5_000_000),
    connections: values.connections.split(',').map((each) => whole('connections', each, 256)),
    rounds: whole('rounds', values.rounds, 20),
    seconds: whole('seconds', values.seconds, 120),
    only: values.only.split(',').filter(Boolean),
    main: values.main,
  }
}

function whole(name: string, given: string, most: number): number {
  const number = Number(given)
  if (Number.isInteger(number) && number >= 1 && number <= most) return number
  throw new Error(`--${name} must be a whole number from 1 to ${most}; got "${given}". For example: ${help}`)
}

import fc from 'fast-check'
import type { Operation } from './operation.ts'
import type { Draw } from './values.ts'

type Spoil = (made: Operation, at: number) => Partial<Operation>

const otherKinds = [null, '', 0, -1, 1.5, 1e300, true, [], [[null]], {}, 'x', { length: 3 }, ['§1§']]

// Each turns an operation that might pass into one that no form of ours would send.
const spoils: Record<string, Spoil> = {
  cut: ({ query }, at) => ({ query: query.slice(0, at % query.length) }),
  doubled: ({ query }) => ({ query: `${query}\n${query}` }),
  wordless: ({ query }, at) => ({ query: query.replace(/\w+(?= \{)/u, `unknown${at}`) }),
  unknownField: ({ query }) => ({ query: query.replace('{', '{ nothingOfThisName') }),
  noise: ({ query }, at) => ({
    query: `${query.slice(0, at % query.length)}\u0000\ud800\u202e${query.slice(at % query.length)}`,
  }),
  named: () => ({ operationName: 'Another' }),
  missing: () => ({ variables: {} }),
  more: ({ variables }) => ({
    variables: { ...variables, role: 'ADMINISTRATOR', __proto__: { actor: 'SYSTEM' } },
  }),
  other: ({ variables }, at) => ({
    variables: Object.fromEntries(
      Object.entries(variables).map(([name, value], index) => [
        name,
        (index + at) % 2 === 0 ? otherKinds[(index + at) % otherKinds.length] : value,
      ]),
    ),
  }),
  inner: ({ variables }, at) => ({
    variables: JSON.parse(
      JSON.stringify(variables, (name, value: unknown) =>
        // What was put in is walked as well: its own name is left alone, or it would be put into itself without end.
        name !== 'length' && name.length > 2 && name.length % 4 === at % 4
          ? otherKinds[at % otherKinds.length]
          : value,
      ),
    ),
  }),
  list: ({ variables }) => ({
    variables: Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, [value]])),
  }),
  deep: ({ query }) => ({ query: `${query} ${'{ me '.repeat(400)}` }),
  directives: ({ query }) => ({ query: query.replace('{', `${'@include(if: true) '.repeat(300)}{`) }),
}

const choice = fc.constantFrom(...Object.keys(spoils))
const place = fc.nat(5000)

/** What is changed of an operation so that it is not quite right. */
export function spoilt(made: Operation, draw: Draw): Partial<Operation> {
  return (
    spoils[draw(() => choice)]?.(
      made,
      draw(() => place),
    ) ?? {}
  )
}

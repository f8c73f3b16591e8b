/** What an answer cost, what one may cost, and what is left for the hour. */
export type Cost = { cost: number; limit: number; left?: number }

/** Reads the cost of an answer, or of a refusal by cost. */
export function costIn(answer: unknown): Cost | undefined {
  const refused = at(answer, 'errors', '0', 'extensions', 'cost')
  const told = at(answer, 'extensions', 'cost') ?? refused
  const [cost, limit, left] = [at(told, 'cost'), at(told, 'limit'), at(told, 'budget', 'hour', 'left')]
  if (typeof cost !== 'number' || typeof limit !== 'number') return undefined
  return typeof left === 'number' ? { cost, limit, left } : { cost, limit }
}

function at(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>(
    (inside, name) => (inside !== null && typeof inside === 'object' ? Reflect.get(inside, name) : undefined),
    value,
  )
}

/**
 * Reads `--name number` pairs from the command line.
 * @throws with the rule and an example for anything else
 */
export function readNumbers<Name extends string>(
  defaults: Record<Name, number>,
  given: string[],
): Record<Name, number> {
  const numbers = { ...defaults }
  for (let index = 0; index < given.length; index += 2) {
    const name = Object.keys(defaults).find((each) => `--${each}` === given[index])
    const value = Number(given[index + 1])
    if (!name || !Number.isInteger(value) || value < 0) {
      const example = Object.entries(defaults).map(([each, number]) => `--${each} ${String(number)}`)
      throw new Error(
        `"${given[index] ?? ''} ${given[index + 1] ?? ''}" is not understood. Whole numbers, for example: ${example.join(' ')}`,
      )
    }
    Object.assign(numbers, { [name]: value })
  }
  return numbers
}

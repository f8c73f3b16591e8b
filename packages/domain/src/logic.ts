/** A condition as data; nothing of it is ever run as code. */
export type Logic =
  | { '==': readonly [Value, Value] }
  | { '!=': readonly [Value, Value] }
  | { '>': readonly [Value, Value] }
  | { '<': readonly [Value, Value] }
  | { in: readonly [Value, readonly (string | number)[] | Variable] }
  | { and: readonly Logic[] }
  | { or: readonly Logic[] }
  | { not: Logic }
  | { answered: Variable }
type Variable = { var: `/${string}` }
type Value = string | number | boolean | Variable

/** Whether the condition holds for these answers. */
export function holds(logic: Logic, answers: Readonly<Record<string, unknown>>): boolean {
  const read = (value: unknown) => (isVariable(value) ? answers[value.var.slice(1)] : value)
  if ('and' in logic) return logic.and.every((part) => holds(part, answers))
  if ('or' in logic) return logic.or.some((part) => holds(part, answers))
  if ('not' in logic) return !holds(logic.not, answers)
  if ('answered' in logic) return !isEmpty(read(logic.answered))
  if ('==' in logic) return read(logic['=='][0]) === read(logic['=='][1])
  if ('!=' in logic) return read(logic['!='][0]) !== read(logic['!='][1])
  if ('>' in logic) return compare(logic['>'].map(read)) > 0
  if ('<' in logic) return compare(logic['<'].map(read)) < 0
  const list = read(logic.in[1])
  return Array.isArray(list) && list.includes(read(logic.in[0]))
}

/** Whether nothing was answered. */
export function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === ''
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0)
}

// Dates are ISO text, so text compares by its order; what cannot be compared is neither more nor less.
function compare([a, b]: readonly unknown[]): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : Number(a > b)
  return Number.NaN
}

function isVariable(value: unknown): value is Variable {
  return typeof value === 'object' && value !== null && 'var' in value
}

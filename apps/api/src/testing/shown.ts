import { isDeepStrictEqual } from 'node:util'
import { maskOf } from '../policies/masks.ts'
import type { Mask } from '../policies/masks.ts'
import type { Way } from '../policies/walk.ts'
import type { Answer, Speaker } from './api.ts'

/** Whoever looks; where that is with masked eyes, also somebody who sees the same unmasked. */
export type Looker = { who: Speaker; unmasked?: Speaker }
/** How a field is shown: as it is, or with a blank or a sign for its value. */
export type Sight = 'CLEAR' | 'MASKED'

/** Asks along all ways, and says which fields were shown, and how. */
export async function shownTo(
  looker: Looker,
  ways: readonly Way[],
  onlyRows: boolean,
): Promise<Map<string, Sight>> {
  const shown = new Map<string, Sight>()
  const rest = [...ways]
  const lane = async () => {
    for (let way = rest.pop(); way; way = rest.pop()) {
      const answer = await looker.who.ask(way.operation)
      if (isShown(way, answer, onlyRows)) shown.set(way.field, await sightOf(looker, way, answer, onlyRows))
    }
  }
  await Promise.all(Array.from({ length: 8 }, lane))
  return shown
}

// Nothing was refused, and what holds the field is there; an empty list holds none where only rows count. An act is shown
// to whoever may begin it.
function isShown(way: Way, { data, errors }: Answer, onlyRows: boolean): boolean {
  if (way.isAct) return errors?.[0]?.extensions?.['code'] === 'BAD_USER_INPUT'
  if (errors) return false
  if (onlyRows) return valuesAt(data, [...way.parent, way.name]).some((value) => !isEmpty(value))
  let holder: unknown = data
  for (const step of way.parent) {
    if (typeof holder !== 'object' || holder === null) return false
    holder = Reflect.get(holder, step)
    if (Array.isArray(holder)) return true
  }
  return holder !== null && holder !== undefined
}

// No row, no page with a row on it.
function isEmpty(value: any): boolean {
  if (value === null || value === undefined) return true
  return Array.isArray(value) ? value.length === 0 : Array.isArray(value.nodes) && value.nodes.length === 0
}

// Only what really came as a blank, or as a sign that nobody else gets, is masked; whatever a mask let through is clear.
// Rows alone cannot keep a masked matter from being found from its masked person: that it is there is no value.
async function sightOf({ unmasked }: Looker, way: Way, { data }: Answer, onlyRows: boolean): Promise<Sight> {
  const masks = way.along.map((field) => maskOf(...halves(field)))
  if (!unmasked || way.isAct || masks.every((mask) => mask === 'CLEAR')) return 'CLEAR'
  const values = valuesAt(data, [...way.parent, way.name])
  if (values.every((value) => isBlank(value, onlyRows))) return 'MASKED'
  if (!signs.has(masks.at(-1))) return 'CLEAR'
  const real = valuesAt((await unmasked.ask(way.operation)).data, [...way.parent, way.name])
  const isSign = (value: unknown) => real.length > 0 && !real.some((one) => isDeepStrictEqual(one, value))
  return values.every(isSign) ? 'MASKED' : 'CLEAR'
}

const signs: ReadonlySet<Mask | undefined> = new Set<Mask>(['PSEUDONYM', 'MONTH', 'SEALED'])

function halves(field: string): [string, string] {
  const [type = '', name = ''] = field.split('.')
  return [type, name]
}

/** All values at a path, through lists. */
function valuesAt(holder: unknown, [step, ...path]: readonly string[]): unknown[] {
  if (Array.isArray(holder))
    return holder.flatMap((one) => valuesAt(one, step === undefined ? [] : [step, ...path]))
  if (step === undefined || typeof holder !== 'object' || holder === null) return [holder]
  return valuesAt(Reflect.get(holder, step), path)
}

// The blanks of either wall, in words of their own: this judges them.
const blanks = [null, undefined, '', '•••', false, 0, '00000000-0000-0000-0000-000000000000']

function isBlank(value: any, onlyRows: boolean): boolean {
  if (blanks.includes(value)) return true
  if (Array.isArray(value)) return value.every((one) => isBlank(one, onlyRows))
  if (typeof value !== 'object') return false
  const { __typename: type, ...rest } = value
  if (Array.isArray(value.nodes)) return isBlank(value.nodes, onlyRows)
  return Object.keys(rest).length === 0 && (onlyRows || type === undefined)
}

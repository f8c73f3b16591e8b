import { GraphQLError, Kind, parse } from 'graphql'
import type {
  DirectiveNode,
  DocumentNode,
  FragmentDefinitionNode,
  SelectionSetNode,
  ValueNode,
} from 'graphql'
import { maxTokens } from '../limits/limits.ts'

/**
 * How large an operation may be that our builds did not register. The explorer's own question about the schema, the
 * largest that an honest tool sends, stays below half of each.
 */
const most = {
  depth: 24,
  fields: 1000,
  besideEachOther: 200,
  aliases: 100,
  directives: 40,
  fragments: 40,
  operations: 10,
  values: 500,
} as const

/**
 * Refuses a bomb before it is validated: some rules of validation compare each field with each other, and what they
 * open of fragments grows with every level. What is no GraphQL is left to whoever words that refusal.
 * @throws TOO_COMPLEX
 */
export function screenText(text: string): void {
  const document = parsed(text)
  if (document) screen(document)
}

function parsed(text: string): DocumentNode | undefined {
  try {
    return parse(text, { maxTokens, noLocation: true })
  } catch {
    return undefined
  }
}

type Size = { depth: number; fields: number }

/**
 * The same for what is parsed already.
 * @throws TOO_COMPLEX
 */
export function screen({ definitions }: DocumentNode): void {
  const fragments = new Map<string, FragmentDefinitionNode>()
  const sizes = new Map<string, Size | 'OPEN'>()
  const counted = { aliases: 0, directives: 0, operations: 0, values: 0 }

  function count(what: keyof typeof counted, more = 1) {
    counted[what] += more
    if (counted[what] > most[what]) throw tooComplex(what, most[what])
  }

  function value(node: ValueNode) {
    count('values')
    if (node.kind === Kind.LIST) node.values.forEach(value)
    if (node.kind === Kind.OBJECT) node.fields.forEach((field) => value(field.value))
    if (node.kind === Kind.STRING) screenWords(node.value)
  }

  function directives(nodes: readonly DirectiveNode[] = []) {
    count('directives', nodes.length)
    for (const node of nodes) for (const each of node.arguments ?? []) value(each.value)
  }

  function sizeOf({ selections }: SelectionSetNode): Size {
    if (selections.length > most.besideEachOther) throw tooComplex('fields', most.besideEachOther)
    const whole = { depth: 0, fields: 0 }
    for (const node of selections) {
      directives(node.directives)
      const part =
        node.kind === Kind.FRAGMENT_SPREAD
          ? fragment(node.name.value)
          : node.selectionSet
            ? sizeOf(node.selectionSet)
            : { depth: 0, fields: 0 }
      if (node.kind === Kind.FIELD && node.alias) count('aliases')
      if (node.kind === Kind.FIELD) for (const each of node.arguments ?? []) value(each.value)
      whole.depth = Math.max(whole.depth, part.depth + 1)
      whole.fields += part.fields + (node.kind === Kind.FIELD ? 1 : 0)
      if (whole.depth > most.depth) throw tooComplex('depth', most.depth)
      if (whole.fields > most.fields) throw tooComplex('fields', most.fields)
    }
    return whole
  }

  function fragment(name: string): Size {
    const known = sizes.get(name)
    if (known === 'OPEN') throw tooComplex('recursion', 0)
    if (known) return known
    sizes.set(name, 'OPEN')
    const node = fragments.get(name)
    const size = node ? sizeOf(node.selectionSet) : { depth: 0, fields: 0 }
    sizes.set(name, size)
    return size
  }

  for (const node of definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node)
  if (definitions.length > most.fragments + most.operations) throw tooComplex('fragments', most.fragments)
  for (const node of definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) {
      directives(node.directives)
      fragment(node.name.value)
    } else if (node.kind === Kind.OPERATION_DEFINITION) {
      count('operations')
      directives(node.directives)
      for (const each of node.variableDefinitions ?? []) {
        count('values')
        directives(each.directives)
        if (each.defaultValue) value(each.defaultValue)
      }
      sizeOf(node.selectionSet)
    }
  }
}

const deepest = 24
const mostValues = 5000

/**
 * Holds variables to what our forms can send: so deep, so many. What no text of the database holds is put right in them:
 * half of a sign that was cut in two is made a whole one, and U+0000, which what was copied from elsewhere may carry, is
 * taken out. Tells whether there was such a text.
 * @throws TOO_COMPLEX, or BAD_USER_INPUT for a text that nobody writes
 */
export function screenVariables(variables: unknown): boolean {
  let values = 0
  let mended = false
  const open: { value: unknown; depth: number }[] = [{ value: variables, depth: 0 }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, depth } = next
    if (value === null || typeof value !== 'object') continue
    if (depth > deepest) throw tooComplex('depth', deepest)
    // Not by its entries: those of a million would be listed before they are counted.
    for (const key in value) {
      if ((values += 1) > mostValues) throw tooComplex('values', mostValues)
      screenWords(key)
      const item: unknown = Reflect.get(value, key)
      if (typeof item !== 'string') {
        open.push({ value: item, depth: depth + 1 })
        continue
      }
      const whole = item.replaceAll('\0', '').toWellFormed()
      screenWords(whole)
      if (whole === item) continue
      Reflect.set(value, key, whole)
      mended = true
    }
  }
  return mended
}

function tooComplex(what: string, bound: number): GraphQLError {
  return new GraphQLError(
    `The operation is refused by its ${what}: at most ${bound}. Ask for less at a time.`,
    {
      extensions: { code: 'TOO_COMPLEX', http: { status: 400 } },
    },
  )
}

// No language stacks more than a few marks on a letter; bringing thousands into their order takes time that grows with
// their square (https://www.unicode.org/reports/tr15/#Stream_Safe_Text_Format).
const heap = /\p{M}{31}/u

// PostgreSQL has no room for a zero byte, and no honest text has one.
function screenWords(text: string) {
  if (text.includes('\0')) throw refusedText('A text may hold no zero byte.')
  if (heap.test(text)) throw refusedText('A text may hold at most thirty marks on one letter.')
}

function refusedText(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } })
}

import { defaultFieldResolver, getNamedType, isInputObjectType, isObjectType } from 'graphql'
import type { GraphQLField, GraphQLFieldResolver, GraphQLInputType, GraphQLSchema } from 'graphql'
import type { Context } from '../context.ts'
import { badArgument, forbidden } from '../errors.ts'
import { blankOf, maskOf, maySend } from './masks.ts'

type Field = GraphQLField<unknown, Context>
type Resolve = GraphQLFieldResolver<unknown, Context>

/**
 * The same contract, answered for masked eyes: each field that is no fact answers with a blank before anything is looked
 * up for it. It stands beside the schema that everybody else is answered by, so that masks cost only those who wear them.
 */
export function maskSchema(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type) && !type.name.startsWith('__'))
      for (const field of Object.values(type.getFields())) field.resolve = resolverOf(type.name, field)
  return schema
}

function resolverOf(type: string, field: Field): Resolve {
  const own = field.resolve ?? defaultFieldResolver
  const checked: Resolve = (root, args, ctx, info) => {
    // What is sent along with an act is one's own; what may be asked for is held to facts.
    if (type !== 'Mutation') checkSent(args, field.args)
    return own(root, 'after' in args ? { ...args, after: opened(ctx, args.after) } : args, ctx, info)
  }
  switch (maskOf(type, field.name)) {
    case 'CLEAR':
      return field.args.length > 0 ? checked : own
    case 'BLANK': {
      const blank = blankOf(field.type)
      return () => blank
    }
    case 'PSEUDONYM':
      return async (root, args, ctx, info) =>
        ctx.house.keys.pseudonym(String(await own(root, args, ctx, info)))
    case 'MONTH':
      return async (root, args, ctx, info) => monthOf(await own(root, args, ctx, info))
    case 'SEALED':
      return async (root, args, ctx, info) => sealed(ctx, await own(root, args, ctx, info))
    case 'REFUSED':
      return () => {
        throw forbidden()
      }
  }
}

type Sent = { name: string; type: GraphQLInputType }

/** @throws FORBIDDEN where somebody is looked for by what is masked: refused, and not left out in silence */
function checkSent(values: Readonly<Record<string, unknown>>, known: readonly Sent[]) {
  for (const { name, type } of known) {
    const value = values[name]
    if (value === undefined || value === null) continue
    if (!maySend(name)) throw forbidden()
    const input = getNamedType(type)
    if (!isInputObjectType(input)) continue
    for (const one of Array.isArray(value) ? value : [value]) checkSent(one, Object.values(input.getFields()))
  }
}

function monthOf(at: unknown): Date | null {
  return at instanceof Date ? new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth())) : null
}

// A place in a list is made of what it is sorted by, which may be more than is shown.
function sealed({ house }: Context, cursor: unknown): string | null {
  return typeof cursor === 'string' ? house.keys.sealCursor(cursor) : null
}

function opened({ house }: Context, cursor: unknown): string | null {
  if (typeof cursor !== 'string') return null
  const plain = house.keys.openCursor(cursor)
  if (plain === undefined) throw badArgument('after must be the endCursor of a page of this list')
  return plain
}

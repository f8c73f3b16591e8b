import { foldText, nameKeys } from '@sila/domain/name'
import { parseReference } from '@sila/domain/reference'
import { toWesternDigits } from '@sila/domain/text'
import { readPageCursor, toPage } from '../graphql/connection.ts'
import type { Connection } from '../graphql/connection.ts'
import type { Context } from '../context.ts'
import { badArgument } from '../errors.ts'
import { read } from '../database/database.ts'
import { ofHouse } from '../walls/actor.ts'
import { seenPeople } from '../visibility/search.ts'
import type { Beneficiary } from './beneficiary.entity.ts'
import { personColumns } from './person.columns.ts'

type Ask = { first: number; after?: string | null; search: string }
type Hit = Beneficiary & { step: string; rank: number }
/** Where a page goes on: the step of the search, and the last hit of it. */
type Place = { step: string; rank: string; id: string } | undefined

const start = { rank: '1000000', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }
// Of a very common name so many are ranked; more words find the rest.
const candidates = 5000

/** Finds people by number, phone or name: exact and prefix first, the same name in another script or spelling after it. */
export async function searchPeople(ctx: Context, ask: Ask): Promise<Connection<Beneficiary>> {
  if (ask.search.length > 200) throw badArgument('search may have 200 signs at the most')
  const cursor = readPageCursor(ask.after, 3)
  const place: Place = cursor
    ? { step: cursor[0] ?? '', rank: cursor[1] ?? '', id: cursor[2] ?? '' }
    : undefined
  const hits = await seenPeople(ctx, await find(ctx, ask.search, ask.first + 1, place))
  return toPage(hits, ask.first, (hit) => [hit.step, String(hit.rank), hit.id])
}

async function find(ctx: Context, search: string, limit: number, place: Place): Promise<Hit[]> {
  const reference = parseReference(search)
  if (reference?.prefix === 'B') return byNumber(ctx, reference.reference, place)
  const digits = phoneDigits(search)
  if (digits) return byPhone(ctx, digits, limit, place)
  const words =
    foldText(search)
      .match(/[\p{L}\p{M}\p{N}]+/gu)
      ?.slice(0, 6) ?? []
  if (words.length === 0) return []
  const prefixed = place?.step === 'KEYS' ? [] : await byPrefix(ctx, words, limit, place)
  if (prefixed.length >= limit) return prefixed
  const alike = await byKeys(ctx, words, limit - prefixed.length, place?.step === 'KEYS' ? place : undefined)
  return [...prefixed, ...alike]
}

async function byNumber(ctx: Context, number: string, place: Place): Promise<Hit[]> {
  if (place) return []
  return hits(
    ctx,
    'people-by-number',
    `select ${personColumns}, 'NUMBER' as step, 0 as rank from beneficiary b where b.number = $1`,
    [number],
  )
}

// The end of a number is what people remember; the index on reverse(value) serves it. The colon comes right after the
// digits; a LIKE on a parameter could not use the index in a prepared plan.
function byPhone(ctx: Context, digits: string, limit: number, place: Place): Promise<Hit[]> {
  const { id } = place ?? start
  return hits(
    ctx,
    'people-by-phone',
    `select ${personColumns}, 'PHONE' as step, 0 as rank from beneficiary b
      where b.id in (select c.beneficiary_id from contact_point c where reverse(c.value) ~>=~ $1::text and reverse(c.value) ~<~ ($1::text || ':') and c.type <> 'EMAIL')
      and b.id < $2::uuid order by b.id desc limit $3`,
    [[...digits].reverse().join(''), id, limit],
  )
}

const prefixMatch = `to_tsvector('simple', b.name_folded) @@ to_tsquery('simple', $1)`

function byPrefix(ctx: Context, words: string[], limit: number, place: Place): Promise<Hit[]> {
  const { rank, id } = place ?? start
  return hits(
    ctx,
    'people-by-prefix',
    `select * from (
        select ${personColumns}, 'PREFIX' as step, (b.name_folded = $2)::int as rank from beneficiary b where ${prefixMatch} limit ${candidates}
      ) found where (rank, id) < ($3::int, $4::uuid) order by rank desc, id desc limit $5`,
    [prefixQuery(words), words.join(' '), rank, id, limit],
  )
}

// Keys are the same in every script; of two words and more, two must be there. A key that only words together have
// (Abdul Rahman, Abdurrahman) stands for two.
function byKeys(ctx: Context, words: string[], limit: number, place: Place): Promise<Hit[]> {
  const { rank, id } = place ?? start
  const all = nameKeys(words.join(' '))
  if (all.length === 0) return Promise.resolve([])
  const ofWords = words.map((word) => nameKeys(word)).filter((keys) => keys.length > 0)
  const together = all.filter((key) => !ofWords.some((keys) => keys.includes(key)))
  const overlaps = ofWords.map((_, index) => `b.name_keys && $${index + 8}::text[]`)
  const shared = [
    `2 * (b.name_keys && $7::text[])::int`,
    ...overlaps.map((overlap) => `(${overlap})::int`),
  ].join(' + ')
  // Two words: the index finds what has both; more words: what has any, and then it is counted.
  const candidate =
    overlaps.length === 2
      ? `(${overlaps.join(' and ')} or b.name_keys && $7::text[])`
      : 'b.name_keys && $2::text[]'
  return hits(
    ctx,
    `people-by-keys-${ofWords.length}`,
    `select * from (
        select ${personColumns}, 'KEYS' as step, shared * 100 - cardinality(b.name_keys) as rank
        from (select b.*, ${shared} as shared from beneficiary b where ${candidate} and $2::text[] is not null and not ${prefixMatch} limit ${candidates * 8}) b
        where shared >= $3
      ) found where (rank, id) < ($4::int, $5::uuid) order by rank desc, id desc limit $6`,
    [prefixQuery(words), all, Math.min(2, ofWords.length), rank, id, limit, together, ...ofWords],
  )
}

function hits(ctx: Context, name: string, text: string, values: unknown[]): Promise<Hit[]> {
  // The house looks; searchPeople hands on what whoever asks may see.
  return read<Hit>(ofHouse(ctx.house).pool, { name, text, values })
}

// Only letters, marks and digits are in the words, so nothing in them can be an operator.
function prefixQuery(words: string[]): string {
  return words.map((word) => `'${word}':*`).join(' & ')
}

/** The digits by which a phone is found, without what stands before the national number; undefined for anything else. */
function phoneDigits(search: string): string | undefined {
  const plain = toWesternDigits(search)
  if (!/^[\d\s+().\-\u200e\u200f]+$/.test(plain)) return undefined
  const digits = plain.replace(/\D/g, '').replace(/^0+/, '')
  return digits.length >= 4 && digits.length <= 15 ? digits : undefined
}

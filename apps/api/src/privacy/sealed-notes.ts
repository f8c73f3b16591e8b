import type { EntityManager } from '@mikro-orm/postgresql'
import { cleanText } from '@sila/domain/text'
import type { Pool } from 'pg'
import { v7 as uuidv7 } from 'uuid'
import type { Context } from '../context.ts'
import { Entry } from '../interactions/entry.entity.ts'
import { Interaction } from '../interactions/interaction.entity.ts'
import type { Request } from '../requests/request.entity.ts'
import { stepByHouse } from '../walls/bound.ts'
import { keysFor, matterKey, personKey } from './person-key.ts'
import { seal, unseal } from '../keys/seal.ts'
import type { Seals } from '../keys/seal.ts'

/** What words among staff are about, as far as it decides by whose key they are sealed. */
type About = { id: string; beneficiaryId?: string | null; sensitivity?: string | null }
/** Sealed words, and whose key opens them. */
export type SealedWords = { sealed: Buffer; sealedFor: string }

const placeOf = (entryId: string) => `entry:${entryId}:text`

/** Writes a word among staff into a thread; of a sensitive matter it lies there sealed. */
export async function writeNote(
  ctx: Context,
  em: EntityManager,
  matter: Interaction | Request,
  words: string,
): Promise<void> {
  const id = uuidv7()
  const text = cleanText(words)
  const closed = matter.sensitivity
    ? { text: '', ...(await sealFor(ctx, em, matter, placeOf(id), text)) }
    : { text }
  em.create(Entry, {
    ...{ id, type: 'NOTE', at: ctx.now, language: ctx.language, ...closed },
    ...(matter instanceof Interaction ? { interactionId: matter.id } : { requestId: matter.id }),
    authorId: ctx.actor.type === 'STAFF' ? ctx.actor.staff.id : null,
  })
}

/** Seals what staff wrote of a matter before it became sensitive, in the act that makes it so. */
export async function sealNotes(ctx: Context, em: EntityManager, matter: About): Promise<void> {
  await stepByHouse(em, async () => {
    const notes = await em.execute<{ id: string; text: string }[]>(
      `select id, text from entry where (interaction_id = ? or request_id = ?) and type = 'NOTE' and sealed is null for update`,
      [matter.id, matter.id],
    )
    if (notes.length === 0) return
    const { key, sealedFor } = await keyOf(ctx.house.seals, em, matter)
    for (const { id, text } of notes)
      await em.execute(`update entry set text = '', sealed = ?, sealed_for = ? where id = ?`, [
        ...[seal(key, placeOf(id), Buffer.from(text)), sealedFor, id],
      ])
  })
}

/** Seals words for a place with the key of the person whom a matter is about; where nobody is known, with its own. */
export async function sealFor(
  ctx: Context,
  em: EntityManager,
  matter: About,
  place: string,
  words: string,
): Promise<SealedWords> {
  const { key, sealedFor } = await stepByHouse(em, () => keyOf(ctx.house.seals, em, matter))
  return { sealed: seal(key, place, Buffer.from(words)), sealedFor }
}

async function keyOf(seals: Seals, em: EntityManager, { id, beneficiaryId }: About) {
  return beneficiaryId
    ? { key: await personKey(em, seals, beneficiaryId), sealedFor: beneficiaryId }
    : { key: await matterKey(em, seals, id), sealedFor: id }
}

type Line = { id: string; text: string | null; sealed?: Buffer | null; sealedFor?: string | null }

/** Opens the sealed notes among these lines of threads; where the key was destroyed, no words are left. */
export async function openNotes(house: Pool, seals: Seals, lines: readonly Line[]): Promise<void> {
  const open = await opener(house, seals, lines)
  for (const line of lines) {
    if (line.sealed) line.text = open(line, placeOf(line.id))
    delete line.sealed
    delete line.sealedFor
  }
}

/** Fetches the keys of what is sealed at once, and gives what opens each at its place. */
export async function opener(
  house: Pool,
  seals: Seals,
  all: readonly { sealed?: Buffer | null; sealedFor?: string | null }[],
): Promise<(one: { sealed?: Buffer | null; sealedFor?: string | null }, place: string) => string | null> {
  const ids = [...new Set(all.flatMap(({ sealed, sealedFor }) => (sealed && sealedFor ? [sealedFor] : [])))]
  const keys = ids.length > 0 ? await keysFor(house, seals, ids) : new Map<string, Buffer>()
  return ({ sealed, sealedFor }, place) => {
    const key = keys.get(sealedFor ?? '')
    return sealed && key ? unseal(key, place, sealed).toString() : null
  }
}

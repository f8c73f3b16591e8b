import DataLoader from 'dataloader'
import type { Context } from './context.ts'
import { loadConsents, loadContactPoints } from './beneficiaries/beneficiary.loader.ts'
import { loadFiles } from './files/file.rows.ts'
import type { EntryFile } from './files/file.types.ts'
import { loadEntries } from './interactions/entry.rows.ts'
import type { EntryRow, ThreadAsk } from './interactions/entry.rows.ts'
import type { Consent } from './beneficiaries/consent.entity.ts'
import type { ContactPoint } from './beneficiaries/contact-point.entity.ts'
import { presentAt } from './interactions/presence.ts'
import type { Presence } from './interactions/presence.ts'

/** What one request loads together instead of one by one. */
type Loaders = {
  contactPoints: DataLoader<string, ContactPoint[]>
  consents: DataLoader<string, Consent[]>
  /** What came with words, by their id. */
  files: DataLoader<string, EntryFile[]>
  presence: DataLoader<string, Presence[]>
  /** One line more than asked for, oldest first. */
  threads: DataLoader<ThreadAsk, EntryRow[], string>
}

const made = new WeakMap<Context, Loaders>()

/** The loaders of these surroundings: they read as whoever asks in them. */
export function loadersOf(ctx: Context): Loaders {
  const kept = made.get(ctx)
  if (kept) return kept
  const loaders = makeLoaders(ctx)
  made.set(ctx, loaders)
  return loaders
}

function makeLoaders({ house, actor }: Context): Loaders {
  const { pool } = house.database
  const publicOnly = actor.type !== 'STAFF'
  return {
    contactPoints: new DataLoader((ids) => loadContactPoints(pool, ids)),
    consents: new DataLoader((ids) => loadConsents(pool, ids)),
    files: new DataLoader((ids) => loadFiles(pool, ids), { cache: false }),
    // Batched but not kept: a subscription lives on while threads and people move.
    presence: new DataLoader((ids) => presentAt(house, ids), { cache: false }),
    threads: new DataLoader((asks) => loadEntries(house, asks, publicOnly), {
      cacheKeyFn: (ask) => `${ask.id}:${ask.first}`,
      cache: false,
    }),
  }
}

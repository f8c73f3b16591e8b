import DataLoader from 'dataloader'
import type { Context } from './context.ts'

/**
 * What is asked for one by one and read together. Each surroundings have a loader of their own, which reads as whoever
 * asks in them.
 */
export function loader<Key, Value, CacheKey = Key>(
  load: (ctx: Context, keys: readonly Key[]) => Promise<Value[]>,
  options?: DataLoader.Options<Key, Value, CacheKey>,
): (ctx: Context) => DataLoader<Key, Value, CacheKey> {
  const made = new WeakMap<Context, DataLoader<Key, Value, CacheKey>>()
  return (ctx) => {
    const kept = made.get(ctx)
    if (kept) return kept
    const fresh = new DataLoader((keys: readonly Key[]) => load(ctx, keys), options)
    made.set(ctx, fresh)
    return fresh
  }
}

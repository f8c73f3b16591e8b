import { clear, del, get, set, update } from 'idb-keyval'

// A browser in private mode may refuse to keep anything; then the page's own memory has to do.
const memory = new Map<string, unknown>()

/** Keeps a value on this device. */
export async function keep(key: string, value: unknown): Promise<void> {
  memory.set(key, value)
  await set(key, value).catch(() => undefined)
}

/** What was kept under the key, by this tab or an earlier one. */
export async function kept<Value>(key: string): Promise<Value | undefined> {
  try {
    return await get<Value>(key)
  } catch {
    const value = memory.get(key)
    // @ts-expect-error -- what was put in under a key is what comes out, as with the store itself
    return value
  }
}

/** Alters what is kept under the key, in one step: what two tabs alter at once is altered by both. */
export async function alter<Value>(key: string, work: (value: Value | undefined) => Value): Promise<Value> {
  // @ts-expect-error -- what was put in under a key is what comes out, as with the store itself
  const remembered: Value | undefined = memory.get(key)
  let altered = work(remembered)
  await update<Value>(key, (value) => (altered = work(value))).catch(() => undefined)
  memory.set(key, altered)
  return altered
}

/** Removes a value from this device. */
export async function forget(key: string): Promise<void> {
  memory.delete(key)
  await del(key).catch(() => undefined)
}

/** Removes every value from this device, and from the memory of the page. */
export async function forgetAll(): Promise<void> {
  memory.clear()
  await clear().catch(() => undefined)
}

import { clear } from 'idb-keyval'
import { client } from '../app/client.ts'

/** Removes everything from this device that says who sat here: drafts, receipts, what waits, what was read. */
export async function forgetDevice(): Promise<void> {
  for (const store of [localStorage, sessionStorage])
    for (const key of Object.keys(store)) if (!key.startsWith('sila.association.')) store.removeItem(key)
  await Promise.allSettled([clear(), client.clearStore()])
}

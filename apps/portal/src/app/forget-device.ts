import { forgetAll } from '../sending/store.ts'
import { client } from './client.ts'
import { tellLeft } from './leaving.ts'

/** Removes everything from this device that says who sat here: drafts, receipts, what waits, what was read; in every tab. */
export async function forgetDevice(): Promise<void> {
  for (const store of [localStorage, sessionStorage])
    for (const key of Object.keys(store)) if (!key.startsWith('sila.association.')) store.removeItem(key)
  await Promise.allSettled([forgetAll(), client.clearStore()])
  tellLeft()
}

import { clear } from 'idb-keyval'

/** A device on which nobody wrote anything yet. */
export async function emptyDevice(): Promise<void> {
  await clear()
  localStorage.clear()
}

import type * as idbKeyval from 'idb-keyval'
import { afterEach, expect, test, vi } from 'vitest'
import { keep, kept } from '../sending/store.ts'
import { forgetDevice } from './forget-device.ts'
import { followLeaving } from './leaving.ts'

const idb = vi.hoisted(() => ({ refuses: false }))
vi.mock('idb-keyval', async (original) => {
  const real = await original<typeof idbKeyval>()
  const unless =
    <Args extends unknown[], Result>(act: (...args: Args) => Promise<Result>) =>
    (...args: Args) =>
      idb.refuses ? Promise.reject(new Error('no storage in private mode')) : act(...args)
  return { ...real, get: unless(real.get), set: unless(real.set), clear: unless(real.clear) }
})

afterEach(() => void (idb.refuses = false))

test('kiosk residue: where a browser keeps nothing, what the page remembered is gone with whoever left too', async () => {
  idb.refuses = true
  await keep('sila.draft.ask', { text: 'I have nowhere to sleep.' })
  expect(await kept('sila.draft.ask')).toBeDefined()
  await forgetDevice()
  expect(await kept('sila.draft.ask')).toBeUndefined()
})

test('kiosk residue: whoever leaves in one tab leaves in all of them, and whoever writes in one is idle in none', async () => {
  const other = new BroadcastChannel('sila.device')
  const said: unknown[] = []
  other.addEventListener('message', ({ data }) => said.push(data))
  const emptied = new Promise<void>((resolve) => followLeaving(resolve))
  window.dispatchEvent(new Event('pointerdown'))
  await vi.waitFor(() => expect(said).toEqual(['touched']))
  await forgetDevice()
  await vi.waitFor(() => expect(said).toEqual(['touched', 'left']))
  other.postMessage('left')
  await emptied
  other.close()
})

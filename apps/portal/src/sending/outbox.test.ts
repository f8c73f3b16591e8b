import { expect, test, vi } from 'vitest'
import { accepted, apiThatAnswers, refused } from '../testing/api.ts'
import { goOffline, goOnline } from '../testing/line.ts'
import { newId } from '../app/new-id.ts'
import { idOf, lastReceipt, send, sendAll, waiting } from './outbox.ts'
import type { Work } from './work.ts'

const question = (text: string): Work => ({
  type: 'interaction',
  draft: `draft of ${text}`,
  input: { clientMutationId: newId(), kind: 'INQUIRY', text, language: 'en', anonymous: true },
})
const tooMany = refused({ field: '', code: 'TOO_MANY_TRIES', message: 'Wait 12 minutes and try again.' })

test('two at once: what two tabs begin to send without a line waits, both of it', async () => {
  goOffline()
  const both = [question('Where is it held?'), question('When does it begin?')]
  const outcomes = await Promise.all(both.map(send))
  expect(outcomes).toEqual([{ state: 'waiting' }, { state: 'waiting' }])
  expect((await waiting()).map(idOf).toSorted()).toEqual(both.map(idOf).toSorted())
})

test('what waited and is too much for a shared line now goes on waiting, and is sent later', async () => {
  goOffline()
  const work = question('Is there a class for women?')
  await send(work)
  goOnline()
  apiThatAnswers(() => tooMany)
  await sendAll()
  expect((await waiting()).map(idOf)).toEqual([idOf(work)])
  apiThatAnswers(accepted)
  await sendAll()
  expect(await waiting()).toEqual([])
  expect((await lastReceipt())?.clientMutationId).toBe(idOf(work))
  vi.unstubAllGlobals()
})

test('what was refused for good waits no longer', async () => {
  apiThatAnswers(() => refused({ field: 'text', code: 'TOO_LONG', message: 'Shorten it.' }))
  expect((await send(question('Too long'))).state).toBe('refused')
  expect(await waiting()).toEqual([])
  vi.unstubAllGlobals()
})

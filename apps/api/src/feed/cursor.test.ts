import { expect, test } from 'vitest'
import { makeCursor, readCursor } from './cursor.ts'
import { useApi } from '../testing/api.ts'
import { becomeKnown } from '../testing/proving.ts'

const api = useApi()
const follow = `subscription ($reference: String!, $secret: String!, $after: String) {
  trackedFeed(reference: $reference, secret: $secret, after: $after) { reset } }`
const id = '01957a3c-0000-7000-8000-000000000001'

test('a place is read as it was written', () => {
  expect(readCursor(makeCursor('0badcafe', { xid: '812', id }))).toEqual({
    epoch: '0badcafe',
    xid: '812',
    id,
  })
})

test.each([
  ['a transaction beyond the last one', { xid: '99999999999999999999', id }],
  ['dashes for an id', { xid: '5', id: '-'.repeat(36) }],
])('forged cursor: with %s the screen loads anew, and nothing fails inside', async (_what, place) => {
  const held = await becomeKnown(api, { name: 'Follower', phone: '+966507772001' })
  const [{ epoch }] = await api.sql('select left(epoch::text, 8) as epoch from association')
  const watch = api.guest.watch(follow, { ...held, after: makeCursor(epoch, place) })
  expect(await watch.next()).toMatchObject({ data: { trackedFeed: { reset: true } } })
  watch.stop()
})

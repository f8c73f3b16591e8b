import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { Route, Routes } from 'react-router'
import { expect, test } from 'vitest'
import { connection } from '../../api/connection.ts'
import { matter } from '../../testing/matters.ts'
import { renderFor } from '../../testing/render.tsx'
import { tellFeed } from '../feed.ts'
import { InboxPage } from '../InboxPage.tsx'

const page = (rows: ReturnType<typeof matter>[]) => ({
  interactions: {
    __typename: 'InteractionConnection',
    nodes: rows,
    pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
  },
})
const totals = {
  inboxCounts: {
    __typename: 'InboxCounts',
    mine: 1,
    unassigned: 2,
    all: 3,
    waiting: 0,
    overdue: 0,
    requests: 0,
  },
}
const arrival = (row: ReturnType<typeof matter>) => ({
  __typename: 'InteractionFeedItem' as const,
  cursor: '1',
  reset: false,
  event: 'interaction.submitted',
  interaction: row,
  gone: null,
  counts: null,
})
const shown = () => screen.getAllByRole('option').map((row) => row.dataset['id'])

test('a new matter waits behind the pill, so the list never moves under the pointer', async () => {
  const rows = [matter({ id: 'a' }), matter({ id: 'b' })]
  await renderFor(<InboxPage />, { Inbox: () => page(rows), InboxTotals: () => totals })
  await waitFor(() => expect(shown()).toEqual(['a', 'b']))

  const fresh = matter({ id: 'c' })
  act(() => tellFeed(arrival(fresh)))
  expect(shown()).toEqual(['a', 'b'])
  const pill = screen.getByRole('button', { name: '1 new' })

  rows.unshift(fresh)
  await userEvent.click(pill)
  await waitFor(() => expect(shown()).toEqual(['c', 'a', 'b']))
  expect(screen.queryByRole('button', { name: '1 new' })).toBeNull()
})

test('who has something waiting above the list still sees that the line is cut', async () => {
  await renderFor(<InboxPage />, { Inbox: () => page([matter({ id: 'a' })]), InboxTotals: () => totals })
  await waitFor(() => expect(shown()).toEqual(['a']))
  act(() => connection.set('live'))
  act(() => tellFeed(arrival(matter({ id: 'b' }))))
  await screen.findByText('Live')
  screen.getByRole('button', { name: '1 new' })

  act(() => connection.set('lost'))
  await screen.findByText('The line is cut, trying again')
  act(() => connection.set('idle'))
})

test('an empty list shows what arrives at once: nothing can move', async () => {
  const rows: ReturnType<typeof matter>[] = []
  await renderFor(<InboxPage />, { Inbox: () => page(rows), InboxTotals: () => totals })
  await screen.findByText('Nothing is open now.')
  rows.push(matter({ id: 'first' }))
  act(() => tellFeed(arrival(matter({ id: 'first' }))))
  await waitFor(() => expect(shown()).toEqual(['first']))
})

test('a matter that changes is redrawn in its place, without asking the server again', async () => {
  const rows = [matter({ id: 'a', subject: 'before' }), matter({ id: 'b' })]
  const { client, asked } = await renderFor(<InboxPage />, {
    Inbox: () => page(rows),
    InboxTotals: () => totals,
  })
  await screen.findByText('before')
  act(() => {
    client.cache.modify({ id: 'Interaction:a', fields: { subject: () => 'after' } })
  })
  await screen.findByText('after')
  expect(shown()).toEqual(['a', 'b'])
  expect(asked.filter(({ name }) => name === 'Inbox')).toHaveLength(1)
})

test('what does not belong to the folder does not ring', async () => {
  await renderFor(
    <InboxPage />,
    { Inbox: () => page([matter({ id: 'a' })]), InboxTotals: () => totals },
    { path: '/inbox?folder=MINE' },
  )
  await waitFor(() => expect(shown()).toEqual(['a']))
  act(() => tellFeed(arrival(matter({ id: 'unassigned' }))))
  expect(screen.queryByRole('button', { name: '1 new' })).toBeNull()
})

test('after a cut that the feed cannot bridge the list is fetched anew', async () => {
  const rows = [matter({ id: 'a' })]
  await renderFor(<InboxPage />, { Inbox: () => page(rows), InboxTotals: () => totals })
  await waitFor(() => expect(shown()).toEqual(['a']))
  rows.push(matter({ id: 'missed' }))
  act(() => tellFeed({ ...arrival(matter()), reset: true, interaction: null, gone: null }))
  await waitFor(() => expect(shown()).toEqual(['a', 'missed']))
})

test('J and K pressed faster than the screen is drawn lose no step', async () => {
  const rows = ['a', 'b', 'c', 'd', 'e'].map((id) => matter({ id }))
  const places = (
    <Routes>
      <Route path="/inbox/:id?" element={<InboxPage />} />
    </Routes>
  )
  await renderFor(places, { Inbox: () => page(rows), InboxTotals: () => totals }, { path: '/inbox' })
  await waitFor(() => expect(shown()).toHaveLength(rows.length))
  const press = (code: string) => fireEvent.keyDown(document.body, { code })

  act(() => ['KeyJ', 'KeyJ', 'KeyJ', 'KeyJ', 'KeyK'].forEach(press))
  await waitFor(() => expect(screen.getByRole('option', { selected: true }).dataset['id']).toBe('c'))
  press('KeyJ')
  await waitFor(() => expect(screen.getByRole('option', { selected: true }).dataset['id']).toBe('d'))
})

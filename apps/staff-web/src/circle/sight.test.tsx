import { act, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { Route, Routes } from 'react-router'
import { expect, test } from 'vitest'
import { InboxPage } from '../interactions/InboxPage.tsx'
import { matter } from '../testing/matters.ts'
import { renderFor } from '../testing/render.tsx'
import { takeAway } from './sight.ts'

const end = { __typename: 'PageInfo', hasNextPage: false, endCursor: null }
const thread = {
  ...matter({ id: 'a', subject: 'When does it start?', language: 'en' }),
  ...{ acts: ['assign'], decidedFirst: false, answeredAt: null, viewers: [] },
  ...{ canProtect: true, canShield: false, circle: [], aboutStaff: null },
  entries: { __typename: 'EntryConnection', nodes: [], pageInfo: end },
}

const nobodyLeft = { __typename: 'InteractionPayload', interaction: null, problems: [], conflict: null }

/** The inbox with two matters, one of them open. */
async function open(answers: Parameters<typeof renderFor>[1] = {}, part: Parameters<typeof matter>[0] = {}) {
  const view = await renderFor(
    <Routes>
      <Route path="/inbox/:id" element={<InboxPage />} />
    </Routes>,
    {
      Inbox: () => ({
        interactions: {
          __typename: 'InteractionConnection',
          nodes: [matter({ id: 'a', ...part }), matter({ id: 'b' })],
          pageInfo: end,
        },
      }),
      InboxTotals: () => new Error('not asked'),
      Thread: () => ({ interaction: thread }),
      ReadThread: () => ({ interactionRead: true }),
      SetPresence: () => ({ presenceSet: true }),
      Colleagues: () => ({ staff: [], teams: [] }),
      ...answers,
    },
    { path: '/inbox/a' },
  )
  await screen.findByRole('heading', { name: 'When does it start?' })
  return view
}
const shown = () => screen.getAllByRole('option').map((row) => row.dataset['id'])

test('a matter that leaves one’s sight leaves list and thread at once, and the screen says so', async () => {
  const { client } = await open()
  expect(shown()).toEqual(['a', 'b'])
  act(() => takeAway(client, 'a'))
  await waitFor(() => expect(shown()).toEqual(['b']))
  expect(screen.getByText(/no longer in your sight/)).toBeTruthy()
  expect(screen.queryByRole('heading', { name: 'When does it start?' })).toBeNull()
})

test('an act that moves a matter out of one’s own reach is told as done, not as a failure', async () => {
  await open({ TakeThread: () => ({ interactionTake: nobodyLeft }) })
  await userEvent.click(screen.getByRole('button', { name: /Take/ }))
  await waitFor(() => expect(shown()).toEqual(['b']))
  expect(screen.queryByText(/did not go through/)).toBeNull()
})

test('whoever draws a circle that they do not stand in is told beforehand, and it is saved without them', async () => {
  const { asked } = await open({ ProtectThread: () => ({ interactionProtect: nobodyLeft }) })
  await userEvent.click(screen.getByRole('button', { name: 'Who may know' }))
  await userEvent.click(await screen.findByRole('radio', { name: /Counselling/ }))
  await userEvent.click(screen.getByRole('checkbox', { name: /I need to know/ }))
  expect(screen.getByText(/you will not see it any more/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(shown()).toEqual(['b']))
  expect(asked.find(({ name }) => name === 'ProtectThread')?.variables).toMatchObject({
    id: 'a',
    input: { sensitivity: 'COUNSELLING', circle: [], aboutStaffId: null, withoutMe: true },
  })
})

const met = { ...thread, kind: 'COMPLAINT', canProtect: false, canShield: true }

test('whoever may only close a matter marks it, names whom it complains of, and loses sight of it', async () => {
  const hind = { __typename: 'StaffMember', id: 'hind', name: 'Hind', role: 'OFFICER', languages: ['ar'] }
  const answers = {
    Thread: () => ({ interaction: met }),
    Colleagues: () => ({ staff: [hind], teams: [] }),
    ShieldThread: () => ({ outcome: nobodyLeft }),
  }
  const { asked } = await open(answers, { kind: 'COMPLAINT' })
  expect(screen.getByText(/Is this complaint about a colleague/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Who may know' })).toBeNull()
  const [asking] = screen.getAllByRole('button', { name: 'Mark as sensitive' }).slice(-1)
  await userEvent.click(asking ?? document.body)
  expect(
    (await screen.findByRole<HTMLInputElement>('radio', { name: /Complaint about staff/ })).checked,
  ).toBe(true)
  await userEvent.selectOptions(await screen.findByRole('combobox', { name: /Who is it about/ }), 'hind')
  const dialog = within(screen.getByRole('dialog'))
  await userEvent.click(dialog.getByRole('button', { name: 'Mark as sensitive' }))
  await waitFor(() => expect(shown()).toEqual(['b']))
  expect(asked.find(({ name }) => name === 'ShieldThread')?.variables).toMatchObject({
    id: 'a',
    input: { sensitivity: 'STAFF_COMPLAINT', aboutStaffId: 'hind', withoutMe: true },
  })
})

test('whoever owns the matter that they close keeps it, and is asked nothing about that', async () => {
  const mine = { __typename: 'StaffMember' as const, id: 'salem', name: 'سالم' }
  const owned = { ...met, kind: 'INQUIRY', assignee: mine }
  const answers = {
    Thread: () => ({ interaction: owned }),
    ShieldThread: () => ({
      outcome: { ...nobodyLeft, interaction: { ...owned, sensitivity: 'COUNSELLING' } },
    }),
  }
  const { asked } = await open(answers, { assignee: mine })
  await userEvent.click(screen.getByRole('button', { name: 'Mark as sensitive' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.queryByRole('checkbox')).toBeNull()
  await userEvent.click(dialog.getByRole('button', { name: 'Mark as sensitive' }))
  await waitFor(() =>
    expect(asked.find(({ name }) => name === 'ShieldThread')?.variables).toMatchObject({
      input: { sensitivity: 'COUNSELLING', aboutStaffId: null, withoutMe: false },
    }),
  )
  expect(shown()).toEqual(['a', 'b'])
})

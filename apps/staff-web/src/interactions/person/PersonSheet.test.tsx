import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { matter } from '../../testing/matters.ts'
import { renderFor } from '../../testing/render.tsx'
import { Thread } from '../thread/Thread.tsx'

const interaction = {
  ...matter(),
  acts: [],
  decidedFirst: false,
  ...{ canProtect: false, canShield: false, circle: [], aboutStaff: null },
  answeredAt: null,
  viewers: [],
  entries: {
    __typename: 'EntryConnection',
    nodes: [],
    pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
  },
}
const none = { nodes: [] }
const beneficiary = {
  __typename: 'Beneficiary',
  id: 'maryam',
  number: 'B-100001',
  name: 'Maryam',
  kind: 'INDIVIDUAL',
  preferredLanguage: 'bn',
  spokenLanguages: ['bn'],
  city: 'Badr',
  segment: null,
  since: '2026-05-21T07:00:00.000Z',
  contactPoints: [],
  requests: { __typename: 'RequestConnection', ...none },
  interactions: { __typename: 'InteractionConnection', ...none },
  invitations: { __typename: 'InvitationConnection', ...none },
}

async function openThread() {
  await renderFor(<Thread id="q1" onNext={() => undefined} onBack={() => undefined} />, {
    Thread: () => ({ interaction }),
    PersonPanel: () => ({ beneficiary }),
    Colleagues: () => ({ staff: [], teams: [] }),
    ReadThread: () => ({ interactionRead: true }),
    SetPresence: () => ({ presenceSet: true }),
  })
  return screen.findByRole('heading', { level: 2, name: /ক্লাস/u })
}

test('the head of a thread leads to the page of its person', async () => {
  const heading = await openThread()
  const head = heading.closest('header')
  expect(head?.querySelector('a')?.getAttribute('href')).toBe('/beneficiaries/maryam')
  expect(head?.querySelector('a')?.textContent).toBe('Maryam')
})

test('the person opens over the thread by the keyboard, and the focus comes back', async () => {
  await openThread()
  const user = userEvent.setup()
  const button = screen.getByRole('button', { name: 'Show the beneficiary' })
  expect(button.getAttribute('aria-expanded')).toBe('false')
  button.focus()
  await user.keyboard('{Enter}')
  const sheet = await screen.findByRole('dialog', { name: 'The beneficiary' })
  await waitFor(() => expect(sheet.textContent).toContain('B-100001'))
  expect(sheet.contains(document.activeElement)).toBe(true)
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await waitFor(() => expect(document.activeElement).toBe(button))
})

import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { draftKey } from '../interactions/thread/drafts.ts'
import { signOut } from '../session/signIn.ts'
import { renderFor } from '../testing/render.tsx'
import { Myself } from './Myself.tsx'

vi.mock('../session/signIn.ts', () => ({ signOut: vi.fn(async () => undefined) }))
afterEach(() => void vi.clearAllMocks())

const words = 'The family has had nothing to eat since Friday.'
const keep = (staffId: string) =>
  localStorage.setItem(
    draftKey(staffId, 'thread', 'note'),
    JSON.stringify({ text: words, language: 'en', baseVersion: 1 }),
  )

async function choose(user: ReturnType<typeof userEvent.setup>) {
  await user.click(screen.getByRole('button', { name: /سالم/u }))
  await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }))
}

test('desk residue: words that were begun do not stay on the desk of whoever signs out, who is asked before', async () => {
  keep('salem')
  keep('somebody-else')
  const user = userEvent.setup()
  await renderFor(<Myself />, {})
  await choose(user)
  await screen.findByText(/Signing out takes them away/u)
  expect(signOut).not.toHaveBeenCalled()
  expect(localStorage.getItem(draftKey('salem', 'thread', 'note'))).toContain(words)
  await user.click(screen.getByRole('button', { name: 'Sign out' }))
  await waitFor(() => expect(signOut).toHaveBeenCalledTimes(1))
  expect(localStorage.getItem(draftKey('salem', 'thread', 'note'))).toBeNull()
  expect(localStorage.getItem(draftKey('somebody-else', 'thread', 'note'))).toContain(words)
})

test('whoever has begun nothing signs out without a question', async () => {
  const user = userEvent.setup()
  await renderFor(<Myself />, {})
  await choose(user)
  await waitFor(() => expect(signOut).toHaveBeenCalledTimes(1))
})

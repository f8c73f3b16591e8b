import { act, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { answerOf, matter } from '../../testing/matters.ts'
import { renderFor } from '../../testing/render.tsx'
import { Composer } from './Composer.tsx'
import { draftKey, readDraft } from './drafts.ts'

// What one did oneself is remembered by thread: each spec has a thread of its own.
let count = 0
let thread = {
  id: 'q0',
  version: 3,
  language: 'bn',
  acts: ['answer', 'assign'],
  decidedFirst: false,
  ...{ canProtect: false, canShield: false, circle: [], aboutStaff: null },
  beneficiary: null,
  kind: 'INQUIRY' as const,
  status: 'ASSIGNED' as const,
}
const key = () => draftKey('salem', thread.id, 'reply')
beforeEach(() => {
  count += 1
  thread = { ...thread, id: `q${count}` }
})
const payload = (part: object) => ({
  interactionAnswer: {
    __typename: 'InteractionPayload',
    interaction: null,
    problems: [],
    conflict: null,
    ...part,
  },
})
const own = {
  acts: [],
  decidedFirst: false,
  canProtect: false,
  canShield: false,
  circle: [],
  aboutStaff: null,
}
const sent = payload({ interaction: { ...matter({ version: 4 }), ...own } })
const conflict = payload({
  conflict: {
    __typename: 'InteractionConflict',
    version: 5,
    newEntries: [answerOf('Hind', 'Already answered')],
  },
})

async function write(answers: Parameters<typeof renderFor>[1], text = 'Friday, God willing') {
  const onSent = vi.fn()
  const view = await renderFor(
    <Composer thread={thread} others={[]} onWriting={() => undefined} onSent={onSent} />,
    answers,
  )
  const field = screen.getByRole('textbox', { name: 'The reply' })
  if (text !== '') await userEvent.type(field, text)
  return { ...view, field, onSent }
}

test('what is written stays on the device until the server has it', async () => {
  const { field, unmount, onSent } = await write({ AnswerThread: () => sent })
  expect(readDraft(key())).toMatchObject({ text: 'Friday, God willing', baseVersion: 3 })
  unmount()

  const again = await write({ AnswerThread: () => sent }, '')
  expect(again.field).toHaveProperty('value', 'Friday, God willing')
  await userEvent.type(again.field, '{Control>}{Enter}{/Control}')
  await waitFor(() => expect(again.onSent).toHaveBeenCalledWith({ closed: false }))
  expect(readDraft(key())).toBeUndefined()
  expect(onSent).not.toHaveBeenCalled()
  expect(field).not.toBe(again.field)
})

test('when the thread has moved on, sending stops, shows what is new and keeps the text', async () => {
  const { field, onSent } = await write({ AnswerThread: () => conflict })
  await userEvent.click(screen.getByRole('button', { name: /^Send\s?Ctrl/u }))
  expect(await screen.findByRole('alertdialog', { name: 'Not sent: there is something new' })).toBeTruthy()
  expect(screen.getByText('Already answered')).toBeTruthy()
  expect(field).toHaveProperty('value', 'Friday, God willing')
  expect(onSent).not.toHaveBeenCalled()
})

test('after reading what is new the writer may send anyway, against the new version', async () => {
  const answers = [conflict, sent]
  const { asked, onSent } = await write({ AnswerThread: () => answers.shift() ?? sent })
  await userEvent.click(screen.getByRole('button', { name: /^Send\s?Ctrl/u }))
  await userEvent.click(await screen.findByRole('button', { name: 'Send anyway' }))
  await waitFor(() => expect(onSent).toHaveBeenCalled())
  expect(asked.map(({ variables }) => variables['input'])).toMatchObject([
    { expectedVersion: 3 },
    { expectedVersion: 5 },
  ])
})

test('a reply that was not acknowledged goes again under the same id, by itself when the line is back', async () => {
  const answers = [new Error('cut'), sent]
  const { asked, onSent, field } = await write({ AnswerThread: () => answers.shift() ?? sent })
  await userEvent.click(screen.getByRole('button', { name: /^Send\s?Ctrl/u }))
  await screen.findByText('Your text did not reach the server. It is kept and will not be sent twice.')
  expect(field).toHaveProperty('value', 'Friday, God willing')

  act(() => {
    window.dispatchEvent(new Event('online'))
  })
  await waitFor(() => expect(onSent).toHaveBeenCalledTimes(1))
  const ids = asked.map(({ variables }) => variables['input']).map((input) => JSON.stringify(input))
  expect(ids).toHaveLength(2)
  expect(ids[0]).toBe(ids[1])
})

test('Ctrl+Shift+Enter sends and closes', async () => {
  const { asked, onSent, field } = await write({ AnswerThread: () => sent })
  await userEvent.type(field, '{Control>}{Shift>}{Enter}{/Shift}{/Control}')
  await waitFor(() => expect(onSent).toHaveBeenCalledWith({ closed: true }))
  expect(asked[0]?.variables['input']).toMatchObject({ close: true, language: 'bn' })
})

test('a note is no reply: it has a draft of its own and its own way', async () => {
  const note = {
    interactionNote: { __typename: 'InteractionPayload', interaction: null, problems: [], conflict: null },
  }
  const { asked } = await write({ NoteThread: () => note })
  await userEvent.click(screen.getByRole('button', { name: 'Internal note' }))
  const field = screen.getByRole('textbox', { name: 'The note' })
  expect(field).toHaveProperty('value', '')
  await userEvent.type(field, 'Two seats left{Control>}{Enter}{/Control}')
  await waitFor(() => expect(asked.map(({ name }) => name)).toEqual(['NoteThread']))
  expect(readDraft(key())?.text).toBe('Friday, God willing')
})

import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { kept } from '../sending/store.ts'
import { lastReceipt, sendAll, waiting } from '../sending/outbox.ts'
import { accepted, apiThatAnswers, refused } from '../testing/api.ts'
import { goOffline, goOnline } from '../testing/line.ts'
import { speak } from '../testing/setup.ts'
import { Page } from './Ask.tsx'
import { askDraftKey } from './draft.ts'
import type { AskDraft } from './draft.ts'

const question = 'When do the Arabic lessons begin?'

afterEach(() => vi.unstubAllGlobals())

async function askForm() {
  render(<Page />)
  const text = await screen.findByRole('textbox', { name: /Your question/u })
  await waitFor(() => expect(text.closest('form')?.getAttribute('aria-busy')).toBe('false'))
  return { text, user: userEvent.setup() }
}

const send = () => screen.getByRole('button', { name: /^Send/u })

test('a question is sent once and its receipt stays on the device', async () => {
  const asked = apiThatAnswers(accepted)
  const { text, user } = await askForm()
  await user.type(text, question)
  await user.click(send())
  await waitFor(async () => expect((await lastReceipt())?.reference).toBe('Q-104327'))
  expect(asked).toHaveLength(1)
  expect(asked[0]?.variables.input).toMatchObject({
    kind: 'INQUIRY',
    text: question,
    language: 'en',
    anonymous: false,
  })
  await waitFor(async () => expect(await kept(askDraftKey)).toBeUndefined())
})

test('what was sent is not written down again as a draft, however late the pause after the last letter ends', async () => {
  apiThatAnswers(accepted)
  const { text, user } = await askForm()
  const timers = vi.spyOn(globalThis, 'setTimeout')
  await user.type(text, question)
  await user.click(send())
  await waitFor(async () => expect((await lastReceipt())?.reference).toBe('Q-104327'))
  await waitFor(async () => expect(await kept(askDraftKey)).toBeUndefined())

  for (const [end, pause] of timers.mock.calls) if (pause === 250) end()
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  document.dispatchEvent(new Event('visibilitychange'))
  expect(await kept(askDraftKey)).toBeUndefined()
  vi.restoreAllMocks()
})

test('an empty question is not sent; the page says what to do and leads to the field', async () => {
  const asked = apiThatAnswers(accepted)
  const { text, user } = await askForm()
  await user.click(send())
  const summary = await screen.findByRole('alert')
  expect(summary.textContent).toContain('This is still empty. Please fill it in.')
  expect(summary.querySelector('a')?.getAttribute('href')).toBe('#text')
  expect(text.getAttribute('aria-invalid')).toBe('true')
  expect(asked).toHaveLength(0)
})

test('what the API refuses is said at its field, and nothing that was typed is lost', async () => {
  apiThatAnswers(() =>
    refused({ field: 'contact.phone', code: 'PHONE_INVALID', message: 'Please check the number.' }),
  )
  const { text, user } = await askForm()
  await user.type(text, question)
  await user.type(screen.getByRole('textbox', { name: /Phone/u }), '0512345678')
  await user.click(send())
  const phone = screen.getByRole('textbox', { name: /Phone/u })
  await waitFor(() => expect(phone.getAttribute('aria-invalid')).toBe('true'))
  expect((await screen.findByRole('alert')).textContent).toContain('Please check the number.')
  expect(text).toHaveProperty('value', question)
  expect(phone).toHaveProperty('value', '0512345678')
  expect(await waiting()).toEqual([])
})

test('a draft is there again after the tab was closed', async () => {
  const { text, user } = await askForm()
  await user.type(text, question)
  await user.click(screen.getByRole('radio', { name: 'Complaint' }))
  await waitFor(async () => expect((await kept<AskDraft>(askDraftKey))?.kind).toBe('COMPLAINT'))
  const id = (await kept<AskDraft>(askDraftKey))?.clientMutationId
  document.body.replaceChildren()

  render(<Page />)
  expect(await screen.findByDisplayValue(question)).toBeTruthy()
  expect(screen.getByRole('radio', { name: 'Complaint' })).toHaveProperty('checked', true)
  expect((await kept<AskDraft>(askDraftKey))?.clientMutationId).toBe(id)
})

test('without a line the question waits, says so, and is sent once under the same id when the line is back', async () => {
  const asked = apiThatAnswers(accepted)
  const { text, user } = await askForm()
  await user.type(text, question)
  goOffline()
  await user.click(send())
  expect(await screen.findByText(/You are offline. Your text is kept/u)).toBeTruthy()
  const [queued] = await waiting()
  expect(asked).toHaveLength(0)

  goOnline()
  await Promise.all([sendAll(), sendAll()])
  await waitFor(async () => expect(await waiting()).toEqual([]))
  expect(asked).toHaveLength(1)
  expect(asked[0]?.variables.input['clientMutationId']).toBe(queued?.input.clientMutationId)
})

test('a line that breaks while sending keeps the same id for the next try', async () => {
  let cut = true
  const asked = apiThatAnswers(() => {
    if (cut) throw new TypeError('Failed to fetch')
    return accepted()
  })
  const { text, user } = await askForm()
  await user.type(text, question)
  await user.click(send())
  expect(await screen.findByText(/You are offline/u)).toBeTruthy()
  cut = false
  await sendAll()
  expect(asked.map(({ variables }) => variables.input['clientMutationId'])).toEqual([
    asked[0]?.variables.input['clientMutationId'],
    asked[0]?.variables.input['clientMutationId'],
  ])
  expect((await lastReceipt())?.reference).toBe('Q-104327')
})

test('somebody who wishes to stay unknown sends neither name nor number', async () => {
  const asked = apiThatAnswers(accepted)
  const { text, user } = await askForm()
  await user.type(text, question)
  await user.type(screen.getByRole('textbox', { name: /Name/u }), 'Maryam')
  await user.click(screen.getByRole('checkbox', { name: 'Send without my name' }))
  await user.click(send())
  await waitFor(() => expect(asked).toHaveLength(1))
  expect(asked[0]?.variables.input).toMatchObject({ anonymous: true, contact: null })
})

test('the words of the search field and a feedback link arrive in the form', async () => {
  history.replaceState(null, '', '/en/ask?q=free+books&kind=SUGGESTION&from=hall2')
  apiThatAnswers(accepted)
  render(<Page />)
  expect(await screen.findByDisplayValue('free books')).toBeTruthy()
  expect(screen.getByRole('radio', { name: 'Suggestion' })).toHaveProperty('checked', true)
  await waitFor(async () => expect((await kept<AskDraft>(askDraftKey))?.link).toBe('hall2'))
})

test('a text in Malayalam on an Arabic page is answered in Malayalam unless the person says otherwise', async () => {
  await speak('ar')
  render(<Page />)
  const text = await screen.findByRole('textbox', { name: /سؤالك/u })
  await waitFor(() => expect(text.closest('form')?.getAttribute('aria-busy')).toBe('false'))
  await userEvent.setup().type(text, 'ക്ലാസ്')
  expect(screen.getByRole('combobox', { name: 'أجيبوني باللغة' })).toHaveProperty('value', 'ml')
})

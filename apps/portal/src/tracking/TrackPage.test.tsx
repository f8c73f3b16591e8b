import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { client } from '../app/client.ts'
import { kept } from '../sending/store.ts'
import { apiThatAnswers } from '../testing/api.ts'
import { Page } from './TrackPage.tsx'

type Sink = { next: (result: { data: unknown }) => void }
const feed = vi.hoisted(() => ({ sinks: new Array<Sink>(), variables: new Array<Record<string, unknown>>() }))

vi.mock('graphql-ws', () => ({
  createClient: () => ({
    subscribe(payload: { variables: Record<string, unknown> }, sink: Sink) {
      feed.sinks.push(sink)
      feed.variables.push(payload.variables)
      return () => undefined
    },
    dispose: () => undefined,
  }),
}))

const said = (id: string, type: string, text: string) => ({
  __typename: 'Entry',
  id,
  type,
  text,
  language: 'en',
  event: null,
  files: [],
  at: '2026-11-22T08:00:00.000Z',
})
const page = (nodes: object[], endCursor: string | null = null) => ({
  __typename: 'EntryConnection',
  nodes,
  pageInfo: { __typename: 'PageInfo', hasNextPage: endCursor !== null, endCursor },
})
const matter = (more: object = {}) => ({
  __typename: 'Tracked',
  reference: 'Q-104327',
  type: 'INTERACTION',
  kind: 'INQUIRY',
  interactionStatus: 'ASSIGNED',
  requestStatus: null,
  service: null,
  language: 'en',
  receivedAt: '2026-11-22T08:00:00.000Z',
  promisedAt: '2026-11-24T13:00:00.000Z',
  paused: false,
  canReply: true,
  canReopen: false,
  reopenUntil: null,
  neededItems: [],
  neededUntil: null,
  rejectionText: null,
  externalReference: null,
  survey: null,
  steps: [
    { __typename: 'TrackedStep', key: 'RECEIVED', at: '2026-11-22T08:00:00.000Z', current: false },
    { __typename: 'TrackedStep', key: 'WITH_TEAM', at: null, current: true },
  ],
  entries: page([said('1', 'FROM_BENEFICIARY', 'When do the lessons begin?')]),
  ...more,
})

beforeEach(async () => {
  feed.sinks.length = 0
  feed.variables.length = 0
  await client.clearStore()
  history.replaceState(null, '', '/en/t/Q-104327#K3W9-0ZTH-8QMR-5D2C')
  Element.prototype.scrollIntoView = () => undefined
})
afterEach(() => vi.unstubAllGlobals())

test('a reply appears while the page is open, and the feed goes on behind the last item', async () => {
  apiThatAnswers(() => ({ tracked: matter() }))
  render(<Page reference="Q-104327" />)
  expect(await screen.findByText('When do the lessons begin?')).toBeTruthy()
  await waitFor(() => expect(feed.sinks).toHaveLength(1))

  const answered = matter({
    interactionStatus: 'ANSWERED',
    entries: page([
      said('1', 'FROM_BENEFICIARY', 'When do the lessons begin?'),
      said('2', 'ANSWER', 'On Friday at four.'),
    ]),
  })
  feed.sinks[0]?.next({
    data: { trackedFeed: { cursor: 'c7', reset: false, event: 'interaction.answered', tracked: answered } },
  })
  expect(await screen.findByText('On Friday at four.')).toBeTruthy()
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Answered')
  expect(feed.variables[0]?.['after']).toBe('c7')
})

test('told to begin anew, the page asks for everything again', async () => {
  const asked = apiThatAnswers(() => ({ tracked: matter() }))
  render(<Page reference="Q-104327" />)
  await waitFor(() => expect(feed.sinks).toHaveLength(1))
  feed.sinks[0]?.next({ data: { trackedFeed: { cursor: 'c8', reset: true, event: null, tracked: null } } })
  await waitFor(() => expect(asked).toHaveLength(2))
})

test('an unknown reference and a wrong secret read the same, and the form is at hand', async () => {
  apiThatAnswers(() => ({ tracked: null }))
  render(<Page reference="Q-104327" />)
  expect((await screen.findByRole('heading', { level: 1 })).textContent).toMatch(/Looking|Nothing/u)
  expect(await screen.findByText('Nothing was found for this reference and code')).toBeTruthy()
  expect(screen.getByRole('textbox', { name: 'Reference number' })).toHaveProperty('value', 'Q-104327')
  expect(feed.sinks).toHaveLength(0)
})

test('a long conversation is shown to its end, also what comes while the page is open', async () => {
  const long = matter({ entries: page([said('1', 'FROM_BENEFICIARY', 'The first')], 'one') })
  const later: Record<string, object> = {
    one: page([said('2', 'ANSWER', 'The second')], 'two'),
    two: page([said('3', 'FROM_BENEFICIARY', 'The third')]),
  }
  let cut = true
  apiThatAnswers(({ operationName, variables }) => {
    if (operationName === 'Tracking') return { tracked: long }
    if (cut) throw new TypeError('Failed to fetch')
    const entries = later[(variables as unknown as { after: string }).after]
    return { tracked: { __typename: 'Tracked', reference: 'Q-104327', entries } }
  })
  render(<Page reference="Q-104327" />)
  expect(await screen.findByText('The newest messages could not be loaded.')).toBeTruthy()
  cut = false
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('The third')).toBeTruthy()
  const conversation = screen.getByRole('region', { name: 'The conversation' })
  expect(within(conversation).getAllByRole('listitem')).toHaveLength(3)

  later['two'] = page([said('3', 'FROM_BENEFICIARY', 'The third'), said('4', 'ANSWER', 'The fourth')])
  await waitFor(() => expect(feed.sinks).toHaveLength(1))
  feed.sinks[0]?.next({
    data: { trackedFeed: { cursor: '9', reset: false, event: 'interaction.answered', tracked: { ...long } } },
  })
  expect(await screen.findByText('The fourth')).toBeTruthy()
  expect(screen.queryByText('The newest messages could not be loaded.')).toBeNull()
})

test('a reply that meets a cut keeps its words and its id', async () => {
  let cut = true
  const asked = apiThatAnswers(({ operationName }) => {
    if (operationName === 'Tracking') return { tracked: matter() }
    if (cut) throw new TypeError('Failed to fetch')
    return { trackedReply: { __typename: 'TrackedPayload', tracked: matter(), problems: [] } }
  })
  const user = userEvent.setup()
  render(<Page reference="Q-104327" />)
  const reply = await screen.findByRole('textbox', { name: /Add something/u })
  await user.type(reply, 'And for women?')
  await user.click(screen.getByRole('button', { name: 'Send' }))
  expect(await screen.findByText(/Not sent yet. Your text is kept/u)).toBeTruthy()
  expect(reply).toHaveProperty('value', 'And for women?')
  cut = false
  await user.click(screen.getByRole('button', { name: 'Send' }))
  await waitFor(() => expect(reply).toHaveProperty('value', ''))
  const ids = asked
    .filter(({ operationName }) => operationName === 'TrackedReply')
    .map(({ variables }) => variables.input['clientMutationId'])
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(1)
})

test('a link without its secret asks for it', async () => {
  history.replaceState(null, '', '/en/t/Q-104327')
  render(<Page reference="Q-104327" />)
  expect(await screen.findByText('Please enter the secret code')).toBeTruthy()
})

test('kiosk residue: one’s own matter that was left open is gone from the screen and the device when the half hour ends', async () => {
  apiThatAnswers(() => ({ tracked: matter() }))
  history.replaceState(null, '', '/en/t/Q-104327#mine')
  const timers = vi.spyOn(globalThis, 'setTimeout')
  render(<Page reference="Q-104327" />)
  await userEvent.type(await screen.findByRole('textbox'), 'And for my sister?')
  await waitFor(async () => expect(await kept('sila.draft.Q-104327')).toEqual({ text: 'And for my sister?' }))
  const [idle] = timers.mock.calls.findLast(([, pause]) => pause === 30 * 60_000) ?? []
  timers.mockRestore()
  idle?.()
  await waitFor(() => expect(screen.queryByText('When do the lessons begin?')).toBeNull())
  await waitFor(async () => expect(await kept('sila.draft.Q-104327')).toBeUndefined())
})

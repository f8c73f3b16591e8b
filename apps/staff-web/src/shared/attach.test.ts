import { bring } from '@sila/ui/bring'
import { waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { renderFor } from '../testing/render.tsx'
import { attach } from './attach.ts'
import { say } from './say.ts'

vi.mock('@sila/ui/bring', () => ({ bring: vi.fn() }))
vi.mock('./say.ts', () => ({ say: vi.fn() }))
afterEach(() => vi.clearAllMocks())

const files = ['one.pdf', 'two.pdf'].map((name) => new File(['words'], name, { type: 'application/pdf' }))
const t = (id: string, values?: object) => `${id} ${JSON.stringify(values ?? {})}`

async function parcel(problems: readonly object[] = []) {
  const { client, asked } = await renderFor(null, {
    FileTicket: ({ input }) => ({
      fileTicket: {
        __typename: 'FileTicketPayload',
        ticket: problems.length === 0 ? `leave for ${JSON.stringify(input)}` : null,
        fileId: problems.length === 0 ? 'an id' : null,
        problems,
      },
    }),
  })
  return { asked, of: { client, t, matterId: 'a', files } }
}

test('leave is had for every file before other words can follow, whatever becomes of the bytes', async () => {
  vi.mocked(bring).mockReturnValue(new Promise(() => undefined))
  const { asked, of } = await parcel()
  await attach(of)
  expect(asked.map(({ name }) => name)).toEqual(['FileTicket', 'FileTicket'])
  expect(bring).toHaveBeenCalledTimes(1)
})

test('a file goes on under the same leave when the line is back, and that it waits is told once', async () => {
  vi.mocked(bring).mockResolvedValue(undefined).mockResolvedValueOnce(0).mockResolvedValueOnce(0)
  const { asked, of } = await parcel()
  await attach(of)
  // Three tries for the first, one for the other.
  await waitFor(() => {
    window.dispatchEvent(new Event('online'))
    expect(bring).toHaveBeenCalledTimes(4)
  })
  expect(asked).toHaveLength(2)
  expect(say).toHaveBeenCalledTimes(1)
  expect(say).toHaveBeenCalledWith(t, expect.stringContaining('file.paused'), { tone: 'warn' })
})

test('what the house does not take is named, with its reason, and the others go on', async () => {
  vi.mocked(bring).mockResolvedValue(undefined).mockResolvedValueOnce(403)
  const { of } = await parcel()
  await attach(of)
  await waitFor(() => expect(bring).toHaveBeenCalledTimes(2))
  expect(say).toHaveBeenCalledWith(t, expect.stringContaining('one.pdf'), { tone: 'danger' })

  vi.clearAllMocks()
  const refused = await parcel([{ __typename: 'Problem', field: null, code: 'X', message: 'Too many.' }])
  await attach(refused.of)
  await waitFor(() => expect(say).toHaveBeenCalledTimes(2))
  expect(say).toHaveBeenCalledWith(t, expect.stringContaining('Too many.'), { tone: 'danger' })
  expect(bring).not.toHaveBeenCalled()
})

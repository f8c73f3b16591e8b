import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { renderFor } from '../testing/render.tsx'
import { barredId } from './acts.ts'
import type { OpenRequest } from './open-request.ts'
import { RequestHead } from './RequestHead.tsx'

const request = {
  ...{ __typename: 'Request', id: 'r1', reference: 'R-100001', status: 'IN_REVIEW', language: 'ur' },
  ...{ acts: ['assign', 'askInfo'], decidedFirst: true, due: null, assignee: null },
  ...{ sensitivity: null, circle: [], aboutStaff: null, canProtect: false, canShield: false },
  service: { name: 'Join a course' },
} as unknown as OpenRequest

test('whoever decided first sees the decisions of the appeal, cannot press them, and is led to the reason', async () => {
  const onAct = vi.fn()
  await renderFor(
    <>
      <RequestHead
        {...{ request, onAct, busy: undefined, onTake: () => undefined, onProtect: () => undefined }}
        acts={['askInfo']}
        barred={['approve', 'reject']}
      />
      <p id={barredId}>Somebody else decides the appeal.</p>
    </>,
    {},
  )
  const approve = screen.getByRole('button', { name: 'Approve' })
  expect(approve.getAttribute('aria-disabled')).toBe('true')
  expect(
    screen.getByRole('button', { description: 'Somebody else decides the appeal.', name: 'Reject' }),
  ).toBeTruthy()
  await userEvent.setup().click(approve)
  expect(onAct).not.toHaveBeenCalled()
  await userEvent.setup().click(screen.getByRole('button', { name: 'Ask for information' }))
  expect(onAct).toHaveBeenCalledWith('askInfo')
})

import { defaultServices } from '@sila/domain/service'
import { satisfactionSurvey } from '@sila/domain/survey'
import type { FormDefinition } from '@sila/domain/form'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { languages } from '../app/language.ts'
import { speak } from '../testing/setup.ts'
import { FormItems } from './FormItems.tsx'

let latest: Record<string, unknown> = {}

function Filled({ form, start = {} }: { form: FormDefinition; start?: Record<string, unknown> }) {
  const [answers, setAnswers] = useState(start)
  latest = answers
  return (
    <FormItems
      form={form}
      answers={answers}
      onChange={(property, value) => setAnswers((before) => ({ ...before, [property]: value }))}
      errorOf={(property) => (property === 'place' ? 'Please write the place.' : undefined)}
    />
  )
}

const form: FormDefinition = {
  $id: 'spec',
  version: 1,
  schema: {
    type: 'object',
    properties: {
      place: { type: 'string', maxLength: 50 },
      way: { type: 'string', enum: ['COLLECT', 'DELIVER'] },
      address: { type: 'string' },
      times: { type: 'array', items: { type: 'string', enum: ['MORNING', 'EVENING'] } },
      day: { type: 'string', format: 'date' },
    },
    required: ['place'],
  },
  pages: [
    {
      id: 'main',
      items: [
        { ref: '/place', widget: 'text' },
        { ref: '/way', widget: 'choice' },
        { ref: '/address', widget: 'text', visibleIf: { '==': [{ var: '/way' }, 'DELIVER'] } },
        { ref: '/times', widget: 'multi' },
        { ref: '/day', widget: 'date' },
      ],
    },
  ],
  i18n: {
    ar: {},
    ur: {},
    bn: {},
    hi: {},
    id: {},
    fil: {},
    en: {
      place: 'Place',
      way: 'How',
      'way.COLLECT': 'I collect',
      'way.DELIVER': 'Deliver',
      address: 'Address',
      times: 'When',
      'times.MORNING': 'Morning',
      'times.EVENING': 'Evening',
      day: 'Day',
    },
  },
}

test('a question that depends on an answer appears with that answer', async () => {
  render(<Filled form={form} />)
  expect(screen.queryByRole('textbox', { name: /Address/u })).toBeNull()
  await userEvent.setup().click(screen.getByRole('radio', { name: 'Deliver' }))
  expect(screen.getByRole('textbox', { name: /Address/u })).toBeTruthy()
  expect(latest['way']).toBe('DELIVER')
})

test('some of a few are kept as a list, in the order in which they were ticked', async () => {
  const user = userEvent.setup()
  render(<Filled form={form} />)
  await user.click(screen.getByRole('checkbox', { name: 'Evening' }))
  await user.click(screen.getByRole('checkbox', { name: 'Morning' }))
  expect(latest['times']).toEqual(['EVENING', 'MORNING'])
  await user.click(screen.getByRole('checkbox', { name: 'Evening' }))
  expect(latest['times']).toEqual(['MORNING'])
})

test('what is wrong stands at its question, which says so to screen readers', () => {
  render(<Filled form={form} />)
  const place = screen.getByRole('textbox', { name: /Place/u })
  expect(place.getAttribute('aria-invalid')).toBe('true')
  expect(document.getElementById(place.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    'Please write the place.',
  )
})

test('a day chosen in the Hijri calendar is kept as the Gregorian day', async () => {
  const user = userEvent.setup()
  render(<Filled form={form} start={{ day: '2026-11-22' }} />)
  await user.click(screen.getByRole('radio', { name: 'Hijri calendar' }))
  expect(screen.getByRole('combobox', { name: 'Year' })).toHaveProperty('value', '1448')
  await user.selectOptions(screen.getByRole('combobox', { name: 'Day' }), '13')
  expect(latest['day']).toBe('2026-11-23')
})

test('the satisfaction survey is three questions, and a face is a number', async () => {
  render(<Filled form={satisfactionSurvey} />)
  expect(screen.getAllByRole('group')).toHaveLength(2)
  await userEvent.setup().click(screen.getByRole('radio', { name: 'Very satisfied' }))
  expect(latest['csat']).toBe(5)
})

test.each(languages)('every question of every service has its words in %s', async (language) => {
  await speak(language)
  for (const service of defaultServices) {
    const { unmount } = render(<Filled form={service.form} />)
    for (const property of Object.keys(service.form.schema.properties)) {
      expect([service.key, service.form.i18n[language]?.[property]]).not.toEqual([service.key, undefined])
      expect(screen.queryByText(property)).toBeNull()
    }
    unmount()
  }
})

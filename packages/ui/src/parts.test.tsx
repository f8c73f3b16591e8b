import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { initialOf } from './Avatar.tsx'
import { BarChart } from './BarChart.tsx'
import { Button } from './Button.tsx'
import { ticksTo } from './chart.ts'
import { DatePicker, type CalendarName } from './DatePicker.tsx'
import { Dialog } from './Dialog.tsx'
import { ErrorSummary } from './ErrorSummary.tsx'
import { MenuButton } from './Menu.tsx'
import { Provider } from './Provider.tsx'
import { RadioCards } from './RadioCards.tsx'
import { Select } from './Select.tsx'
import { ScaleInput } from './ScaleInput.tsx'
import { TextInput } from './TextInput.tsx'
import { ToastRegion, closeToast, showToast } from './Toast.tsx'

afterEach(cleanup)

test('a field joins its help and its error to the control', () => {
  render(<TextInput label="Mobile" help="With 05" error="Enter 10 digits" type="tel" />)
  const input = screen.getByLabelText('Mobile')
  expect(input.getAttribute('aria-invalid')).toBe('true')
  expect(input.getAttribute('dir')).toBe('ltr')
  const said = (input.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
  expect(said).toEqual(['With 05', 'Enter 10 digits'])
})

test('a busy button keeps the focus and does nothing', async () => {
  const act = vi.fn()
  render(
    <Button busy onClick={act}>
      Send
    </Button>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Send' }))
  expect(act).not.toHaveBeenCalled()
  expect(document.activeElement).toBe(screen.getByRole('button'))
})

test('the error summary takes the focus and leads to the field', async () => {
  render(
    <>
      <ErrorSummary title="Put right" errors={[{ href: '#phone', text: 'Mobile' }]} />
      <input id="phone" />
    </>,
  )
  expect(document.activeElement).toBe(screen.getByRole('alert'))
  Element.prototype.scrollIntoView = vi.fn()
  await userEvent.click(screen.getByRole('link', { name: 'Mobile' }))
  expect(document.activeElement?.id).toBe('phone')
})

test('radio cards and scales are radio buttons that the keyboard can use', async () => {
  const pick = vi.fn()
  const rate = vi.fn()
  render(
    <>
      <RadioCards
        label="Kind"
        name="kind"
        value="ask"
        onChange={pick}
        options={[
          { value: 'ask', label: 'Ask' },
          { value: 'suggest', label: 'Suggest' },
        ]}
      />
      <ScaleInput
        label="Rate"
        name="rate"
        value={3}
        onChange={rate}
        optionLabel={(value) => `${value} of 5`}
      />
    </>,
  )
  await userEvent.click(screen.getByRole('radio', { name: 'Suggest' }))
  expect(pick).toHaveBeenCalledWith('suggest')
  await userEvent.click(
    within(screen.getByRole('group', { name: 'Rate' })).getByRole('radio', { name: '5 of 5' }),
  )
  expect(rate).toHaveBeenCalledWith(5)
})

test('a dialog has its title as name and closes on Escape', async () => {
  const change = vi.fn()
  render(
    <Dialog title="Assign" isOpen onOpenChange={change} closeLabel="Close">
      To whom?
    </Dialog>,
  )
  expect(screen.getByRole('dialog', { name: 'Assign' })).toBeTruthy()
  await userEvent.keyboard('{Escape}')
  expect(change).toHaveBeenCalledWith(false)
})

test('a menu opens from its button and reports the act', async () => {
  const act = vi.fn()
  render(
    <MenuButton
      label="More"
      trigger={<Button>More</Button>}
      onAction={act}
      items={[{ id: 'snooze', label: 'Snooze' }]}
    />,
  )
  await userEvent.click(screen.getByRole('button', { name: 'More' }))
  await userEvent.click(screen.getByRole('menuitem', { name: 'Snooze' }))
  expect(act).toHaveBeenCalledWith('snooze')
})

test('a select shows the chosen label and reports another', async () => {
  const change = vi.fn()
  render(
    <Select
      label="Team"
      value="bn"
      onChange={change}
      placeholder="Choose"
      options={[
        { value: 'bn', label: 'Bengali' },
        { value: 'ur', label: 'Urdu' },
      ]}
    />,
  )
  await userEvent.click(screen.getByRole('button', { name: /Bengali/ }))
  await userEvent.click(screen.getByRole('option', { name: 'Urdu' }))
  expect(change).toHaveBeenCalledWith('ur')
})

function Visit({ onChange }: { onChange: (day: string) => void }) {
  const [calendar, setCalendar] = useState<CalendarName>('hijri')
  return (
    <Provider language="en">
      <DatePicker
        label="Visit"
        value="2026-11-22"
        onChange={onChange}
        calendar={calendar}
        onCalendarChange={setCalendar}
        hijriLabel="Hijri"
        gregorianLabel="Gregorian"
      />
    </Provider>
  )
}

test('the same day is shown in Hijri or Gregorian, and given back as an ISO day', async () => {
  const change = vi.fn()
  render(<Visit onChange={change} />)
  const shown = () =>
    screen
      .getAllByRole('spinbutton')
      .map((part) => part.textContent)
      .join(' ')
  expect(shown()).toContain('1448')
  screen.getAllByRole('spinbutton')[1]?.focus()
  await userEvent.keyboard('{ArrowUp}')
  expect(change).toHaveBeenCalledWith('2026-11-23')
  await userEvent.click(screen.getByRole('button', { name: 'Gregorian' }))
  expect(shown()).toContain('2026')
})

test('a toast is announced, and its act can be undone', async () => {
  const undo = vi.fn()
  render(<ToastRegion label="Notices" />)
  const id = showToast({ text: 'Closed', closeLabel: 'Close', undo: { label: 'Undo', act: undo } })
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
  expect(undo).toHaveBeenCalledOnce()
  expect(screen.queryByText('Closed')).toBeNull()
  closeToast(id)
})

test('a chart says its figures in a table, and a hidden figure is a dash, not a zero', () => {
  render(
    <BarChart
      title="Calls"
      categoryHead="Month"
      tableLabel="Table"
      categories={['Jan', 'Feb']}
      dir="rtl"
      format={String}
      series={[{ key: 'a', name: 'All', values: [7, null] }]}
    />,
  )
  expect([...document.querySelectorAll('td')].map((cell) => cell.textContent)).toEqual(['7', '–'])
  expect(document.querySelectorAll('rect')).toHaveLength(1)
  expect(document.querySelector('figure')?.getAttribute('dir')).toBe('ltr')
})

test('in a right-to-left page the first bar stands at the right', () => {
  const chart = (dir: 'rtl' | 'ltr') => (
    <BarChart
      title="Calls"
      categoryHead="Month"
      tableLabel="Table"
      categories={['Jan', 'Feb']}
      dir={dir}
      format={String}
      series={[{ key: 'a', name: 'All', values: [7, 3] }]}
    />
  )
  const places = () => [...document.querySelectorAll('rect')].map((bar) => Number(bar.getAttribute('x')))
  const { rerender } = render(chart('rtl'))
  const [first = 0, second = 0] = places()
  expect(first).toBeGreaterThan(second)
  rerender(chart('ltr'))
  const [left = 0, right = 0] = places()
  expect(left).toBeLessThan(right)
})

test('an axis ends on a round number at or above the largest value', () => {
  expect(ticksTo(420)).toEqual([0, 200, 400, 600])
  expect(ticksTo(0.94)).toEqual([0, 0.25, 0.5, 0.75, 1])
  expect(ticksTo(0)).toEqual([0, 1])
})

test('an avatar takes the first letter as the script writes it', () => {
  expect(initialOf('  maria')).toBe('M')
  expect(initialOf('मीरा')).toBe('मी')
})

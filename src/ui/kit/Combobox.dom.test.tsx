import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { Combobox, type ComboboxOption } from './Combobox.tsx'
import './testing/renderWithStores.tsx'
import { useDraft } from './useDraft.ts'

afterEach(cleanup)

interface FieldProps {
  readonly options: () => readonly ComboboxOption[]
  readonly onPick?: (option: ComboboxOption) => void
}
function Field({ options, onPick = () => undefined }: FieldProps) {
  const draft = useDraft({ value: '', problem: () => null, commit: () => undefined })
  return <Combobox label="Who" draft={draft} options={options} takesFirst={(text) => text !== ''} onPick={onPick} />
}
const field = () => screen.getByRole('combobox')
const many = Array.from({ length: 5000 }, (_, at) => ({ value: `client-${at}` }))

test('a long list is made when it is opened and not before, once for all that is typed, and drawn in part', () => {
  const options = vi.fn(() => many)
  render(<Field options={options} />)
  expect(options).not.toHaveBeenCalled()
  for (const text of ['c', 'cl', 'client-1']) fireEvent.change(field(), { target: { value: text } })
  expect(options).toHaveBeenCalledTimes(1)
  expect(screen.getAllByRole('option').length).toBeLessThan(100)
  expect(screen.getByText(/more: type to narrow the list/)).toBeTruthy()
})

test('the first that fits is marked before Enter takes it; the arrow keys lead elsewhere', () => {
  const picked: string[] = []
  render(<Field options={() => many.slice(0, 20)} onPick={({ value }) => picked.push(value)} />)
  fireEvent.change(field(), { target: { value: 'client-1' } })
  const marked = () => screen.getAllByRole('option').find((one) => one.getAttribute('aria-selected') === 'true')
  expect(marked()!.textContent).toBe('client-1')
  expect(field().getAttribute('aria-activedescendant')).toBe(marked()!.id)
  fireEvent.keyDown(field(), { key: 'ArrowDown' })
  fireEvent.keyDown(field(), { key: 'Enter' })
  fireEvent.change(field(), { target: { value: 'client-7' } })
  fireEvent.keyDown(field(), { key: 'Enter' })
  expect(picked).toEqual(['client-10', 'client-7'])
})

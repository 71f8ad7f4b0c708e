import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { emptyDesign } from '../../core/model/index.ts'
import { Dialog } from './Dialog.tsx'
import { Toast } from './Toast.tsx'
import { renderWithStores } from './testing/renderWithStores.tsx'

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const SENTENCE = 'VPCs overlap: nothing was moved.'
function draw(tone: 'info' | 'error') {
  const { stores } = renderWithStores(<Toast />, emptyDesign())
  act(() => stores.view.getState().say(SENTENCE, tone))
  return { stores }
}
const notice = () => screen.queryByText(SENTENCE, { selector: 'span' })
const later = (ms: number) => act(() => vi.advanceTimersByTime(ms))

test.each(['info', 'error'] as const)('a notice goes by itself: %s', (tone) => {
  draw(tone)
  expect(notice()).not.toBeNull()
  expect(screen.getByRole('status').textContent).toBe(SENTENCE)
  later(4000)
  expect(notice()).not.toBeNull()
  later(15_000)
  expect(notice()).toBeNull()
})

test('a pointer on it holds it', () => {
  draw('error')
  fireEvent.pointerEnter(notice()!.parentElement!)
  later(15_000)
  expect(notice()).not.toBeNull()
  fireEvent.pointerLeave(notice()!.parentElement!)
  later(15_000)
  expect(notice()).toBeNull()
})

test('the focus in it holds it, so that its buttons can be reached by the keyboard', () => {
  draw('error')
  act(() => screen.getByRole('button', { name: 'Dismiss this notice' }).focus())
  fireEvent.pointerEnter(notice()!.parentElement!)
  fireEvent.pointerLeave(notice()!.parentElement!)
  later(15_000)
  expect(notice()).not.toBeNull()
  act(() => screen.getByRole('button', { name: 'Dismiss this notice' }).blur())
  later(15_000)
  expect(notice()).toBeNull()
})

test('with its button the focus goes back to where it came from', () => {
  const { stores } = renderWithStores(
    <>
      <button type="button">Before</button>
      <Toast />
    </>,
    emptyDesign(),
  )
  const run = vi.fn()
  act(() => stores.view.getState().say(SENTENCE, 'info', { label: 'Undo', run }))
  act(() => screen.getByRole('button', { name: 'Before' }).focus())
  act(() => screen.getByRole('button', { name: 'Undo' }).focus())
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
  expect(run).toHaveBeenCalledOnce()
  expect(notice()).toBeNull()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Before' }))
})

test('what was said of one design goes when another is opened; what is said of the new one stays', () => {
  const { stores } = draw('error')
  act(() => stores.design.getState().open(emptyDesign('Two')))
  expect(notice()).toBeNull()
  act(() => {
    stores.view.getState().say(SENTENCE, 'error')
    stores.design.getState().open(emptyDesign('Three'))
  })
  expect(notice()).not.toBeNull()
})

test('it lies in the dialog that covers the page, where it can be seen, heard and pressed', () => {
  const both = (open: boolean) => (
    <>
      <Toast />
      {open ? (
        <Dialog title="Start" onClose={() => undefined}>
          words
        </Dialog>
      ) : null}
    </>
  )
  const { stores, redraw } = renderWithStores(both(true), emptyDesign())
  act(() => stores.view.getState().say(SENTENCE, 'error'))
  const dialog = screen.getByRole('dialog')
  expect(dialog.contains(notice())).toBe(true)
  expect(dialog.contains(screen.getByRole('status'))).toBe(true)
  redraw(both(false))
  expect(notice()).not.toBeNull()
})

import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { emptyDesign, parseDesign } from '../core/model/index.ts'
import type { Stores } from '../state/index.ts'
import { CrashScreen } from './CrashScreen.tsx'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

/** Stores of a page of which nothing more can be fetched: whoever needs the actions gets nowhere. */
const stores = {
  design: { getState: () => ({ undoLabel: null, design: emptyDesign('Kept') }) },
} as unknown as Stores

test('the design can be downloaded though nothing more can be fetched', async () => {
  const blobs: Blob[] = []
  URL.createObjectURL = (blob) => `blob:${blobs.push(blob as Blob)}`
  const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
  render(<CrashScreen stores={stores} error={new Error('planted')} onRetry={() => undefined} />)
  fireEvent.click(screen.getByRole('button', { name: 'Download the design' }))
  expect(clicked).toHaveBeenCalledOnce()
  const read = parseDesign(await blobs[0]!.text())
  expect(read.ok && read.design.title).toBe('Kept')
})

test('the page can be shown again or loaded again', () => {
  const retry = vi.fn()
  render(<CrashScreen stores={stores} error={new Error('planted')} onRetry={retry} />)
  expect(screen.getByRole('alert').textContent).toContain('planted')
  expect(screen.getByRole('button', { name: 'Reload the page' })).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Show the page again' }))
  expect(retry).toHaveBeenCalledOnce()
})

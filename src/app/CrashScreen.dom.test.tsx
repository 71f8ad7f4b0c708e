import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { type Design, emptyDesign, parseDesign } from '../core/model/index.ts'
import type { Stores } from '../state/index.ts'
import { CrashScreen } from './CrashScreen.tsx'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

/** Stores of a page of which nothing more can be fetched: whoever needs the actions gets nowhere. */
const storesOf = (design: Design) =>
  ({ design: { getState: () => ({ undoLabel: null, design }) } }) as unknown as Stores
const stores = storesOf(emptyDesign('Kept'))

/** The text of the file that the person gets. */
async function download(from: Stores): Promise<string> {
  const blobs: Blob[] = []
  URL.createObjectURL = (blob) => `blob:${blobs.push(blob as Blob)}`
  const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
  render(<CrashScreen stores={from} error={new Error('planted')} onRetry={() => undefined} />)
  fireEvent.click(screen.getByRole('button', { name: 'Download the design' }))
  expect(clicked).toHaveBeenCalledOnce()
  return blobs[0]!.text()
}

test('the design can be downloaded though nothing more can be fetched', async () => {
  const read = parseDesign(await download(stores))
  expect(read.ok && read.design.title).toBe('Kept')
})

test('a design that no file may hold can be downloaded too, to be mended by hand', async () => {
  const text = await download(storesOf({ ...emptyDesign(), title: 'x'.repeat(300) }))
  expect(JSON.parse(text)).toMatchObject({ format: 'hopwise-design', title: 'x'.repeat(300) })
})

test('the page can be shown again or loaded again', () => {
  const retry = vi.fn()
  render(<CrashScreen stores={stores} error={new Error('planted')} onRetry={retry} />)
  expect(screen.getByRole('alert').textContent).toContain('planted')
  expect(screen.getByRole('button', { name: 'Reload the page' })).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Show the page again' }))
  expect(retry).toHaveBeenCalledOnce()
})

import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { StrictMode } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { lazyPart } from './lazyPart.tsx'

afterEach(cleanup)
const Greeting = ({ name }: { readonly name: string }) => <p>Hello {name}</p>

const planted = { isBroken: true }
function Fragile() {
  if (planted.isBroken) throw new Error('planted')
  return <p>Well again</p>
}

it('draws the component when it has come, and at once from then on', async () => {
  const Lazy = lazyPart(async () => Greeting)
  render(<Lazy name="Ada" />, { wrapper: StrictMode })
  expect(screen.queryByText('Hello Ada')).toBeNull()
  await screen.findByText('Hello Ada')
  render(<Lazy name="Grace" />)
  expect(screen.getByText('Hello Grace')).toBeTruthy()
})

it('says that it could not be fetched, and tries again when asked to', async () => {
  const fetch = vi.fn(async () => Greeting).mockRejectedValueOnce(new Error('no network'))
  const Lazy = lazyPart(fetch)
  render(<Lazy name="Ada" />)
  await screen.findByRole('alert')
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await screen.findByText('Hello Ada')
  expect(screen.queryByRole('alert')).toBeNull()
  expect(fetch).toHaveBeenCalledTimes(2)
})

it('keeps what fails in it to itself, and draws it again when asked to', async () => {
  const Lazy = lazyPart(async () => Fragile)
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  render(
    <>
      <p>The rest</p>
      <Lazy />
    </>,
  )
  expect((await screen.findByRole('alert')).textContent).toContain('could not be drawn')
  expect(screen.getByText('The rest')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Reload' })).toBeTruthy()
  planted.isBroken = false
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(screen.getByText('Well again')).toBeTruthy()
  logged.mockRestore()
})

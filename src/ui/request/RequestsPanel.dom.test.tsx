import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { buildDesign } from '../../core/model/testing/designBuilder.ts'
import { renderWithStores } from '../kit/testing/renderWithStores.tsx'
import { RequestsPanel } from './RequestsPanel.tsx'

afterEach(cleanup)

function draw() {
  const design = buildDesign((b) => {
    const vpc = b.vpc({ name: 'vpc-a' })
    const subnet = b.subnet(vpc, { name: 'subnet-a', cidr: '10.0.1.0/24' })
    b.ec2(subnet, { name: 'client-a', privateIp: '10.0.1.10' })
    b.ec2(subnet, { name: 'client-b', privateIp: '10.0.1.20' })
  })
  const request = { from: 'client-a', to: '10.0.1.20', protocol: 'tcp', port: 443 } as const
  return renderWithStores(<RequestsPanel />, {
    ...design,
    requests: [{ id: 'r1', name: 'To B', request, expect: null }],
  })
}
const choose = (name: string) => {
  fireEvent.click(screen.getByRole('button', { name: 'Actions for To B' }))
  fireEvent.click(screen.getByRole('menuitem', { name }))
}

test('a missed expectation is said, a met one too', async () => {
  draw()
  await waitFor(() => expect(screen.queryByText('Not answered yet')).toBeNull())
  choose('Must succeed')
  const met = screen.queryByText(/^As expected/) !== null
  choose('Must fail')
  expect(screen.queryByText(/^Missed: must fail/) !== null).toBe(met)
  choose('Expect what it does now')
  await waitFor(() => expect(screen.getByText('1 of 1 as expected')).toBeTruthy())
})

test('a request is renamed where it stands', async () => {
  const { stores } = draw()
  choose('Rename')
  const field = screen.getByLabelText('Name of the request')
  fireEvent.change(field, { target: { value: 'Between neighbours' } })
  fireEvent.keyDown(field, { key: 'Enter' })
  expect(stores.design.getState().design.requests[0]).toMatchObject({ name: 'Between neighbours' })
  expect(screen.queryByLabelText('Name of the request')).toBeNull()
})

test('a request that came to something else in reality is marked with the sentence, until the marks are cleared', async () => {
  const { stores } = draw()
  await waitFor(() => expect(screen.queryByText('Not answered yet')).toBeNull())
  const { kind } = stores.engine.getState().pinned.value.r1!
  const outcome = kind === 'succeeds' ? 'connection-refused' : 'succeeds'
  fireEvent.click(screen.getByRole('button', { name: 'Compare with reality…' }))
  expect(stores.view.getState().dialog).toBe('observed')
  expect(await stores.actions.takeObserved(JSON.stringify({ id: 'r1', outcome, detail: 'as seen' }))).toBeNull()
  await waitFor(() =>
    expect(screen.getByText(/^Differs from reality: the model says .*; seen was .* \(as seen\)$/)).toBeTruthy(),
  )
  expect(screen.getByText('1 of 1 differs from what was seen')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Clear' }))
  expect(screen.queryByText(/^Differs from reality/)).toBeNull()
})

import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { buildDesign } from '../../core/model/testing/designBuilder.ts'
import { renderWithStores } from '../kit/testing/renderWithStores.tsx'
import { RequestBar } from './RequestBar.tsx'

afterEach(cleanup)

const twoClients = () =>
  buildDesign((b) => {
    const vpc = b.vpc({ name: 'vpc-a' })
    const subnet = b.subnet(vpc, { name: 'subnet-a', cidr: '10.0.1.0/24' })
    b.ec2(subnet, { name: 'client-a', privateIp: '10.0.1.10' })
    b.ec2(subnet, { name: 'client-b', privateIp: '10.0.1.20' })
  })
const destination = () => screen.getByRole<HTMLInputElement>('combobox', { name: /Destination/ })

test('Enter in the destination asks, the answer stands below and the trace comes to the front', async () => {
  const { stores } = renderWithStores(<RequestBar />, twoClients())
  fireEvent.change(destination(), { target: { value: '10.0.1.20' } })
  fireEvent.keyDown(destination(), { key: 'Enter' })
  await waitFor(() => expect(stores.engine.getState().verdict.value).not.toBeNull())
  expect(stores.engine.getState().asked).toMatchObject({ from: 'client-a', to: '10.0.1.20', port: 443 })
  await waitFor(() => expect(stores.view.getState().panel).toBe('trace'))
  expect((await screen.findByRole('status')).textContent).toContain('From client-a to 10.0.1.20, TCP 443')
})

test('what a request lacks is said in words', async () => {
  renderWithStores(<RequestBar />, twoClients())
  fireEvent.click(screen.getByRole('button', { name: 'Ask' }))
  expect((await screen.findByRole('alert')).textContent).toContain('host name or an address')
  fireEvent.change(destination(), { target: { value: '10.0.1.20' } })
  fireEvent.blur(destination())
  expect(screen.queryByRole('alert')).toBeNull()
})

test('a suggestion brings its port along', async () => {
  const { stores } = renderWithStores(<RequestBar />, twoClients())
  await waitFor(() => {
    fireEvent.click(destination())
    expect(screen.getByRole('option', { name: /10\.0\.1\.20/ })).toBeTruthy()
  })
  stores.engine.getState().setDraft({ port: '1' })
  fireEvent.click(screen.getByRole('option', { name: /10\.0\.1\.20/ }))
  expect(stores.engine.getState().draft).toMatchObject({ to: '10.0.1.20', protocol: 'tcp', port: '443' })
})

test('a packet size is asked for on demand, goes along with the request, and is given up again', async () => {
  const { stores } = renderWithStores(<RequestBar />, twoClients())
  expect(screen.queryByLabelText('Packet size in bytes')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: /packet size/ }))
  fireEvent.change(screen.getByLabelText('Packet size in bytes'), { target: { value: '9000' } })
  fireEvent.change(destination(), { target: { value: '10.0.1.20' } })
  fireEvent.keyDown(destination(), { key: 'Enter' })
  await waitFor(() => expect(stores.engine.getState().asked).toMatchObject({ packetSize: 9000 }))
  fireEvent.click(screen.getByRole('button', { name: 'Without a packet size' }))
  expect(stores.engine.getState().draft.packetSize).toBe('')
})

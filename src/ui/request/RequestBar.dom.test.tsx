import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { buildDesign } from '../../core/model/testing/designBuilder.ts'
import { fetchParts } from '../../state/parts.ts'
import { renderWithStores } from '../kit/testing/renderWithStores.tsx'
import { RequestBar } from './RequestBar.tsx'

beforeAll(fetchParts)
afterEach(cleanup)

const twoClients = () =>
  buildDesign((b) => {
    const vpc = b.vpc({ name: 'vpc-a' })
    const subnet = b.subnet(vpc, { name: 'subnet-a', cidr: '10.0.1.0/24' })
    b.ec2(subnet, { name: 'client-a', privateIp: '10.0.1.10' })
    b.ec2(subnet, { name: 'client-b', privateIp: '10.0.1.20' })
  })
const offered = () => {
  const list = screen.queryByRole('listbox')
  return list ? within(list).queryAllByRole('option') : []
}
const destination = () => screen.getByRole<HTMLInputElement>('combobox', { name: /Destination/ })

test('Enter in the destination asks, the answer stands below and the trace comes to the front', async () => {
  const { stores } = renderWithStores(<RequestBar />, twoClients())
  fireEvent.change(destination(), { target: { value: '10.0.1.20' } })
  fireEvent.keyDown(destination(), { key: 'Enter' })
  await waitFor(() => expect(stores.engine.getState().verdict.value).not.toBeNull())
  expect(stores.engine.getState().asked).toMatchObject({ from: 'client-a', to: '10.0.1.20', port: 443 })
  await waitFor(() => expect(stores.view.getState().panel).toBe('trace'))
  await waitFor(() => expect(screen.getByRole('status').textContent).toContain('From client-a to 10.0.1.20, TCP 443'))
})

test('a call that a saved request carries is shown, asked, and left out where one says so', async () => {
  const { stores } = renderWithStores(<RequestBar />, twoClients())
  const api = { action: 's3:GetObject', resource: '*', context: {} }
  stores.engine.getState().setDraft({ to: '10.0.1.20', api })
  const without = await screen.findByRole('button', { name: 'Without the call s3:GetObject' })
  fireEvent.click(screen.getByRole('button', { name: 'Ask' }))
  await waitFor(() => expect(stores.engine.getState().asked).toMatchObject({ api }))
  await waitFor(() => expect(screen.getByRole('status').textContent).toContain('calling s3:GetObject'))
  fireEvent.click(without)
  fireEvent.click(screen.getByRole('button', { name: 'Ask' }))
  await waitFor(() => expect(stores.engine.getState().asked).not.toHaveProperty('api'))
})

/** The parts of the call that is being written. */
const part = (name: string) => screen.findByRole<HTMLInputElement>('combobox', { name })
const type = async (name: string, value: string) => {
  const field = await part(name)
  fireEvent.change(field, { target: { value } })
  fireEvent.keyDown(field, { key: 'Escape' }) // closes the list
  fireEvent.blur(field)
}

test('a call is written as a sentence: action, resource, principal, condition keys', async () => {
  const { stores } = renderWithStores(<RequestBar />, twoClients())
  stores.engine.getState().setDraft({ to: '10.0.1.20' })
  fireEvent.click(screen.getByRole('button', { name: 'and call …' }))
  fireEvent.click(screen.getByRole('button', { name: 'Ask' }))
  expect((await screen.findByRole('alert')).textContent).toContain('Type what is called')
  await type('Action', 'GetObject')
  fireEvent.click(screen.getByRole('button', { name: 'Ask' }))
  expect((await screen.findByRole('alert')).textContent).toContain('“GetObject” is no action')
  await type('Action', 's3:GetObject')
  await type('Principal', 'arn:aws:iam::111122223333:role/reader')
  fireEvent.click(screen.getByRole('button', { name: 'Condition keys and session policies' }))
  await type('Condition key 1', 'aws:userid')
  await type('Value of condition key 1', 'AIDA1')
  fireEvent.click(screen.getByRole('button', { name: 'Condition key' }))
  await type('Condition key 2', 'aws:userid')
  await type('Value of condition key 2', 'AIDA2')
  fireEvent.click(screen.getByRole('button', { name: 'Condition key' }))
  await type('Condition key 3', 'aws:MultiFactorAuthPresent')
  await type('Value of condition key 3', 'true')
  fireEvent.click(screen.getByRole('button', { name: 'Ask' }))
  await waitFor(() =>
    expect(stores.engine.getState().asked?.api).toEqual({
      action: 's3:GetObject',
      resource: '*',
      principal: 'arn:aws:iam::111122223333:role/reader',
      context: { 'aws:userid': ['AIDA1', 'AIDA2'], 'aws:MultiFactorAuthPresent': 'true' },
    }),
  )
  fireEvent.click(screen.getByRole('button', { name: 'Without condition key aws:MultiFactorAuthPresent' }))
  fireEvent.click(screen.getByRole('button', { name: 'Ask' }))
  await waitFor(() =>
    expect(stores.engine.getState().asked?.api?.context).toEqual({ 'aws:userid': ['AIDA1', 'AIDA2'] }),
  )
})

test('what a saved request says of its call stays as it is until somebody changes it', async () => {
  const { stores } = renderWithStores(<RequestBar />, twoClients())
  const session = [{ Statement: [] }]
  const context = { 'aws:MultiFactorAuthAge': 5, 'aws:TagKeys': ['a', 'b'] }
  const api = { action: 'sqs:SendMessage', resource: 'arn:aws:sqs:us-east-1:111122223333:q', session, context }
  stores.engine.getState().setDraft({ to: '10.0.1.20', api })
  expect((await part('Value of condition key 1')).value).toBe('5')
  expect((await part('Condition key 3')).value).toBe('aws:TagKeys')
  expect(await screen.findByRole('button', { name: 'Edit Session policy 1' })).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Ask' }))
  await waitFor(() => expect(stores.engine.getState().asked?.api).toEqual(api))
  const other = { ...api, context: { 'aws:userid': 'x' }, session: [] }
  stores.engine.getState().setDraft({ api: other })
  await waitFor(async () => expect((await part('Condition key 1')).value).toBe('aws:userid'))
  expect(screen.queryByRole('combobox', { name: 'Condition key 2' })).toBeNull()
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

test('Enter takes the suggestion that a short name or a beginning stands for, and the list marks it before', async () => {
  const { stores } = renderWithStores(<RequestBar />, twoClients())
  for (const [typed, meant] of [
    ['sqs', 'sqs.us-east-1.amazonaws.com'],
    ['ssmmess', 'ssmmessages.us-east-1.amazonaws.com'],
    ['monitoring.us-e', 'monitoring.us-east-1.amazonaws.com'],
    ['clien', 'client-b'],
  ] as const) {
    fireEvent.change(destination(), { target: { value: typed } })
    await waitFor(() => expect(offered()[0]?.getAttribute('aria-selected')).toBe('true'))
    fireEvent.keyDown(destination(), { key: 'Enter' })
    await waitFor(() => expect(stores.engine.getState().asked?.to).toBe(meant))
  }
})

test('a short name is understood without the list: by the button', async () => {
  const { stores } = renderWithStores(<RequestBar />, twoClients())
  fireEvent.change(destination(), { target: { value: 'sqs' } })
  fireEvent.blur(destination())
  expect(stores.engine.getState().draft.to).toBe('sqs')
  fireEvent.click(screen.getByRole('button', { name: 'Ask' }))
  await waitFor(() => expect(stores.engine.getState().asked?.to).toBe('sqs.us-east-1.amazonaws.com'))
})

test('what is typed in full is asked as it is, though something longer is suggested', async () => {
  const { stores } = renderWithStores(<RequestBar />, twoClients())
  fireEvent.change(destination(), { target: { value: '10.0.1.2' } })
  fireEvent.keyDown(destination(), { key: 'Enter' })
  await waitFor(() => expect(stores.engine.getState().asked?.to).toBe('10.0.1.2'))
})

test('constructs are suggested by name, and stand in the field by it', async () => {
  const { stores } = renderWithStores(<RequestBar />, {
    ...twoClients(),
    constructs: {
      ...twoClients().constructs,
      'client-b': { ...twoClients().constructs['client-b']!, name: 'Back' },
    } as never,
  })
  fireEvent.change(destination(), { target: { value: 'bac' } })
  fireEvent.click(await screen.findByRole('option', { name: /Back/ }))
  await waitFor(() => expect(stores.engine.getState().asked).toMatchObject({ from: 'client-a', to: 'client-b' }))
  expect(destination().value).toBe('Back')
})

test('who asks is found by what is typed; nothing else can stand there', async () => {
  const { stores } = renderWithStores(<RequestBar />, twoClients())
  const from = screen.getByRole<HTMLInputElement>('combobox', { name: 'From' })
  expect(screen.queryByRole('listbox')).toBeNull()
  fireEvent.change(from, { target: { value: 'nonsense' } })
  fireEvent.blur(from)
  expect([from.value, stores.engine.getState().draft.from]).toEqual(['client-a', 'client-a'])
  fireEvent.change(from, { target: { value: 'Client-B' } })
  fireEvent.blur(from)
  expect(stores.engine.getState().draft.from).toBe('client-b')
  fireEvent.change(from, { target: { value: 'client-a' } })
  fireEvent.blur(from)
  fireEvent.change(from, { target: { value: 'ent-b' } })
  expect(offered()).toHaveLength(1)
  fireEvent.keyDown(from, { key: 'Enter' })
  expect([from.value, stores.engine.getState().draft.from]).toEqual(['client-b', 'client-b'])
})

test('the answer to another request than the one in the bar says so', async () => {
  renderWithStores(<RequestBar />, twoClients())
  const mark = () => screen.queryByText(/Not asked yet/)
  fireEvent.change(destination(), { target: { value: '10.0.1.20' } })
  fireEvent.keyDown(destination(), { key: 'Enter' })
  await waitFor(() => expect(screen.getAllByRole('status').some((one) => one.textContent !== '')).toBe(true))
  expect(mark()).toBeNull()
  fireEvent.change(destination(), { target: { value: '10.0.1.2' } })
  expect(mark()).not.toBeNull()
  fireEvent.change(destination(), { target: { value: '10.0.1.20' } })
  expect(mark()).toBeNull()
  fireEvent.change(screen.getByLabelText('Port'), { target: { value: '80' } })
  expect(mark()).not.toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Ask' }))
  await waitFor(() => expect(mark()).toBeNull())
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

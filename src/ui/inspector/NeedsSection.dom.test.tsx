// fetched here, and not in the first test's time
import '../../core/needs/index.ts'
import './NeedsSection.tsx'
import { act, cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { constructAt } from '../../core/model/index.ts'
import { buildDesign } from '../../core/model/testing/designBuilder.ts'
import { renderWithStores } from '../kit/testing/renderWithStores.tsx'
import { InspectorPanel } from './InspectorPanel.tsx'
import { SelectionActionsContext } from './SelectionActions.ts'

// the engine reads the whole catalogue before its first answer
configure({ asyncUtilTimeout: 10_000 })
afterEach(cleanup)

const withOneOfTwo = () =>
  buildDesign((b) => {
    const vpc = b.vpc({ id: 'vpc', dnsHostnames: true })
    const subnet = b.subnet(vpc, { id: 'subnet', cidr: '10.0.1.0/24' })
    const group = b.securityGroup(vpc, { id: 'sg', ingress: [['tcp', 443, '10.0.0.0/16']] })
    b.interfaceEndpoint(vpc, 'ssm', { id: 'ssm', subnets: [subnet], securityGroups: [group] })
    b.ec2(subnet, { id: 'app', workloads: ['session-manager'] })
  })

function inspect(design = withOneOfTwo()) {
  const { stores } = renderWithStores(
    <SelectionActionsContext value={{ duplicate: () => undefined, remove: () => undefined }}>
      <InspectorPanel />
    </SelectionActionsContext>,
    design,
  )
  act(() => stores.design.getState().select(['app']))
  const read = () => stores.design.getState().design
  return { stores, read }
}
const nameOf = (host: string, state: string) => `${host}.us-east-1.amazonaws.com, ${state}`

test('what a client needs is told name by name, with how many are reached', async () => {
  inspect()
  expect(await screen.findByText('1 of 2 names are reached: 1 missing.')).toBeTruthy()
  expect(screen.getByRole('button', { name: nameOf('ssm', 'reached') })).toBeTruthy()
  const missing = screen.getByRole('button', { name: nameOf('ssmmessages', 'missing') }).closest('li')!
  expect(missing.textContent).toContain('an endpoint for com.amazonaws.us-east-1.ssmmessages would serve it')
  expect(within(missing).getByRole('link').getAttribute('href')).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//)
})

test('a name asks its request and shows the trace', async () => {
  const { stores } = inspect()
  fireEvent.click(await screen.findByRole('button', { name: nameOf('ssmmessages', 'missing') }))
  expect(stores.view.getState().panel).toBe('trace')
  await waitFor(() => expect(stores.engine.getState().verdict.value?.request.to).toMatch(/^ssmmessages/))
  expect(stores.engine.getState().draft.to).toBe('ssmmessages.us-east-1.amazonaws.com')
})

test('what it may need is folded, and says when', async () => {
  inspect()
  const head = await screen.findByRole('button', { name: /What it may need.*of 5 reached/ })
  expect(head.getAttribute('aria-expanded')).toBe('false')
  fireEvent.click(head)
  expect(screen.getByText('Only before version 3.3.40.0 of the SSM Agent.')).toBeTruthy()
})

test('what is always needed can be pinned in one step, once', async () => {
  const { stores, read } = inspect()
  fireEvent.click(await screen.findByRole('button', { name: 'Pin these requests' }))
  expect(read().requests.map(({ name }) => name)).toEqual([
    'app to ssm.us-east-1.amazonaws.com',
    'app to ssmmessages.us-east-1.amazonaws.com',
  ])
  fireEvent.click(screen.getByRole('button', { name: 'Pin these requests' }))
  expect(read().requests).toHaveLength(2)
  act(() => stores.design.getState().undo())
  expect(read().requests).toEqual([])
})

test('the finding’s fix adds what is missing, and every name is reached', async () => {
  const { read } = inspect()
  fireEvent.click(await screen.findByRole('button', { name: /^Add what is missing for ssmmessages/ }))
  expect(await screen.findByText('All 2 names are reached.')).toBeTruthy()
  expect(constructAt(read(), 'interface-endpoint-1')).toMatchObject({ name: 'ssmmessages' })
})

test('workloads are added from a list and removed from it', () => {
  const { read } = inspect()
  const workloads = () => constructAt(read(), 'app')
  fireEvent.change(screen.getByLabelText('Workloads'), { target: { value: 'ecr-pull' } })
  expect(workloads()).toMatchObject({ workloads: ['session-manager', 'ecr-pull'] })
  fireEvent.click(screen.getByRole('button', { name: 'Remove Session Manager' }))
  expect(workloads()).toMatchObject({ workloads: ['ecr-pull'] })
})

test('what stands in the way of a name is told, and leads to its place', async () => {
  const design = buildDesign((b) => {
    const vpc = b.vpc({ id: 'vpc', dnsHostnames: true })
    const subnet = b.subnet(vpc, { id: 'subnet', cidr: '10.0.1.0/24' })
    const shut = b.securityGroup(vpc, { id: 'shut', ingress: [] })
    b.interfaceEndpoint(vpc, 'sts', { id: 'sts', subnets: [subnet], securityGroups: [shut] })
    b.ec2(subnet, { id: 'app', workloads: ['eks-irsa'] })
  })
  const { stores } = inspect(design)
  const blocked = (await screen.findByRole('button', { name: nameOf('sts', 'blocked') })).closest('li')!
  fireEvent.click(within(blocked).getByRole('button', { name: /shut/ }))
  expect(stores.design.getState().selection).toEqual(['shut'])
})

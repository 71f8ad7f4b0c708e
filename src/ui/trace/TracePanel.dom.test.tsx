import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { buildDesign, type DesignBuilder } from '../../core/model/testing/designBuilder.ts'
import { renderWithStores } from '../kit/testing/renderWithStores.tsx'
import { TracePanel } from './TracePanel.tsx'

afterEach(cleanup)

type Acl = Parameters<DesignBuilder['networkAcl']>[1]

/** Two instances, each in a subnet of its own; what the ACL of the second one's subnet says, and which port its security group opens. */
const twoInstances = (acl: Acl, port: number) =>
  buildDesign((b) => {
    const vpc = b.vpc({ name: 'vpc-a' })
    const a = b.subnet(vpc, { name: 'subnet-a', cidr: '10.0.1.0/24' })
    const c = b.subnet(vpc, { name: 'subnet-b', cidr: '10.0.2.0/24' })
    b.networkAcl(vpc, { name: 'acl-b', subnets: [c], ...acl })
    const asking = b.securityGroup(vpc, { name: 'sg-out' })
    const asked = b.securityGroup(vpc, { name: 'sg-in', ingress: [['tcp', port, '10.0.0.0/8']] })
    b.ec2(a, { name: 'client-a', securityGroups: [asking], privateIp: '10.0.1.10' })
    b.ec2(c, { name: 'client-b', securityGroups: [asked], privateIp: '10.0.2.10' })
  })

/** The security group of the second one lets nothing in, and its subnet's ACL lets no answer out. */
const blockedTwice = () =>
  twoInstances(
    { ingress: [[100, 'allow', 'all', null, '0.0.0.0/0']], egress: [[100, 'deny', 'all', null, '0.0.0.0/0']] },
    22,
  )

/** The ACL of the second subnet lets requests in, and no answer out. */
const withoutReturn = () =>
  twoInstances(
    { ingress: [[100, 'allow', 'tcp', 443, '10.0.0.0/16']], egress: [[100, 'allow', 'tcp', 443, '10.0.0.0/16']] },
    443,
  )

async function ask(to: string, design = blockedTwice()) {
  const { stores } = renderWithStores(<TracePanel />, design)
  await act(() => stores.engine.getState().askFor({ from: 'client-a', to, protocol: 'tcp', port: 443 }))
  return stores
}

test('before a question the panel says how to ask one', () => {
  renderWithStores(<TracePanel />, blockedTwice())
  expect(screen.getByText('No request yet')).toBeTruthy()
})

test('the verdict stands above, every blocker is listed, and the deciding step is marked', async () => {
  await ask('10.0.2.10')
  expect(screen.getByRole('heading', { name: 'Connection times out' })).toBeTruthy()
  const list = screen.getByRole('button', { name: /What stands in the way/ }).closest('section')!
  const blockers = within(list).getAllByRole('listitem')
  expect(blockers.length).toBeGreaterThan(1)
  expect(blockers[0]!.textContent).toContain('ENI_SG_RULES_MISMATCH')
  const marks = screen.getAllByText('Decided here')
  expect(marks).toHaveLength(1)
  expect(marks[0]!.closest('button')!.textContent).toContain('Stopped: Security group sg-in drops')
})

test('choosing a step puts it in the light and selects the entry it rests on; the trace stays in front', async () => {
  const stores = await ask('10.0.2.10')
  act(() => stores.view.getState().showPanel('trace'))
  fireEvent.click(screen.getByRole('button', { name: /Network ACL acl-b allows TCP 443 in/ }))
  expect(stores.engine.getState().cursor).toMatchObject({ branch: 0 })
  expect(stores.view.getState().focus).toEqual({ construct: 'acl-b', path: ['ingress', 0] })
  expect(stores.design.getState().selection).toEqual(['acl-b'])
  expect(stores.view.getState().panel).toBe('trace')
  const current = document.querySelector('[aria-current=step]')
  expect(current?.textContent).toContain('acl-b')
})

test('the link in a step leads to the entry in the inspector', async () => {
  const stores = await ask('10.0.2.10')
  fireEvent.click(screen.getByRole('button', { name: /Network ACL acl-b allows TCP 443 in/ }))
  fireEvent.click(screen.getAllByRole('button', { name: 'inbound rule 100 of acl-b' })[0]!)
  expect(stores.view.getState().panel).toBe('inspector')
})

test('the step buttons walk along the steps', async () => {
  const stores = await ask('10.0.2.10')
  fireEvent.click(screen.getByRole('button', { name: 'Next step' }))
  const first = stores.engine.getState().cursor
  fireEvent.click(screen.getByRole('button', { name: 'Next step' }))
  expect(first).toEqual({ branch: 0, leg: 0, hop: 0, step: 0 })
  expect(stores.engine.getState().cursor).not.toEqual(first)
})

test('the step in the light is counted', async () => {
  const stores = await ask('10.0.2.10')
  expect(screen.queryByText(/^Step 1 of/)).toBeNull()
  act(() => stores.engine.getState().stepBy(1))
  expect(screen.getByText(/^Step 1 of \d+$/)).toBeTruthy()
})

test('what would let the request through is offered in the trace, as one step', async () => {
  const stores = await ask('10.0.2.10', withoutReturn())
  const section = (await screen.findByRole('button', { name: /What would help/ })).closest('section')!
  expect(section.textContent).toContain('then the request succeeds')
  fireEvent.click(within(section).getAllByRole('button', { name: /^(Add|Allow)/ })[0]!)
  await waitFor(() => expect(screen.getByRole('heading', { level: 2 }).textContent).toMatch(/^Succeeds/))
  expect(stores.design.getState().undoLabel).not.toBeNull()
  await waitFor(() => expect(screen.queryByRole('button', { name: /What would help/ })).toBeNull())
})

test('a request that succeeds ends with its arrival, also where that is not drawn', async () => {
  await ask(
    's3.us-east-1.amazonaws.com',
    buildDesign((b) => {
      const vpc = b.vpc({ name: 'vpc-a' })
      const table = b.routeTable(vpc, [], { name: 'table' })
      b.ec2(b.subnet(vpc, { name: 'subnet-a', routeTable: table }), { name: 'client-a' })
      b.gatewayEndpoint(vpc, 's3', { name: 's3', routeTables: [table] })
    }),
  )
  expect(screen.getByRole('heading', { level: 2 }).textContent).toMatch(/^Succeeds/)
  expect(screen.getAllByText('Arrives').length).toBe(1)
})

test('what is not known is said, with the gap named', async () => {
  await ask('169.254.169.254')
  await waitFor(() => expect(screen.getByRole('heading', { name: 'Cannot tell' })).toBeTruthy())
  expect(screen.getByText('What keeps it from being told')).toBeTruthy()
})

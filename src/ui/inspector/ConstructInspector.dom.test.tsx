import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import {
  type ConstructId,
  constructAt,
  constructKinds,
  createConstruct,
  type Design,
  definitionOf,
  emptyDesign,
  formOf,
} from '../../core/model/index.ts'
import { buildDesign } from '../../core/model/testing/designBuilder.ts'
import { renderWithStores } from '../kit/testing/renderWithStores.tsx'
import { InspectorPanel } from './InspectorPanel.tsx'
import { SelectionActionsContext } from './SelectionActions.ts'

afterEach(cleanup)

function inspect(design: Design, id: ConstructId) {
  const done: string[] = []
  const actions = { duplicate: () => done.push('duplicate'), remove: () => done.push('remove') }
  const { stores } = renderWithStores(
    <SelectionActionsContext value={actions}>
      <InspectorPanel />
    </SelectionActionsContext>,
    design,
  )
  const select = (...ids: ConstructId[]) => act(() => stores.design.getState().select(ids))
  select(id)
  const read = () => constructAt(stores.design.getState().design, id)
  return { stores, done, select, read }
}

const oneSubnet = () =>
  buildDesign((b) => {
    const vpc = b.vpc({ name: 'vpc-a' })
    b.routeTable(vpc, [['0.0.0.0/0', 'blackhole']], { name: 'rtb-a' })
    b.subnet(vpc, { name: 'subnet-a', cidr: '10.0.1.0/24' })
    b.subnet(vpc, { name: 'subnet-b', cidr: '10.0.2.0/24' })
  })
const block = () => screen.getByLabelText<HTMLInputElement>('IPv4 block')
const type = (text: string) => fireEvent.change(block(), { target: { value: text } })

test('a block is committed on Enter, as one undo step that names the field and the construct', () => {
  const { stores, read } = inspect(oneSubnet(), 'subnet-a')
  type('10.0.9.0/24')
  expect(read()).toMatchObject({ cidr: '10.0.1.0/24' })
  fireEvent.keyDown(block(), { key: 'Enter' })
  expect(read()).toMatchObject({ cidr: '10.0.9.0/24' })
  expect(stores.design.getState().undoLabel).toBe('Change IPv4 block of subnet-a')
  act(() => stores.design.getState().undo())
  expect(block().value).toBe('10.0.1.0/24')
  expect(stores.design.getState().undoLabel).toBeNull()
})

test.each(['sqs', 'com.amazonaws.us-east-1.sq'])(
  '“%s” and Enter in a field of AWS’s names takes the suggestion',
  async (typed) => {
    const { read } = inspect(
      buildDesign((b) => b.interfaceEndpoint(b.vpc({}), 'kinesis-streams', { id: 'endpoint', subnets: [] })),
      'endpoint',
    )
    const field = screen.getByRole('combobox', { name: 'Service' })
    fireEvent.change(field, { target: { value: typed } })
    expect((await screen.findAllByRole('option', { name: /sqs/ }))[0]!.getAttribute('aria-selected')).toBe('true')
    fireEvent.keyDown(field, { key: 'Enter' })
    expect(read()).toMatchObject({ service: 'com.amazonaws.us-east-1.sqs' })
    expect(screen.queryByRole('alert')).toBeNull()
  },
)

test('a block that cannot be read stays in its field with the reason beside it, and is not committed', () => {
  const { stores, read } = inspect(oneSubnet(), 'subnet-a')
  type('10.0.0.5/24')
  expect(screen.queryByRole('alert')).toBeNull()
  fireEvent.blur(block())
  expect(block().value).toBe('10.0.0.5/24')
  expect(block().getAttribute('aria-invalid')).toBe('true')
  expect(screen.getByRole('alert').textContent).toContain('10.0.0.0/24')
  expect(block().getAttribute('aria-describedby')).toContain(screen.getByRole('alert').id)
  expect(read()).toMatchObject({ cidr: '10.0.1.0/24' })
  expect(stores.design.getState().undoLabel).toBeNull()
})

test('Escape gives a field its text back', () => {
  const { stores } = inspect(oneSubnet(), 'subnet-a')
  type('nonsense')
  fireEvent.keyDown(block(), { key: 'Escape' })
  expect(block().value).toBe('10.0.1.0/24')
  expect(screen.queryByRole('alert')).toBeNull()
  expect(stores.design.getState().undoLabel).toBeNull()
})

test('what was typed counts also when something else is selected before the field is left', () => {
  const { read, select } = inspect(oneSubnet(), 'subnet-a')
  type('10.0.9.0/24')
  select('subnet-b')
  expect(block().value).toBe('10.0.2.0/24')
  expect(read()).toMatchObject({ cidr: '10.0.9.0/24' })
})

test('what a paste brings along besides the text is left out', () => {
  const { read } = inspect(oneSubnet(), 'subnet-a')
  type('\t10.0.9.0/24\u2028 ')
  fireEvent.blur(block())
  expect(read()).toMatchObject({ cidr: '10.0.9.0/24' })
})

test('entries of a list are added, changed and removed, each as a step of its own', () => {
  const { stores, read } = inspect(oneSubnet(), 'rtb-a')
  fireEvent.click(screen.getByRole('button', { name: 'Add route' }))
  expect(stores.design.getState().undoLabel).toBe('Add route to rtb-a')
  const destinations = screen.getAllByRole<HTMLInputElement>('combobox', { name: 'Destination' })
  expect(destinations).toHaveLength(2)
  fireEvent.change(destinations[1]!, { target: { value: 'com.amazonaws.us-east-1.s3' } })
  fireEvent.blur(destinations[1]!)
  expect(read()).toMatchObject({
    routes: [{ destination: { cidr: '0.0.0.0/0' } }, { destination: { prefixList: 'com.amazonaws.us-east-1.s3' } }],
  })
  expect(stores.design.getState().undoLabel).toBe('Change route 2 of rtb-a')
  fireEvent.click(screen.getByRole('button', { name: 'Actions for route 1' }))
  fireEvent.click(screen.getByRole('menuitem', { name: 'Remove route 1' }))
  expect(read()).toMatchObject({ routes: [{ destination: { prefixList: 'com.amazonaws.us-east-1.s3' } }] })
})

test('a link to an entry unfolds it and gives it the focus', async () => {
  const design = buildDesign((b) => {
    b.securityGroup(b.vpc(), {
      name: 'sg-a',
      ingress: [
        ['tcp', 443, '10.0.0.0/8'],
        ['tcp', 22, '10.0.0.0/8'],
      ],
    })
  })
  const { stores } = inspect(design, 'sg-a')
  act(() => stores.view.getState().goTo({ construct: 'sg-a', path: ['ingress', 1] }))
  const row = screen.getByRole('button', { name: /inbound rule 2/, expanded: true })
  await waitFor(() => expect(document.activeElement).toBe(row.closest('li')))
})

test('derived values say where they come from', async () => {
  inspect(oneSubnet(), 'subnet-a')
  expect(await screen.findByText('251 of 256')).toBeTruthy()
  expect(screen.getByText('every table has it')).toBeTruthy()
})

test('several constructs are listed, and duplicated or deleted together', () => {
  const { select, done } = inspect(oneSubnet(), 'subnet-a')
  select('subnet-a', 'subnet-b')
  expect(screen.getByRole('heading', { name: '2 selected' })).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Delete' }))
  expect(done).toEqual(['remove'])
})

test('with nothing selected the design itself is edited', () => {
  const { stores, select } = inspect(oneSubnet(), 'subnet-a')
  select()
  fireEvent.change(screen.getByLabelText('Rules as of'), { target: { value: '2022-06-01' } })
  expect(stores.design.getState().design.rulesAsOf).toBe('2022-06-01')
})

test.each(constructKinds)('%s: a new one shows every field that applies to it', (kind) => {
  const construct = createConstruct(kind, 'new-1', 'New one', 'region-1')
  const empty = emptyDesign()
  inspect({ ...empty, constructs: { ...empty.constructs, 'new-1': construct } }, 'new-1')
  expect(screen.getByRole('heading', { name: definitionOf(kind).title })).toBeTruthy()
  for (const field of formOf(kind).fields)
    if (field.when?.(construct) ?? true)
      expect(screen.getAllByText((text) => text.startsWith(field.label)).length, field.label).toBeGreaterThan(0)
})

test('another container is chosen without a pointer, as one undo step, and the path follows', () => {
  const twoZones = buildDesign((b) => {
    const vpc = b.vpc({ name: 'vpc-a' })
    b.subnet(vpc, { name: 'subnet-a', cidr: '10.0.1.0/24', zone: 'us-east-1a' })
    b.subnet(vpc, { name: 'subnet-b', cidr: '10.0.2.0/24', zone: 'us-east-1b' })
  })
  const { stores, read } = inspect(twoZones, 'subnet-a')
  const field = screen.getByLabelText<HTMLSelectElement>('Lies in')
  const other = [...field.options].find(({ label }) => label.endsWith('us-east-1b'))!
  fireEvent.change(field, { target: { value: other.value } })
  expect(read()).toMatchObject({ zone: other.value })
  expect(stores.design.getState().undoLabel).toBe('Move subnet-a')
  expect(screen.getByLabelText('Containers').textContent).toContain('us-east-1b')
  act(() => stores.design.getState().undo())
  expect(read()).toMatchObject({
    zone: twoZones.constructs['subnet-a']!.kind === 'subnet' && twoZones.constructs['subnet-a'].zone,
  })
})

const offered = () =>
  buildDesign((b) => {
    const vpc = b.vpc({ name: 'vpc-a' })
    const subnet = b.subnet(vpc, { name: 'subnet-a' })
    b.endpointService([b.nlb(vpc, { name: 'nlb', subnets: [subnet] })], { name: 'service', acceptanceRequired: true })
    b.interfaceEndpoint(vpc, 'service', { name: 'endpoint', subnets: [subnet], state: 'pendingAcceptance' })
    b.gwlbe(subnet, b.endpointService([]), { name: 'gwlbe' })
    b.routeTable(vpc, [['0.0.0.0/0', 'gwlbe']], { name: 'table' })
  })

test('an endpoint is accepted and rejected through its states, each a step that can be undone', () => {
  const { stores, read } = inspect(offered(), 'endpoint')
  const press = (word: string) => fireEvent.click(screen.getByRole('button', { name: `${word}: endpoint` }))
  press('Accept')
  expect(read()).toMatchObject({ state: 'pending' })
  expect(stores.design.getState().undoLabel).toBe('Accept endpoint')
  expect(stores.view.getState().message?.text).toMatch(/^Accepted\. AWS now sets it up/)
  expect(screen.getByText(/AWS is at work on it/)).toBeTruthy()
  press('Skip the wait')
  expect(read()).toMatchObject({ state: 'available' })
  press('Reject')
  expect(read()).toMatchObject({ state: 'rejected' })
  expect(screen.queryByRole('button', { name: 'Accept: endpoint' })).toBeNull()
  act(() => stores.design.getState().undo())
  expect(read()).toMatchObject({ state: 'available' })
})

test('an endpoint service lists who is connected, and accepts them there', () => {
  const { stores } = inspect(offered(), 'service')
  fireEvent.click(screen.getByRole('button', { name: 'Accept: endpoint' }))
  expect(stores.design.getState().design.constructs.endpoint).toMatchObject({ state: 'pending' })
})

test('an internal load balancer claims no public address', () => {
  const { stores, select } = inspect(
    buildDesign((b) => {
      const vpc = b.vpc({})
      const subnet = b.subnet(vpc, { name: 'subnet-a' })
      b.nlb(vpc, { id: 'inside', subnets: [subnet], scheme: 'internal' })
      b.nlb(vpc, { id: 'outside', subnets: [subnet], scheme: 'internet-facing' })
    }),
    'inside',
  )
  for (const id of ['inside', 'outside']) {
    const change = { kind: 'change', of: 'network-load-balancer', id } as const
    const subnets = [{ subnet: 'subnet-a', privateIp: null, publicIp: 'auto' as const }]
    act(() => void stores.design.getState().apply('x', [{ ...change, fields: { subnets } }]))
    select(id)
    expect(screen.queryAllByText(/· public address/).length > 0, id).toBe(id === 'outside')
  }
})

test('what AWS refuses to delete says why, and stays', () => {
  const { stores, read } = inspect(offered(), 'gwlbe')
  fireEvent.click(screen.getByRole('button', { name: 'Begin deletion: gwlbe' }))
  expect(read()).toMatchObject({ state: 'available' })
  expect(stores.view.getState().message?.text).toContain('AWS deletes no endpoint that routes point to')
})

test('a setting that is unknown can be told, and a VPC says which ones are', () => {
  const design = offered()
  const vpc = { ...design.constructs['vpc-a']!, dnsSupport: null } as Design['constructs'][string]
  const { read } = inspect({ ...design, constructs: { ...design.constructs, 'vpc-a': vpc } }, 'vpc-a')
  const field = screen.getByLabelText<HTMLSelectElement>('DNS support')
  expect(field.selectedOptions[0]?.textContent).toBe('Unknown')
  fireEvent.change(field, { target: { value: 'false' } })
  expect(read()).toMatchObject({ dnsSupport: false })
})

test('a route to a client names its interface, and forgets it with another target', () => {
  const design = buildDesign((b) => {
    const vpc = b.vpc({ name: 'vpc-a' })
    b.ec2(b.subnet(vpc), { name: 'appliance' })
    b.routeTable(vpc, [['0.0.0.0/0', 'blackhole']], { name: 'table' })
  })
  const { read } = inspect(design, 'table')
  const target = () => screen.getByLabelText<HTMLSelectElement>('Target')
  fireEvent.change(target(), { target: { value: 'appliance' } })
  expect(read()).toMatchObject({ routes: [{ target: 'appliance', interface: 0 }] })
  fireEvent.click(screen.getByRole('button', { name: /^Route 1/i }))
  fireEvent.change(target(), { target: { value: 'local' } })
  const [route] = (read() as unknown as { routes: readonly object[] }).routes
  expect(route).toEqual({ destination: { cidr: '0.0.0.0/0' }, target: 'local' })
})

test('a target group asks whether its health checks get there, from the load balancer to the target', async () => {
  const design = buildDesign((b) => {
    const vpc = b.vpc({ id: 'vpc' })
    const net = b.subnet(vpc, { cidr: '10.0.1.0/24' })
    b.ec2(net, { id: 'web', name: 'Web', privateIp: '10.0.1.20' })
    b.targetGroup(vpc, ['web'], { id: 'group', port: 8443 })
    b.nlb(vpc, { id: 'nlb', subnets: [net], listeners: [['TCP', 443, 'group']] })
  })
  const { stores } = inspect(design, 'group')
  const button = await waitFor(() => screen.getByRole('button', { name: 'Does it reach Web?' }))
  await act(async () => fireEvent.click(button))
  await waitFor(() => expect(stores.engine.getState().verdict.value).not.toBeNull())
  expect(stores.engine.getState().asked).toMatchObject({ from: 'nlb', to: '10.0.1.20', protocol: 'tcp', port: 8443 })
  expect(stores.view.getState().panel).toBe('trace')
})

test('an ARN is written by what it is of and a name, any other letter by letter', () => {
  const empty = emptyDesign()
  const queue = createConstruct('policy-resource', 'queue', 'Orders', 'region-1')
  const arn = 'arn:aws:sqs:eu-west-1:111122223333:orders'
  const { read } = inspect({ ...empty, constructs: { ...empty.constructs, queue: { ...queue, arn } } }, 'queue')
  const commit = (label: string, value: string) => {
    const field = screen.getByLabelText(label)
    fireEvent.change(field, { target: { value } })
    fireEvent.keyDown(field, { key: 'Enter' })
  }
  commit('Resource name', 'invoices')
  expect(read()).toMatchObject({ arn: 'arn:aws:sqs:eu-west-1:111122223333:invoices' })
  commit('ARN of', 'kms')
  expect(read()).toMatchObject({ arn: 'arn:aws:kms:eu-west-1:111122223333:key/invoices' })
  expect(screen.getByText('arn:aws:kms:eu-west-1:111122223333:key/invoices')).toBeTruthy()
  commit('Resource name', '')
  expect(screen.getByRole('alert').textContent).toBe('Must not be empty')
  commit('ARN of', 'other')
  commit('ARN', 'no-arn')
  expect(screen.getByRole('alert').textContent).toContain('is not an ARN')
  commit('ARN', 'arn:aws:states:eu-west-1:111122223333:stateMachine:pay')
  expect(read()).toMatchObject({ arn: 'arn:aws:states:eu-west-1:111122223333:stateMachine:pay' })
})

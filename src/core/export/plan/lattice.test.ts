import { expect, test } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import { buildDesign } from '../../model/testing/designBuilder.ts'
import { RESERVED_NAMES } from '../aws/choices.ts'
import { sharedResources } from '../testing/sharedResources.ts'
import type { PartName } from './part.ts'
import { partOf, planExport } from './planExport.ts'

const catalogue = await loadCatalogue()
const { stacks, remarks } = planExport(sharedResources(), catalogue, RESERVED_NAMES)
const [own, other] = ['111122223333', '444455556666'].map((id) => stacks.find(({ accountId }) => accountId === id)!)
const said = (of: string) =>
  remarks
    .filter(({ construct }) => construct === of)
    .map(({ message }) => message)
    .join()
const resourceOf = (id: string) => partOf(own!, id, 'resource-configuration')

test('a resource is what AWS finds it by: an address, a name or an ARN', () => {
  expect(resourceOf('server')).toMatchObject({ type: 'SINGLE', resource: { kind: 'instance-address' } })
  expect(resourceOf('appliance').resource).toEqual({ kind: 'interface-address', key: 'appliance-instance/interface-0' })
  expect(resourceOf('front').resource).toEqual({ kind: 'balancer', key: 'nlb' })
  expect(resourceOf('desk').resource).toEqual({ kind: 'address', text: '192.168.0.5' })
  expect(resourceOf('by-name').resource).toEqual({ kind: 'domain', text: 'db.example.com' })
  expect(resourceOf('by-arn')).toMatchObject({ type: 'ARN', resource: { kind: 'arn' } })
  expect(resourceOf('cluster')).toMatchObject({ type: 'GROUP', resource: null })
  expect(resourceOf('node')).toMatchObject({ type: 'CHILD', group: 'cluster', gateway: null, verification: null })
})

test('what is not made has its address asked for, and so has a gateway that is not drawn', () => {
  expect(resourceOf('unmade').resource).toEqual({ kind: 'given-address', key: 'unmade/address' })
  expect(own!.imports.has('elsewhere/gateway')).toBe(true)
  expect(own!.imports.has('unmade/address')).toBe(true)
})

test('a definition that says nothing of a resource is left out, with a remark', () => {
  expect(own!.byKey.has('nowhere')).toBe(false)
  expect(said('nowhere')).toContain('“no name of anything” is no address, domain name or ARN')
})

test('a verified domain is verified anew, and the remark says how', () => {
  expect(partOf(own!, 'server/domain-verification', 'domain-verification').domain).toBe('db.example.com')
  expect(said('server')).toContain('get-domain-verification')
  expect(said('by-name')).toBe('')
})

test('the provider shares with other accounts, and their parts stand there', () => {
  expect(partOf(own!, 'cluster/share', 'configuration-share').accounts).toEqual(['444455556666'])
  expect(partOf(own!, 'network/share', 'network-share').accounts).toEqual(['444455556666'])
  expect(own!.byKey.has('server/share')).toBe(false)
  const latticeParts: readonly PartName[] = ['resource-endpoint', 'service-network-endpoint', 'network-vpc']
  expect(other!.parts.filter(({ name }) => latticeParts.includes(name)).map(({ key }) => key)).toEqual([
    'network/vpc-far',
    'far-network-endpoint',
    'far-endpoint',
  ])
  expect([...other!.imports.keys()]).toEqual(['cluster', 'network'])
})

test('an association takes groups of its VPC alone', () => {
  expect(partOf(own!, 'network/vpc-near', 'network-vpc').groups).toEqual(['users'])
  expect(said('network')).toContain('“gateway-group” is left out')
})

test('what AWS does not make is said: a gateway without subnets, a child without a group, with one that is not made, or with itself for one', () => {
  const plan = planExport(
    buildDesign((b) => {
      b.resourceGateway(b.vpc({ cidrs: ['10.0.0.0/16'] }), { id: 'gateway' })
      b.resourceConfiguration({ id: 'child', type: 'child', definition: '10.0.0.9' })
      b.resourceConfiguration({ id: 'orphan', type: 'child', definition: '10.0.0.9', group: 'nowhere' })
      b.resourceConfiguration({ id: 'own', type: 'child', definition: '10.0.0.9', group: 'own' })
    }),
    catalogue,
    RESERVED_NAMES,
  )
  expect(plan.remarks.map(({ message }) => message)).toEqual([
    'child: it names no group, and AWS makes no child without one.',
    'gateway: it names no subnet, and AWS makes no resource gateway without one.',
    expect.stringContaining('the reference to “nowhere” is left out'),
    'orphan: it is left out with its group, and AWS makes no child without one.',
    'own: own is no group, and AWS makes no child without one.',
  ])
  const keys = plan.stacks.flatMap(({ parts }) => parts.map(({ key }) => key))
  for (const key of ['gateway', 'child', 'orphan', 'own']) expect(keys).not.toContain(key)
})

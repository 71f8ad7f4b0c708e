import { describe, expect, test } from 'vitest'
import { applyEdits } from '../../applyEdit.ts'
import type { Design } from '../../design.ts'
import type { ConstructKind } from '../../kinds/registry.ts'
import { buildDesign, type DesignBuilder } from '../../testing/designBuilder.ts'
import { describeDrop } from '../describeDrop.ts'
import { planAddition } from '../planAddition.ts'

const town = (more: (b: DesignBuilder, region: string) => void = () => {}): Design =>
  buildDesign((b) => {
    const data = b.vpc({ id: 'data', cidrs: ['10.0.0.0/16'] })
    const subnet = b.subnet(data, { id: 'data-a', zone: 'us-east-1a', cidr: '10.0.1.0/24' })
    b.ec2(subnet, {
      id: 'db',
      name: 'db',
      listens: [
        { protocol: 'tcp', port: 5432 },
        { protocol: 'udp', port: 53 },
      ],
    })
    b.nlb(data, { id: 'nlb', name: 'nlb', subnets: [subnet], listeners: [['TCP', 8443]] })
    b.resourceGateway(data, { id: 'gateway', subnets: [subnet] })
    const apps = b.vpc({ id: 'apps', name: 'apps', cidrs: ['10.1.0.0/16'] })
    b.subnet(apps, { id: 'apps-a', zone: 'us-east-1a', cidr: '10.1.1.0/24' })
    more(b, b.region('us-east-1'))
  })
const configured = town((b) => {
  b.resourceConfiguration({
    id: 'shared',
    name: 'shared',
    resourceGateway: 'gateway',
    customDomainName: 'db.example.com',
  })
  b.resourceConfiguration({ id: 'child', type: 'child' })
  b.serviceNetwork({ id: 'network' })
})
const add = (design: Design, kind: ConstructKind, parent: string) => {
  const plan = planAddition(design, kind, parent, { x: 0, y: 0 })
  if (!plan.ok) throw new Error(plan.sentence)
  return applyEdits(design, plan.edits).design.constructs[plan.id]!
}
const regionOf = (design: Design) => Object.values(design.constructs).find(({ kind }) => kind === 'region')!.id

describe('a resource configuration', () => {
  test('that is dropped on something offers it, on the TCP ports that it answers on, through the only gateway', () => {
    expect(add(town(), 'resource-configuration', 'db')).toMatchObject({
      resource: 'db',
      resourceGateway: 'gateway',
      ports: [{ from: 5432, to: 5432 }],
    })
    expect(add(town(), 'resource-configuration', 'nlb')).toMatchObject({
      resource: 'nlb',
      ports: [{ from: 8443, to: 8443 }],
    })
    expect(describeDrop(town(), { kind: 'resource-configuration' }, 'db').sentence).toBe('Offers db to other VPCs')
  })
  test('elsewhere names none', () => {
    const design = town()
    expect(add(design, 'resource-configuration', regionOf(design))).toMatchObject({
      resource: null,
      ports: [{ from: 443, to: 443 }],
    })
  })
})

describe('an endpoint of VPC Lattice', () => {
  test('leads to the only configuration that others may use, with its domain name', () => {
    expect(add(configured, 'resource-endpoint', 'apps')).toMatchObject({
      resourceConfiguration: 'shared',
      subnets: ['apps-a'],
      privateDns: true,
    })
    expect(describeDrop(configured, { kind: 'resource-endpoint' }, 'apps').sentence).toBe(
      'Resource endpoint for shared gets an address in 1 zone',
    )
  })
  test('in the VPC of the resource gateway leads nowhere yet: AWS makes none there', () => {
    expect(add(configured, 'resource-endpoint', 'data')).toMatchObject({
      resourceConfiguration: null,
      privateDns: false,
    })
  })
  test('leads to the first service network', () => {
    expect(add(configured, 'service-network-endpoint', 'apps')).toMatchObject({
      serviceNetwork: 'network',
      privateDns: true,
    })
  })
})

test('a service network holds the resources of its account that are not part of a group', () => {
  expect(add(configured, 'service-network', regionOf(configured))).toMatchObject({
    resources: [{ configuration: 'shared', privateDns: true }],
  })
  expect(describeDrop(configured, { kind: 'service-network' }, regionOf(configured)).sentence).toBe(
    'Adds a service network with shared',
  )
  expect(describeDrop(town(), { kind: 'service-network' }, regionOf(town())).sentence).toMatch(/without resources yet$/)
})

import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import { buildDesign, type DesignBuilder } from '../../model/testing/designBuilder.ts'
import { compileTopology } from '../index.ts'

const catalogue = await loadCatalogue()
const compile = (draw: (b: DesignBuilder) => void) => compileTopology(buildDesign(draw), catalogue)

/** Two zones with a server in each. */
function twoZones(b: DesignBuilder): void {
  b.vpc({ id: 'vpc' })
  for (const letter of ['a', 'b']) {
    b.subnet('vpc', { id: `net-${letter}`, zone: `us-east-1${letter}`, cidr: `10.0.${letter === 'a' ? 1 : 2}.0/24` })
    b.ec2(`net-${letter}`, { id: `web-${letter}` })
  }
}

describe('client address preservation', () => {
  // [type, protocol, setting, expected]. Source: Network Load Balancer guide, client IP preservation
  const rows = [
    ['instance', 'TCP', null, true],
    ['instance', 'TLS', null, true],
    ['instance', 'TCP', false, false],
    ['ip', 'TCP', null, false],
    ['ip', 'TLS', null, false],
    ['ip', 'TCP', true, true],
    ['ip', 'UDP', null, true],
    ['ip', 'TCP_UDP', false, true],
    ['instance', 'UDP', false, true],
    ['instance', 'HTTP', null, false],
  ] as const
  it.each(rows)('%s targets by %s, set to %s: %s', (targetType, protocol, preserveClientIp, expected) => {
    const { balancers } = compile((b) => {
      twoZones(b)
      const target = targetType === 'ip' ? { address: '10.0.1.9' } : { target: 'web-a' }
      b.targetGroup('vpc', [target], { id: 'group', targetType, protocol, preserveClientIp })
      b.nlb('vpc', { id: 'nlb', subnets: ['net-a'], listeners: [['TCP', 443, 'group']] })
    })
    expect(balancers.get('nlb')!.listeners[0]!.groups[0]!.preservesClient).toBe(expected)
  })
})

it('makes DNS names as AWS does, and takes stated ones as they are', () => {
  const { balancers } = compile((b) => {
    twoZones(b)
    b.nlb('vpc', { id: 'nlb', name: 'My Web', subnets: ['net-a'] })
    b.alb('vpc', { id: 'alb', subnets: ['net-a'] })
    b.alb('vpc', { id: 'shop', subnets: ['net-a'], scheme: 'internet-facing' })
    b.nlb('vpc', { id: 'own', subnets: ['net-a'], dnsName: 'Own-1.elb.us-east-1.amazonaws.com.' })
  })
  expect(balancers.get('nlb')!.dnsName).toMatch(/^my-web-[0-9a-f]{16}\.elb\.us-east-1\.amazonaws\.com$/)
  expect(balancers.get('alb')!.dnsName).toMatch(/^internal-alb-[0-9a-f]{16}\.us-east-1\.elb\.amazonaws\.com$/)
  expect(balancers.get('shop')!.dnsName).toMatch(/^shop-[0-9a-f]{16}\.us-east-1\.elb\.amazonaws\.com$/)
  expect(balancers.get('own')!.dnsName).toBe('own-1.elb.us-east-1.amazonaws.com')
})

it('gives nodes groups and public addresses by kind and scheme', () => {
  const { balancers } = compile((b) => {
    twoZones(b)
    b.securityGroup('vpc', { id: 'sg' })
    b.nlb('vpc', { id: 'plain', subnets: ['net-a'] })
    b.nlb('vpc', { id: 'grouped', subnets: ['net-a'], securityGroups: ['sg'] })
    b.alb('vpc', { id: 'alb', subnets: ['net-a'] })
    b.nlb('vpc', {
      id: 'open',
      scheme: 'internet-facing',
      subnets: [{ subnet: 'net-a', publicIp: '198.51.100.7' }, 'net-b'],
    })
    b.gwlb('vpc', { id: 'gwlb', subnets: ['net-a'] })
  })
  const nodes = (id: string) => balancers.get(id)!.enis
  expect(nodes('plain')[0]!.groups).toEqual([])
  expect(balancers.get('plain')!.hasGroups).toBe(false)
  expect(nodes('grouped')[0]!.groups.map(({ id }) => id)).toEqual(['sg'])
  // an Application Load Balancer always has one: the default group where none is named
  expect(nodes('alb')[0]!.groups.map(({ id }) => id)).toEqual([null])
  expect(nodes('gwlb')[0]!.groups).toEqual([])
  expect(nodes('plain')[0]!.publicAddress).toBeNull()
  expect(nodes('open')[0]!.publicAddress).toBe(0xc6336407)
  expect(nodes('open')[1]!.publicAddress).not.toBeNull()
})

it('says what of a target group cannot be found, each at its place', () => {
  const { balancers } = compile((b) => {
    twoZones(b)
    b.vpc({ id: 'other', cidrs: ['10.9.0.0/16'] })
    b.subnet('other', { id: 'net-o', zone: 'us-east-1a', cidr: '10.9.1.0/24' })
    b.ec2('net-o', { id: 'far' })
    b.targetGroup('vpc', [{ target: 'nobody' }, { target: 'far' }, { target: 'web-a' }], { id: 'group' })
    b.targetGroup('vpc', [{ address: 'ten' }], { id: 'ips' })
    b.targetGroup('other', ['far'], { id: 'elsewhere' })
    const listeners = [
      ['TCP', 1, 'group'],
      ['TCP', 2, 'ips'],
      ['TCP', 3, 'elsewhere'],
      ['TCP', 4, 'gone'],
      ['TCP', 5],
    ] as const
    b.nlb('vpc', { id: 'nlb', subnets: ['net-a', 'no-net'], listeners })
  })
  const { listeners, gap } = balancers.get('nlb')!
  expect(gap).toMatchObject({ code: 'dangling-reference', at: { construct: 'nlb', path: ['subnets', 1, 'subnet'] } })
  const [group, ips] = listeners.map((one) => one.groups[0])
  expect(group!.targets.map((one) => one.gap?.at.path)).toEqual([
    ['targets', 0, 'target'],
    ['targets', 1, 'target'],
    undefined,
  ])
  expect(ips!.targets[0]!.gap).toMatchObject({ code: 'invalid-value', at: { path: ['targets', 0, 'address'] } })
  expect(listeners.slice(2).map((one) => one.usual.gap?.code ?? null)).toEqual([
    'invalid-value',
    'dangling-reference',
    null,
  ])
})

it('names endpoint services, with zones by zone id', () => {
  const { endpointServices, endpoints, enisOf } = compile((b) => {
    twoZones(b)
    b.nlb('vpc', { id: 'nlb', subnets: ['net-a', 'net-b'] })
    b.endpointService(['nlb'], { id: 'service', serviceId: 'vpce-svc-0123' })
    b.interfaceEndpoint('vpc', 'service', { id: 'by-id', subnets: ['net-a'] })
    b.interfaceEndpoint('vpc', 'com.amazonaws.vpce.us-east-1.vpce-svc-0123', { id: 'by-name', subnets: ['net-a'] })
    b.interfaceEndpoint('vpc', 'com.amazonaws.vpce.us-east-1.vpce-svc-0999', { id: 'not-drawn', subnets: ['net-a'] })
    b.gwlbe('net-a', 'service', { id: 'gwlbe' })
  })
  const service = endpointServices.get('service')!
  expect(service.name).toBe('com.amazonaws.vpce.us-east-1.vpce-svc-0123')
  expect(service.zoneIds.size).toBe(2)
  for (const id of service.zoneIds) expect(id).toMatch(/^use1-az\d$/)
  expect(endpoints.get('by-id')!.provider).toBe(service)
  expect(endpoints.get('by-name')!.provider).toBe(service)
  expect(endpoints.get('not-drawn')!.provider).toBeNull()
  expect(enisOf.get('gwlbe')![0]!.inspection!.provider).toBe(service)
})

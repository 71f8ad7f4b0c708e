import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import { buildDesign, type DesignBuilder } from '../model/testing/designBuilder.ts'
import { compileTopology } from '../topology/index.ts'
import { quotaExceeded } from './quota-exceeded.ts'
import { runChecks } from './runChecks.ts'

const catalogue = await loadCatalogue()
const found = (draw: (b: DesignBuilder) => void): readonly string[] => {
  const design = buildDesign(draw)
  return runChecks({ design, topology: compileTopology(design, catalogue), catalogue }, [quotaExceeded]).map(
    ({ at, message }) => `${[at[0].construct, ...at[0].path].join('.')} | ${/ has (.*?);/.exec(message)?.[1]}`,
  )
}
/** Numbers as ids sort them. */
const three = (i: number) => String(i).padStart(3, '0')
const times = (count: number, draw: (number: string) => void): void => {
  for (let i = 0; i < count; i++) draw(three(i))
}

describe('quotas', () => {
  /** What is counted, how many AWS allows, and how to draw one of them. */
  const counted: readonly (readonly [string, number, (b: DesignBuilder, id: string) => void])[] = [
    ['VPCs', 5, (b, id) => b.vpc({ id })],
    ['subnets', 200, (b, id) => b.subnet('vpc', { id })],
    ['route tables', 200, (b, id) => b.routeTable('vpc', [], { id })],
    ['interface and Gateway Load Balancer endpoints', 50, (b, id) => b.interfaceEndpoint('vpc', 'sqs', { id })],
    ['interface and Gateway Load Balancer endpoints', 50, (b, id) => b.gwlbe('net', 'com.amazonaws.x', { id })],
    ['gateway endpoints', 20, (b, id) => b.gatewayEndpoint('vpc', 's3', { id })],
    ['resource endpoints', 200, (b, id) => b.resourceEndpoint('vpc', { id })],
    ['service network endpoints', 50, (b, id) => b.serviceNetworkEndpoint('vpc', { id })],
    ['active peering connections', 50, (b, id) => b.peering('vpc', `other-${id}`, { id })],
    ['Elastic IP addresses', 5, (b, id) => b.elasticIp({ id })],
    ['NAT gateways', 5, (b, id) => b.natGateway('net', { id })],
  ]
  it.each(counted)('are met by %s at %i, and passed by one more', (what, limit, one) => {
    const many = (count: number) =>
      found((b) => {
        // the place is one of the VPCs and one of the subnets that are counted
        if (what !== 'VPCs') b.vpc({ id: 'vpc' })
        if (what !== 'VPCs' && what !== 'subnets') b.subnet('vpc', { id: 'net' })
        times(count, (i) => one(b, `one-${i}`))
      })
    expect(many(limit)).toEqual([])
    expect(many(limit + 1)).toEqual([`one-${three(limit)} | ${limit + 1} ${what}`])
  })

  it('count what is in one place: a VPC, a zone, a Region', () => {
    const twoPlaces = found((b) => {
      for (const vpc of ['vpc-a', 'vpc-b']) {
        b.vpc({ id: vpc })
        for (const zone of ['us-east-1a', 'us-east-1b']) {
          const net = b.subnet(vpc, { zone })
          times(5, () => b.natGateway(net))
        }
        times(40, () => b.interfaceEndpoint(vpc, 'sqs'))
        times(40, () => b.serviceNetworkEndpoint(vpc))
      }
      for (const code of ['us-east-1', 'eu-west-1']) times(4, () => b.elasticIp({ region: b.region(code) }))
    })
    expect(twoPlaces).toEqual([])
  })

  it('leave out what is gone: endpoints that were rejected, peerings that are not active', () => {
    const gone = (state: 'rejected' | 'available') =>
      found((b) => {
        const net = b.subnet(b.vpc({ id: 'vpc' }))
        times(30, (i) => b.interfaceEndpoint('vpc', 'sqs', { id: `a-${i}`, state }))
        times(30, (i) => b.gwlbe(net, 'com.amazonaws.x', { id: `gwlbe-${i}`, state }))
        times(21, (i) =>
          b.gatewayEndpoint('vpc', 's3', { id: `s3-${i}`, state: state === 'available' ? state : 'deleted' }),
        )
        times(51, (i) =>
          b.peering('vpc', `other-${i}`, {
            id: `pcx-${i}`,
            state: state === 'available' ? 'active' : 'pending-acceptance',
          }),
        )
      })
    expect(gone('rejected')).toEqual([])
    expect(gone('available')).toEqual([
      'gwlbe-020 | 60 interface and Gateway Load Balancer endpoints',
      'pcx-050 | 51 active peering connections',
      's3-020 | 21 gateway endpoints',
    ])
  })

  it('count a peering connection in both of its VPCs, and once where both are one', () => {
    const both = found((b) => {
      const [one, other] = [b.vpc(), b.vpc()]
      times(51, (i) => b.peering(one, other, { id: `pcx-${i}` }))
    })
    expect(both).toHaveLength(2)
    expect(
      found((b) => {
        const vpc = b.vpc()
        times(50, () => b.peering(vpc, vpc))
      }),
    ).toEqual([])
  })

  it('count rules of each direction apart', () => {
    const rules = (count: number) =>
      Array.from({ length: count }, (_, i) => [i + 1, 'allow', 'tcp', i + 1, '10.0.0.0/8'] as const)
    const acl = (inbound: number, outbound: number) =>
      found((b) => void b.networkAcl(b.vpc(), { id: 'acl', ingress: rules(inbound), egress: rules(outbound) }))
    expect(acl(20, 20)).toEqual([])
    expect(acl(21, 20)).toEqual(['acl.ingress | 21 rules in one direction'])
    expect(acl(20, 21)).toEqual(['acl.egress | 21 rules in one direction'])
  })

  it('count a group’s rule for a prefix list in both families, and one for a block in its own', () => {
    const group = (direction: 'ingress' | 'egress', ...peers: readonly string[]) =>
      found((b) => {
        const rules = peers.flatMap((peer) => Array.from({ length: 30 }, (_, i) => ['tcp', i + 1, peer] as const))
        b.securityGroup(b.vpc(), { id: 'sg', egress: [], [direction]: rules })
      })
    for (const direction of ['ingress', 'egress'] as const) {
      expect(group(direction, '10.0.0.0/8', '2001:db8::/32', 'com.amazonaws.us-east-1.s3')).toEqual([])
      expect(group(direction, '10.0.0.0/8', '10.1.0.0/16', 'com.amazonaws.us-east-1.s3')).toEqual([
        `sg.${direction} | 90 rules in one direction`,
      ])
    }
  })

  it('count the groups of each interface, whatever it belongs to', () => {
    const groups = (count: number) =>
      found((b) => {
        const vpc = b.vpc()
        const net = b.subnet(vpc)
        const securityGroups = Array.from({ length: count }, (_, i) => b.securityGroup(vpc, { id: `sg-${i}` }))
        b.ec2(net, { id: 'client', securityGroups })
        b.interfaceEndpoint(vpc, 'sqs', { id: 'endpoint', securityGroups })
        b.nlb(vpc, { id: 'nlb', securityGroups })
        b.nlb(vpc, { id: 'bare', securityGroups: null })
        b.alb(vpc, { id: 'alb', securityGroups })
      })
    expect(groups(5)).toEqual([])
    expect(groups(6)).toEqual([
      'alb.securityGroups | 6 security groups on one interface',
      'client.interfaces.0.securityGroups | 6 security groups on one interface',
      'endpoint.securityGroups | 6 security groups on one interface',
      'nlb.securityGroups | 6 security groups on one interface',
    ])
  })
})

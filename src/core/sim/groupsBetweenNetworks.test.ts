import { expect, it } from 'vitest'
import type { DesignBuilder } from '../model/testing/designBuilder.ts'
import { askIn, type Draw } from './testing/askIn.ts'

const listens = [{ protocol: 'tcp' as const, port: 443 }]

it('sees the groups of a load balancer’s targets when it sends, and its own when it is what sends', () => {
  const ask = askIn((b) => {
    b.securityGroup('vpc', { id: 'servers', ingress: [['tcp', 443, '10.0.0.0/16']] })
    b.ec2('out', { id: 'server', ...{ privateIp: '10.0.2.9', securityGroups: ['servers'] }, listens })
    b.targetGroup('vpc', ['server'], { id: 'group', protocol: 'HTTPS', port: 443 })
  })
  const sending =
    (to: string): Draw =>
    (b) => {
      b.securityGroup('vpc', { id: 'front', ingress: [['tcp', 443, '0.0.0.0/0']], egress: [] })
      b.set<'security-group'>('front', {
        egress: [
          { protocol: 'tcp', ports: { from: 443, to: 443 }, icmp: null, peer: { securityGroup: to }, description: '' },
        ],
      })
      b.alb('vpc', {
        id: 'alb',
        ...{ subnets: [{ subnet: 'net', privateIp: '10.0.1.5' }], securityGroups: ['front'] },
        listeners: [['HTTPS', 443, 'group']],
      })
    }
  expect(ask('10.0.1.5', sending('servers'))).toEqual(['succeeds'])
  expect(ask('10.0.1.5', sending('front'))).toEqual(['fails', 'ENI_SG_RULES_MISMATCH at front.egress'])
})

/** A server in another VPC whose group admits the client’s group alone. */
const served = (b: DesignBuilder, region = 'us-east-1') => {
  b.vpc({ id: 'far', cidrs: ['10.1.0.0/16'], ipv6Cidrs: ['2001:db8:f::/56'], region: b.region(region) })
  b.subnet('far', { id: 'far-net', cidr: '10.1.0.0/24', ipv6Cidr: '2001:db8:f::/64' })
  b.securityGroup('far', { id: 'by-group', ingress: [['tcp', 443, 'open']] })
  b.ec2('far-net', {
    id: 'server',
    ...{ privateIp: '10.1.0.9', ipv6: '2001:db8:f::9', securityGroups: ['by-group'] },
    listens,
  })
}
const routes = (b: DesignBuilder, near: string, far = near) => {
  b.mainTable('vpc', [
    ['10.1.0.0/16', near],
    ['2001:db8:f::/56', near],
  ])
  b.mainTable('far', [
    ['10.0.0.0/16', far],
    ['2001:db8::/56', far],
  ])
}

it('takes references over the transit gateway that joins two VPCs, whichever it is of several', () => {
  const ask = askIn((b) => {
    served(b)
    for (const [id, securityGroupReferencing] of [
      ['first', false],
      ['second', true],
    ] as const) {
      b.transitGateway({ id, securityGroupReferencing })
      b.transitTable(id)
      b.attach('vpc', id, { securityGroupReferencing, ipv6Support: true })
      b.attach('far', id, { securityGroupReferencing, ipv6Support: true })
    }
  })
  expect(ask('10.1.0.9', (b) => routes(b, 'second'))).toEqual(['succeeds'])
  expect(ask('2001:db8:f::9', (b) => routes(b, 'second'))).toEqual(['succeeds'])
  expect(ask('10.1.0.9', (b) => routes(b, 'first'))).toEqual(['fails', 'SG_REFERENCING_SUPPORT at by-group.ingress'])
  expect(ask('2001:db8:f::9', (b) => routes(b, 'first'))).toEqual([
    'fails',
    'SG_REFERENCING_SUPPORT at by-group.ingress',
  ])
})

it('knows a caller from beyond a peering of transit gateways, and that references do not reach so far', () => {
  const ask = askIn((b) => {
    served(b, 'eu-west-1')
    b.transitGateway({ id: 'near-tgw', securityGroupReferencing: true })
    b.transitGateway({ id: 'far-tgw', securityGroupReferencing: true, region: b.region('eu-west-1') })
    b.transitTable('near-tgw', [], { id: 'near-table' })
    b.transitTable('far-tgw', [], { id: 'far-table' })
    const given = { securityGroupReferencing: true, ipv6Support: true }
    b.attach('vpc', 'near-tgw', given)
    b.attach('far', 'far-tgw', given)
    const peering = b.transitPeering('near-tgw', 'far-tgw', { id: 'tgw-peering' })
    const over = (...cidrs: readonly string[]) => cidrs.map((cidr) => ({ destination: { cidr }, target: peering }))
    b.set<'transit-gateway-route-table'>('near-table', { routes: over('10.1.0.0/16', '2001:db8:f::/56') })
    b.set<'transit-gateway-route-table'>('far-table', { routes: over('10.0.0.0/16', '2001:db8::/56') })
    routes(b, 'near-tgw', 'far-tgw')
  })
  const why = ['fails', 'SG_REFERENCING_SUPPORT at by-group.ingress']
  expect(ask('10.1.0.9')).toEqual(why)
  expect(ask('2001:db8:f::9')).toEqual(why)
})

it('lets out by a reference over the peering that leads there, past another that does not hold', () => {
  const ask = askIn((b) => {
    served(b)
    b.set<'security-group'>('by-group', { ingress: [] })
    b.securityGroup('far', { id: 'admits', ingress: [['tcp', 443, '10.0.0.0/16']] })
    b.set<'client'>('server', {
      interfaces: [
        {
          ...{ subnet: 'far-net', privateIp: '10.1.0.9', publicIp: 'none', ipv6: null },
          ...{ securityGroups: ['admits'], sourceDestCheck: true, interfaceId: null },
        },
      ],
    })
    b.set<'security-group'>('open', {
      egress: [
        {
          protocol: 'tcp',
          ports: { from: 443, to: 443 },
          icmp: null,
          peer: { securityGroup: 'admits' },
          description: '',
        },
      ],
    })
    b.peering('vpc', b.vpc({ id: 'third', cidrs: ['10.2.0.0/16'], region: b.region('eu-west-1') }), { id: 'abroad' })
    b.peering('vpc', 'far', { id: 'pcx' })
    routes(b, 'pcx')
  })
  expect(ask('10.1.0.9')).toEqual(['succeeds'])
  expect(ask('10.1.0.9', (b) => b.set<'peering-connection'>('pcx', { state: 'deleted' }))[0]).toBe('fails')
})

it('loses a reference where a route leads by an appliance, on the sending side alone', () => {
  const ask = askIn((b) => {
    b.securityGroup('vpc', { id: 'servers', ingress: [['tcp', 443, 'open']] })
    b.ec2('out', { id: 'server', ...{ privateIp: '10.0.2.9', securityGroups: ['servers'] }, listens })
    b.subnet('vpc', { id: 'middle', cidr: '10.0.3.0/24' })
    b.ec2('middle', {
      id: 'router',
      ...{ privateIp: '10.0.3.9', sourceDestCheck: false, securityGroups: ['open'] },
      forwarding: 'routes',
    })
  })
  const turned =
    (subnet: string, to: string): Draw =>
    (b) =>
      b.routeTable('vpc', [[to, 'router']], { subnets: [subnet] })
  expect(ask('10.0.2.9')).toEqual(['succeeds'])
  // the request comes straight, only its answer goes by the appliance
  expect(ask('10.0.2.9', turned('out', '10.0.1.0/24'))[1] ?? '').not.toMatch(/SG_REFERENCES/)
  expect(ask('10.0.2.9', turned('net', '10.0.2.0/24'))).toEqual([
    'fails',
    'SG_REFERENCES_NOT_PRESERVED at servers.ingress',
  ])
})

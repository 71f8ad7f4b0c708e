import { expect, it } from 'vitest'
import { loadCatalogue } from '../../../aws/index.ts'
import { buildDesign, type DesignBuilder } from '../../../model/testing/designBuilder.ts'
import { compileTopology } from '../../../topology/index.ts'
import { decide, simulate } from '../../index.ts'

const catalogue = await loadCatalogue()
const ask = (draw: (b: DesignBuilder) => void, to: string, given: Partial<Parameters<typeof simulate>[1]> = {}) =>
  simulate(compileTopology(buildDesign(draw), catalogue), { from: 'client', to, protocol: 'tcp', port: 443, ...given })

/** A client and an open server, with room for balancers in `nodes`. */
function ground(b: DesignBuilder): void {
  b.vpc({ id: 'vpc' })
  b.subnet('vpc', { id: 'net', cidr: '10.0.0.0/22' })
  b.securityGroup('vpc', { id: 'open', ingress: [['all', null, '0.0.0.0/0']] })
  b.ec2('net', { id: 'client', privateIp: '10.0.0.9' })
  b.ec2('net', {
    id: 'server',
    privateIp: '10.0.0.20',
    securityGroups: ['open'],
    listens: [{ protocol: 'tcp', port: 443 }],
  })
}

it('ends a circle of balancers with a verdict that names the loop', () => {
  const verdict = ask((b) => {
    ground(b)
    for (const [one, other] of [
      ['first', '10.0.1.2'],
      ['second', '10.0.1.1'],
    ] as const) {
      b.targetGroup('vpc', [{ address: other }], { id: `to-${other}` })
      b.nlb('vpc', {
        id: one,
        subnets: [{ subnet: 'net', privateIp: one === 'first' ? '10.0.1.1' : '10.0.1.2' }],
        listeners: [['TCP', 443, `to-${other}`]],
      })
    }
  }, '10.0.1.1')
  expect([verdict.kind, verdict.code]).toEqual(['fails', 'FORWARDING_LOOP'])
})

it('does not try more ways through a web of balancers than it can, and then does not guess', () => {
  const count = 12
  const draw = (b: DesignBuilder) => {
    ground(b)
    const addresses = Array.from({ length: count }, (_, index) => `10.0.1.${index + 1}`)
    b.targetGroup(
      'vpc',
      [...addresses, '10.0.0.20'].map((address) => ({ address })),
      { id: 'all' },
    )
    for (const [index, privateIp] of addresses.entries())
      b.nlb('vpc', { id: `nlb-${index}`, subnets: [{ subnet: 'net', privateIp }], listeners: [['TCP', 443, 'all']] })
  }
  const verdict = ask(draw, '10.0.1.1')
  expect([verdict.kind, verdict.code]).toEqual(['cannot-tell', 'NOT_MODELLED'])
})

it('takes a thousand targets that fare alike as one', () => {
  const design = buildDesign((b) => {
    ground(b)
    const servers = Array.from({ length: 900 }, (_, index) =>
      b.ec2('net', { id: `server-${index}`, securityGroups: ['open'], listens: [{ protocol: 'tcp', port: 443 }] }),
    )
    b.targetGroup('vpc', servers, { id: 'group' })
    b.nlb('vpc', { id: 'nlb', subnets: [{ subnet: 'net', privateIp: '10.0.1.1' }], listeners: [['TCP', 443, 'group']] })
  })
  const topology = compileTopology(design, catalogue)
  expect(decide(topology, { from: 'client', to: '10.0.1.1', protocol: 'tcp', port: 443 }).kind).toBe('succeeds')
})

it('asks an IPv6 client’s IPv4 targets from the node’s own address, whatever is to be preserved', () => {
  const verdict = ask((b) => {
    b.vpc({ id: 'vpc', ipv6Cidrs: ['2001:db8::/56'] })
    b.subnet('vpc', { id: 'net', cidr: '10.0.0.0/24', ipv6Cidr: '2001:db8::/64' })
    b.subnet('vpc', { id: 'nodes', cidr: '10.0.1.0/24', ipv6Cidr: '2001:db8:0:1::/64' })
    b.securityGroup('vpc', { id: 'from-nodes', ingress: [['tcp', 443, '10.0.1.0/24']] })
    b.ec2('net', { id: 'client', ipv6: 'auto' })
    b.ec2('net', { id: 'server', securityGroups: ['from-nodes'], listens: [{ protocol: 'tcp', port: 443 }] })
    b.targetGroup('vpc', ['server'], { id: 'group' })
    b.nlb('vpc', {
      id: 'nlb',
      ipAddressType: 'dualstack',
      subnets: ['nodes'],
      listeners: [['TCP', 443, 'group']],
      dnsName: 'web.elb.us-east-1.amazonaws.com',
    })
  }, 'web.elb.us-east-1.amazonaws.com')
  const six = verdict.branches.find((branch) => branch.to.includes(':'))!
  const four = verdict.branches.find((branch) => !branch.to.includes(':'))
  expect(six.kind).toBe('succeeds')
  // by IPv4 the server sees the client, whom its group does not admit
  expect(four?.blockers[0]?.code).toBe('ENI_SG_RULES_MISMATCH')
})

it('keeps no client’s address over a transit gateway', () => {
  const draw = (preserveClientIp: boolean) => (b: DesignBuilder) => {
    ground(b)
    b.vpc({ id: 'far', cidrs: ['10.1.0.0/16'] })
    b.subnet('far', { id: 'far-net', cidr: '10.1.0.0/24' })
    b.securityGroup('far', { id: 'far-open', ingress: [['all', null, '0.0.0.0/0']] })
    b.ec2('far-net', {
      id: 'far-server',
      privateIp: '10.1.0.20',
      securityGroups: ['far-open'],
      listens: [{ protocol: 'tcp', port: 443 }],
    })
    b.transitGateway({ id: 'tgw' })
    b.transitTable('tgw')
    b.attach('vpc', 'tgw')
    b.attach('far', 'tgw')
    b.mainTable('vpc', [['10.1.0.0/16', 'tgw']])
    b.mainTable('far', [['10.0.0.0/16', 'tgw']])
    b.targetGroup('vpc', [{ address: '10.1.0.20' }], { id: 'group', preserveClientIp })
    b.nlb('vpc', { id: 'nlb', subnets: [{ subnet: 'net', privateIp: '10.0.1.1' }], listeners: [['TCP', 443, 'group']] })
  }
  expect(ask(draw(false), '10.0.1.1').kind).toBe('succeeds')
  const kept = ask(draw(true), '10.0.1.1')
  expect([kept.kind, kept.code]).toEqual(['fails', 'ELBV2_SOURCE_ADDRESS_PRESERVATION'])
})

import { expect, it } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import { buildDesign, type DesignBuilder } from '../model/testing/designBuilder.ts'
import { compileTopology } from '../topology/index.ts'
import { simulate } from './index.ts'

const catalogue = await loadCatalogue()
interface Given {
  /** Draws what joins the two VPCs, and the routes. */
  readonly join: (b: DesignBuilder) => void
  /** What the server's group lets in and the client's lets out, by group or by block. */
  readonly ingress?: string
  readonly egress?: string
  /** The server is in the client's VPC, in its subnet, or in the other VPC. */
  readonly where?: 'away' | 'near' | 'beside'
  readonly region?: string
  readonly to?: string
}
/** A client in VPC `a` with the group `clients`, a server with the group `servers`; answers “succeeds” or the code. */
function ask({ join, ingress = '0.0.0.0/0', egress = '0.0.0.0/0', where = 'away', ...given }: Given) {
  const design = buildDesign((b) => {
    b.vpc({ id: 'a', cidrs: ['10.0.0.0/16'], ipv6Cidrs: ['2001:db8::/56'] })
    const region = b.region(given.region ?? 'us-east-1')
    b.vpc({ id: 'b', cidrs: ['10.1.0.0/16'], ipv6Cidrs: ['2001:db8:0:100::/56'], region })
    b.subnet('a', { id: 'a-net', cidr: '10.0.1.0/24', ipv6Cidr: '2001:db8::/64' })
    b.subnet('a', { id: 'a-far', cidr: '10.0.2.0/24', ipv6Cidr: '2001:db8:0:1::/64' })
    b.subnet('b', { id: 'b-net', cidr: '10.1.1.0/24', ipv6Cidr: '2001:db8:0:100::/64' })
    b.securityGroup('a', { id: 'others' })
    b.securityGroup('a', { id: 'clients' })
    const vpc = where === 'away' ? 'b' : 'a'
    b.securityGroup(vpc, { id: 'plain' })
    b.securityGroup(vpc, { id: 'servers', ingress: [['tcp', 443, ingress]] })
    b.set<'security-group'>('clients', {
      egress: [
        {
          protocol: 'tcp',
          ports: { from: 443, to: 443 },
          icmp: null,
          peer: egress.includes('/') ? { cidr: egress } : { securityGroup: egress },
          description: '',
        },
      ],
    })
    b.ec2('a-net', { id: 'client', privateIp: '10.0.1.9', ipv6: '2001:db8::9', securityGroups: ['clients'] })
    const [subnet, privateIp, ipv6] = {
      away: ['b-net', '10.1.1.20', '2001:db8:0:100::20'] as const,
      near: ['a-far', '10.0.2.20', '2001:db8:0:1::20'] as const,
      beside: ['a-net', '10.0.1.20', '2001:db8::20'] as const,
    }[where]
    const listens = [{ protocol: 'tcp' as const, port: 443 }]
    b.ec2(subnet, { id: 'server', privateIp, ipv6, securityGroups: ['plain', 'servers'], listens })
    join(b)
  })
  const topology = compileTopology(design, catalogue)
  const verdict = simulate(topology, { from: 'client', to: given.to ?? 'server', protocol: 'tcp', port: 443 })
  return verdict.kind === 'succeeds' ? 'succeeds' : verdict.code
}

const nothing = () => {}
const peer =
  (turned = false) =>
  (b: DesignBuilder) => {
    const id = turned ? b.peering('b', 'a', { id: 'pcx' }) : b.peering('a', 'b', { id: 'pcx' })
    b.mainTable('a', [
      ['10.1.0.0/16', id],
      ['2001:db8:0:100::/56', id],
    ])
    b.mainTable('b', [
      ['10.0.0.0/16', id],
      ['2001:db8::/56', id],
    ])
  }
const transit =
  (gateway: object = {}, near: object = {}, far: object = {}, routes = true) =>
  (b: DesignBuilder) => {
    b.transitGateway({ id: 'tgw', securityGroupReferencing: true, ...gateway })
    b.transitTable('tgw', [], { id: 'tgw-table' })
    b.attach('a', 'tgw', { securityGroupReferencing: true, ...near })
    b.attach('b', 'tgw', { securityGroupReferencing: true, ...far })
    if (!routes) return
    b.mainTable('a', [['10.1.0.0/16', 'tgw']])
    b.mainTable('b', [['10.0.0.0/16', 'tgw']])
  }
/** What `a-net` sends to `a-far` is led by an appliance. */
const aside = (b: DesignBuilder) => {
  b.subnet('a', { id: 'middle', cidr: '10.0.9.0/24' })
  b.securityGroup('a', { id: 'all', ingress: [['all', null, '0.0.0.0/0']] })
  b.ec2('middle', { id: 'appliance', securityGroups: ['all'], sourceDestCheck: false, forwarding: 'routes' })
  b.routeTable('a', [['10.0.2.0/24', 'appliance']], { subnets: ['a-net'] })
}

it('holds inside a VPC, both ways, except behind an appliance', () => {
  for (const where of ['near', 'beside'] as const) {
    expect(ask({ join: nothing, where, ingress: 'clients' })).toBe('succeeds')
    expect(ask({ join: nothing, where, egress: 'servers' })).toBe('succeeds')
    expect(ask({ join: nothing, where, ingress: 'others' })).toBe('ENI_SG_RULES_MISMATCH')
    expect(ask({ join: nothing, where, egress: 'others' })).toBe('ENI_SG_RULES_MISMATCH')
  }
  expect(ask({ join: aside, where: 'near' })).toBe('succeeds')
  expect(ask({ join: aside, where: 'near', ingress: 'clients' })).toBe('SG_REFERENCES_NOT_PRESERVED')
  expect(ask({ join: aside, where: 'near', egress: 'servers' })).toBe('SG_REFERENCES_NOT_PRESERVED')
  expect(ask({ join: aside, where: 'near', ingress: 'others' })).toBe('ENI_SG_RULES_MISMATCH')
  expect(ask({ join: aside, where: 'near', egress: 'others' })).toBe('ENI_SG_RULES_MISMATCH')
  // inside of the subnet nothing is routed
  expect(ask({ join: aside, where: 'beside', egress: 'servers' })).toBe('succeeds')
})

it('holds over a peering of one Region, whichever side asked for it', () => {
  for (const turned of [false, true]) {
    expect(ask({ join: peer(turned), ingress: 'clients' })).toBe('succeeds')
    expect(ask({ join: peer(turned), egress: 'servers' })).toBe('succeeds')
    expect(ask({ join: peer(turned), ingress: 'others' })).toBe('ENI_SG_RULES_MISMATCH')
    expect(ask({ join: peer(turned), egress: 'others' })).toBe('ENI_SG_RULES_MISMATCH')
  }
  const region = 'us-west-2'
  expect(ask({ join: peer(), region })).toBe('succeeds')
  expect(ask({ join: peer(), region, ingress: 'clients' })).toBe('SG_REFERENCES_NOT_PRESERVED')
  expect(ask({ join: peer(), region, egress: 'servers' })).toBe('SG_REFERENCES_NOT_PRESERVED')
})

it('names nobody where nobody has the address', () => {
  expect(ask({ join: peer(), egress: 'servers', to: '10.1.1.99' })).toBe('ENI_SG_RULES_MISMATCH')
  expect(ask({ join: peer(), egress: 'servers', to: '10.0.2.99' })).toBe('ENI_SG_RULES_MISMATCH')
  expect(ask({ join: nothing, egress: 'servers', to: '10.0.2.99' })).toBe('ENI_SG_RULES_MISMATCH')
})

it('holds over a transit gateway inbound only, where it and both attachments support it', () => {
  expect(ask({ join: transit() })).toBe('succeeds')
  expect(ask({ join: transit(), ingress: 'clients' })).toBe('succeeds')
  expect(ask({ join: transit(), ingress: 'others' })).toBe('ENI_SG_RULES_MISMATCH')
  expect(ask({ join: transit(), egress: 'servers' })).toBe('SG_REFERENCING_SUPPORT')
  const off = { securityGroupReferencing: false }
  for (const join of [transit(off), transit({}, off), transit({}, {}, off)])
    expect(ask({ join, ingress: 'clients' })).toBe('SG_REFERENCING_SUPPORT')
})

it('goes by the join that the packet came over', () => {
  const off = { securityGroupReferencing: false }
  const both = (routes: boolean) => (b: DesignBuilder) => {
    transit(off, {}, {}, routes)(b)
    if (routes) b.peering('a', 'b')
    else peer()(b)
  }
  expect(ask({ join: both(false), ingress: 'clients' })).toBe('succeeds')
  expect(ask({ join: both(true), ingress: 'clients' })).toBe('SG_REFERENCING_SUPPORT')
})

it('is told of the peer that has the address, among several', () => {
  const many = (b: DesignBuilder) => {
    b.vpc({ id: 'c', cidrs: ['10.2.0.0/16'] })
    b.peering('a', 'c')
    b.peering('c', 'b')
    peer()(b)
  }
  expect(ask({ join: many, ingress: 'clients' })).toBe('succeeds')
  expect(ask({ join: many, egress: 'servers' })).toBe('succeeds')
  const waiting = (b: DesignBuilder) => {
    peer()(b)
    b.set<'peering-connection'>('pcx', { state: 'pending-acceptance' })
  }
  expect(ask({ join: waiting, egress: 'servers' })).toBe('ENI_SG_RULES_MISMATCH')
})

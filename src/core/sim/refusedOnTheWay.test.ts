import { expect, it } from 'vitest'
import type { DesignBuilder } from '../model/testing/designBuilder.ts'
import { askIn, type Draw } from './testing/askIn.ts'

const ping = { protocol: 'icmp', port: null } as const

const withNat: Draw = (b) => {
  b.internetGateway('vpc', { id: 'igw' })
  b.natGateway('out', { id: 'nat', privateIp: '10.0.2.5', publicIp: '198.51.100.5' })
  b.routeTable(
    'vpc',
    [
      ['0.0.0.0/0', 'nat'],
      ['64:ff9b::/96', 'nat'],
      ['2001:db8:ffff::/48', 'nat'],
    ],
    { id: 'private', subnets: ['net'] },
  )
  b.routeTable('vpc', [['0.0.0.0/0', 'igw']], { id: 'public', subnets: ['out'] })
}

it('takes through a NAT gateway IPv4, and of IPv6 what means an IPv4 address', () => {
  const ask = askIn(withNat)
  expect(ask('8.8.8.8')).toEqual(['succeeds'])
  expect(ask('8.8.8.8', undefined, ping)).toEqual(['succeeds'])
  expect(ask('8.8.8.8', undefined, { protocol: 'udp' })).toEqual(['succeeds'])
  expect(ask('64:ff9b::808:808')).toEqual(['succeeds'])
  expect(ask('64:ff9b::808:808', undefined, ping)).toEqual(['succeeds'])
  expect(ask('2001:db8:ffff::1')).toEqual(['fails', 'PROTOCOL_RESTRICTION at nat'])
  // its own subnet’s ACL sees what it has made of the packet: an IPv4 ping, and not an IPv6 one
  const acl =
    (protocol: 'icmp' | 'icmpv6'): Draw =>
    (b) =>
      b.networkAcl('vpc', {
        id: 'acl',
        subnets: ['out'],
        ingress: [
          [100, 'allow', 'all', null, '::/0'],
          [110, 'allow', 'all', null, '0.0.0.0/0'],
        ],
        egress: [
          [100, 'allow', protocol, null, '0.0.0.0/0'],
          [110, 'allow', 'all', null, '::/0'],
        ],
      })
  expect(ask('64:ff9b::808:808', acl('icmp'), ping)).toEqual(['succeeds'])
  expect(ask('64:ff9b::808:808', acl('icmpv6'), ping)[0]).toBe('fails')
})

it('says what of a NAT gateway stops a packet', () => {
  const ask = askIn(withNat)
  expect(ask('8.8.8.8', (b) => b.set<'nat-gateway'>('nat', { privateIp: '10.0.2.900' }))).toEqual([
    'cannot-tell',
    'INVALID_VALUE at nat.privateIp',
  ])
  const abroad: Draw = (b) => {
    b.vpc({ id: 'far', cidrs: ['10.1.0.0/16'] })
    b.subnet('far', { id: 'far-net', cidr: '10.1.0.0/24' })
    b.natGateway('far-net', { id: 'far-nat', publicIp: '198.51.100.6' })
    b.regionalNatGateway('far', { id: 'far-regional' })
  }
  const through = (target: string) => (b: DesignBuilder) => {
    abroad(b)
    b.routeTable('vpc', [['8.0.0.0/8', target]], { id: 'table', subnets: ['net'] })
  }
  expect(ask('8.8.8.8', through('far-nat'))).toEqual(['fails', 'BAD_STATE_ROUTE at table.routes.0'])
  expect(ask('8.8.8.8', through('far-regional'))).toEqual(['fails', 'BAD_STATE_ROUTE at table.routes.0'])
  const uncovered: Draw = (b) => {
    b.regionalNatGateway('vpc', { id: 'regional', zones: ['us-east-1b'] })
    b.routeTable('vpc', [['8.0.0.0/8', 'regional']], { id: 'table', subnets: ['net'] })
  }
  expect(ask('8.8.8.8', uncovered)).toEqual(['fails', 'REGIONAL_NGW_ROUTE_AZ_RESTRICTION at regional.zones'])
})

it('says what of an internet gateway stops a packet', () => {
  const ask = askIn((b) => {
    b.internetGateway('vpc', { id: 'igw' })
    b.egressOnlyInternetGateway('vpc', { id: 'eigw' })
    b.vpc({ id: 'far', cidrs: ['10.1.0.0/16'] })
    b.internetGateway('far', { id: 'far-igw' })
    b.egressOnlyInternetGateway('far', { id: 'far-eigw' })
    b.routeTable(
      'vpc',
      [
        ['0.0.0.0/0', 'igw'],
        ['9.0.0.0/8', 'far-igw'],
        ['7.0.0.0/8', 'eigw'],
        ['::/0', 'eigw'],
        ['2600::/16', 'far-eigw'],
      ],
      { id: 'table', subnets: ['net'] },
    )
  })
  expect(ask('8.8.8.8')).toEqual(['fails', 'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS at client.interfaces.0.publicIp'])
  expect(ask('8.8.8.8', (b) => b.internetHost({ addresses: ['8.8.8.8'], listens: [] }))[0]).toBe('fails')
  expect(ask('9.9.9.9')).toEqual(['fails', 'BAD_STATE_ATTACHMENT at table.routes.1'])
  expect(ask('7.7.7.7')).toEqual(['fails', 'PROTOCOL_RESTRICTION at table.routes.2'])
  expect(ask('2a00::1')).toEqual(['succeeds'])
  expect(ask('2600::1')).toEqual(['fails', 'BAD_STATE_ATTACHMENT at table.routes.4'])
  expect(ask('100.64.0.1')).toEqual(['fails', 'IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS at table.routes.0'])
  expect(ask('192.168.0.1')).toEqual(['fails', 'IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS at table.routes.0'])
})

it('leads by IPv6 from one VPC over the internet into another that has the address', () => {
  const ask = askIn((b) => {
    b.mainTable('vpc', [['::/0', b.internetGateway('vpc', { id: 'igw' })]])
    b.vpc({ id: 'far', cidrs: ['10.1.0.0/16'], ipv6Cidrs: ['2001:db8:f::/56'] })
    b.subnet('far', { id: 'far-net', cidr: '10.1.0.0/24', ipv6Cidr: '2001:db8:f::/64' })
    b.securityGroup('far', { id: 'far-open', ingress: [['tcp', 443, '::/0']] })
    b.ec2('far-net', {
      id: 'server',
      ...{ privateIp: '10.1.0.9', ipv6: '2001:db8:f::9', securityGroups: ['far-open'] },
      listens: [{ protocol: 'tcp', port: 443 }],
    })
  })
  const open: Draw = (b) => b.mainTable('far', [['::/0', b.internetGateway('far', { id: 'far-igw' })]])
  expect(ask('2001:db8:f::9', open)).toEqual(['succeeds'])
  expect(ask('2001:db8:f::9', open, { port: 444 })[0]).toBe('fails')
  expect(ask('2001:db8:f::9')).toEqual(['fails', 'BAD_STATE_ATTACHMENT at far'])
})

it('says what of a peering connection stops a packet', () => {
  const ask = askIn((b) => {
    for (const [id, cidr] of [
      ['far', '10.1.0.0/16'],
      ['third', '10.2.0.0/16'],
    ] as const) {
      b.vpc({ id, cidrs: [cidr] })
      b.subnet(id, { id: `${id}-net`, cidr: cidr.replace('/16', '/24') })
    }
    b.peering('vpc', 'far', { id: 'pcx' })
    b.peering('far', 'third', { id: 'elsewhere' })
    b.mainTable(
      'vpc',
      [
        ['10.1.0.0/16', 'pcx'],
        ['10.2.0.0/16', 'elsewhere'],
        ['10.3.0.0/16', 'pcx'],
      ],
      { id: 'table' },
    )
    b.mainTable('far', [['10.0.0.0/16', 'pcx']])
  })
  expect(ask('10.1.0.77')).toEqual(['fails', 'NO_POSSIBLE_DESTINATION at far.cidrs'])
  expect(ask('10.1.0.77', (b) => b.set<'peering-connection'>('pcx', { state: 'expired' }))).toEqual([
    'fails',
    'BAD_STATE at pcx.state',
  ])
  expect(ask('10.2.0.9')).toEqual(['fails', 'BAD_STATE_ROUTE at table.routes.1'])
  expect(ask('10.3.0.9')).toEqual(['fails', 'PCX_REQUIRES_ADDRESS_IN_VPC_CIDR at pcx.accepter'])
})

it('says what of a virtual private gateway, and of the networks behind it, stops a packet', () => {
  const ask = askIn((b) => {
    b.set<'vpc'>('vpc', { cidrs: ['10.0.0.0/16', '10.50.0.0/16'] })
    b.virtualPrivateGateway('vpc', { id: 'vgw' })
    b.onPremises(['192.168.0.0/16', '192.169.0.0/16'], { id: 'office' })
    b.onPremisesHost('office', '192.168.1.9', { id: 'host', listens: [{ protocol: 'tcp', port: 443 }] })
    b.customerGateway({ id: 'cgw', network: 'office' })
    b.vpn('cgw', 'vgw', { id: 'vpn', routing: 'static', routes: ['192.168.0.0/16', '192.168.0.0/20', '172.16.0.0/12'] })
    b.mainTable(
      'vpc',
      [
        ['192.168.0.0/16', 'vgw'],
        ['172.16.0.0/12', 'vgw'],
        ['10.99.0.0/16', 'vgw'],
      ],
      { id: 'table' },
    )
  })
  expect(ask('192.168.1.9')).toEqual(['succeeds'])
  expect(ask('192.168.7.7')).toEqual(['succeeds'])
  expect(ask('172.16.0.1')).toEqual(['fails', 'NO_POSSIBLE_DESTINATION at office.cidrs'])
  expect(ask('10.99.0.1')).toEqual(['fails', 'LINK_HAS_NO_ROUTE at vgw'])
  expect(ask('192.168.1.9', (b) => b.set<'vpn-connection'>('vpn', { tunnelsUp: false }))).toEqual([
    'fails',
    'BAD_STATE_VPN at vpn.state',
  ])
  const fromHost = { from: 'host' }
  expect(ask('10.50.0.9', undefined, fromHost)).toEqual(['fails', 'NO_POSSIBLE_DESTINATION at vpc.cidrs'])
  expect(ask('10.0.1.9', undefined, fromHost)).toEqual(['succeeds'])
  expect(ask('10.0.1.9', (b) => b.set<'vpn-connection'>('vpn', { tunnelsUp: false }), fromHost)[0]).toBe('fails')
  const direct: Draw = (b) => {
    b.set<'vpn-connection'>('vpn', { routes: ['172.16.0.0/12'] })
    b.directConnect('office', 'vgw', { id: 'dx', state: 'down' })
  }
  expect(ask('192.168.1.9', direct)).toEqual(['fails', 'BAD_STATE at dx.state'])
})

it('says what of a transit gateway stops a packet', () => {
  const ask = askIn((b) => {
    b.vpc({ id: 'far', cidrs: ['10.1.0.0/16'], ipv6Cidrs: ['2001:db8:f::/56'] })
    b.subnet('far', { id: 'far-net', cidr: '10.1.0.0/24', ipv6Cidr: '2001:db8:f::/64' })
    b.securityGroup('far', {
      id: 'far-open',
      ingress: [
        ['all', null, '0.0.0.0/0'],
        ['all', null, '::/0'],
      ],
    })
    b.ec2('far-net', {
      id: 'server',
      ...{ privateIp: '10.1.0.9', ipv6: '2001:db8:f::9', securityGroups: ['far-open'] },
      listens: [{ protocol: 'tcp', port: 443 }],
    })
    b.transitGateway({ id: 'tgw' })
    b.transitTable('tgw', [['10.7.0.0/16', 'blackhole']], { id: 'tgw-table' })
    b.attach('vpc', 'tgw', { id: 'near-attachment', ipv6Support: true })
    b.attach('far', 'tgw', { id: 'far-attachment', ipv6Support: true })
    const routes = (six: string, four: string) =>
      [
        [four, 'tgw'],
        [six, 'tgw'],
      ] as const
    b.mainTable('vpc', routes('2001:db8:f::/56', '10.0.0.0/8'), { id: 'table' })
    b.mainTable('far', routes('2001:db8::/56', '10.0.0.0/8'), { id: 'far-table' })
  })
  const attachment =
    (id: string, fields: object): Draw =>
    (b) =>
      b.set<'transit-gateway-attachment'>(id, fields)
  expect(ask('10.1.0.9')).toEqual(['succeeds'])
  expect(ask('2001:db8:f::9')).toEqual(['succeeds'])
  expect(ask('10.7.0.9')).toEqual(['fails', 'TGW_RTB_BAD_STATE_ROUTE at tgw-table.routes.0'])
  expect(ask('10.8.0.9')).toEqual(['fails', 'TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT at tgw-table.routes'])
  // what is not propagated is not known, for the answer as for the request
  for (const id of ['near-attachment', 'far-attachment']) {
    const off = attachment(id, { ipv6Support: false })
    const noRoute = 'TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT at tgw-table.routes'
    expect(ask('2001:db8:f::9', off)).toEqual(['fails', noRoute])
    expect(ask('10.1.0.9', off)).toEqual(['succeeds'])
  }
  expect(ask('10.1.0.9', attachment('near-attachment', { state: 'pendingAcceptance' }))).toEqual([
    'fails',
    'BAD_STATE_ATTACHMENT at near-attachment.state',
  ])
  expect(ask('10.1.0.9', attachment('far-attachment', { subnets: [] }))).toEqual([
    'fails',
    'BAD_STATE_ATTACHMENT at far-attachment.subnets',
  ])
  expect(ask('10.1.0.9', attachment('near-attachment', { subnets: [] }))).toEqual([
    'fails',
    'TGW_ROUTE_AZ_RESTRICTION at near-attachment.subnets',
  ])
  const unassociated: Draw = (b) =>
    b.set<'transit-gateway-route-table'>('tgw-table', { associations: ['far-attachment'] })
  expect(ask('10.1.0.9', unassociated)).toEqual(['fails', 'TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION at near-attachment'])
  const unattached: Draw = (b) => b.transitGateway({ id: 'other' })
  expect(
    ask('10.1.0.9', (b) => {
      unattached(b)
      b.routeTable('vpc', [['10.1.0.0/16', 'other']], { id: 'wrong', subnets: ['net'] })
    }),
  ).toEqual(['fails', 'BAD_STATE_ATTACHMENT at wrong.routes.0'])
})

it('does not guess the zone of an attachment where it matters', () => {
  const ask = askIn((b) => {
    b.vpc({ id: 'far', cidrs: ['10.1.0.0/16'] })
    b.subnet('far', { id: 'far-b', cidr: '10.1.1.0/24', zone: 'us-east-1b' })
    b.subnet('far', { id: 'far-c', cidr: '10.1.2.0/24', zone: 'us-east-1c' })
    b.subnet('far', { id: 'far-net', cidr: '10.1.0.0/24', zone: 'us-east-1b' })
    b.securityGroup('far', { id: 'far-open', ingress: [['all', null, '0.0.0.0/0']] })
    b.ec2('far-net', {
      id: 'server',
      ...{ privateIp: '10.1.0.9', securityGroups: ['far-open'] },
      listens: [{ protocol: 'tcp', port: 443 }],
    })
    b.transitGateway({ id: 'tgw' })
    b.transitTable('tgw')
    b.attach('vpc', 'tgw')
    b.attach('far', 'tgw', { id: 'attachment', subnets: ['far-b', 'far-c'] })
    b.mainTable('vpc', [['10.1.0.0/16', 'tgw']])
    b.mainTable('far', [['10.0.0.0/16', 'tgw']])
  })
  const table = (routes: readonly (readonly [string, string])[]) => (b: DesignBuilder) =>
    b.routeTable('far', [['10.0.0.0/16', 'tgw'], ...routes], { subnets: ['far-c'] })
  expect(ask('10.1.0.9')).toEqual(['succeeds'])
  // another table that leads the packet the same way makes no difference
  expect(ask('10.1.0.9', table([]))).toEqual(['succeeds'])
  expect(ask('10.1.0.9', table([['10.1.0.0/24', 'blackhole']]))).toEqual([
    'cannot-tell',
    'NOT_MODELLED at attachment.subnets',
  ])
  expect(ask('10.1.0.9', (b) => b.networkAcl('far', { subnets: ['far-c'] }))).toEqual([
    'cannot-tell',
    'NOT_MODELLED at attachment.subnets',
  ])
})

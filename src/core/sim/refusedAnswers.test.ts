import { expect, it } from 'vitest'
import { askIn, type Draw } from './testing/askIn.ts'

const listens = [{ protocol: 'tcp' as const, port: 443 }]

it('loses an answer that comes to somebody else with the same address', () => {
  const ask = askIn((b) => {
    for (const [id, cidr] of [
      ['b', '10.1.0.0/16'],
      ['twin', '10.0.0.0/16'],
    ] as const) {
      b.vpc({ id, cidrs: [cidr] })
      b.subnet(id, { id: `${id}-net`, cidr: cidr.replace('0.0/16', '1.0/24') })
      b.securityGroup(id, { id: `${id}-open`, ingress: [['all', null, '0.0.0.0/0']] })
    }
    b.ec2('b-net', { id: 'server', ...{ privateIp: '10.1.1.9', securityGroups: ['b-open'] }, listens })
    b.ec2('twin-net', { id: 'double', privateIp: '10.0.1.9', securityGroups: ['twin-open'] })
    b.peering('vpc', 'b', { id: 'pcx' })
    b.peering('b', 'twin', { id: 'wrong' })
    b.mainTable('vpc', [['10.1.0.0/16', 'pcx']])
    b.mainTable('twin', [['10.1.0.0/16', 'wrong']])
  })
  const back =
    (peering: string): Draw =>
    (b) =>
      b.mainTable('b', [['10.0.0.0/16', peering]], { id: 'back' })
  expect(ask('10.1.1.9', back('pcx'))).toEqual(['succeeds'])
  expect(ask('10.1.1.9', back('wrong'))).toEqual(['fails', 'REPLY_LEAVES_ELSEWHERE at back.routes.0'])
})

it('loses an answer to the internet that does not leave by the internet gateway', () => {
  const ask = askIn((b) => {
    b.internetGateway('vpc', { id: 'igw' })
    b.egressOnlyInternetGateway('vpc', { id: 'eigw' })
    b.natGateway('out', { id: 'nat', privateIp: '10.0.2.5', publicIp: '198.51.100.5' })
    b.ec2('out', {
      id: 'nat-instance',
      ...{ privateIp: '10.0.2.6', publicIp: '198.51.100.6', sourceDestCheck: false, securityGroups: ['open'] },
      forwarding: 'translates',
    })
    b.routeTable('vpc', [['0.0.0.0/0', 'igw']], { subnets: ['out'] })
    b.ec2('net', {
      id: 'server',
      ...{ privateIp: '10.0.1.20', publicIp: '198.51.100.20', ipv6: '2001:db8::20', securityGroups: ['open'] },
      listens,
    })
  })
  const visit = (to: string, destination: string, target: string) =>
    ask(to, (b) => b.routeTable('vpc', [[destination, target]], { id: 'table', subnets: ['net'] }), {
      from: 'internet',
    })
  expect(visit('198.51.100.20', '0.0.0.0/0', 'igw')).toEqual(['succeeds'])
  expect(visit('2001:db8::20', '::/0', 'igw')).toEqual(['succeeds'])
  expect(visit('2001:db8::20', '::/0', 'eigw')).toEqual(['fails', 'REPLY_LEAVES_ELSEWHERE at table.routes.0'])
  expect(visit('198.51.100.20', '0.0.0.0/0', 'nat')).toEqual(['fails', 'REPLY_LEAVES_ELSEWHERE at table.routes.0'])
  expect(visit('198.51.100.20', '0.0.0.0/0', 'nat-instance')[0]).toBe('fails')
})

it('answers from the host itself what never leaves it', () => {
  const ask = askIn(() => {})
  const dns = { protocol: 'udp', port: 53 } as const
  const set =
    (dnsSupport: boolean): Draw =>
    (b) =>
      b.set<'vpc'>('vpc', { dnsSupport })
  expect(ask('10.0.0.2', set(true), dns)).toEqual(['succeeds'])
  expect(ask('169.254.169.253', set(true), dns)).toEqual(['succeeds'])
  expect(ask('10.0.0.2', set(false), dns)).toEqual(['fails', 'NO_POSSIBLE_DESTINATION at vpc.dnsSupport'])
  expect(ask('10.0.0.2', set(true), { port: 443 })).toEqual(['cannot-tell', 'NOT_MODELLED at nothing'])
  expect(ask('10.0.0.2', set(true), { protocol: 'icmp', port: null })).toEqual([
    'cannot-tell',
    'NOT_MODELLED at nothing',
  ])
  expect(ask('169.254.169.254', set(true), { port: 53 })).toEqual(['cannot-tell', 'NOT_MODELLED at nothing'])
})

it('says of an interface that belongs to AWS what it does not answer', () => {
  const ask = askIn((b) => {
    b.securityGroup('vpc', { id: 'all-in', ingress: [['all', null, '0.0.0.0/0']] })
    b.resolverEndpoint('inbound', [{ subnet: 'net', privateIp: '10.0.1.53' }], { id: 'in', securityGroups: ['all-in'] })
    b.resolverEndpoint('outbound', [{ subnet: 'net', privateIp: '10.0.1.54' }], {
      id: 'away',
      securityGroups: ['all-in'],
    })
    b.interfaceEndpoint('vpc', 'sqs', {
      id: 'vpce',
      securityGroups: ['open'],
      subnets: [{ subnet: 'net', privateIp: '10.0.1.10' }],
    })
    b.interfaceEndpoint('vpc', 'com.amazonaws.vpce.us-east-1.vpce-svc-0123', {
      id: 'theirs',
      securityGroups: ['open'],
      subnets: [{ subnet: 'net', privateIp: '10.0.1.11' }],
    })
  })
  const udp = { protocol: 'udp', port: 53 } as const
  expect(ask('10.0.1.53', undefined, udp)).toEqual(['succeeds'])
  expect(ask('10.0.1.53', undefined, { port: 80 })).toEqual(['fails', 'TARGET_PORT_RESTRICTION at in.addresses.0'])
  expect(ask('10.0.1.54', undefined, udp)).toEqual(['fails', 'TARGET_PORT_RESTRICTION at away.addresses.0'])
  expect(ask('10.0.1.10')).toEqual(['succeeds'])
  expect(ask('10.0.1.10', undefined, { port: 22 })).toEqual(['fails', 'TARGET_PORT_RESTRICTION at vpce.service'])
  expect(ask('10.0.1.10', undefined, { protocol: 'udp' })).toEqual(['fails', 'PROTOCOL_RESTRICTION at vpce.service'])
  expect(ask('10.0.1.10', undefined, { packetSize: 9000 })).toEqual(['fails', 'VPCE_PACKET_TOO_LARGE at vpce'])
  // who serves there, and on which ports and protocols, is the owner’s affair; ping is nobody’s
  expect(ask('10.0.1.11')).toEqual(['cannot-tell', 'UNKNOWN_RESOURCE at theirs.service'])
  expect(ask('10.0.1.11', undefined, { protocol: 'udp' })).toEqual([
    'cannot-tell',
    'UNKNOWN_RESOURCE at theirs.service',
  ])
  expect(ask('10.0.1.11', undefined, { protocol: 'icmp', port: null })).toEqual([
    'fails',
    'PROTOCOL_RESTRICTION at theirs.service',
  ])
})

it('keeps routes to endpoints of a Gateway Load Balancer to what AWS takes', () => {
  const ask = askIn((b) => {
    b.vpc({ id: 'security', cidrs: ['10.9.0.0/16'] })
    b.subnet('security', { id: 'inside', cidr: '10.9.1.0/24' })
    b.securityGroup('security', { id: 'geneve', ingress: [['udp', 6081, '10.9.0.0/16']] })
    b.ec2('inside', { id: 'fw', privateIp: '10.9.1.20', securityGroups: ['geneve'] })
    b.targetGroup('security', ['fw'], { id: 'group', protocol: 'GENEVE', port: 6081 })
    b.gwlb('security', { id: 'gwlb', subnets: ['inside'], targetGroup: 'group' })
    b.endpointService(['gwlb'], { id: 'service' })
    b.gwlbe('out', 'service', { id: 'endpoint' })
    b.gwlbe('inside', 'service', { id: 'abroad' })
    b.ec2('net', { id: 'server', ...{ privateIp: '10.0.1.20', securityGroups: ['open'] }, listens })
    b.virtualPrivateGateway('vpc', { id: 'vgw' })
    b.internetGateway('vpc', { id: 'igw' })
    b.onPremises(['192.168.0.0/16'], { id: 'office' })
    b.onPremisesHost('office', '192.168.1.9', { id: 'host' })
    b.vpn(b.customerGateway({ network: 'office' }), 'vgw', { id: 'vpn', routing: 'bgp' })
  })
  const to =
    (target: string, six = false): Draw =>
    (b) =>
      b.routeTable('vpc', [[six ? '::/0' : '8.0.0.0/8', target]], { id: 'table', subnets: ['net'] })
  expect(ask('8.8.8.8', to('abroad'))).toEqual(['fails', 'BAD_STATE_ROUTE at table.routes.0'])
  expect(ask('2600::1', to('endpoint', true))).toEqual(['fails', 'PROTOCOL_RESTRICTION at endpoint.ipAddressType'])
  expect(ask('8.8.8.8', to('endpoint'), { packetSize: 9000 })).toEqual(['fails', 'VPCE_PACKET_TOO_LARGE at endpoint'])
  const edge: Draw = (b) => {
    b.mainTable('vpc', [['192.168.0.0/16', 'vgw']])
    b.edgeTable('vgw', [['10.0.1.0/24', 'endpoint']], { id: 'edge' })
  }
  expect(ask('10.0.1.20', edge, { from: 'host' })).toEqual(['fails', 'BAD_STATE_ROUTE at edge.routes.0'])
})

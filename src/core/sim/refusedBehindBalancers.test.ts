import { expect, it } from 'vitest'
import type { DesignBuilder } from '../model/testing/designBuilder.ts'
import { askIn, type Draw } from './testing/askIn.ts'

const listens = [{ protocol: 'tcp' as const, port: 443 }]
const server = (b: DesignBuilder, subnet: string, privateIp: string, id = 'server', groups = ['open']) =>
  b.ec2(subnet, { id, privateIp, securityGroups: groups, listens })
/** A balancer at 10.0.1.5 that hands 443 to `group`. */
const balancer = (b: DesignBuilder, given: Parameters<DesignBuilder['nlb']>[1] = {}) =>
  b.nlb('vpc', {
    id: 'nlb',
    subnets: [{ subnet: 'net', privateIp: '10.0.1.5' }],
    listeners: [['TCP', 443, 'group']],
    ...given,
  })

it('says what of a load balancer stops a connection', () => {
  const ask = askIn((b) => server(b, 'out', '10.0.2.9'))
  const to = (draw: Draw, given = {}) => ask('10.0.1.5', draw, given)
  const plain: Draw = (b) => {
    b.targetGroup('vpc', ['server'], { id: 'group' })
    balancer(b)
  }
  expect(to(plain)).toEqual(['succeeds'])
  expect(to(plain, { protocol: 'udp' })).toEqual(['fails', 'ELBV2_LISTENERS_MISMATCH at nlb.listeners.0'])
  expect(to(plain, { protocol: 'icmp', port: null })).toEqual(['fails', 'PROTOCOL_RESTRICTION at nlb.listeners'])
  expect(to(plain, { port: 80 })).toEqual(['fails', 'ELBV2_LISTENER_PORT_RESTRICTION at nlb.listeners'])
  expect(to((b) => balancer(b, { listeners: [['TCP', 443, null]] }))).toEqual([
    'fails',
    'ELBV2_LISTENER_HAS_NO_TG at nlb.listeners.0',
  ])
  expect(to((b) => balancer(b, { listeners: [['TCP', 443, 'gone']] }))).toEqual([
    'cannot-tell',
    'UNKNOWN_RESOURCE at nlb.listeners.0.targetGroup',
  ])
  const by =
    (address: string): Draw =>
    (b) => {
      b.subnet('vpc', { id: 'elsewhere', cidr: '10.0.3.0/24', zone: 'us-east-1b' })
      b.targetGroup('vpc', [{ address }], { id: 'group' })
      balancer(b)
    }
  // an address belongs to the zone of its subnet, whoever has it
  expect(to(by('10.0.3.77'))).toEqual(['fails', 'ELBV2_NO_TARGETS_IN_AZ at group.targets'])
  expect(to(by('10.0.2.77'))).toEqual(['fails', 'NO_POSSIBLE_DESTINATION at vpc.cidrs'])
  const neighbour: Draw = (b) => {
    b.vpc({ id: 'twin' })
    b.subnet('twin', { id: 'twin-net', cidr: '10.0.3.0/24', zone: 'us-east-1a' })
    by('10.0.3.77')(b)
  }
  expect(to(neighbour)).toEqual(['fails', 'ELBV2_NO_TARGETS_IN_AZ at group.targets'])
  const gateway: Draw = (b) => b.gwlb('vpc', { id: 'gwlb', subnets: [{ subnet: 'net', privateIp: '10.0.1.5' }] })
  expect(to(gateway)[0]).toBe('cannot-tell')
})

it('meets a load balancer twice where the second time is another listener', () => {
  const ask = askIn((b) => {
    server(b, 'out', '10.0.2.9')
    b.targetGroup('vpc', [{ target: 'server', port: 443 }], { id: 'to-server' })
    b.targetGroup('vpc', [{ address: '10.0.1.5', port: 80 }], { id: 'back' })
    b.targetGroup('vpc', [{ address: '10.0.1.6', port: 80 }], { id: 'forth' })
    balancer(b, {
      listeners: [
        ['TCP', 443, 'forth'],
        ['TCP', 80, 'to-server'],
      ],
    })
    b.nlb('vpc', {
      id: 'second',
      subnets: [{ subnet: 'net', privateIp: '10.0.1.6' }],
      listeners: [['TCP', 80, 'back']],
    })
  })
  expect(ask('10.0.1.5')).toEqual(['succeeds'])
})

it('lets an Application Load Balancer answer with an error of its own, which has a way to go too', () => {
  const ask = askIn((b) => {
    b.securityGroup('vpc', { id: 'shut', ingress: [] })
    server(b, 'net', '10.0.1.20', 'server', ['shut'])
    b.networkAcl('vpc', {
      id: 'acl',
      subnets: ['out'],
      ingress: [[100, 'allow', 'all', null, '0.0.0.0/0']],
      egress: [
        [100, 'deny', 'tcp', [1024, 65535], '10.0.1.9/32'],
        [200, 'allow', 'all', null, '0.0.0.0/0'],
      ],
    })
  })
  const subnets = [{ subnet: 'out', privateIp: '10.0.2.5' }]
  const application: Draw = (b) => {
    b.targetGroup('vpc', ['server'], { id: 'group', protocol: 'HTTPS', port: 443 })
    b.alb('vpc', { subnets, securityGroups: ['open'], listeners: [['HTTPS', 443, 'group']] })
  }
  expect(ask('10.0.2.5', application)).toEqual([
    'fails',
    'SUBNET_ACL_RESTRICTION at acl.egress.0',
    'SG_HAS_NO_RULES at shut.ingress',
  ])
})

it('knows the targets of the other family, and which address of theirs is meant', () => {
  const ask = askIn((b) => {
    b.securityGroup('vpc', { id: 'six', ingress: [['tcp', 443, '::/0']] })
    b.ec2('out', { id: 'server', ...{ privateIp: '10.0.2.9', securityGroups: ['open'] }, listens })
    b.targetGroup('vpc', ['server'], { id: 'servers', protocol: 'HTTPS', port: 443 })
    b.alb('vpc', {
      id: 'alb',
      ...{ subnets: ['out'], ipAddressType: 'dualstack', securityGroups: ['six'] },
      listeners: [['HTTPS', 443, 'servers']],
    })
    b.targetGroup('vpc', ['alb'], { id: 'group', port: 443 })
    balancer(b, { ipAddressType: 'dualstack', dnsName: 'web.elb.us-east-1.amazonaws.com' })
  })
  // by IPv6 it asks the ALB’s IPv6 address, which alone the ALB’s group admits
  const [kind, ...blockers] = ask('web.elb.us-east-1.amazonaws.com')
  expect([kind, blockers]).toEqual(['partly', ['ENI_SG_RULES_MISMATCH at six.ingress']])
})

it('keeps the client’s address as far as AWS does', () => {
  const ask = askIn((b) => {
    b.targetGroup('vpc', [{ address: '10.1.0.9' }], { id: 'group', preserveClientIp: true })
    balancer(b)
  })
  const joined =
    (region: string, third = false): Draw =>
    (b) => {
      b.vpc({ id: 'far', cidrs: ['10.1.0.0/16'], region: b.region(region) })
      b.subnet('far', { id: 'far-net', cidr: '10.1.0.0/24' })
      b.securityGroup('far', { id: 'far-open', ingress: [['all', null, '0.0.0.0/0']] })
      b.ec2('far-net', { id: 'server', ...{ privateIp: '10.1.0.9', securityGroups: ['far-open'] }, listens })
      if (third) b.peering('vpc', b.vpc({ id: 'third', cidrs: ['10.2.0.0/16'] }))
      const id = b.peering('vpc', 'far', { id: 'pcx' })
      b.mainTable('vpc', [['10.1.0.0/16', id]])
      b.mainTable('far', [['10.0.0.0/16', id]])
    }
  const lost = ['fails', 'ELBV2_SOURCE_ADDRESS_PRESERVATION at group.preserveClientIp']
  expect(ask('10.0.1.5', joined('us-east-1'))).toEqual(['succeeds'])
  expect(ask('10.0.1.5', joined('eu-west-1'))).toEqual(lost)
  expect(ask('10.0.1.5', joined('eu-west-1', true))).toEqual(lost)
})

it('asks no network ACL of an answer that is caught within its subnet, and both of another', () => {
  const at = (subnet: string, privateIp: string) =>
    askIn((b) => {
      server(b, subnet, privateIp)
      b.targetGroup('vpc', ['server'], { id: 'group', preserveClientIp: true })
      balancer(b)
    })
  const shut: Draw = (b) => b.networkAcl('vpc', { id: 'acl', subnets: ['net'] })
  expect(at('net', '10.0.1.20')('10.0.1.5', shut)).toEqual(['succeeds'])
  const oneWay: Draw = (b) =>
    b.networkAcl('vpc', { id: 'acl', subnets: ['out'], ingress: [[100, 'allow', 'all', null, '0.0.0.0/0']] })
  expect(at('out', '10.0.2.9')('10.0.1.5', oneWay)).toEqual(['fails', 'SUBNET_ACL_RESTRICTION at acl.egress'])
  const otherWay: Draw = (b) =>
    b.networkAcl('vpc', { id: 'acl', subnets: ['net'], egress: [[100, 'allow', 'all', null, '0.0.0.0/0']] })
  expect(at('out', '10.0.2.9')('10.0.1.5', otherWay)).toEqual(['fails', 'SUBNET_ACL_RESTRICTION at acl.ingress'])
})

it('says what of an endpoint service stops a connection', () => {
  const ask = askIn((b) => {
    b.vpc({ id: 'provider', cidrs: ['10.9.0.0/16'], ipv6Cidrs: ['2001:db8:9::/56'] })
    b.subnet('provider', { id: 'nodes', cidr: '10.9.1.0/24', ipv6Cidr: '2001:db8:9::/64' })
    b.securityGroup('provider', { id: 'provider-open', ingress: [['all', null, '0.0.0.0/0']] })
    b.ec2('nodes', { id: 'web', ...{ privateIp: '10.9.1.20', securityGroups: ['provider-open'] }, listens })
    b.targetGroup('provider', ['web'], { id: 'group' })
    b.nlb('provider', {
      id: 'nlb',
      subnets: [{ subnet: 'nodes', privateIp: '10.9.1.10' }],
      listeners: [['TCP', 443, 'group']],
    })
    b.endpointService(['nlb'], { id: 'service' })
    b.interfaceEndpoint('vpc', 'service', {
      id: 'vpce',
      securityGroups: ['open'],
      subnets: [{ subnet: 'net', privateIp: '10.0.1.10' }],
    })
  })
  const to = (draw: Draw = () => {}, given = {}) => ask('10.0.1.10', draw, given)
  expect(to()).toEqual(['succeeds'])
  expect(to(undefined, { protocol: 'icmp', port: null })).toEqual([
    'fails',
    'PROTOCOL_RESTRICTION at vpce.endpointService',
  ])
  expect(to((b) => b.set<'endpoint-service'>('service', { state: 'failed' }))).toEqual([
    'fails',
    'BAD_STATE at service.state',
  ])
  const row =
    (fields: object): Draw =>
    (b) =>
      b.set<'network-load-balancer'>('nlb', {
        subnets: [{ subnet: 'nodes', privateIp: '10.9.1.10', publicIp: 'auto', ...fields }],
      })
  expect(to(row({ privateIp: '10.9.1.900' }))).toEqual(['cannot-tell', 'INVALID_VALUE at nlb.subnets.0.privateIp'])
  const otherZone: Draw = (b) => {
    b.subnet('provider', { id: 'nodes-b', cidr: '10.9.2.0/24', zone: 'us-east-1b' })
    b.set<'network-load-balancer'>('nlb', { subnets: [{ subnet: 'nodes-b', privateIp: null, publicIp: 'auto' }] })
  }
  expect(to(otherZone)).toEqual(['fails', 'VPCE_SERVICE_NOT_INSTALLED_IN_AZ at service.loadBalancers'])
  expect(
    to((b) => {
      b.alb('provider', { id: 'alb', subnets: ['nodes'] })
      b.set<'endpoint-service'>('service', { loadBalancers: ['alb'] })
    })[0],
  ).toBe('cannot-tell')
})

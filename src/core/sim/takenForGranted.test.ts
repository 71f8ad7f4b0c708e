import { expect, it } from 'vitest'
import { askIn, type Draw, verdictIn } from './testing/askIn.ts'

const ping = { protocol: 'icmp', port: null } as const

it('takes for granted that somebody answers where the design does not say', () => {
  const ask = verdictIn((b) => {
    b.set<'vpc'>('vpc', { dnsHostnames: true })
    b.natGateway('out', { id: 'nat', publicIp: '198.51.100.5' })
    b.mainTable('vpc', [['0.0.0.0/0', b.internetGateway('vpc', { id: 'igw' })]])
    b.routeTable('vpc', [['0.0.0.0/0', 'nat']], { subnets: ['net'] })
    b.internetHost({ id: 'silent', addresses: ['203.0.113.8'] })
    b.internetHost({ id: 'web', addresses: ['203.0.113.9'], listens: [{ protocol: 'tcp', port: 443 }] })
    b.ec2('out', { id: 'unsaid', privateIp: '10.0.2.9', securityGroups: ['open'] })
    b.ec2('out', {
      id: 'said',
      ...{ privateIp: '10.0.2.10', securityGroups: ['open'], listens: [{ protocol: 'tcp', port: 443 }] },
    })
  })
  const granted = (to: string, given = {}) => {
    const { kind, assumptions } = ask(to, undefined, given)
    return [kind, ...assumptions.map(({ code, at, values }) => [code, at?.construct ?? null, values])]
  }
  expect(granted('8.8.8.8')).toEqual(['succeeds', ['ASSUMED_HOST_ANSWERS', null, { address: '8.8.8.8' }]])
  expect(granted('203.0.113.8')).toEqual(['succeeds', ['ASSUMED_LISTENING', 'silent', { port: 'tcp 443' }]])
  expect(granted('203.0.113.8', ping)).toEqual(['succeeds'])
  expect(granted('203.0.113.9')).toEqual(['succeeds'])
  expect(granted('203.0.113.9', { port: 80 })[0]).toBe('fails')
  expect(granted('10.0.2.9')).toEqual(['succeeds', ['ASSUMED_LISTENING', 'unsaid', { port: 'tcp 443' }]])
  expect(granted('10.0.2.9', ping)).toEqual(['succeeds'])
  expect(granted('10.0.2.10')).toEqual(['succeeds'])
  // that a service of AWS answers is known, but not that it answers a ping
  expect(granted('sqs.us-east-1.amazonaws.com')).toEqual(['succeeds'])
  expect(ask('sqs.us-east-1.amazonaws.com', undefined, ping).assumptions.map(({ code }) => code)).toEqual([
    'ASSUMED_HOST_ANSWERS',
  ])
})

it('takes the dual-stack name of a service to be its endpoint’s own where no list says so', () => {
  const ask = verdictIn((b) => {
    b.set<'vpc'>('vpc', { dnsHostnames: true })
    for (const service of ['sns', 'sts'])
      b.interfaceEndpoint('vpc', service, { id: service, subnets: ['net'], securityGroups: ['open'] })
  })
  const granted = (to: string) =>
    ask(to)
      .assumptions.filter(({ code }) => code !== 'ASSUMED_SERVICE_IN_ZONE')
      .map(({ code, at }) => [code, at?.construct])
  expect(granted('sns.us-east-1.api.aws')).toEqual([['ASSUMED_PRIVATE_NAME', 'sns']])
  expect(granted('sts.us-east-1.api.aws')).toEqual([])
  expect(granted('sns.us-east-1.amazonaws.com')).toEqual([])
})

it('takes a service of AWS to be in the zones of an endpoint that is drawn, not made, where the account has not been told', () => {
  const ask = verdictIn((b) => {
    b.set<'vpc'>('vpc', { dnsHostnames: true })
    for (const [service, id] of [
      ['sns', 'drawn'],
      ['sqs', 'vpce-0123456789abcdef0'],
      ['sts', 'told'],
    ] as const)
      b.interfaceEndpoint('vpc', service, { id, subnets: ['net'], securityGroups: ['open'] })
    b.set<'account'>('account-1', { serviceZones: [{ service: 'com.amazonaws.us-east-1.sts', zones: ['us-east-1a'] }] })
  })
  const granted = (service: string) =>
    ask(`${service}.us-east-1.amazonaws.com`).assumptions.map(({ code, at }) => [code, at?.construct])
  expect(granted('sns')).toEqual([['ASSUMED_SERVICE_IN_ZONE', 'drawn']])
  expect(granted('sqs')).toEqual([])
  expect(granted('sts')).toEqual([])
})

it('doubts a network ACL by the entries alone that could have said otherwise', () => {
  type Entry = readonly [number, 'allow' | 'deny', 'tcp' | 'udp' | 'all', number | null, string]
  const ask = askIn((b) => {
    b.ec2('out', {
      id: 'server',
      ...{ privateIp: '10.0.2.9', securityGroups: ['open'], listens: [{ protocol: 'tcp', port: 443 }] },
    })
  })
  const acl =
    (...ingress: readonly Entry[]): Draw =>
    (b) =>
      b.networkAcl('vpc', {
        id: 'acl',
        subnets: ['out'],
        ingress,
        egress: [[100, 'allow', 'all', null, '0.0.0.0/0']],
      })
  const all: Entry = [200, 'allow', 'all', null, '0.0.0.0/0']
  const doubt = ['cannot-tell', 'INVALID_VALUE at acl.ingress.0']
  expect(ask('10.0.2.9', acl([100, 'deny', 'all', null, '10.0.1.900/32'], all))).toEqual(doubt)
  // it says the same, comes later, or is about something else
  expect(ask('10.0.2.9', acl([100, 'allow', 'all', null, '10.0.1.900/32'], all))).toEqual(['succeeds'])
  expect(ask('10.0.2.9', acl([300, 'deny', 'all', null, '10.0.1.900/32'], all))).toEqual(['succeeds'])
  expect(ask('10.0.2.9', acl([100, 'deny', 'udp', 53, '10.0.1.900/32'], all))).toEqual(['succeeds'])
  // what nothing else admits it might have admitted
  expect(ask('10.0.2.9', acl([100, 'allow', 'all', null, '10.0.1.900/32']))).toEqual(doubt)
  expect(ask('10.0.2.9', acl([100, 'deny', 'all', null, '10.0.1.900/32']))).toEqual([
    'fails',
    'SUBNET_ACL_RESTRICTION at acl.ingress',
  ])
  // and an entry for the one direction is none for the other
  const outward: Draw = (b) =>
    b.networkAcl('vpc', {
      id: 'acl',
      subnets: ['out'],
      ingress: [all],
      egress: [
        [100, 'deny', 'udp', null, '10.0.1.900/32'],
        [200, 'allow', 'all', null, '0.0.0.0/0'],
      ],
    })
  expect(ask('10.0.2.9', outward)).toEqual(['succeeds'])
})

it('says where request and reply take different links, and only there', () => {
  const links = (announced: readonly string[]) =>
    verdictIn((b) => {
      const gateway = b.virtualPrivateGateway('vpc')
      b.mainTable('vpc', [], { propagatingGateways: [gateway] })
      const site = b.onPremises(['192.168.0.0/16'])
      b.onPremisesHost(site, '192.168.1.9', { id: 'server', listens: [{ protocol: 'tcp', port: 443 }] })
      b.vpn(b.customerGateway({ network: site }), gateway, { name: 'the VPN', routing: 'bgp', routes: announced })
      b.directConnect(site, gateway, { name: 'the line' })
    })('192.168.1.9')
  const split = (announced: readonly string[]) =>
    links(announced).assumptions.filter(({ code }) => code === 'ASSUMED_SPLIT_PATH')
  // of equal length Direct Connect goes both ways
  expect(split(['192.168.0.0/16'])).toEqual([])
  expect(split(['192.168.1.0/24']).map(({ values }) => values)).toEqual([{ there: 'the VPN', back: 'the line' }])
})

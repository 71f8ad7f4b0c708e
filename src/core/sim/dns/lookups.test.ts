import { expect, it } from 'vitest'
import type { DesignBuilder } from '../../model/testing/designBuilder.ts'
import { askedIn } from './testing/askedIn.ts'

type Draw = Parameters<typeof askedIn>[0]
const nothing: Draw = () => {}

it('knows no names of instances by their ids, of addresses that nobody has, or of other Regions', () => {
  const ask = askedIn((b, _vpc, subnet) => {
    b.ec2(subnet, { privateIp: '10.0.1.7', publicIp: '198.51.100.7' })
  })
  expect(ask('i-0123abcd.ec2.internal').verdict).toMatchObject({ kind: 'cannot-tell', code: 'UNKNOWN_NAME' })
  expect(ask('ec2-198-51-100-7.compute-1.amazonaws.com').answers).toEqual(['10.0.1.7'])
  for (const name of [
    'ip-10-0-1-99.ec2.internal',
    'ip-10-0-1-999.ec2.internal',
    'ip-10-0-1-7.eu-west-1.compute.internal',
    'ec2-198-51-100-99.compute-1.amazonaws.com',
    'ec2-198-51-100-999.compute-1.amazonaws.com',
    'ec2-198-51-100-7.eu-west-1.compute.amazonaws.com',
  ])
    expect([name, ask(name).verdict.code]).toEqual([name, 'DNS_NAME_NOT_PUBLISHED'])
})

const PUBLIC_NAME = 'ec2-198-51-100-7.compute-1.amazonaws.com'
const neighbour = (b: DesignBuilder, fields: object = {}) => {
  b.vpc({ id: 'other', cidrs: ['10.1.0.0/16'], dnsHostnames: true, ...fields })
  b.subnet('other', { id: 'far', cidr: '10.1.1.0/24' })
  b.ec2('far', { id: 'neighbour', privateIp: '10.1.1.7', publicIp: '198.51.100.7' })
}

it('gives a peer’s private address only where both VPCs support it, and only of that peer', () => {
  const joined = (own: object, far: object) =>
    askedIn((b, vpc) => {
      neighbour(b, far)
      b.peering(vpc, 'other', { requesterDnsResolution: true })
    }, own)(PUBLIC_NAME).answers
  expect(joined({}, {})).toEqual(['10.1.1.7'])
  expect(joined({}, { dnsSupport: false })).toEqual(['198.51.100.7'])
  expect(joined({ dnsHostnames: false }, {})).toEqual(['198.51.100.7'])
  const elsewhere = askedIn((b, vpc) => {
    neighbour(b)
    const third = b.vpc({ id: 'third', cidrs: ['10.2.0.0/16'], dnsHostnames: true })
    b.peering(vpc, third, { requesterDnsResolution: true })
  })
  expect(elsewhere(PUBLIC_NAME).answers).toEqual(['198.51.100.7'])
})

it('cannot tell whether an instance has a public name where its VPC’s setting is not known', () => {
  const ask = askedIn((b) => neighbour(b, { dnsHostnames: null }))
  expect(ask(PUBLIC_NAME).verdict).toMatchObject({ kind: 'cannot-tell', code: 'DNS_SETTING_NOT_KNOWN' })
})

it('asks public DNS where a drawn public zone lacks the name or hands it on', () => {
  const ask = askedIn((b) => {
    b.hostedZone('example.net', [], {
      id: 'zone',
      records: [
        ['drawn', 'A', '203.0.113.1'],
        ['other', 'CNAME', 'www.example.org'],
        ['sub', 'NS', 'ns.example.org'],
      ],
    })
    const hostNames = ['www.example.net', 'drawn.example.net', 'www.example.org', 'a.sub.example.net']
    b.internetHost({ id: 'host', hostNames, addresses: ['203.0.113.9'] })
  })
  expect(ask('drawn.example.net').answers).toEqual(['203.0.113.1'])
  expect(ask('www.example.net').answers).toEqual(['203.0.113.9'])
  expect(ask('a.sub.example.net').answers).toEqual(['203.0.113.9'])
  const { lookup, answers } = ask('other.example.net')
  expect(answers).toEqual(['203.0.113.9'])
  expect(lookup.map(({ detail }) => [detail.name, detail.next ?? null])).toEqual([
    ['other.example.net', 'www.example.org'],
    ['www.example.org', null],
  ])
  expect(ask('none.example.net').verdict).toMatchObject({ kind: 'fails', code: 'DNS_NAME_NOT_PUBLISHED' })
})

it('knows a host on the internet by its addresses, and the first of two by a name', () => {
  const ask = askedIn((b, vpc) => {
    b.mainTable(vpc, [['0.0.0.0/0', b.internetGateway(vpc)]])
    b.set<'client'>('asker', {
      interfaces: [
        {
          subnet: 'subnet',
          securityGroups: [],
          privateIp: '10.0.1.5',
          ipv6: null,
          publicIp: '198.51.100.5',
          sourceDestCheck: true,
          interfaceId: null,
        },
      ],
    })
    const listens = [{ protocol: 'tcp' as const, port: 80 }]
    b.internetHost({ id: 'a', hostNames: ['www.example.net'], addresses: ['203.0.113.9', '203.0.113.900'], listens })
    b.internetHost({ id: 'b', hostNames: ['www.example.net', 'b.example.net'], addresses: ['203.0.113.901'] })
  })
  expect(ask('www.example.net')).toMatchObject({ answers: ['203.0.113.9'], verdict: { code: 'PORT_CLOSED' } })
  expect(ask('203.0.113.9').verdict).toMatchObject({ kind: 'fails', code: 'PORT_CLOSED' })
  expect(ask('9.9.9.9').verdict.kind).toBe('succeeds')
  expect(ask('203.0.113.10').verdict.kind).toBe('succeeds')
  expect(ask('198.18.0.10').verdict).toMatchObject({ kind: 'fails', code: 'DESTINATION_ADDRESS_RESERVED' })
  expect(ask('b.example.net').verdict).toMatchObject({ kind: 'fails', code: 'DNS_NAME_NOT_PUBLISHED' })
})

it('names the label by which an endpoint’s own name is known, and knows no other of its names', () => {
  const ask = askedIn((b, vpc, subnet) => {
    b.interfaceEndpoint(vpc, 'sqs', {
      id: 'vpce',
      dnsLabel: 'vpce-123-ab',
      subnets: [{ subnet, privateIp: '10.0.1.10' }],
    })
  })
  const rest = 'sqs.us-east-1.vpce.amazonaws.com'
  expect(ask(`vpce-123-ab.${rest}`).lookup[0]?.evidence.decidedBy).toEqual({ construct: 'vpce', path: ['dnsLabel'] })
  expect(ask(`vpce-123-ab-us-east-1a.${rest}`).answers).toEqual(['10.0.1.10'])
  expect(ask(`vpce-123-ab-us-east-1b.${rest}`).verdict.kind).toBe('fails')
  // longer labels are those of endpoints that are not drawn
  expect(ask(`vpce-123-abcd.${rest}`).verdict.kind).toBe('cannot-tell')
  expect(ask(`vpce-123-ab-cd.${rest}`).verdict.kind).toBe('cannot-tell')
})

it('calls resolvers by their names and addresses, where they stand', () => {
  const said = (draw: Draw, name: string, fields: object = {}) => {
    const leg = askedIn(draw, fields)(name).verdict.branches[0]!.legs[0]!
    return leg.hops.flatMap(({ label, steps }) =>
      steps.flatMap((step) => (step.kind === 'resolve-name' ? [`${label}: ${step.detail.resolver}`] : [])),
    )
  }
  expect(said(nothing, 'sqs.us-east-1.amazonaws.com', { name: 'Main VPC' })).toEqual(['Main VPC: AmazonProvidedDNS'])
  const server: Draw = (b, _vpc, subnet) => {
    const group = b.securityGroup('vpc', { ingress: [['udp', 53, '0.0.0.0/0']] })
    b.ec2(subnet, { id: 'dns', name: 'DNS server', privateIp: '10.0.1.53', securityGroups: [group] })
  }
  const own = { dhcpDnsServers: ['10.0.1.53'], name: 'Main VPC' }
  expect(said(server, 'sqs.us-east-1.amazonaws.com', own)).toEqual(['DNS server: 10.0.1.53'])
  expect(said(nothing, 'sqs.us-east-1.amazonaws.com', own)).toEqual(['Main VPC: 10.0.1.53'])
})

it('names where the question to a server of one’s own gets lost', () => {
  expect(askedIn(nothing, { dhcpDnsServers: ['10.0.1.53'] })('www.example.net').verdict).toMatchObject({
    code: 'DNS_SERVER_UNREACHABLE',
    decidedBy: { construct: 'subnet', path: ['cidr'] },
  })
})

it('asks Amazon’s resolver last only where no other server has answered', () => {
  const draw: Draw = (b, _vpc, subnet) => {
    const group = b.securityGroup('vpc', { ingress: [['udp', 53, '0.0.0.0/0']] })
    b.ec2(subnet, { id: 'dns', privateIp: '10.0.1.53', securityGroups: [group] })
    b.internetHost({ hostNames: ['www.example.net'], addresses: ['203.0.113.9'] })
  }
  const both = { dhcpDnsServers: ['10.0.1.53', 'AmazonProvidedDNS'] }
  expect(askedIn(draw, both)('www.example.net').answers).toEqual(['203.0.113.9'])
  expect(askedIn(nothing, both)('www.example.net').verdict.kind).toBe('cannot-tell')
})

it('makes no IPv6 addresses up where another server is asked, and says those that it makes up', () => {
  const draw: Draw = (b, vpc, subnet) => {
    b.set<'vpc'>(vpc, { ipv6Cidrs: ['2001:db8::/56'] })
    b.set<'subnet'>(subnet, { ipv6Cidr: '2001:db8::/64', dns64: true })
    const group = b.securityGroup(vpc, { ingress: [['udp', 53, '0.0.0.0/0']] })
    b.ec2(subnet, { id: 'dns', privateIp: '10.0.1.53', securityGroups: [group] })
    b.internetHost({ hostNames: ['four.example.net'], addresses: ['203.0.113.9'] })
  }
  expect(askedIn(draw)('four.example.net').lookup.at(-1)!.detail.answers).toEqual(['203.0.113.9', '64:ff9b::cb00:7109'])
  const other = askedIn(draw, { dhcpDnsServers: ['10.0.1.53'] })
  expect(other('four.example.net').lookup.at(-1)!.detail.answers).toEqual(['203.0.113.9'])
})

it('answers from the VPC’s own address without the names for inbound endpoints', () => {
  const draw: Draw = (b, vpc, subnet) => {
    b.gatewayEndpoint(vpc, 's3')
    b.interfaceEndpoint(vpc, 's3', {
      privateDnsOnlyForInboundResolver: true,
      subnets: [{ subnet, privateIp: '10.0.1.10' }],
    })
  }
  const plusTwo = { dhcpDnsServers: ['10.0.0.2'] }
  expect(askedIn(draw, plusTwo)('s3.us-east-1.amazonaws.com').answers).not.toContain('10.0.1.10')
})

it('takes a host on premises for the network’s DNS server only at the server’s address', () => {
  const draw =
    (target: string): Draw =>
    (b, vpc, subnet) => {
      const office = b.onPremises(['192.168.0.0/16'], { id: 'office', dnsServer: '192.168.0.53' })
      const gateway = b.virtualPrivateGateway(vpc)
      b.vpn(b.customerGateway({ ipAddress: '203.0.113.1', network: office }), gateway, { routing: 'bgp' })
      b.mainTable(vpc, [['192.168.0.0/16', gateway]])
      b.onPremisesHost(office, '192.168.0.53', { id: 'dns' })
      b.onPremisesHost(office, '192.168.0.9', { id: 'files', hostNames: ['files.corp.example'] })
      const group = b.securityGroup(vpc, { ingress: [] })
      const out = b.resolverEndpoint('outbound', [subnet], { securityGroups: [group] })
      b.resolverRule('corp.example', [target], { vpcs: [vpc], resolverEndpoint: out })
    }
  const byServer = askedIn(draw('192.168.0.53'))('files.corp.example')
  expect(byServer.answers).toEqual(['192.168.0.9'])
  const byHost = askedIn(draw('192.168.0.9'))('files.corp.example')
  expect(byHost.answers).toEqual([])
  expect(byHost.verdict.assumptions.map(({ code }) => code)).toContain('ASSUMED_DNS_SERVER_RECURSES')
})

it('says in the trace that a name has no address of the client’s family, at the last of its steps alone', () => {
  const ask = askedIn((b, vpc) => {
    b.hostedZone('example.com', [vpc], {
      records: [
        ['a', 'CNAME', 'six.example.com'],
        ['six', 'AAAA', '2001:db8::9'],
      ],
    })
  })
  const { verdict, lookup } = ask('a.example.com')
  expect(verdict.code).toBe('DNS_NO_ADDRESS_OF_FAMILY')
  expect(lookup.map(({ outcome, code }) => [outcome, code])).toEqual([
    ['another-name', null],
    ['no-such-name', 'DNS_NO_ADDRESS_OF_FAMILY'],
  ])
})

it('has a load balancer’s name lead to what can be read of its nodes', () => {
  const NAME = 'web.elb.us-east-1.amazonaws.com'
  const draw =
    (
      kind: 'nlb' | 'alb',
      given: Parameters<DesignBuilder['alb']>[1] & Parameters<DesignBuilder['nlb']>[1] = {},
    ): Draw =>
    (b, vpc, subnet) => {
      b.mainTable(vpc, [['0.0.0.0/0', b.internetGateway(vpc)]])
      b.set<'vpc'>(vpc, { ipv6Cidrs: ['2001:db8::/56'] })
      b.set<'subnet'>(subnet, { ipv6Cidr: '2001:db8::/64' })
      b[kind](vpc, { id: 'web', dnsName: NAME, subnets: [{ subnet, privateIp: '10.0.1.10' }], ...given })
    }
  expect(askedIn(draw('nlb'))(`us-east-1a.${NAME}`).answers).toEqual(['10.0.1.10'])
  expect(askedIn(draw('nlb'))(`us-east-1b.${NAME}`).lookup[0]).toMatchObject({
    code: 'DNS_NAME_NOT_PUBLISHED',
    evidence: { decidedBy: { construct: 'web', path: ['subnets'] } },
  })
  expect(askedIn(draw('alb'))(`us-east-1a.${NAME}`).verdict.code).toBe('UNKNOWN_NAME')
  expect(askedIn(draw('nlb', { subnets: [] }))(NAME).verdict).toMatchObject({
    kind: 'fails',
    code: 'DNS_NAME_NOT_PUBLISHED',
    decidedBy: { construct: 'web', path: ['subnets'] },
  })
  const row = { subnet: 'subnet', privateIp: '10.0.1.900' }
  expect(askedIn(draw('nlb', { subnets: [row] }))(NAME).verdict).toMatchObject({
    kind: 'cannot-tell',
    code: 'INVALID_VALUE',
  })
  const facing = { scheme: 'internet-facing', ipAddressType: 'dualstack' } as const
  const published = askedIn(
    draw('nlb', { ...facing, subnets: [{ subnet: 'subnet', privateIp: '10.0.1.10', publicIp: '198.51.100.1' }] }),
  )(NAME)
  expect(published.answers).toEqual(['198.51.100.1', expect.stringMatching(/^2001:db8:/)])
  const unread = { subnet: 'subnet', publicIp: '198.51.100.900' }
  expect(askedIn(draw('nlb', { scheme: 'internet-facing', subnets: [unread] }))(NAME).verdict).toMatchObject({
    kind: 'cannot-tell',
    code: 'INVALID_VALUE',
  })
})

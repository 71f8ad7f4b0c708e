import { expect, it } from 'vitest'
import { ENDPOINT_STATES } from '../../model/kinds/common.ts'
import type { DesignBuilder } from '../../model/testing/designBuilder.ts'
import { askedIn } from './testing/askedIn.ts'

const KINESIS = 'kinesis.us-east-1.amazonaws.com'
const LABEL = { dnsLabel: 'vpce-123-ab' }
const OWN = 'vpce-123-ab.kinesis.us-east-1.vpce.amazonaws.com'

it.each(ENDPOINT_STATES)('knows which names of an endpoint exist while it is %s', (state) => {
  const ask = askedIn((b, vpc, subnet) => {
    const subnets = [{ subnet, privateIp: '10.0.1.10' }]
    b.interfaceEndpoint(vpc, 'kinesis-streams', { id: 'endpoint', ...LABEL, state, subnets })
  })
  const own = ask(OWN)
  const gone = ['deleting', 'deleted', 'failed'].includes(state)
  if (gone)
    expect(own.verdict).toMatchObject({
      code: 'DNS_NAME_NOT_PUBLISHED',
      decidedBy: { construct: 'endpoint', path: ['state'] },
    })
  else expect(own.answers).toEqual(['10.0.1.10'])
  const { lookup, answers } = ask(KINESIS)
  expect(answers.includes('10.0.1.10')).toBe(state === 'available')
  expect(lookup[0]!.detail.passedOver).toEqual(
    state === 'available' ? [] : [{ endpoint: 'endpoint', why: 'not-available' }],
  )
})

/** A dual-stack VPC with an endpoint of both families. */
const dualStack = (b: DesignBuilder, vpc: string, subnet: string, given: object): void => {
  b.set<'vpc'>(vpc, { ipv6Cidrs: ['2001:db8::/56'] })
  b.set<'subnet'>(subnet, { ipv6Cidr: '2001:db8::/64' })
  b.interfaceEndpoint(vpc, 'kinesis-streams', {
    ...LABEL,
    ipAddressType: 'dualstack',
    subnets: [{ subnet, privateIp: '10.0.1.10', ipv6: '2001:db8::10' }],
    ...given,
  })
}

it.each([
  ['ipv4', ['10.0.1.10'], ['10.0.1.10']],
  ['ipv6', ['2001:db8::10'], ['2001:db8::10']],
  ['dualstack', ['10.0.1.10', '2001:db8::10'], ['10.0.1.10', '2001:db8::10']],
  ['service-defined', ['10.0.1.10', '2001:db8::10'], ['10.0.1.10']],
] as const)('makes the records that the record type %s says', (dnsRecordIpType, own, covered) => {
  const ask = askedIn((b, vpc, subnet) => dualStack(b, vpc, subnet, { dnsRecordIpType }))
  expect(ask(OWN).answers).toEqual(own)
  expect(ask(KINESIS).answers).toEqual(covered)
})

it('gives S3’s dual-stack names both families where the records are left to the service', () => {
  const ask = askedIn((b, vpc, subnet) => {
    b.set<'vpc'>(vpc, { ipv6Cidrs: ['2001:db8::/56'] })
    b.set<'subnet'>(subnet, { ipv6Cidr: '2001:db8::/64' })
    const subnets = [{ subnet, privateIp: '10.0.1.10', ipv6: '2001:db8::10' }]
    b.interfaceEndpoint(vpc, 's3', { ipAddressType: 'dualstack', subnets })
  })
  expect(ask('s3.us-east-1.amazonaws.com').answers).toEqual(['10.0.1.10'])
  expect(ask('s3.dualstack.us-east-1.amazonaws.com').answers).toEqual(['10.0.1.10', '2001:db8::10'])
})

it('answers S3’s names with the records that a gateway endpoint asks for, in its own VPC’s Region', () => {
  const families = (dnsRecordIpType: 'ipv4' | 'ipv6' | 'dualstack' | 'service-defined', name: string) => {
    const ask = askedIn((b, vpc) => {
      b.gatewayEndpoint(vpc, 's3', { ipAddressType: 'dualstack', dnsRecordIpType })
    })
    return [...new Set(ask(name).answers.map((address) => (address.includes(':') ? 6 : 4)))]
  }
  const [plain, dual] = ['s3.us-east-1.amazonaws.com', 's3.dualstack.us-east-1.amazonaws.com']
  expect(families('service-defined', plain)).toEqual([4])
  expect(families('service-defined', dual)).toEqual([4, 6])
  for (const name of [plain, dual]) {
    expect(families('ipv4', name)).toEqual([4])
    expect(families('ipv6', name)).toEqual([6])
    expect(families('dualstack', name)).toEqual([4, 6])
  }
  expect(families('dualstack', 's3.eu-west-1.amazonaws.com')).toEqual([4])
})

it('has names of the whole Region only for an endpoint of another Region', () => {
  const ask = askedIn((b, vpc, subnet) => {
    b.interfaceEndpoint(vpc, 'com.amazonaws.eu-west-1.s3', {
      ...LABEL,
      serviceRegion: 'eu-west-1',
      subnets: [{ subnet, privateIp: '10.0.1.10' }],
    })
  })
  const rest = 's3.eu-west-1.vpce.amazonaws.com'
  expect(ask(`bucket.vpce-123-ab.${rest}`).answers).toEqual(['10.0.1.10'])
  expect(ask(`bucket.vpce-123-ab-us-east-1a.${rest}`).verdict.code).toBe('DNS_NAME_NOT_PUBLISHED')
  expect(ask('s3.eu-west-1.amazonaws.com').answers).toEqual(['10.0.1.10'])
})

it('makes IPv6 addresses up in subnets with DNS64 alone, for names that have none', () => {
  const ask = askedIn((b, vpc) => {
    b.set<'vpc'>(vpc, { ipv6Cidrs: ['2001:db8::/56'] })
    const six = b.subnet(vpc, { id: 'six', cidr: '10.0.2.0/24', ipv6Cidr: '2001:db8::/64', dns64: true })
    const plain = b.subnet(vpc, { id: 'plain', cidr: '10.0.3.0/24', ipv6Cidr: '2001:db8:0:1::/64' })
    b.ec2(six, { id: 'in-six', ipv6: '2001:db8::5' })
    b.ec2(plain, { id: 'in-plain', ipv6: '2001:db8:0:1::5' })
    b.internetHost({ hostNames: ['four.example.net'], addresses: ['203.0.113.9'] })
    b.internetHost({ hostNames: ['both.example.net'], addresses: ['203.0.113.10', '2001:db8:ffff::1'] })
  })
  expect(ask('four.example.net', 'in-six').answers).toEqual(['203.0.113.9', '64:ff9b::cb00:7109'])
  expect(ask('both.example.net', 'in-six').answers).toEqual(['203.0.113.10', '2001:db8:ffff::1'])
  // the same VPC, and another answer
  expect(ask('four.example.net', 'in-plain').answers).toEqual(['203.0.113.9'])
})

it('lets each client of a VPC fare by its own way to the DNS server', () => {
  const ask = askedIn(
    (b, vpc) => {
      const shut = b.subnet(vpc, { id: 'shut', cidr: '10.0.2.0/24' })
      b.networkAcl(vpc, { subnets: [shut] })
      b.ec2(shut, { id: 'in-shut' })
      const group = b.securityGroup(vpc, { ingress: [['udp', 53, '10.0.0.0/8']] })
      b.ec2('subnet', { id: 'server', privateIp: '10.0.1.53', securityGroups: [group] })
      b.internetHost({ hostNames: ['www.example.net'], addresses: ['203.0.113.9'] })
    },
    { dhcpDnsServers: ['10.0.1.53'] },
  )
  expect(ask('www.example.net').answers).toEqual(['203.0.113.9'])
  expect(ask('www.example.net', 'in-shut').verdict.code).toBe('DNS_SERVER_UNREACHABLE')
})

const PUBLIC_NAME = 'ec2-198-51-100-7.compute-1.amazonaws.com'
/** A second VPC with a public instance; `join` brings the two together. */
const withNeighbour = (join: (b: DesignBuilder, vpc: string, other: string) => void, fields: object = {}) =>
  askedIn((b, vpc) => {
    const other = b.vpc({ id: 'other', cidrs: ['10.1.0.0/16'], dnsHostnames: true, ...fields })
    const subnet = b.subnet(other, { cidr: '10.1.1.0/24' })
    b.ec2(subnet, { id: 'neighbour', privateIp: '10.1.1.7', publicIp: '198.51.100.7' })
    join(b, vpc, other)
  })(PUBLIC_NAME).answers

it('gives private addresses for public names of a peer’s instances to the side with DNS resolution on', () => {
  const [inside, outside] = [['10.1.1.7'], ['198.51.100.7']]
  expect(withNeighbour(() => {})).toEqual(outside)
  const peer =
    (fields: object, turned = false) =>
    (b: DesignBuilder, vpc: string, other: string) =>
      void (turned ? b.peering(other, vpc, fields) : b.peering(vpc, other, fields))
  expect(withNeighbour(peer({ requesterDnsResolution: true }))).toEqual(inside)
  expect(withNeighbour(peer({ accepterDnsResolution: true }))).toEqual(outside)
  expect(withNeighbour(peer({ accepterDnsResolution: true }, true))).toEqual(inside)
  expect(withNeighbour(peer({ requesterDnsResolution: true, state: 'pending-acceptance' }))).toEqual(outside)
})

it('gives them over a transit gateway where it and both attachments support DNS', () => {
  const join =
    (gateway: object, attachment: object) =>
    (b: DesignBuilder, vpc: string, other: string): void => {
      const hub = b.transitGateway({ id: 'hub', ...gateway })
      b.attach(vpc, hub)
      b.attach(other, hub, attachment)
    }
  expect(withNeighbour(join({}, {}))).toEqual(['10.1.1.7'])
  expect(withNeighbour(join({ dnsSupport: false }, {}))).toEqual(['198.51.100.7'])
  expect(withNeighbour(join({}, { dnsSupport: false }))).toEqual(['198.51.100.7'])
})

it('has no public names of instances where the VPC’s DNS hostnames are off', () => {
  expect(withNeighbour(() => {}, { dnsHostnames: false })).toEqual([])
})

it('covers the private name of a drawn service once its domain is verified', () => {
  const name = 'api.example.com'
  const draw = (domainVerification: 'verified' | 'pendingVerification') =>
    askedIn((b, vpc, subnet) => {
      const provider = b.vpc({ id: 'provider', cidrs: ['10.0.0.0/16'] })
      const inside = b.subnet(provider, { id: 'inside', cidr: '10.0.9.0/24' })
      const balancer = b.nlb(provider, { subnets: [inside], listeners: [['TCP', 443]] })
      const service = b.endpointService([balancer], {
        privateDnsName: name,
        domainVerification,
        serviceId: 'vpce-svc-1',
      })
      b.interfaceEndpoint(vpc, service, { id: 'endpoint', ...LABEL, subnets: [{ subnet, privateIp: '10.0.1.10' }] })
    })
  expect(draw('verified')(name).answers).toEqual(['10.0.1.10'])
  const open = draw('pendingVerification')(name)
  expect(open.answers).toEqual([])
  expect(open.lookup[0]!.detail.passedOver).toEqual([{ endpoint: 'endpoint', why: 'not-verified' }])
  const own = draw('pendingVerification')('vpce-123-ab-us-east-1a.vpce-svc-1.us-east-1.vpce.amazonaws.com')
  expect(own.answers).toEqual(['10.0.1.10'])
})

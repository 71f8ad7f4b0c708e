import { expect, it } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import { buildDesign, type DesignBuilder } from '../../model/testing/designBuilder.ts'
import { compileTopology, deriveSections } from '../index.ts'

const catalogue = await loadCatalogue()

/** Every row of a construct's sections as `section | label | value | where from`. */
function derive(id: string, draw: (b: DesignBuilder) => void): string[] {
  const design = buildDesign(draw)
  return deriveSections(design, compileTopology(design, catalogue), id).flatMap((section) =>
    section.rows.map((row) => [section.title, row.label, row.value, row.from].join(' | ')),
  )
}

const PRIVATE = 'sqs.us-east-1.amazonaws.com'
type Endpoint = Parameters<DesignBuilder['interfaceEndpoint']>[2]
const privateDns = (
  given: Endpoint,
  dnsHostnames = true,
  draw: (b: DesignBuilder, subnet: string) => void = () => {},
) => {
  const rows = derive('sqs', (b) => {
    const subnet = b.subnet(b.vpc({ id: 'vpc', dnsHostnames }))
    draw(b, subnet)
    b.interfaceEndpoint('vpc', 'sqs', { id: 'sqs', subnets: [subnet], ...given })
  })
  expect(rows.some((row) => row.includes(`| ${PRIVATE} |`))).toBe(
    rows.some((row) => row.includes('Private DNS | on |')),
  )
  return rows.find((row) => row.includes('| Private DNS |'))
}

it('tells why an endpoint’s private names answer, or do not', () => {
  const row = (state: string, from = 'its own switch and the VPC’s attributes') =>
    `DNS names | Private DNS | ${state} | ${from}`
  expect(privateDns({})).toBe(row('on'))
  expect(privateDns({ privateDns: false })).toBe(row('off', 'its own switch'))
  expect(privateDns({}, false)).toBe(row('off: the VPC needs DNS support and DNS hostnames'))
  expect(privateDns({ state: 'pendingAcceptance' })).toBe(row('off: the endpoint is not available'))
  const rival = (b: DesignBuilder, subnet: string) =>
    void b.interfaceEndpoint('vpc', 'sqs', { id: 'a', subnets: [subnet] })
  expect(privateDns({}, true, rival)).toBe(row('off: another endpoint of the VPC holds the names'))
})

it('tells what a private name of one’s own waits for', () => {
  const found = (domainVerification: 'verified' | 'pendingVerification') =>
    derive('own', (b) => {
      const subnet = b.subnet(b.vpc({ id: 'vpc', dnsHostnames: true }))
      const given = { privateDnsName: 'api.example.com', domainVerification } as const
      b.interfaceEndpoint('vpc', b.endpointService([b.nlb('vpc', { subnets: [subnet] })], given), {
        id: 'own',
        subnets: [{ subnet, privateIp: '10.0.0.9' }],
      })
    }).filter((row) => /Private DNS|api\.example/.test(row))
  expect(found('verified')).toEqual([
    'DNS names | Private DNS | on | its own switch and the VPC’s attributes',
    'DNS names | api.example.com | 10.0.0.9 | the VPC vpc alone',
  ])
  expect(found('pendingVerification')).toEqual([
    'DNS names | Private DNS | off: its owner has not proved that the domain is theirs | its own switch and the VPC’s attributes',
  ])
})

it('tells an endpoint’s bandwidth by the rules of the day', () => {
  const bandwidth = (rulesAsOf: string) =>
    derive('sqs', (b) => {
      b.settings({ rulesAsOf })
      b.interfaceEndpoint(b.vpc(), 'sqs', { id: 'sqs' })
    }).find((row) => row.includes('Bandwidth'))
  expect(bandwidth('latest')).toContain('to 100 Gbps')
  expect(bandwidth('2022-12-31')).toContain('to 40 Gbps')
})

it('tells who answers a VPC’s questions', () => {
  const resolver = (given: Parameters<DesignBuilder['vpc']>[0]) =>
    derive('vpc', (b) => b.vpc({ id: 'vpc', ...given }))[0]
  expect(resolver({ dhcpDnsServers: ['10.0.0.53', '10.0.1.53'] })).toBe(
    'DNS | Resolver | 10.0.0.53, 10.0.1.53 | DHCP options',
  )
  expect(resolver({ dnsSupport: null })).toContain('not known: DNS support was not said')
  expect(resolver({ cidrs: ['10.4.0.0/16'] })).toContain('10.4.0.2 and 169.254.169.253')
})

it('tells the routes of a table by itself, of one that is not drawn, and the ranges of a list in one row', () => {
  const draw = (b: DesignBuilder) => {
    const vpc = b.vpc({ ipv6Cidrs: ['2001:db8::/56'] })
    b.subnet(vpc, { id: 'net', cidr: '10.0.0.0/28' })
    const gateway = b.internetGateway(vpc, { name: 'Gateway' })
    const list = b.prefixList(['203.0.113.0/24', '198.51.100.0/24'], { id: 'offices' })
    b.routeTable(vpc, [[list, gateway]], { id: 'rtb', name: 'Table' })
  }
  expect(derive('rtb', draw)).toEqual([
    'Routes: Table | offices (2 ranges) | Gateway | drawn in the table, by prefix list',
    'Routes: Table | 10.0.0.0/16 | local | every table has it',
    'Routes: Table | 2001:db8::/56 | local | every table has it',
  ])
  expect(derive('net', draw).filter((row) => row.startsWith('Routes'))).toEqual([
    'Routes: main table (not drawn) · the VPC’s main table | 10.0.0.0/16 | local | every table has it',
    'Routes: main table (not drawn) · the VPC’s main table | 2001:db8::/56 | local | every table has it',
  ])
  expect(derive('net', draw)[0]).toBe('Addresses | Free | 11 of 16 | 0 in use, five are AWS’s')
})

it('has no free addresses to tell of a subnet whose block cannot be read', () => {
  const rows = derive('net', (b) => b.subnet(b.vpc(), { id: 'net', cidr: 'x' }))
  expect(rows[0]).toBe('Addresses | Free | not known | 0 in use, five are AWS’s')
})

it('tells the ranges of a gateway endpoint, and nothing where its list is not known', () => {
  const ranges = (service: string) => derive('gateway', (b) => b.gatewayEndpoint(b.vpc(), service, { id: 'gateway' }))
  expect(ranges('s3')[0]).toMatch(/^Prefix list \| com\.amazonaws\.us-east-1\.s3 \| \d+ ranges/)
  expect(ranges('nosuchservice')).toEqual([])
})

it('tells the interfaces of NAT gateways', () => {
  const rows = derive('nat', (b) => {
    const subnet = b.subnet(b.vpc(), { name: 'Net' })
    b.natGateway(subnet, { id: 'nat', privateIp: '10.0.0.9', publicIp: '198.51.100.7' })
  })
  expect(rows).toEqual([
    'Interfaces | In Net | 10.0.0.9 | as drawn',
    'Interfaces | Public address | 198.51.100.7 | as drawn',
  ])
})

it('tells whose address targets see: of each protocol and type, and nothing where GENEVE wraps it', () => {
  const seen = (given: Parameters<DesignBuilder['targetGroup']>[2], byAddress = false) =>
    derive('group', (b) => {
      const subnet = b.subnet(b.vpc({ id: 'vpc' }))
      const target = byAddress ? '10.0.0.20' : b.ec2(subnet, { privateIp: '10.0.0.20' })
      b.targetGroup('vpc', [target], { id: 'group', ...given })
      if (given?.protocol === 'GENEVE') b.gwlb('vpc', { subnets: [subnet], targetGroup: 'group' })
      else b.nlb('vpc', { subnets: [subnet], listeners: [[given?.protocol === 'UDP' ? 'UDP' : 'TCP', 443, 'group']] })
    }).filter((row) => row.includes('Targets see'))
  const row = (whose: string, how: string) => [
    `Targets | Targets see | the ${whose}’s address | ${how}; through AWS PrivateLink the load balancer’s`,
  ]
  expect(seen({ preserveClientIp: null })).toEqual(row('client', 'as AWS has it by type'))
  expect(seen({ preserveClientIp: false })).toEqual(row('load balancer', 'as drawn'))
  expect(seen({ preserveClientIp: null }, true)).toEqual(row('load balancer', 'as AWS has it by type'))
  expect(seen({ preserveClientIp: false, protocol: 'UDP' })).toEqual(row('client', 'as AWS has it by type'))
  expect(seen({ protocol: 'GENEVE', port: 6081 })).toEqual([])
})

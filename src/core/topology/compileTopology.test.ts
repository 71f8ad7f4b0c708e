import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import { buildDesign, type DesignBuilder } from '../model/testing/designBuilder.ts'
import { formatAddress, formatBlock } from '../net/index.ts'
import { dnsOf } from './dnsNet.ts'
import { compileTopology } from './index.ts'

const catalogue = await loadCatalogue()
const compile = (draw: (b: DesignBuilder) => void) => compileTopology(buildDesign(draw), catalogue)
const one = <K, V>(map: ReadonlyMap<K, V>, key: K): V => {
  const value = map.get(key)
  if (value === undefined) throw new Error(`nothing at ${String(key)}`)
  return value
}

describe('route tables', () => {
  it('hold a local route for every block, and routes in the order in which they win', () => {
    const topology = compile((b) => {
      const vpc = b.vpc({ id: 'vpc', cidrs: ['10.0.0.0/16', '100.64.0.0/20'], ipv6Cidrs: ['2001:db8::/56'] })
      const gateway = b.internetGateway(vpc, { id: 'igw' })
      const list = b.prefixList(['203.0.113.0/24', '198.51.100.0/24'], { id: 'pl' })
      const table = b.mainTable(
        vpc,
        [
          [list, gateway],
          ['0.0.0.0/0', gateway],
          ['203.0.113.0/24', 'blackhole'],
        ],
        { id: 'rtb' },
      )
      b.gatewayEndpoint(vpc, 'dynamodb', { id: 'ddb', routeTables: [table] })
    })
    const { routes4, routes6, unread } = one(topology.tables, 'rtb')
    expect(unread).toEqual([])
    expect(routes6.map((route) => formatBlock(route.block))).toEqual(['2001:db8::/56'])
    const drawn = routes4.filter((route) => route.source !== 'endpoint')
    expect(drawn.map((route) => `${route.label} ${route.target.kind}`)).toEqual([
      '203.0.113.0/24 blackhole',
      'pl (203.0.113.0/24) internet-gateway',
      'pl (198.51.100.0/24) internet-gateway',
      '100.64.0.0/20 local',
      '10.0.0.0/16 local',
      '0.0.0.0/0 internet-gateway',
    ])
    expect(routes4.some((route) => route.source === 'endpoint' && route.origin?.construct === 'ddb')).toBe(true)
  })

  it('take host bits as AWS does, and note what cannot be read with its place and where it leads', () => {
    const topology = compile((b) => {
      const vpc = b.vpc({ id: 'vpc' })
      const gateway = b.internetGateway(vpc, { id: 'igw' })
      b.mainTable(
        vpc,
        [
          ['198.51.100.77/24', gateway],
          ['300.0.0.0/8', gateway],
          ['pl-none', 'blackhole'],
          ['0.0.0.0/0', 'nat-none'],
        ],
        {
          id: 'rtb',
        },
      )
    })
    const { routes4, unread } = one(topology.tables, 'rtb')
    expect(routes4.map((route) => route.label)).toEqual(['198.51.100.0/24', '10.0.0.0/16', '0.0.0.0/0'])
    expect(routes4.at(-1)?.target).toMatchObject({ kind: 'unknown', code: 'dangling-reference' })
    expect(unread.map(({ family, target, gap }) => [family, target, gap.code, gap.at.path])).toEqual([
      [4, 'igw', 'invalid-value', ['routes', 1]],
      [null, 'blackhole', 'dangling-reference', ['routes', 2]],
    ])
    expect(topology.gaps).toHaveLength(2)
  })

  it('of another VPC stand for nothing, nor do tables that are not there', () => {
    const topology = compile((b) => {
      const [vpc, other] = [b.vpc({ id: 'vpc' }), b.vpc({ id: 'other', cidrs: ['10.1.0.0/16'] })]
      const foreign = b.routeTable(other, [], { id: 'rtb-other' })
      b.subnet(vpc, { id: 'subnet-1', cidr: '10.0.1.0/24', routeTable: foreign })
      b.subnet(vpc, { id: 'subnet-2', cidr: '10.0.2.0/24', routeTable: 'rtb-gone' })
    })
    const [first, second] = ['subnet-1', 'subnet-2'].map((id) => one(topology.subnets, id).table)
    expect(first?.unread).toMatchObject([{ whole: true, gap: { code: 'invalid-value' } }])
    expect(second?.unread).toMatchObject([{ whole: true, gap: { code: 'dangling-reference' } }])
  })

  it('are indexed when they are long', () => {
    const topology = compile((b) => {
      const vpc = b.vpc({ id: 'vpc' })
      const gateway = b.internetGateway(vpc, { id: 'igw' })
      b.mainTable(
        vpc,
        Array.from({ length: 100 }, (_, i) => [`198.51.${i}.0/24`, gateway] as const),
        { id: 'long' },
      )
      b.routeTable(vpc, [['0.0.0.0/0', gateway]], { id: 'short' })
    })
    expect(one(topology.tables, 'long').index4?.map(({ length, at }) => [length, at.size])).toEqual([
      [24, 100],
      [16, 1],
    ])
    expect(one(topology.tables, 'short').index4).toBeNull()
  })
})

describe('interfaces', () => {
  it('get sample addresses that depend on their own ids alone and are free, never one of AWS’s five', () => {
    const draw = (more: number) => (b: DesignBuilder) => {
      const subnet = b.subnet(b.vpc({ id: 'vpc' }), { cidr: '10.0.1.0/28' })
      for (let i = 0; i < more; i++) b.ec2(subnet, { id: `zz-${i}` })
      b.ec2(subnet, { id: 'app' })
    }
    const [alone, crowded] = [compile(draw(0)), compile(draw(10))]
    const addressOf = (topology: typeof alone) => one(topology.enisOf, 'app')[0]!.address!
    expect(addressOf(alone)).toBe(addressOf(crowded))
    const taken = [...crowded.enisOf.values()].flat().map((eni) => eni.address! & 15)
    expect(new Set(taken).size).toBe(11)
    expect(taken.filter((offset) => offset < 4 || offset === 15)).toEqual([])
  })

  it('beyond what a subnet holds have none, and say so', () => {
    const topology = compile((b) => {
      const subnet = b.subnet(b.vpc({ id: 'vpc' }), { id: 'tiny', cidr: '10.0.1.0/28' })
      for (let i = 0; i < 12; i++) b.ec2(subnet, { id: `app-${String(i).padStart(2, '0')}` })
    })
    const last = one(topology.enisOf, 'app-11')[0]!
    expect(last.address).toBeNull()
    expect(last.gaps.address?.message).toBe('the subnet “tiny” has no free address')
  })

  it('keep what is written and mark what cannot be read', () => {
    const topology = compile((b) => {
      const subnet = b.subnet(b.vpc({ id: 'vpc' }), { cidr: '10.0.1.0/24', ipv6Cidr: '2001:db8:0:1::/64' })
      b.ec2(subnet, { id: 'good', privateIp: '10.0.1.9', publicIp: '198.51.100.9', ipv6: 'auto' })
      b.ec2(subnet, { id: 'bad', privateIp: '10.0.1', publicIp: 'x', ipv6: '1.2.3.4' })
      b.lambda(subnet, { id: 'function', publicIp: 'auto' })
    })
    const good = one(topology.enisOf, 'good')[0]!
    expect([formatAddress(good.address!), formatAddress(good.publicAddress!), good.gaps]).toEqual([
      '10.0.1.9',
      '198.51.100.9',
      {},
    ])
    expect(formatAddress(good.address6!)).toMatch(/^2001:db8:0:1:/)
    const bad = one(topology.enisOf, 'bad')[0]!
    expect([bad.address, bad.publicAddress, bad.address6]).toEqual([null, null, null])
    expect(Object.keys(bad.gaps).sort()).toEqual(['address', 'address6', 'publicAddress'])
    expect(one(topology.enisOf, 'function')[0]!.publicAddress).toBeNull()
  })

  it('carry the default group where none is named, and a stand-in for one that is missing', () => {
    const topology = compile((b) => {
      const vpc = b.vpc({ id: 'vpc' })
      const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24' })
      b.ec2(subnet, { id: 'plain' })
      b.ec2(subnet, { id: 'lost', securityGroups: ['sg-gone'] })
    })
    const plain = one(topology.enisOf, 'plain')[0]!
    expect(plain.groups.map((group) => [group.id, group.members.has(plain)])).toEqual([[null, true]])
    const lost = one(topology.enisOf, 'lost')[0]!.groups[0]!
    expect([lost.ingress, lost.egress]).toEqual([[], []])
    expect(lost.unread.map(({ direction, allow }) => [direction, allow])).toEqual([
      ['ingress', true],
      ['egress', true],
    ])
  })

  it('do not run out of patience when the samples of public addresses run out', () => {
    const topology = compile((b) => {
      const subnet = b.subnet(b.vpc({ id: 'vpc' }), { id: 'subnet', cidr: '10.0.0.0/16' })
      const one = {
        subnet,
        securityGroups: [],
        privateIp: null,
        ipv6: null,
        publicIp: 'auto',
        sourceDestCheck: true,
        interfaceId: null,
      }
      for (let i = 0; i < 8800; i++)
        b.put({
          kind: 'client',
          id: `c${i}`,
          name: '',
          runtime: 'ec2',
          account: null,
          operatingSystem: 'linux',
          interfaces: Array(15).fill(one),
          forwarding: 'unknown',
          listens: null,
          policyRouting: 'unknown',
          sourceTranslation: 'unknown',
          workloads: [],
          role: null,
          executionRole: null,
          awsId: null,
        })
    })
    expect(topology.publicAt.size).toBe(0x20000)
    expect(topology.gaps.some((gap) => gap.message === 'no sample address is left')).toBe(true)
  }, 60_000)
})

describe('filters', () => {
  it('put ACL entries in the order of their numbers, and keep what cannot be read apart', () => {
    const topology = compile((b) => {
      b.networkAcl(b.vpc({ id: 'vpc' }), {
        id: 'acl',
        ingress: [
          [200, 'deny', 'all', null, '0.0.0.0/0'],
          [100, 'allow', 'tcp', 443, '10.0.0.0/8'],
          [150, 'allow', 'tcp', [80, 90], 'nowhere/8'],
        ],
      })
    })
    const acl = one(topology.acls, 'acl')
    expect(acl.ingress.map(({ number, allow, origin }) => [number, allow, origin.path])).toEqual([
      [100, true, ['ingress', 1]],
      [200, false, ['ingress', 0]],
    ])
    expect(acl.unread).toMatchObject([{ direction: 'ingress', allow: true, number: 150, from: 80, to: 90 }])
  })

  it('read prefix lists of their own Region, by id and by AWS’s name, and a drawn list of that name before AWS’s', () => {
    const topology = compile((b) => {
      b.region('eu-west-1', { id: 'ireland' })
      b.prefixList(['203.0.113.0/24', 'x'], { id: 'pl', name: 'offices' })
      b.prefixList(['52.216.0.0/15'], { id: 'pl-s3', listName: 'com.amazonaws.us-east-1.s3' })
    })
    const read = (list: string, region: string) => topology.prefixListBlocks(list, region)?.map(formatBlock) ?? null
    expect(read('pl', 'us-east-1')).toEqual(['203.0.113.0/24'])
    expect(read('pl', 'eu-west-1')).toBeNull()
    expect(read('com.amazonaws.us-east-1.s3', 'us-east-1')).toEqual(['52.216.0.0/15'])
    expect(read('com.amazonaws.us-east-1.s3', 'eu-west-1')).toBeNull()
    expect(read('com.amazonaws.eu-west-1.s3', 'eu-west-1')?.length).toBeGreaterThan(3)
    expect(topology.gaps).toMatchObject([
      { code: 'invalid-value', at: { construct: 'pl', path: ['entries', 1, 'cidr'] } },
    ])
  })
})

describe('endpoints', () => {
  const draw = (b: DesignBuilder, vpcGiven: object, given: object) => {
    const vpc = b.vpc({ id: 'vpc', dnsHostnames: true, ...vpcGiven })
    const subnets = [b.subnet(vpc, { cidr: '10.0.1.0/24' }), b.subnet(vpc, { cidr: '10.0.2.0/24', zone: 'us-east-1b' })]
    return b.interfaceEndpoint(vpc, 'kinesis-streams', { id: 'endpoint', dnsLabel: 'vpce-1-a', subnets, ...given })
  }

  it('have a name for all zones and one for each, and private names for the whole VPC', () => {
    const topology = compile((b) => draw(b, {}, {}))
    const endpoint = one(topology.endpoints, 'endpoint')
    expect(endpoint.regionalName).toBe('vpce-1-a.kinesis.us-east-1.vpce.amazonaws.com')
    expect([...endpoint.zonalNames.keys()]).toEqual([
      'vpce-1-a-us-east-1a.kinesis.us-east-1.vpce.amazonaws.com',
      'vpce-1-a-us-east-1b.kinesis.us-east-1.vpce.amazonaws.com',
    ])
    expect(
      one(dnsOf(topology, one(topology.vpcs, 'vpc')).privateZones, 'kinesis.us-east-1.amazonaws.com'),
    ).toMatchObject({ apex: true })
    expect([endpoint.gap, endpoint.foreign]).toEqual([null, false])
  })

  it.each([
    [{}, { privateDns: false }, 'private-dns-off'],
    [{ dnsHostnames: false }, {}, 'vpc-attributes-off'],
    [{}, { service: 'com.amazonaws.us-east-1.dynamodb' }, 'no-private-names'],
    [{}, { service: 'com.amazonaws.us-east-1.s3', privateDnsOnlyForInboundResolver: true }, 'inbound-only'],
  ] as const)('with %j and %j leave the default names alone: %s', (vpcGiven, given, state) => {
    const topology = compile((b) => draw(b, vpcGiven, given))
    expect(one(topology.endpoints, 'endpoint').privateDns).toBe(state)
    expect(dnsOf(topology, one(topology.vpcs, 'vpc')).privateZones.size).toBe(0)
  })

  it('that come second for a service leave the names to the first', () => {
    const topology = compile((b) => {
      draw(b, {}, {})
      b.interfaceEndpoint('vpc', 'kinesis-streams', { id: 'second', subnets: [] })
    })
    expect(one(topology.endpoints, 'endpoint').privateDns).toBe('on')
    expect(one(topology.endpoints, 'second').privateDns).toBe('conflict')
  })

  it('say that an interface of theirs is lost, or that their service is elsewhere', () => {
    const topology = compile((b) =>
      draw(b, {}, { subnets: [{ subnet: 'gone', privateIp: null }], service: 'com.amazonaws.eu-west-1.sqs' }),
    )
    expect(one(topology.endpoints, 'endpoint')).toMatchObject({
      foreign: true,
      gap: { code: 'dangling-reference' },
      enis: [],
    })
  })
})

describe('DNS servers of a VPC', () => {
  it.each<[readonly string[], readonly string[] | null, boolean]>([
    [['AmazonProvidedDNS'], null, false],
    [['10.0.0.2'], null, false],
    [['169.254.169.253', '10.0.0.53'], null, false],
    [['10.0.0.53', '8.8.8.8'], ['10.0.0.53', '8.8.8.8'], false],
    [['10.0.0.53', 'AmazonProvidedDNS'], ['10.0.0.53'], true],
    [[], null, false],
  ])('%j', (dhcpDnsServers, own, last) => {
    const vpc = one(compile((b) => b.vpc({ id: 'vpc', dhcpDnsServers: [...dhcpDnsServers] })).vpcs, 'vpc')
    expect([vpc.dnsServers?.map(formatAddress) ?? null, vpc.asksAmazonLast]).toEqual([own, last])
  })
})

it('compiles the same whatever the order of drawing', () => {
  const design = buildDesign((b) => {
    const vpc = b.vpc({ id: 'vpc' })
    const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24' })
    for (const id of ['c', 'a', 'b']) b.ec2(subnet, { id })
  })
  const turned = { ...design, constructs: Object.fromEntries(Object.entries(design.constructs).reverse()) }
  const addresses = (of: typeof design) =>
    ['a', 'b', 'c'].map((id) =>
      compileTopology(of, catalogue)
        .enisOf.get(id)
        ?.map((eni) => eni.address),
    )
  expect(addresses(turned)).toEqual(addresses(design))
})

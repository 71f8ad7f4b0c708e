import { expect, it } from 'vitest'
import type { DesignBuilder } from '../../model/testing/designBuilder.ts'
import { askedIn } from './testing/askedIn.ts'

it('follows names that stand for others, inside a zone, into another zone and out to public DNS', () => {
  const ask = askedIn((b, vpc) => {
    b.hostedZone('one.example', [vpc], {
      records: [
        ['a.one.example', 'CNAME', 'b.one.example'],
        ['b.one.example', 'CNAME', 'c.two.example'],
        ['out.one.example', 'CNAME', 'host.example.net'],
      ],
    })
    b.hostedZone('two.example', [vpc], { id: 'two', records: [['c.two.example', 'A', '10.0.1.9']] })
    b.internetHost({ id: 'host', hostNames: ['host.example.net'], addresses: ['203.0.113.9'] })
  })
  const { lookup, answers } = ask('a.one.example')
  expect(lookup.map((step) => [step.outcome, step.detail.name])).toEqual([
    ['another-name', 'a.one.example'],
    ['another-name', 'b.one.example'],
    ['answered', 'c.two.example'],
  ])
  expect(answers).toEqual(['10.0.1.9'])
  expect(lookup.at(-1)!.evidence.decidedBy).toEqual({ construct: 'two', path: ['records', 0] })
  expect(ask('out.one.example').answers).toEqual(['203.0.113.9'])
})

it('ends at records that lead round in a circle, by way of another zone too', () => {
  const ask = askedIn((b, vpc) => {
    b.hostedZone('one.example', [vpc], { id: 'one', records: [['a.one.example', 'CNAME', 'a.two.example']] })
    b.hostedZone('two.example', [vpc], { id: 'two', records: [['*.two.example', 'CNAME', 'a.one.example']] })
  })
  const { verdict } = ask('a.one.example')
  expect(verdict).toMatchObject({ kind: 'fails', symptom: 'name-not-found', code: 'DNS_CNAME_LOOP' })
  expect(verdict.decidedBy).toEqual({ construct: 'two', path: ['records', 0] })
})

it('does not fall back to a shorter zone, nor to public DNS', () => {
  const ask = askedIn((b, vpc) => {
    b.hostedZone('example.com', [vpc], { records: [['a.sub.example.com', 'A', '10.0.1.9']] })
    b.hostedZone('sub.example.com', [vpc], { id: 'sub' })
    b.internetHost({ hostNames: ['a.sub.example.com'], addresses: ['203.0.113.9'] })
  })
  expect(ask('a.sub.example.com').verdict).toMatchObject({
    code: 'DNS_PHZ_NXDOMAIN',
    decidedBy: { construct: 'sub', path: ['records'] },
  })
})

it('has no address for names with records of other types, and none of the other family', () => {
  const ask = askedIn((b, vpc) => {
    b.hostedZone('example.com', [vpc], {
      id: 'zone',
      records: [
        ['text.example.com', 'TXT', 'hello'],
        ['six.example.com', 'AAAA', '2001:db8::9'],
      ],
    })
  })
  expect(ask('text.example.com').verdict).toMatchObject({
    kind: 'fails',
    code: 'DNS_NO_ADDRESS_OF_FAMILY',
    decidedBy: { construct: 'zone', path: ['records', 0] },
  })
  expect(ask('six.example.com').verdict.code).toBe('DNS_NO_ADDRESS_OF_FAMILY')
})

it('cannot tell which of two zones of one domain answers; other names are as before', () => {
  const ask = askedIn((b, vpc, subnet) => {
    b.hostedZone('example.com', [vpc], { id: 'zone-1', records: [['a.example.com', 'A', '10.0.1.5']] })
    b.hostedZone('example.com', [vpc], { id: 'zone-2' })
    b.hostedZone('kinesis.us-east-1.amazonaws.com', [vpc], { id: 'zone-3' })
    b.interfaceEndpoint(vpc, 'kinesis-streams', { subnets: [subnet] })
    b.hostedZone('example.org', [vpc], { records: [['a.example.org', 'A', '10.0.1.5']] })
  })
  for (const [name, zone] of [
    ['a.example.com', 'zone-2'],
    ['kinesis.us-east-1.amazonaws.com', 'zone-3'],
  ] as const)
    expect(ask(name).verdict).toMatchObject({
      kind: 'cannot-tell',
      code: 'DNS_ZONE_CONFLICT',
      decidedBy: { construct: zone, path: ['domain'] },
    })
  expect(ask('a.example.org').verdict.kind).toBe('succeeds')
})

it('cannot tell what hangs on a setting that is not known, and only that', () => {
  const draw = (b: DesignBuilder, vpc: string) => {
    b.hostedZone('example.com', [vpc], { records: [['a.example.com', 'A', '10.0.1.5']] })
    b.internetHost({ hostNames: ['host.example.net'], addresses: ['10.0.1.5'] })
  }
  const unknown = { kind: 'cannot-tell', code: 'DNS_SETTING_NOT_KNOWN' }
  const noHostnames = askedIn(draw, { dnsHostnames: null })
  expect(noHostnames('a.example.com').verdict).toMatchObject({
    ...unknown,
    decidedBy: { construct: 'vpc', path: ['dnsHostnames'] },
  })
  expect(noHostnames('host.example.net').verdict.kind).toBe('succeeds')
  const noSupport = askedIn(draw, { dnsSupport: null })
  expect(noSupport('host.example.net').verdict).toMatchObject({
    ...unknown,
    decidedBy: { construct: 'vpc', path: ['dnsSupport'] },
  })
  expect(noSupport('10.0.1.5').verdict.kind).toBe('succeeds')
})

it('reads aliases of endpoints through, of each family by itself', () => {
  const ask = askedIn((b, vpc, subnet) => {
    b.set<'vpc'>('vpc', { ipv6Cidrs: ['2001:db8::/56'] })
    b.set<'subnet'>('subnet', { ipv6Cidr: '2001:db8::/64' })
    const endpoint = b.interfaceEndpoint(vpc, 'dynamodb', {
      id: 'endpoint',
      ipAddressType: 'dualstack',
      subnets: [{ subnet, privateIp: '10.0.1.10', ipv6: '2001:db8::10' }],
    })
    b.hostedZone('dynamodb.us-east-1.amazonaws.com', [vpc], {
      records: [{ name: '@', alias: endpoint }, { name: 'six', alias: endpoint, type: 'AAAA' } as never],
    })
  })
  expect(ask('dynamodb.us-east-1.amazonaws.com').answers).toEqual(['10.0.1.10'])
  expect(ask('six.dynamodb.us-east-1.amazonaws.com').answers).toEqual(['2001:db8::10'])
})

it('answers public zones everywhere, but for names that other servers answer for', () => {
  const ask = askedIn((b) => {
    b.hostedZone('example.com', [], {
      records: [
        ['www.example.com', 'A', '203.0.113.5'],
        ['sub.example.com', 'NS', 'ns.example.net'],
      ],
    })
  })
  expect(ask('www.example.com').answers).toEqual(['203.0.113.5'])
  expect(ask('www.example.com', 'internet').answers).toEqual(['203.0.113.5'])
  expect(ask('none.example.com', 'internet').verdict.code).toBe('DNS_NAME_NOT_PUBLISHED')
  expect(ask('a.sub.example.com').verdict.code).toBe('UNKNOWN_NAME')
})

it('has no zone answer in a VPC that asks servers of its own', () => {
  const ask = askedIn(
    (b, vpc) => {
      b.hostedZone('example.com', [vpc], { id: 'zone', records: [['a.example.com', 'A', '10.0.1.5']] })
    },
    { dhcpDnsServers: ['10.0.1.5'] },
  )
  const { verdict, lookup } = ask('a.example.com')
  expect(verdict.code).toBe('UNKNOWN_NAME')
  expect(lookup[0]!.detail.passedOver).toEqual([{ endpoint: 'zone', why: 'other-resolver' }])
})

it('cannot tell which of two public zones of one domain the internet asks', () => {
  const ask = askedIn((b) => {
    b.hostedZone('example.com', [], { id: 'zone-1', records: [['a.example.com', 'A', '203.0.113.5']] })
    b.hostedZone('example.com', [], { id: 'zone-2' })
  })
  for (const from of ['asker', 'internet'])
    expect(ask('a.example.com', from).verdict).toMatchObject({
      kind: 'cannot-tell',
      code: 'DNS_ZONE_CONFLICT',
      decidedBy: { construct: 'zone-2', path: ['domain'] },
    })
})

it('keeps names of instances from a rule for every name while DNS hostnames are on', () => {
  const answersOf = (dnsHostnames: boolean) =>
    askedIn(
      (b, vpc, subnet) => {
        const out = b.resolverEndpoint('outbound', [subnet])
        b.resolverRule('.', ['172.16.0.1'], { id: 'rule', vpcs: [vpc], resolverEndpoint: out })
      },
      { dnsHostnames },
    )('ip-10-0-1-5.ec2.internal').answers
  expect(answersOf(true)).toEqual(['10.0.1.5'])
  expect(answersOf(false)).toEqual([])
})

it('reads aliases of load balancers through, even where a zone holds the balancer’s own name', () => {
  const ask = askedIn((b, vpc, subnet) => {
    const dnsName = 'inner-1.elb.us-east-1.amazonaws.com'
    const balancer = b.nlb(vpc, { id: 'nlb', dnsName, subnets: [{ subnet, privateIp: '10.0.1.20' }], crossZone: true })
    b.hostedZone('elb.us-east-1.amazonaws.com', [], { records: [{ name: 'inner-1', alias: balancer }] })
    b.hostedZone('example.com', [vpc], { records: [{ name: 'api', alias: balancer }] })
    b.hostedZone('example.org', [vpc], { records: [{ name: 'api', alias: 'nowhere' }] })
  })
  expect(ask('api.example.com').answers).toEqual(['10.0.1.20'])
  expect(ask('inner-1.elb.us-east-1.amazonaws.com').answers).toEqual(['10.0.1.20'])
  expect(ask('api.example.org').verdict).toMatchObject({ kind: 'cannot-tell', code: 'UNKNOWN_RESOURCE' })
})

import { expect, it } from 'vitest'
import type { DesignBuilder } from '../../model/testing/designBuilder.ts'
import { askedIn } from './testing/askedIn.ts'

/** A network on premises behind a VPN, with a DNS server of its own. */
function joinOnPremises(b: DesignBuilder, vpc: string, fields: object = {}): string {
  const network = b.onPremises(['192.168.0.0/16'], { id: 'office', dnsServer: '192.168.0.53', ...fields })
  const gateway = b.virtualPrivateGateway(vpc)
  const customer = b.customerGateway({ ipAddress: '203.0.113.1', network })
  b.vpn(customer, gateway, { routing: 'bgp' })
  b.mainTable(vpc, [['192.168.0.0/16', gateway]], { id: 'table' })
  return network
}
const open = (b: DesignBuilder, vpc: string, id = 'open') =>
  b.securityGroup(vpc, { id, ingress: [['udp', 53, '0.0.0.0/0']] })

it('sends questions by the outbound endpoint to the server on premises, which knows its hosts', () => {
  const ask = askedIn((b, vpc, subnet) => {
    const office = joinOnPremises(b, vpc)
    b.onPremisesHost(office, '192.168.1.9', { id: 'files', hostNames: ['files.corp.example'] })
    const out = b.resolverEndpoint('outbound', [subnet], { id: 'out', securityGroups: [open(b, vpc)] })
    b.resolverRule('corp.example', ['192.168.0.53'], { id: 'rule', vpcs: [vpc], resolverEndpoint: out })
  })
  const { verdict, lookup } = ask('files.corp.example')
  expect(verdict).toMatchObject({ kind: 'succeeds', answers: ['192.168.1.9'] })
  expect(lookup.map((step) => [step.outcome, step.detail.source, step.evidence.decidedBy?.construct])).toEqual([
    ['forwarded', null, 'rule'],
    ['answered', 'on-premises', 'files'],
  ])
  expect(lookup[0]!.detail.next).toBe('192.168.0.53')
})

it('names what stands in the way of the question, there and back', () => {
  const withRule = (draw: (b: DesignBuilder, vpc: string, subnet: string) => string) =>
    askedIn((b, vpc, subnet) => {
      const out = draw(b, vpc, subnet)
      b.resolverRule('corp.example', ['192.168.0.53'], { id: 'rule', vpcs: [vpc], resolverEndpoint: out })
    })('a.corp.example').verdict
  const unreachable = { kind: 'fails', symptom: 'name-not-found', code: 'DNS_SERVER_UNREACHABLE' }
  expect(
    withRule((b, vpc, subnet) => {
      joinOnPremises(b, vpc)
      const closed = b.securityGroup(vpc, { id: 'closed', egress: [] })
      return b.resolverEndpoint('outbound', [subnet], { securityGroups: [closed] })
    }),
  ).toMatchObject({ ...unreachable, decidedBy: { construct: 'closed', path: ['egress'] } })
  expect(withRule((b, _vpc, subnet) => b.resolverEndpoint('outbound', [subnet]))).toMatchObject({
    ...unreachable,
    decidedBy: { construct: 'vpc', path: ['mainRouteTable'] },
  })
  expect(
    withRule((b, vpc) => {
      joinOnPremises(b, vpc)
      return b.resolverEndpoint('outbound', [], { id: 'out', vpc })
    }),
  ).toMatchObject({ ...unreachable, decidedBy: { construct: 'out', path: ['addresses'] } })
})

it('tries the next server, and another interface of the endpoint, where one does not get through', () => {
  const ask = askedIn((b, vpc, subnet) => {
    const office = joinOnPremises(b, vpc)
    b.onPremisesHost(office, '192.168.1.9', { hostNames: ['files.corp.example'] })
    const shut = b.subnet(vpc, { id: 'shut', cidr: '10.0.2.0/24', zone: 'us-east-1b' })
    b.networkAcl(vpc, { subnets: [shut] })
    const out = b.resolverEndpoint('outbound', [shut, subnet], { id: 'out', securityGroups: [open(b, vpc)] })
    const rule = { vpcs: [vpc], resolverEndpoint: out }
    b.resolverRule('corp.example', ['172.16.0.1', '192.168.0.53'], rule)
  })
  const { verdict } = ask('files.corp.example')
  expect(verdict.kind).toBe('succeeds')
  expect(verdict.assumptions.map(({ code, at }) => [code, at?.path])).toContainEqual([
    'ASSUMED_RESOLVER_TRIES_AGAIN',
    ['addresses', 1],
  ])
})

it('cannot tell where the rule’s endpoint is not drawn', () => {
  const ask = askedIn((b, vpc) => {
    b.resolverRule('corp.example', ['192.168.0.53'], { id: 'rule', vpcs: [vpc] })
  })
  expect(ask('a.corp.example').verdict).toMatchObject({
    kind: 'cannot-tell',
    code: 'UNKNOWN_RESOURCE',
    decidedBy: { construct: 'rule', path: ['resolverEndpoint'] },
  })
  expect(ask('other.example').verdict).toMatchObject({ kind: 'fails', code: 'NO_ROUTE_TO_DESTINATION' })
})

it('ends where a rule leads back to the resolver it came from, and where a server on premises sends it back', () => {
  const direct = askedIn((b, vpc, subnet) => {
    const group = open(b, vpc)
    b.resolverEndpoint('inbound', [{ subnet, privateIp: '10.0.1.53' }], { securityGroups: [group] })
    const out = b.resolverEndpoint('outbound', [subnet], { securityGroups: [group] })
    b.resolverRule('corp.example', ['10.0.1.53'], { id: 'rule', vpcs: [vpc], resolverEndpoint: out })
  })
  const loop = { kind: 'fails', symptom: 'name-not-found', code: 'DNS_FORWARDING_LOOP' }
  expect(direct('a.corp.example').verdict).toMatchObject({ ...loop, decidedBy: { construct: 'rule' } })
  const byOffice = askedIn((b, vpc, subnet) => {
    const group = open(b, vpc)
    joinOnPremises(b, vpc, { forwards: [{ domain: 'example', servers: ['10.0.1.53'] }] })
    b.resolverEndpoint('inbound', [{ subnet, privateIp: '10.0.1.53' }], { securityGroups: [group] })
    const out = b.resolverEndpoint('outbound', [subnet], { securityGroups: [group] })
    b.resolverRule('corp.example', ['192.168.0.53'], { id: 'rule', vpcs: [vpc], resolverEndpoint: out })
  })
  expect(byOffice('a.corp.example').verdict).toMatchObject(loop)
})

it('tries the next server where the first has no answer either', () => {
  const ask = askedIn((b, vpc, subnet) => {
    const group = open(b, vpc)
    const office = joinOnPremises(b, vpc)
    b.onPremisesHost(office, '192.168.1.9', { hostNames: ['files.corp.example'] })
    b.resolverEndpoint('inbound', [{ subnet, privateIp: '10.0.1.53' }], { securityGroups: [group] })
    const out = b.resolverEndpoint('outbound', [subnet], { securityGroups: [group] })
    const rule = { vpcs: [vpc], resolverEndpoint: out }
    b.resolverRule('corp.example', ['10.0.1.53', '192.168.0.53'], { id: 'good', ...rule })
    b.resolverRule('lab.example', ['10.0.1.53', '172.16.0.1'], { id: 'bad', ...rule })
  })
  expect(ask('files.corp.example').verdict).toMatchObject({ kind: 'succeeds', answers: ['192.168.1.9'] })
  expect(ask('a.lab.example').verdict).toMatchObject({ code: 'DNS_FORWARDING_LOOP', decidedBy: { construct: 'bad' } })
})

it('ends where a rule sends names to the resolver of its own VPC', () => {
  const ask = askedIn((b, vpc, subnet) => {
    const out = b.resolverEndpoint('outbound', [subnet])
    b.resolverRule('corp.example', ['10.0.0.2'], { id: 'rule', vpcs: [vpc], resolverEndpoint: out })
  })
  expect(ask('a.corp.example').verdict).toMatchObject({
    code: 'DNS_FORWARDING_LOOP',
    decidedBy: { construct: 'rule', path: ['targets'] },
  })
})

it('answers hosts on premises as the VPC’s resolver does, through an inbound endpoint alone', () => {
  const draw = (b: DesignBuilder, vpc: string, subnet: string, server: string, group: string) => {
    const forwards = [{ domain: 'us-east-1.amazonaws.com', servers: [server] }]
    const office = joinOnPremises(b, vpc, { forwards })
    b.onPremisesHost(office, '192.168.1.9', { id: 'host' })
    b.resolverEndpoint('inbound', [{ subnet, privateIp: '10.0.1.53' }], { securityGroups: [group] })
    const https = b.securityGroup(vpc, { id: 'https', ingress: [['tcp', 443, '0.0.0.0/0']] })
    b.interfaceEndpoint(vpc, 'kinesis-streams', {
      id: 'endpoint',
      securityGroups: [https],
      subnets: [{ subnet, privateIp: '10.0.1.10' }],
    })
  }
  const name = 'kinesis.us-east-1.amazonaws.com'
  const good = askedIn((b, vpc, subnet) => draw(b, vpc, subnet, '10.0.1.53', open(b, vpc)))
  expect(good(name, 'host').verdict).toMatchObject({ kind: 'succeeds', answers: ['10.0.1.10'] })
  const closed = askedIn((b, vpc, subnet) => draw(b, vpc, subnet, '10.0.1.53', b.securityGroup(vpc, { id: 'closed' })))
  expect(closed(name, 'host').verdict).toMatchObject({
    code: 'DNS_SERVER_UNREACHABLE',
    decidedBy: { construct: 'closed', path: ['ingress'] },
  })
  const plusTwo = askedIn((b, vpc, subnet) => draw(b, vpc, subnet, '10.0.0.2', open(b, vpc)))
  expect(plusTwo(name, 'host').verdict.code).toBe('DNS_SERVER_UNREACHABLE')
})

it('lets hosts on premises ask an inbound endpoint directly', () => {
  const ask = askedIn((b, vpc, subnet) => {
    const office = joinOnPremises(b, vpc, { dnsServer: '10.0.1.53' })
    b.onPremisesHost(office, '192.168.1.9', { id: 'host' })
    b.resolverEndpoint('inbound', [{ subnet, privateIp: '10.0.1.53' }], { securityGroups: [open(b, vpc)] })
    b.hostedZone('example.com', [vpc], { records: [['a.example.com', 'A', '10.0.1.5']] })
  })
  expect(ask('a.example.com', 'host').answers).toEqual(['10.0.1.5'])
})

it('asks public DNS from a network on premises without a server of its own', () => {
  const ask = askedIn((b, vpc) => {
    const office = joinOnPremises(b, vpc, { dnsServer: null })
    b.onPremisesHost(office, '192.168.1.9', { id: 'host', hostNames: ['files.corp.example'] })
    b.internetHost({ hostNames: ['www.example.net'], addresses: ['203.0.113.9'] })
  })
  expect(ask('www.example.net', 'host').verdict).toMatchObject({ kind: 'succeeds', answers: ['203.0.113.9'] })
  expect(ask('files.corp.example', 'host').verdict.code).toBe('UNKNOWN_NAME')
})

it('answers as the VPC’s resolver where the DHCP options name its own inbound endpoint, S3’s inbound-only names too', () => {
  const draw = (b: DesignBuilder, vpc: string, subnet: string) => {
    b.resolverEndpoint('inbound', [{ subnet, privateIp: '10.0.1.53' }], { securityGroups: [open(b, vpc)] })
    b.gatewayEndpoint(vpc, 's3')
    b.interfaceEndpoint(vpc, 's3', {
      privateDnsOnlyForInboundResolver: true,
      subnets: [{ subnet, privateIp: '10.0.1.10' }],
    })
  }
  const name = 's3.us-east-1.amazonaws.com'
  expect(askedIn(draw, { dhcpDnsServers: ['10.0.1.53'] })(name).answers).toEqual(['10.0.1.10'])
  expect(askedIn(draw)(name).answers).not.toContain('10.0.1.10')
})

const AT_53 = { privateIp: '10.0.1.53' }
it.each<readonly [string, (b: DesignBuilder, vpc: string, subnet: string) => unknown]>([
  ['an outbound endpoint', (b, _, subnet) => b.resolverEndpoint('outbound', [{ subnet, ...AT_53 }])],
  ['an interface endpoint', (b, vpc, subnet) => b.interfaceEndpoint(vpc, 'sqs', { subnets: [{ subnet, ...AT_53 }] })],
  ['a NAT gateway', (b, _, subnet) => b.natGateway(subnet, AT_53)],
  ['a function', (b, vpc, subnet) => b.lambda(subnet, { ...AT_53, securityGroups: [open(b, vpc)] })],
  [
    'a load balancer without a listener for it',
    (b, vpc, subnet) => b.nlb(vpc, { subnets: [{ subnet, ...AT_53 }], securityGroups: [open(b, vpc)] }),
  ],
])('gets no answer from %s, by whatever names it', (_, draw) => {
  const noServer = { kind: 'fails', symptom: 'name-not-found', code: 'DNS_SERVER_ANSWERS_NOTHING' }
  expect(askedIn(draw, { dhcpDnsServers: ['10.0.1.53'] })('www.example.net').verdict).toMatchObject({
    ...noServer,
    decidedBy: { construct: 'vpc', path: ['dhcpDnsServers'] },
  })
  const byRule = askedIn((b, vpc, subnet) => {
    draw(b, vpc, subnet)
    const out = b.resolverEndpoint('outbound', [{ subnet, privateIp: '10.0.1.60' }])
    b.resolverRule('.', ['10.0.1.53'], { id: 'rule', vpcs: [vpc], resolverEndpoint: out })
  })
  expect(byRule('sqs.eu-west-1.amazonaws.com').verdict).toMatchObject({
    ...noServer,
    decidedBy: { construct: 'rule', path: ['targets', 0] },
  })
})

it('gets an answer through a load balancer with a listener for questions', () => {
  const ask = askedIn(
    (b, vpc, subnet) => {
      b.ec2(subnet, { id: 'server', securityGroups: [open(b, vpc)], listens: [{ protocol: 'udp', port: 53 }] })
      b.targetGroup(vpc, ['server'], { id: 'group', protocol: 'UDP', port: 53 })
      b.nlb(vpc, {
        subnets: [{ subnet, privateIp: '10.0.1.53' }],
        listeners: [['UDP', 53, 'group']],
      })
    },
    { dhcpDnsServers: ['10.0.1.53'] },
  )
  expect(ask('sqs.us-east-1.amazonaws.com').lookup.at(-1)).toMatchObject({ outcome: 'answered' })
})

it('says of a server that is there and does not listen that it is none', () => {
  const ask = askedIn(
    (b, vpc, subnet) => {
      const listens = [{ protocol: 'tcp', port: 443 }] as const
      b.ec2(subnet, { id: 'web', ...AT_53, securityGroups: [open(b, vpc)], listens: [...listens] })
    },
    { dhcpDnsServers: ['10.0.1.53'] },
  )
  expect(ask('www.example.net').verdict).toMatchObject({
    code: 'DNS_SERVER_ANSWERS_NOTHING',
    decidedBy: { construct: 'web', path: ['listens'] },
  })
})

it('looks at no server twice where many send questions to each other', () => {
  const numbers = Array.from({ length: 6 }, (_, index) => index + 1)
  const inbound = numbers.map((number) => `10.${number}.1.53`)
  const ask = askedIn((b, vpc, subnet) => {
    const out = b.resolverEndpoint('outbound', [subnet], { securityGroups: [open(b, vpc)] })
    const peerings = numbers.map((number) => {
      const other = b.vpc({ id: `vpc-${number}`, cidrs: [`10.${number}.0.0/16`], dnsHostnames: true })
      const away = b.subnet(other, { cidr: `10.${number}.1.0/24` })
      const fields = { securityGroups: [open(b, other, `open-${number}`)] }
      b.resolverEndpoint('inbound', [{ subnet: away, privateIp: `10.${number}.1.53` }], fields)
      const peering = b.peering(vpc, other)
      b.mainTable(other, [['10.0.0.0/16', peering]])
      b.resolverRule('corp.example', inbound, { vpcs: [other], resolverEndpoint: out })
      return [`10.${number}.0.0/16`, peering] as const
    })
    b.mainTable(vpc, peerings)
    b.resolverRule('corp.example', inbound, { vpcs: [vpc], resolverEndpoint: out })
  })
  const { verdict, lookup } = ask('a.corp.example')
  expect(verdict.code).toBe('DNS_FORWARDING_LOOP')
  // each resolver passes the question on once
  expect(lookup.filter((step) => step.outcome === 'forwarded').length).toBe(numbers.length + 1)
})

it('takes another try for granted only where one of the endpoint’s addresses does not get through', () => {
  const ask = askedIn((b, vpc, subnet) => {
    const office = joinOnPremises(b, vpc)
    b.onPremisesHost(office, '192.168.1.9', { hostNames: ['files.corp.example'] })
    const out = b.resolverEndpoint('outbound', [subnet, subnet], { id: 'out', securityGroups: [open(b, vpc)] })
    b.resolverRule('corp.example', ['192.168.0.53'], { vpcs: [vpc], resolverEndpoint: out })
  })
  const { verdict } = ask('files.corp.example')
  expect([verdict.kind, verdict.assumptions.map(({ code }) => code)]).toEqual(['succeeds', ['ASSUMED_LISTENING']])
})

it('sends from the address that gets through, whichever stands first', () => {
  const ask = askedIn((b, vpc, subnet) => {
    const office = joinOnPremises(b, vpc)
    b.onPremisesHost(office, '192.168.1.9', { hostNames: ['files.corp.example'] })
    const rows = [{ subnet, privateIp: '10.0.1.900' }, { subnet }]
    const out = b.resolverEndpoint('outbound', rows, { id: 'out', securityGroups: [open(b, vpc)] })
    b.resolverRule('corp.example', ['192.168.0.53'], { vpcs: [vpc], resolverEndpoint: out })
  })
  expect(ask('files.corp.example').verdict.kind).toBe('succeeds')
})

it('says once that nobody answered, and by which rule', () => {
  const draw = (servers: readonly string[]) =>
    askedIn((b, vpc, subnet) => {
      const out = b.resolverEndpoint('outbound', [subnet], { id: 'out', securityGroups: [open(b, vpc)] })
      b.resolverRule('corp.example', servers, { id: 'rule', vpcs: [vpc], resolverEndpoint: out })
    })('a.corp.example').lookup.map(({ outcome, code, detail }) => [outcome, code, detail.resolver])
  expect(draw(['172.16.0.1'])).toEqual([
    ['forwarded', null, 'AmazonProvidedDNS'],
    ['no-answer', 'DNS_SERVER_UNREACHABLE', 'AmazonProvidedDNS'],
  ])
  // the loop has been said by the resolver that it came back to
  expect(draw(['10.0.0.2'])).toEqual([
    ['forwarded', null, 'AmazonProvidedDNS'],
    ['no-answer', 'DNS_FORWARDING_LOOP', 'AmazonProvidedDNS'],
  ])
  expect(draw(['10.0.0.2', '172.16.0.1']).map(([, code]) => code)).toEqual([
    null,
    'DNS_FORWARDING_LOOP',
    'DNS_FORWARDING_LOOP',
  ])
})

it('names the system rule that keeps a name with Amazon’s resolver', () => {
  const ask = askedIn((b, vpc, subnet) => {
    const out = b.resolverEndpoint('outbound', [subnet])
    b.resolverRule('example.net', ['172.16.0.1'], { id: 'rule', vpcs: [vpc], resolverEndpoint: out })
    b.resolverRule('aws.example.net', [], { id: 'system', vpcs: [vpc] })
    b.internetHost({ hostNames: ['a.aws.example.net'], addresses: ['203.0.113.9'] })
    b.hostedZone('drawn.aws.example.net', [], { id: 'public', records: [['@', 'A', '203.0.113.8']] })
  })
  const byWhat = (name: string) => ask(name).lookup.map(({ outcome, evidence }) => [outcome, evidence.decidedBy])
  expect(byWhat('a.aws.example.net')).toEqual([['answered', { construct: 'system', path: ['domain'] }]])
  expect(byWhat('drawn.aws.example.net')).toEqual([['answered', { construct: 'public', path: ['records', 0] }]])
})

it('names the host on premises whose name it is, and who is asked next', () => {
  const ask = askedIn((b, vpc, subnet) => {
    const forwards = [{ domain: 'us-east-1.amazonaws.com', servers: ['10.0.1.53'] }]
    const office = joinOnPremises(b, vpc, { forwards })
    b.onPremisesHost(office, '192.168.1.9', { id: 'host' })
    b.onPremisesHost(office, '192.168.1.10', { id: 'files', hostNames: ['files.corp.example'] })
    b.resolverEndpoint('inbound', [{ subnet, privateIp: '10.0.1.53' }], { securityGroups: [open(b, vpc)] })
  })
  expect(ask('files.corp.example', 'host').lookup.map(({ evidence }) => evidence.decidedBy)).toEqual([
    { construct: 'files', path: ['hostNames'] },
  ])
  expect(ask('sqs.us-east-1.amazonaws.com', 'host').lookup.map(({ outcome }) => outcome)).toEqual([
    'forwarded',
    'answered',
  ])
})

it('cannot tell where a server on premises forwards to an address that cannot be read', () => {
  const ask = askedIn((b, vpc) => {
    const office = joinOnPremises(b, vpc, { forwards: [{ domain: 'corp.example', servers: ['10.0.1.900'] }] })
    b.onPremisesHost(office, '192.168.1.9', { id: 'host' })
  })
  expect(ask('a.corp.example', 'host').verdict).toMatchObject({ kind: 'cannot-tell', code: 'INVALID_VALUE' })
})

it('does not say what a server of one’s own holds of a domain for private use that is passed on to it', () => {
  const ask = askedIn((b, vpc, subnet) => {
    joinOnPremises(b, vpc)
    b.ec2(subnet, { id: 'server', ...AT_53, securityGroups: [open(b, vpc)] })
    const out = b.resolverEndpoint('outbound', [subnet], { id: 'out', securityGroups: [open(b, vpc, 'out-open')] })
    b.resolverRule('corp.internal', ['192.168.0.53'], { vpcs: [vpc], resolverEndpoint: out })
    b.resolverRule('lab.internal', ['10.0.1.53'], { vpcs: [vpc], resolverEndpoint: out })
    b.resolverRule('eu-west-1.compute.internal', ['10.0.1.53'], { id: 'rule', vpcs: [vpc], resolverEndpoint: out })
  })
  expect(ask('db.corp.internal').verdict.code).toBe('UNKNOWN_NAME')
  expect(ask('db.lab.internal').verdict.code).toBe('UNKNOWN_NAME')
  expect(ask('ip-10-0-1-5.eu-west-1.compute.internal').verdict).toMatchObject({
    code: 'DNS_NAME_NOT_PUBLISHED',
    decidedBy: { construct: 'rule', path: ['targets', 0] },
  })
})

it('asks public DNS for names below example too, where a zone or a host of the design has them', () => {
  const ask = askedIn((b, vpc) => {
    const office = joinOnPremises(b, vpc)
    b.onPremisesHost(office, '192.168.1.9', { id: 'host' })
    b.hostedZone('corp.example', [], { visibility: 'public', records: [['api', 'A', '10.0.1.9']] })
    b.internetHost({ hostNames: ['www.other.example'], addresses: ['198.51.100.9'] })
  })
  expect(ask('api.corp.example', 'host').answers).toEqual(['10.0.1.9'])
  expect(ask('www.other.example', 'host').answers).toEqual(['198.51.100.9'])
})

import { expect, it } from 'vitest'
import type { DesignBuilder } from '../../model/testing/designBuilder.ts'
import { askedIn } from './testing/askedIn.ts'

type Draw = Parameters<typeof askedIn>[0]
const KINESIS = 'kinesis.us-east-1.amazonaws.com'
const kinesis =
  (given: Parameters<DesignBuilder['interfaceEndpoint']>[2] = {}): Draw =>
  (b, vpc, subnet) => {
    b.interfaceEndpoint(vpc, 'kinesis-streams', { id: 'vpce', subnets: [subnet], ...given })
  }
/** Where an endpoint, or a zone, says what kept it from answering. */
const fieldOf = (id: string, why: string): string =>
  id.startsWith('zone') ? (why === 'zone-not-associated' ? 'vpcs' : 'domain') : 'privateDns'

/** What the first words of a lookup say of endpoints and zones that did not get to answer. */
const passedOver = (draw: Draw, name = KINESIS, fields: Parameters<typeof askedIn>[1] = {}) => {
  const [first] = askedIn(draw, fields)(name).lookup
  expect(first!.evidence.considered).toEqual(
    first!.detail.passedOver.map(({ endpoint, why }) => ({ construct: endpoint, path: [fieldOf(endpoint, why)] })),
  )
  return first!.detail.passedOver.map(({ endpoint, why }) => `${endpoint}: ${why}`)
}

it('says nothing of an endpoint that answers, nor of one for another service', () => {
  expect(passedOver(kinesis())).toEqual([])
  expect(passedOver(kinesis(), 'sqs.us-east-1.amazonaws.com')).toEqual([])
  expect(passedOver(kinesis({ privateDns: false }), 'sqs.us-east-1.amazonaws.com')).toEqual([])
})

it('says why an endpoint’s private names are not there', () => {
  expect(passedOver(kinesis({ privateDns: false }))).toEqual(['vpce: private-dns-off'])
  expect(passedOver(kinesis(), KINESIS, { dnsHostnames: false })).toEqual(['vpce: vpc-attributes-off'])
  expect(passedOver(kinesis({ state: 'pendingAcceptance' }))).toEqual(['vpce: not-available'])
  expect(passedOver(kinesis(), KINESIS, { dnsSupport: false })).toEqual([])
  expect(
    passedOver((b, vpc, subnet) => {
      b.gatewayEndpoint(vpc, 's3')
      const given = { id: 'vpce', subnets: [subnet], privateDnsOnlyForInboundResolver: true }
      b.interfaceEndpoint(vpc, 's3', given)
    }, 's3.us-east-1.amazonaws.com'),
  ).toEqual(['vpce: inbound-only'])
  expect(
    passedOver((b, vpc, subnet) => {
      b.interfaceEndpoint(vpc, 'dynamodb', { id: 'vpce', subnets: [subnet] })
    }, 'dynamodb.us-east-1.amazonaws.com'),
  ).toEqual(['vpce: no-private-dns'])
})

it('says that an endpoint does not cover this one of its service’s names', () => {
  const draw: Draw = (b, vpc, subnet) => {
    b.interfaceEndpoint(vpc, 'sqs', { id: 'vpce', subnets: [subnet] })
  }
  expect(passedOver(draw, 'queue.amazonaws.com')).toEqual(['vpce: name-not-covered'])
})

it('says that the question went elsewhere: to another server, by a rule, to a longer zone', () => {
  expect(passedOver(kinesis(), KINESIS, { dhcpDnsServers: ['8.8.8.8'] })).toEqual(['vpce: other-resolver'])
  const rule: Draw = (b, vpc, subnet) => {
    kinesis()(b, vpc, subnet)
    const out = b.resolverEndpoint('outbound', [subnet], { id: 'out' })
    b.resolverRule(KINESIS, ['10.0.1.53'], { id: 'rule', vpcs: [vpc], resolverEndpoint: out })
  }
  expect(passedOver(rule)).toEqual(['vpce: forwarded'])
  const zone: Draw = (b, vpc, subnet) => {
    kinesis()(b, vpc, subnet)
    b.hostedZone(`my.${KINESIS}`, [vpc], { id: 'zone', records: [['@', 'A', '10.0.1.9']] })
  }
  expect(passedOver(zone, `my.${KINESIS}`)).toEqual(['vpce: other-zone'])
})

it('says the same of a private zone that holds the name', () => {
  const zone: Draw = (b, vpc) => {
    b.hostedZone('corp.example', [vpc], { id: 'zone', records: [['a', 'A', '10.0.1.9']] })
  }
  expect(passedOver(zone, 'a.corp.example')).toEqual([])
  expect(passedOver(zone, 'a.corp.example', { dhcpDnsServers: ['8.8.8.8'] })).toEqual(['zone: other-resolver'])
  expect(passedOver(zone, 'a.corp.example', { dnsHostnames: false })).toEqual(['zone: zone-needs-vpc-attributes'])
  const forwarded: Draw = (b, vpc, subnet) => {
    zone(b, vpc, subnet)
    const out = b.resolverEndpoint('outbound', [subnet], { id: 'out' })
    b.resolverRule('corp.example', ['10.0.1.53'], { id: 'rule', vpcs: [vpc], resolverEndpoint: out })
  }
  expect(passedOver(forwarded, 'a.corp.example')).toEqual(['zone: forwarded'])
  const shorter: Draw = (b, vpc, subnet) => {
    kinesis()(b, vpc, subnet)
    b.hostedZone('us-east-1.amazonaws.com', [vpc], { id: 'zone' })
  }
  expect(passedOver(shorter)).toEqual([])
})

it('names a private zone that holds the name and is not associated with the VPC', () => {
  const elsewhere: Draw = (b) => {
    const other = b.vpc({ id: 'other', cidrs: ['10.9.0.0/16'] })
    b.hostedZone('corp.example', [other], { id: 'zone', records: [['a', 'A', '10.9.1.9']] })
    b.hostedZone('example', [other], { id: 'shorter' })
  }
  expect(passedOver(elsewhere, 'a.corp.example')).toEqual(['zone: zone-not-associated'])
})

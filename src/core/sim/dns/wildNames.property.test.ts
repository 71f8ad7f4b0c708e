import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import { buildDesign } from '../../model/testing/designBuilder.ts'
import { compileTopology } from '../../topology/index.ts'
import { decide, simulate } from '../simulate.ts'

const catalogue = await loadCatalogue()

const DOMAINS = ['example', 'a.example', 'b.example', 'b.a.example', 'us-east-1.amazonaws.com']
const NAMES = ['a.example', 'b.example', 'x.a.example', 'x.b.a.example', 'kinesis.us-east-1.amazonaws.com']
/** Inbound endpoints of both VPCs, the resolver of one, the server on premises, and nobody. */
const SERVERS = ['10.0.1.53', '10.1.1.53', '10.0.0.2', '192.168.0.53', '10.9.9.9']
const VPCS = ['one', 'two']

const domain = fc.constantFrom(...DOMAINS)
const servers = fc.uniqueArray(fc.constantFrom(...SERVERS), { minLength: 1, maxLength: 3 })
const vpcs = fc.subarray(VPCS, { minLength: 1 })
const record = fc.tuple(
  fc.constantFrom('@', '*', 'x', 'a', 'b'),
  fc.oneof(
    fc.tuple(fc.constant('CNAME' as const), fc.constantFrom(...NAMES)),
    fc.tuple(fc.constant('A' as const), fc.constantFrom('10.0.1.5', '10.1.1.5', '192.168.1.5')),
    fc.tuple(fc.constant('TXT' as const), fc.constant('text')),
  ),
)
const world = fc.record({
  zones: fc.array(fc.record({ domain, vpcs: fc.subarray(VPCS), records: fc.array(record, { maxLength: 4 }) }), {
    maxLength: 4,
  }),
  rules: fc.array(fc.record({ domain: fc.oneof(domain, fc.constant('.')), servers, vpcs }), { maxLength: 4 }),
  forwards: fc.array(fc.record({ domain, servers }), { maxLength: 3 }),
  dhcp: fc.option(servers, { nil: null }),
  openGroup: fc.boolean(),
})
type World = typeof world extends fc.Arbitrary<infer T> ? T : never

/** Two peered VPCs and a network on premises behind a VPN, all with DNS of their own. */
const draw = ({ zones, rules, forwards, dhcp, openGroup }: World) =>
  buildDesign((b) => {
    const office = b.onPremises(['192.168.0.0/16'], { id: 'office', dnsServer: '192.168.0.53', forwards })
    b.onPremisesHost(office, '192.168.1.5', { id: 'host', hostNames: ['x.b.a.example'] })
    const customer = b.customerGateway({ ipAddress: '203.0.113.1', network: office })
    const outbound = VPCS.map((id, index) => {
      const vpc = b.vpc({
        id,
        cidrs: [`10.${index}.0.0/16`],
        dnsHostnames: true,
        ...(index === 1 && dhcp ? { dhcpDnsServers: dhcp } : {}),
      })
      const subnet = b.subnet(vpc, { id: `subnet-${id}`, cidr: `10.${index}.1.0/24` })
      b.ec2(subnet, { id: `client-${id}`, privateIp: `10.${index}.1.5` })
      const group = b.securityGroup(vpc, { ingress: openGroup ? [['udp', 53, '0.0.0.0/0']] : [] })
      const fields = { securityGroups: [group] }
      b.resolverEndpoint('inbound', [{ subnet, privateIp: `10.${index}.1.53` }], fields)
      return b.resolverEndpoint('outbound', [subnet], { id: `out-${id}`, ...fields })
    })
    b.interfaceEndpoint('one', 'kinesis-streams', { subnets: ['subnet-one'] })
    const peering = b.peering('one', 'two')
    const gateway = b.virtualPrivateGateway('one')
    b.vpn(customer, gateway, { routing: 'bgp' })
    b.mainTable('one', [
      ['10.1.0.0/16', peering],
      ['192.168.0.0/16', gateway],
    ])
    b.mainTable('two', [['10.0.0.0/16', peering]])
    for (const { domain, vpcs, records } of zones)
      b.hostedZone(domain, vpcs, { records: records.map(([name, [type, value]]) => [name, type, value]) })
    rules.forEach(({ domain, servers, vpcs }, index) => {
      b.resolverRule(domain, servers, { vpcs, resolverEndpoint: outbound[index % 2]! })
    })
  })

test('every lookup ends, whatever leads to whatever, and says how it came out', () => {
  fc.assert(
    fc.property(world, (drawn) => {
      const topology = compileTopology(draw(drawn), catalogue)
      for (const from of ['client-one', 'client-two', 'host', 'internet'])
        for (const to of NAMES) {
          const request = { from, to, protocol: 'tcp' as const, port: 443 }
          const verdict = simulate(topology, request)
          const { kind, code, decidedBy } = decide(topology, request)
          expect([kind, code, decidedBy]).toEqual([verdict.kind, verdict.code, verdict.decidedBy])
          const steps = verdict.branches[0]!.legs[0]!.hops.flatMap((hop) => hop.steps)
          const last = steps.findLast((step) => step.kind === 'resolve-name')!
          expect(['answered', 'no-such-name', 'no-answer', 'unknown']).toContain(last.outcome)
          // whoever has no answer says why
          if (last.outcome === 'no-such-name' || last.outcome === 'no-answer') expect(last.code).not.toBeNull()
          if (last.outcome === 'no-answer' || last.outcome === 'no-such-name') expect(kind).not.toBe('succeeds')
        }
    }),
    { numRuns: 60 },
  )
})

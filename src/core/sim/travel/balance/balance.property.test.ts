import fc from 'fast-check'
import { expect, it } from 'vitest'
import { loadCatalogue } from '../../../aws/index.ts'
import type { VerdictKind } from '../../../model/design.ts'
import { buildDesign, type DesignBuilder } from '../../../model/testing/designBuilder.ts'
import { compileTopology } from '../../../topology/index.ts'
import { simulate } from '../../index.ts'

const catalogue = await loadCatalogue()

/** Two subnets for servers, each with an ACL of its own choosing, three groups, and a server for each way to combine them. */
interface Server {
  readonly subnet: 's1' | 's2'
  readonly group: 'open' | 'balancer-only' | 'closed'
  readonly listens: boolean
  /** A port of its own in the target group. */
  readonly port: 443 | 8443
}
const server = fc.record<Server>({
  subnet: fc.constantFrom('s1', 's2'),
  group: fc.constantFrom('open', 'balancer-only', 'closed'),
  listens: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, fc.boolean()),
  port: fc.constantFrom(443, 8443),
})
const setup = fc.record({
  servers: fc.array(server, { minLength: 1, maxLength: 8 }),
  byAddress: fc.boolean(),
  preserve: fc.boolean(),
  /** A server that the node's subnet's ACL shuts out by its own address, if any. */
  shutOut: fc.option(fc.nat(11), { freq: 1 }),
  /** Whether the ACL of s2 lets replies to the node through, to the client, or to both. */
  replies: fc.constantFrom('10.0.1.0/24', '10.0.2.0/24', '10.0.0.0/16'),
})

function draw(b: DesignBuilder, { servers, byAddress, preserve, shutOut, replies }: SetUp, only: number | null): void {
  const out = shutOut === null ? null : shutOut % servers.length
  b.vpc({ id: 'vpc' })
  b.subnet('vpc', { id: 'clients', cidr: '10.0.1.0/24' })
  b.subnet('vpc', { id: 'nodes', cidr: '10.0.2.0/24' })
  b.subnet('vpc', { id: 's1', cidr: '10.0.3.0/24' })
  b.subnet('vpc', { id: 's2', cidr: '10.0.4.0/24' })
  b.securityGroup('vpc', { id: 'nlb-group', ingress: [['tcp', 443, '0.0.0.0/0']] })
  b.securityGroup('vpc', { id: 'open', ingress: [['all', null, '0.0.0.0/0']] })
  b.securityGroup('vpc', { id: 'balancer-only', ingress: [['tcp', 443, 'nlb-group']] })
  b.securityGroup('vpc', { id: 'closed', ingress: [] })
  b.networkAcl('vpc', {
    id: 'acl-s2',
    subnets: ['s2'],
    ingress: [[100, 'allow', 'all', null, '0.0.0.0/0']],
    egress: [[100, 'allow', 'all', null, replies]],
  })
  b.networkAcl('vpc', {
    id: 'acl-nodes',
    subnets: ['nodes'],
    ingress: [[100, 'allow', 'all', null, '0.0.0.0/0']],
    egress: [
      ...(out === null ? [] : [[50, 'deny', 'all', null, `${addressOf(servers[out]!, out)}/32`] as const]),
      [100, 'allow', 'all', null, '0.0.0.0/0'],
    ],
  })
  b.ec2('clients', { id: 'client', privateIp: '10.0.1.9' })
  servers.forEach((one, index) => {
    const listens = one.listens ? [{ protocol: 'tcp' as const, port: one.port }] : []
    b.ec2(one.subnet, {
      id: `server-${index}`,
      privateIp: addressOf(one, index),
      securityGroups: [one.group],
      listens,
    })
  })
  const targets = servers.map((one, index) =>
    byAddress ? { address: addressOf(one, index), port: one.port } : { target: `server-${index}`, port: one.port },
  )
  b.targetGroup('vpc', only === null ? targets : targets.slice(only, only + 1), {
    id: 'group',
    preserveClientIp: preserve,
  })
  b.nlb('vpc', {
    id: 'nlb',
    subnets: [{ subnet: 'nodes', privateIp: '10.0.2.9' }],
    securityGroups: ['nlb-group'],
    listeners: [['TCP', 443, 'group']],
  })
}
type SetUp = typeof setup extends fc.Arbitrary<infer T> ? T : never
const addressOf = ({ subnet }: Server, index: number) => `10.0.${subnet === 's1' ? 3 : 4}.${20 + index}`

const askFor = (given: SetUp, only: number | null): VerdictKind => {
  const topology = compileTopology(
    buildDesign((b) => draw(b, given, only)),
    catalogue,
  )
  return simulate(topology, { from: 'client', to: '10.0.2.9', protocol: 'tcp', port: 443 }).kind
}

it('comes to what its targets come to one by one, whichever of them are walked for all', () => {
  const seen = new Set<VerdictKind>()
  fc.assert(
    fc.property(setup, (given) => {
      const kinds = new Set(given.servers.map((_, index) => askFor(given, index)))
      const expected = kinds.size === 1 ? [...kinds][0] : 'partly'
      const kind = askFor(given, null)
      seen.add(kind)
      expect([given, kind]).toEqual([given, expected])
    }),
    { numRuns: 100, seed: 7 },
  )
  expect([...seen].sort()).toEqual(['fails', 'partly', 'succeeds'])
}, 300_000)

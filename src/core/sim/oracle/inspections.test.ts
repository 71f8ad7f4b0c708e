import { expect, test } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import { buildDesign } from '../../model/testing/designBuilder.ts'
import { compileTopology } from '../../topology/index.ts'
import { decide } from '../index.ts'
import { createDice, createRandom } from './createDice.ts'

const ZONES = ['us-east-1a', 'us-east-1b', 'us-east-1c'] as const
const SPOKES = ['10.1', '10.2'] as const
/** Where the table of an attachment's subnet leads what is for a spoke: through the gate of a zone, back at once, or nowhere. */
type Way = number | 'back' | 'nowhere'

interface Hub {
  readonly applianceMode: boolean
  /** The zones of the hub that the attachment serves. */
  readonly served: readonly number[]
  /** The zone of each spoke's host. */
  readonly homes: readonly [number, number]
  /** By zone and spoke. */
  readonly ways: readonly (readonly [Way, Way])[]
}

function drawHub(seed: number): Hub {
  const { chance, pick } = createDice(createRandom(seed))
  const zones = [0, 1, 2].filter(() => chance(0.8))
  const served = zones.length > 0 ? zones : [0]
  const wayOf = (zone: number): Way =>
    chance(0.75) ? (chance(0.8) ? zone : pick([0, 1, 2])) : pick(['back', 'nowhere'] as const)
  return {
    applianceMode: chance(0.6),
    served,
    homes: [pick(served), pick(served)],
    ways: [0, 1, 2].map((zone) => [wayOf(zone), wayOf(zone)] as const),
  }
}

/** Goes through the ways one by one: a flow has one zone in appliance mode, and else each direction that of its sender. */
function predict({ applianceMode, served, homes, ways }: Hub): 'succeeds' | 'partly' | 'fails' {
  const choices = applianceMode ? served.map((zone) => [zone, zone] as const) : [homes]
  const works = choices.map(([there, back]) => {
    const [request, reply] = [ways[there]![1], ways[back]![0]]
    // behind a gate a packet leaves by the gate's own zone, which the attachment has to serve
    const leaves = request === 'back' || (request !== 'nowhere' && served.includes(request))
    return leaves && request === reply
  })
  return works.every(Boolean) ? 'succeeds' : works.some(Boolean) ? 'partly' : 'fails'
}

const designOf = ({ applianceMode, served, homes, ways }: Hub) =>
  buildDesign((b) => {
    b.transitGateway({ id: 'tgw' })
    b.transitTable('tgw', [['0.0.0.0/0', 'hub-attachment']], { id: 'spokes' })
    b.transitTable('tgw', [], { id: 'inspected' })
    for (const [i, net] of SPOKES.entries()) {
      const vpc = b.vpc({ id: `spoke-${i}`, cidrs: [`${net}.0.0/16`] })
      const subnet = b.subnet(vpc, { zone: ZONES[homes[i]!]!, cidr: `${net}.1.0/24` })
      b.mainTable(vpc, [['10.0.0.0/8', 'tgw']])
      b.securityGroup(vpc, { id: `open-${i}`, ingress: [['all', null, '0.0.0.0/0']] })
      b.ec2(subnet, { id: `host-${i}`, privateIp: `${net}.1.9`, securityGroups: [`open-${i}`] })
      b.attach(vpc, 'tgw', { id: `attachment-${i}`, table: 'spokes' })
    }
    const hub = b.vpc({ id: 'hub', cidrs: ['10.9.0.0/16'] })
    b.mainTable(hub, [['10.0.0.0/8', 'tgw']])
    b.securityGroup(hub, { id: 'geneve', ingress: [['udp', 6081, '10.9.0.0/16']] })
    const gates = ZONES.map((zone, i) => b.subnet(hub, { zone, cidr: `10.9.${i}.0/24` }))
    const boxes = gates.map((gate) => b.ec2(gate, { securityGroups: ['geneve'] }))
    const group = b.targetGroup(hub, boxes, { protocol: 'GENEVE', port: 6081 })
    const service = b.endpointService([b.gwlb(hub, { subnets: gates, targetGroup: group })])
    for (const [i, gate] of gates.entries()) b.gwlbe(gate, service, { id: `gate-${i}` })
    const entries = served.map((zone) => {
      const entry = b.subnet(hub, { zone: ZONES[zone]!, cidr: `10.9.${100 + zone}.0/28` })
      const routes = SPOKES.flatMap((net, i) => {
        const way = ways[zone]![i]!
        const target = way === 'back' ? 'tgw' : `gate-${way}`
        return way === 'nowhere' ? [] : [[`${net}.0.0/16`, target] as const]
      })
      b.routeTable(hub, routes, { subnets: [entry] })
      return entry
    })
    b.attach(hub, 'tgw', { id: 'hub-attachment', subnets: entries, applianceMode, table: null })
    b.set<'transit-gateway-route-table'>('inspected', {
      associations: ['hub-attachment'],
      propagations: ['attachment-0', 'attachment-1'],
    })
    b.set<'transit-gateway-route-table'>('spokes', { propagations: [] })
  })

test('an inspection VPC behind a transit gateway fares as its ways do one by one', async () => {
  const catalogue = await loadCatalogue()
  const told = { succeeds: 0, partly: 0, fails: 0 }
  const wrong: string[] = []
  for (let seed = 1; seed <= 300; seed++) {
    const hub = drawHub(seed)
    const expected = predict(hub)
    const request = { from: 'host-0', to: '10.2.1.9', protocol: 'tcp', port: 443 } as const
    const { kind, code } = decide(compileTopology(designOf(hub), catalogue), request)
    if (kind !== expected) wrong.push(`seed ${seed}: ${kind} (${code}), expected ${expected}: ${JSON.stringify(hub)}`)
    told[expected]++
  }
  expect(wrong.slice(0, 5)).toEqual([])
  for (const count of Object.values(told)) expect(count).toBeGreaterThan(30)
})

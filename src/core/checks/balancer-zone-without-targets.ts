import { constructOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { contains } from '../net/block.ts'
import type { ListenerNet, LoadBalancerNet, TargetNet } from '../topology/topology.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

/** Sources: Network Load Balancer and Gateway Load Balancer guides, cross-zone load balancing; Reachability Analyzer, ELBV2_NO_TARGETS_IN_AZ. */
export const balancerZoneWithoutTargets: Check = {
  id: 'balancer-zone-without-targets',
  severity: 'warning',
  title: 'Zone of a load balancer without healthy targets',
  why: 'Without cross-zone load balancing a node hands on to targets of its own zone. Where that zone has no healthy one, connections that enter there fail: with an endpoint service, those of every consumer in the zone.',
  learnMore: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html',
  *find({ design, topology }) {
    for (const balancer of topology.balancers.values()) {
      if (balancer.kind === 'application' || balancer.gap) continue
      for (const { groups, origin } of balancer.listeners) {
        const [group] = groups
        if (!group || (group.crossZone ?? balancer.crossZone)) continue
        const zones = zonesOfTargets(balancer, group.targets)
        // without any target in any zone it is not a matter of zones
        if (zones === null || zones.size === 0) continue
        const empty = balancer.enis.filter(({ subnet }) => !zones.has(subnet.zoneName))
        if (empty.length === 0) continue
        const names = empty.map(({ subnet }) => subnet.zoneName)
        yield {
          at: [origin, place(group.id, 'targets')],
          message: `The ${called(design, balancer.id)} has a node in ${names.join(', ')}, where the ${called(design, group.id)} has no healthy target, and cross-zone load balancing is off.`,
          fixes: [crossZoneFix(design, balancer, group.id)],
        }
      }
    }
  },
  examples: { bad: () => example(false), good: () => example(true) },
}

type Group = ListenerNet['groups'][number]

/** Zones with a target that answers; null where the place or the health of one is not known. */
function zonesOfTargets({ vpc }: LoadBalancerNet, targets: Group['targets']): ReadonlySet<string> | null {
  const zones = new Set<string>()
  for (const target of targets) {
    if (target.gap || target.health === 'unknown') return null
    if (target.health !== 'healthy') continue
    if (target.balancer) for (const { subnet } of target.balancer.enis) zones.add(subnet.zoneName)
    else {
      const zone = zoneOfTarget(vpc, target)
      if (zone === null) return null
      zones.add(zone)
    }
  }
  return zones
}

function zoneOfTarget(vpc: LoadBalancerNet['vpc'], { eni, address }: TargetNet): string | null {
  if (eni) return eni.subnet.zoneName
  const standing = typeof address === 'number' ? vpc.eniAt.get(address) : undefined
  if (standing) return standing.subnet.zoneName
  const near = vpc.enis.find(({ subnet }) => address !== null && subnet.block && contains(subnet.block, address))
  return near?.subnet.zoneName ?? null
}

function crossZoneFix(design: Parameters<typeof called>[0], { id, kind }: LoadBalancerNet, group: string) {
  const drawn = constructOfKind(design, group, 'target-group')
  const edit =
    drawn?.crossZone === false
      ? change('target-group', group, { crossZone: true })
      : change(kind === 'gateway' ? 'gateway-load-balancer' : 'network-load-balancer', id, { crossZone: true })
  return { title: 'Turn on cross-zone load balancing', safety: 'review' as const, edits: [edit] as const }
}

const example = (crossZone: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    const subnets = ['us-east-1a', 'us-east-1b'].map((zone, i) => b.subnet(vpc, { zone, cidr: `10.0.${i}.0/24` }))
    const group = b.targetGroup(vpc, [b.ec2(subnets[0]!)])
    b.nlb(vpc, { subnets, listeners: [['TCP', 443, group]], crossZone })
  })

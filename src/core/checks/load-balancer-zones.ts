import { constructOfKind, listOfKind, zoneOf } from '../model/containment.ts'
import type { ConstructOf } from '../model/kinds/registry.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check, Fix } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { createSubnetChooser } from './parts/createSubnetChooser.ts'
import { place } from './parts/place.ts'

const LEAST = { 'application-load-balancer': 2, 'network-load-balancer': 1, 'gateway-load-balancer': 1 } as const
/** `us-west-2-lax-1a`. Source: Application Load Balancer guide, subnets for your load balancer. */
const LOCAL_ZONE = /^[a-z-]+-\d-[a-z]+-\d[a-z]$/
type Balancer = ConstructOf<keyof typeof LEAST>

/** Source: Elastic Load Balancing guides, subnets for load balancers; the refusal is that of CreateLoadBalancer. */
export const loadBalancerZones: Check = {
  id: 'load-balancer-zones',
  severity: 'error',
  title: 'Load balancer in too few zones',
  why: 'An Application Load Balancer is in two Availability Zones or more, other load balancers in one or more.',
  learnMore: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html',
  *find({ design }) {
    const chooseSubnets = createSubnetChooser(design)
    for (const kind of Object.keys(LEAST) as (keyof typeof LEAST)[])
      for (const balancer of listOfKind(design, kind)) {
        const { id, vpc, subnets } = balancer
        const zones = new Set(subnets.map(({ subnet }) => zoneOf(design, subnet)?.zoneName ?? subnet))
        // in a Local Zone one is enough
        const isLocal = zones.size === 1 && LOCAL_ZONE.test([...zones][0]!)
        if (zones.size >= LEAST[kind] || isLocal || !constructOfKind(design, vpc, 'vpc')) continue
        yield {
          at: [place(id, 'subnets')],
          message:
            zones.size === 0
              ? `The ${called(design, id)} has no subnet.`
              : `The ${called(design, id)} is in one zone, ${[...zones][0]}. It needs a subnet in a second one.`,
          ...(kind === 'application-load-balancer'
            ? {
                awsError: 'ValidationError: At least two subnets in two different Availability Zones must be specified',
              }
            : {}),
          fixes: addZones(balancer, LEAST[kind] - zones.size, chooseSubnets(vpc), zones),
        }
      }
  },
  examples: { bad: () => example(1), good: () => example(2) },
}

function addZones(
  { kind, id, subnets }: Balancer,
  missing: number,
  chosen: ReadonlyMap<string, string>,
  zones: ReadonlySet<string>,
): readonly Fix[] {
  const added = [...chosen].filter(([zone]) => !zones.has(zone)).slice(0, missing)
  if (added.length < missing) return []
  const rows = added.map(([, subnet]) =>
    kind === 'gateway-load-balancer' ? { subnet, privateIp: null } : { subnet, privateIp: null, publicIp: 'auto' },
  )
  const title = `Put it into a subnet of ${added.map(([zone]) => zone).join(' and ')}`
  return [{ title, safety: 'review', edits: [change(kind, id, { subnets: [...subnets, ...rows] as never })] }]
}

const example = (zones: number) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    const subnets = ['us-east-1a', 'us-east-1b'].map((zone, i) => b.subnet(vpc, { zone, cidr: `10.0.${i}.0/24` }))
    b.alb(vpc, { subnets: subnets.slice(0, zones) })
  })

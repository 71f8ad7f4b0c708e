import { constructOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { LoadBalancerNet } from '../topology/topology.ts'
import { zoneKey } from '../topology/zoneKey.ts'
import type { Check, Fix } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { createSubnetChooser } from './parts/createSubnetChooser.ts'
import { interfaceOfTarget } from './parts/interfaceOfTarget.ts'
import { place } from './parts/place.ts'

/** Source: Elastic Load Balancing guides, Availability Zones: targets in zones that are not enabled are registered and get no traffic. */
export const targetZoneNotEnabled: Check = {
  id: 'target-zone-not-enabled',
  severity: 'warning',
  title: 'Target in a zone that its load balancer does not use',
  why: 'A load balancer sends to targets in the zones of its own subnets only, cross-zone load balancing or not. AWS takes the registration, calls the target unused, and sends it nothing.',
  learnMore: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html',
  *find({ design, topology }) {
    const chooseSubnets = createSubnetChooser(design)
    for (const balancer of topology.balancers.values()) {
      if (balancer.gap || balancer.enis.length === 0) continue
      const enabled = new Set(balancer.enis.map(({ subnet }) => zoneKey(subnet)))
      for (const group of balancer.listeners.flatMap(({ groups }) => groups))
        for (const target of group.targets) {
          const eni = interfaceOfTarget(balancer, target)
          if (!eni || eni.subnet.vpc !== balancer.vpc || enabled.has(zoneKey(eni.subnet))) continue
          const { zoneName } = eni.subnet
          yield {
            at: [target.origin, place(balancer.id, 'subnets')],
            message: `The ${called(design, eni.owner)}, a target of the ${called(design, balancer.id)}, lies in ${zoneName}, where the load balancer has no subnet: it gets no connections.`,
            fixes: enableZone(design, balancer, chooseSubnets(balancer.vpc.id).get(zoneName), zoneName),
          }
        }
    }
  },
  examples: { bad: () => example(1), good: () => example(2) },
}

function enableZone(
  design: Parameters<typeof called>[0],
  { id }: LoadBalancerNet,
  subnet: string | undefined,
  zone: string,
): readonly Fix[] {
  const network = constructOfKind(design, id, 'network-load-balancer')
  const application = constructOfKind(design, id, 'application-load-balancer')
  if (subnet === undefined || !(network ?? application)) return []
  const row = { subnet, privateIp: null, publicIp: 'auto' }
  const edit = network
    ? change('network-load-balancer', id, { subnets: [...network.subnets, row] })
    : change('application-load-balancer', id, { subnets: [...application!.subnets, row] })
  return [
    {
      title: `Put the load balancer into the ${called(design, subnet)} of ${zone} too`,
      safety: 'review',
      edits: [edit],
    },
  ]
}

const example = (zones: number) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    const subnets = ['us-east-1a', 'us-east-1b'].map((zone, i) => b.subnet(vpc, { zone, cidr: `10.0.${i}.0/24` }))
    const group = b.targetGroup(vpc, [b.ec2(subnets[0]!), b.ec2(subnets[1]!)])
    b.nlb(vpc, { subnets: subnets.slice(0, zones), listeners: [['TCP', 443, group]] })
  })

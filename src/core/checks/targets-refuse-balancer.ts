import { constructOfKind } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { contains, formatBlock } from '../net/block.ts'
import { type Eni, type FilterEntry, type LoadBalancerNet, PROTOCOL, type TargetNet } from '../topology/topology.ts'
import type { Check, Fix } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { interfaceOfTarget } from './parts/interfaceOfTarget.ts'
import { place } from './parts/place.ts'
import { type Sent, sentByNodes } from './parts/sentByNodes.ts'
import { speaksIpv6 } from './parts/speaksIpv6.ts'

/** Sources: Network Load Balancer guide, target security groups; AWS PrivateLink guide: targets see the addresses of the load balancer’s nodes. */
export const targetsRefuseBalancer: Check = {
  id: 'targets-refuse-balancer',
  severity: 'warning',
  title: 'Target whose security groups keep its load balancer out',
  why: 'Health checks, and all that comes through AWS PrivateLink, reach the targets from the addresses of the load balancer’s nodes. Rules that admit the consumers’ addresses alone let nothing in; who asked is told by proxy protocol version 2.',
  learnMore: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-register-targets.html',
  *find({ design, topology }) {
    const said = new Set<string>()
    for (const balancer of topology.balancers.values()) {
      if (balancer.gap || balancer.enis.length === 0) continue
      for (const group of balancer.listeners.flatMap(({ groups }) => groups))
        for (const target of group.targets) {
          const eni = eniOf(balancer, target)
          if (!eni || eni.groups.some(({ gap }) => gap !== null)) continue
          const six = speaksIpv6(target, eni)
          for (const sent of sentByNodes(topology, balancer, group, target)) {
            const key = `${eni.owner} ${balancer.id} ${sent.port} ${sent.protocol} ${six}`
            const isAdmitted = eni.groups.some(({ ingress }) =>
              ingress.some((entry) => admits(entry, balancer, sent, six)),
            )
            if (isAdmitted || said.has(key)) continue
            said.add(key)
            yield {
              at: [place(eni.owner), target.origin],
              message: `No security group of the ${called(design, eni.owner)} admits ${sayPort(sent)}${six ? ' by IPv6' : ''} from the nodes of the ${called(design, balancer.id)}, whose target it is.`,
              fixes: admitBalancer(design, balancer, eni, sent, six),
            }
          }
        }
    }
  },
  examples: { bad: () => example('198.51.100.0/24'), good: () => example('10.0.0.0/16') },
}

/** The target's interface, where it has groups; addresses that no drawn interface has are left alone. */
const eniOf = (balancer: LoadBalancerNet, target: TargetNet): Eni | null => {
  const found = interfaceOfTarget(balancer, target)
  return found && found.groups.length > 0 ? found : null
}

/** Whether a rule lets at least one of the nodes in. */
function admits(entry: FilterEntry, { enis }: LoadBalancerNet, { port, protocol }: Sent, six: boolean): boolean {
  if (entry.protocol !== PROTOCOL.all && entry.protocol !== protocol) return false
  if (entry.protocol !== PROTOCOL.all && (port < entry.from || port > entry.to)) return false
  return enis.some((node) => {
    const address = six ? node.address6 : node.address
    // an address that is not known cannot be refused
    return entry.group?.members.has(node) || address === null || entry.blocks.some((block) => contains(block, address))
  })
}

function admitBalancer(
  design: Design,
  { enis }: LoadBalancerNet,
  eni: Eni,
  { port, protocol }: Sent,
  six: boolean,
): readonly Fix[] {
  const id = eni.groups[0]?.id
  const group = id == null ? null : constructOfKind(design, id, 'security-group')
  const blocks = [
    ...new Set(
      enis.map(({ subnet }) => (six ? subnet.block6 : subnet.block)).flatMap((one) => (one ? formatBlock(one) : [])),
    ),
  ]
  if (!group || blocks.length === 0) return []
  const rules = blocks.map((cidr) => ({
    protocol: protocol === PROTOCOL.udp ? ('udp' as const) : ('tcp' as const),
    ports: { from: port, to: port },
    icmp: null,
    peer: { cidr },
    description: 'Nodes of the load balancer',
  }))
  const title = `Admit ${sayPort({ port, protocol })} from the load balancer’s subnets in the ${called(design, group.id)}`
  return [
    { title, safety: 'review', edits: [change('security-group', group.id, { ingress: [...group.ingress, ...rules] })] },
  ]
}

const sayPort = ({ port, protocol }: Sent): string => (protocol === PROTOCOL.udp ? `UDP port ${port}` : `port ${port}`)

const example = (from: string) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24' })
    const group = b.securityGroup(vpc, { ingress: [['tcp', 443, from]] })
    const targets = b.targetGroup(vpc, [b.ec2(subnet, { securityGroups: [group] })], { port: 443 })
    b.nlb(vpc, { subnets: [subnet], listeners: [['TCP', 443, targets]] })
  })

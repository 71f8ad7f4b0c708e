import { buildDesign } from '../model/testing/designBuilder.ts'
import { overlaps } from '../net/block.ts'
import { type FilterEntry, type ListenerNet, PROTOCOL, type VpcNet } from '../topology/topology.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { consumersIn } from './parts/consumers.ts'
import { place } from './parts/place.ts'

/** Source: Network Load Balancer guide, security groups: inbound rules are enforced on PrivateLink traffic by default, and see the client’s own address. */
export const balancerRefusesConsumers: Check = {
  id: 'balancer-refuses-consumers',
  severity: 'warning',
  title: 'Load balancer whose groups keep consumers out',
  why: 'The security groups of a Network Load Balancer also filter what comes through AWS PrivateLink, unless that is turned off. They see the private addresses of the consumers’ clients, not those of the endpoint.',
  learnMore: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html',
  *find({ design, topology }) {
    const said = new Set<string>()
    for (const { id, vpc: vpcId, provider } of consumersIn(design, topology)) {
      const vpc = topology.vpcs.get(vpcId)
      for (const balancer of vpc ? provider.balancers : []) {
        const groups = balancer.enis[0]?.groups ?? []
        if (!balancer.enforcesOnPrivateLink || !balancer.hasGroups || balancer.listeners.length === 0) continue
        if (balancer.listenersGap) continue
        if (groups.some(({ gap }) => gap !== null) || said.has(`${balancer.id} ${vpcId}`)) continue
        const entries = groups.flatMap(({ ingress }) => ingress)
        if (balancer.listeners.some((listener) => entries.some((entry) => admits(entry, listener, vpc!)))) continue
        said.add(`${balancer.id} ${vpcId}`)
        yield {
          at: [place(balancer.id, 'securityGroups'), place(id)],
          message: `No security group of the ${called(design, balancer.id)} admits a port of its listeners from the ${called(design, vpcId)}, where the ${called(design, id)} is. Its clients time out.`,
          fixes: [
            {
              title: 'Turn the groups off for what comes through AWS PrivateLink',
              safety: 'review',
              edits: [change('network-load-balancer', balancer.id, { enforceInboundRulesOnPrivateLink: false })],
            },
          ],
        }
      }
    }
  },
  examples: { bad: () => example('192.168.0.0/16'), good: () => example('10.1.0.0/16') },
}

/** Whether an entry lets somebody of the VPC through to the listener. What other networks may come from behind it, nobody can say. */
function admits(entry: FilterEntry, { protocols, port }: ListenerNet, vpc: VpcNet): boolean {
  if (entry.protocol !== PROTOCOL.all && !protocols.includes(entry.protocol)) return false
  if (entry.protocol !== PROTOCOL.all && (port < entry.from || port > entry.to)) return false
  return entry.group?.vpc === vpc || entry.blocks.some((block) => vpc.blocks.some((own) => overlaps(own, block)))
}

const example = (from: string) =>
  buildDesign((b) => {
    const provider = b.vpc()
    const subnets = [b.subnet(provider, { cidr: '10.0.1.0/24' })]
    const securityGroups = [b.securityGroup(provider, { ingress: [['tcp', 443, from]] })]
    const balancer = b.nlb(provider, { subnets, securityGroups, listeners: [['TCP', 443]] })
    const vpc = b.vpc({ cidrs: ['10.1.0.0/16'] })
    b.interfaceEndpoint(vpc, b.endpointService([balancer]), { subnets: [b.subnet(vpc, { cidr: '10.1.1.0/24' })] })
  })

import { constructOfKind } from '../model/containment.ts'
import { tcpRule } from '../needs/groupRules.ts'
import { formatBlock } from '../net/block.ts'
import { formatPorts } from '../net/ports.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'
import { passes, resourceExample, resourcesIn } from './parts/resources.ts'

/** Source: VPC Lattice guide, resource gateways: the resource sees the gateway's address as the source. */
export const resourceRefusesGateway: Check = {
  id: 'resource-refuses-gateway',
  severity: 'warning',
  title: 'Resource whose security groups keep its resource gateway out',
  why: 'A resource of VPC Lattice is asked from the addresses of its resource gateway, whoever the client is. Rules that name the clients let nothing in.',
  learnMore: 'https://docs.aws.amazon.com/vpc-lattice/latest/ug/resource-gateway.html',
  *find({ design, topology }) {
    for (const { id, gateway, nodes, eni, ports } of resourcesIn(topology)) {
      if (!eni) continue
      const out = nodes.filter((node) => node.address !== null && !passes(eni, 'ingress', ports, node.address, node))
      if (out.length === 0) continue
      const group = eni.groups[0]?.id ?? null
      const drawn = group === null ? null : constructOfKind(design, group, 'security-group')
      const blocks = [...new Set(out.flatMap(({ subnet }) => (subnet.block ? [formatBlock(subnet.block)] : [])))]
      const rules = blocks.map((cidr) => tcpRule(ports, { cidr }, 'Resource gateway'))
      yield {
        at: [place(group ?? eni.owner, ...(group === null ? [] : ['ingress'])), place(id, 'resource')],
        message: `No security group of the ${called(design, eni.owner)} admits TCP port ${formatPorts(ports)} from the ${called(design, gateway)}, by which the ${called(design, id)} is reached.`,
        fixes:
          drawn && rules.length > 0
            ? [
                {
                  title: `Admit the resource gateway’s subnets in the ${called(design, drawn.id)}`,
                  safety: 'review',
                  edits: [change('security-group', drawn.id, { ingress: [...drawn.ingress, ...rules] })],
                },
              ]
            : [],
      }
    }
  },
  examples: { bad: () => resourceExample({ admitted: '10.1.0.0/16' }), good: () => resourceExample({}) },
}

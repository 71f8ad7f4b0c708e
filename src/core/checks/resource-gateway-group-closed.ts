import { constructOfKind } from '../model/containment.ts'
import { tcpRule } from '../needs/groupRules.ts'
import { formatAddress, isIp4 } from '../net/address.ts'
import { formatPorts } from '../net/ports.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'
import { passes, resourceExample, resourcesIn } from './parts/resources.ts'

/** Source: VPC Lattice guide, resource gateways, security groups. */
export const resourceGatewayGroupClosed: Check = {
  id: 'resource-gateway-group-closed',
  severity: 'warning',
  title: 'Resource gateway whose security groups lead nowhere',
  why: 'The outbound rules of a resource gateway’s security groups must lead to the resource, on its ports.',
  learnMore: 'https://docs.aws.amazon.com/vpc-lattice/latest/ug/resource-gateway.html',
  *find({ design, topology }) {
    for (const { id, gateway, nodes, eni, address, ports } of resourcesIn(topology)) {
      const [node] = nodes
      const group = node!.groups[0]?.id ?? null
      if (passes(node!, 'egress', ports, address, eni)) continue
      const drawn = group === null ? null : constructOfKind(design, group, 'security-group')
      const cidr = `${formatAddress(address)}/${isIp4(address) ? 32 : 128}`
      yield {
        at: [place(group ?? gateway, group === null ? 'securityGroups' : 'egress'), place(id, 'ports')],
        message: `No outbound rule of the ${called(design, gateway)} leads to ${formatAddress(address)} on TCP port ${formatPorts(ports)}, where the ${called(design, id)} has its resource.`,
        fixes: drawn
          ? [
              {
                title: `Let the ${called(design, drawn.id)} lead to the resource`,
                safety: 'safe',
                edits: [
                  change('security-group', drawn.id, {
                    egress: [...drawn.egress, tcpRule(ports, { cidr }, 'To the resource')],
                  }),
                ],
              },
            ]
          : [],
      }
    }
  },
  examples: { bad: () => resourceExample({ gatewayTo: '10.9.0.0/16' }), good: () => resourceExample({}) },
}

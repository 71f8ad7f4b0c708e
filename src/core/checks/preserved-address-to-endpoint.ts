import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

/** Source: Network Load Balancer guide, client IP preservation, requirements: not for targets reached through AWS PrivateLink. */
export const preservedAddressToEndpoint: Check = {
  id: 'preserved-address-to-endpoint',
  severity: 'warning',
  title: 'Client address kept towards an endpoint',
  why: 'The interface of an endpoint does not answer packets that keep the client’s address on their way through a Network Load Balancer. Client IP preservation has to be off for such targets.',
  learnMore: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html',
  *find({ design, topology }) {
    for (const balancer of topology.balancers.values())
      for (const group of balancer.kind === 'network' ? balancer.listeners.flatMap(({ groups }) => groups) : []) {
        if (!group.preservesClient) continue
        for (const { address, origin } of group.targets) {
          const eni = typeof address === 'number' ? balancer.vpc.eniAt.get(address) : undefined
          if (eni?.role !== 'endpoint') continue
          yield {
            at: [origin, place(group.id, 'preserveClientIp'), place(eni.owner)],
            message: `The ${called(design, group.id)} keeps client addresses, and one of its targets is the ${called(design, eni.owner)}, which does not answer these.`,
            fixes:
              group.protocol === 'TCP' || group.protocol === 'TLS'
                ? [
                    {
                      title: 'Turn client IP preservation off',
                      safety: 'review',
                      edits: [change('target-group', group.id, { preserveClientIp: false })],
                    },
                  ]
                : [],
          }
        }
      }
  },
  examples: { bad: () => example(true), good: () => example(false) },
}

const example = (preserveClientIp: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24' })
    b.interfaceEndpoint(vpc, 'sqs', { subnets: [{ subnet, privateIp: '10.0.1.9' }] })
    const group = b.targetGroup(vpc, ['10.0.1.9'], { preserveClientIp, port: 443 })
    b.nlb(vpc, { subnets: [subnet], listeners: [['TCP', 443, group]] })
  })

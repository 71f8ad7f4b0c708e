import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { subnetRows } from './parts.ts'

/** What one reads and fills in of a Gateway Load Balancer. */
export const gatewayLoadBalancerForm: Form<ConstructOf<'gateway-load-balancer'>> = {
  summary: 'Hands whole packets to appliances such as firewalls, and back to where they came from.',
  learnMore: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/gateway-load-balancers.html',
  fields: [
    subnetRows(20, 'One in each zone; each gets a node of the load balancer.'),
    {
      key: 'targetGroup',
      label: 'Target group',
      input: 'reference',
      kinds: ['target-group'],
      optional: true,
      noneLabel: 'None',
      help: 'The appliances; they speak GENEVE on UDP port 6081.',
    },
    {
      key: 'crossZone',
      label: 'Cross-zone load balancing',
      input: 'boolean',
      help: 'Off: each node uses the appliances of its own zone only.',
    },
  ],
}

import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { allListenersField, balancerNameField, listenersField, nodesField, schemeField } from './balancerParts.ts'
import { addressTypeField } from './parts.ts'
import { weightedField } from './ruledFields.ts'

type Own = ConstructOf<'network-load-balancer'>
const hasGroups = (construct: Own) => construct.securityGroups !== null

/** What one reads and fills in of a Network Load Balancer. */
export const networkLoadBalancerForm: Form<Own> = {
  summary: 'Hands TCP and UDP connections to the targets of its listeners. Endpoint services stand on it.',
  learnMore: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html',
  fields: [
    schemeField,
    nodesField,
    listenersField(['TCP', 'UDP', 'TLS', 'TCP_UDP'], { protocol: 'TCP', port: 443 }, [weightedField], { weighted: [] }),
    allListenersField,
    {
      key: 'securityGroups',
      label: 'Security groups',
      input: 'references',
      kinds: ['security-group'],
      optional: true,
      noneLabel: 'None: no group filters its traffic',
      help: 'AWS lets them be changed later only when it was made with some.',
    },
    {
      key: 'enforceInboundRulesOnPrivateLink',
      label: 'Inbound rules also for PrivateLink',
      input: 'boolean',
      when: hasGroups,
      help: 'On: what comes through endpoints must be let in too; the rules see the client’s own address.',
    },
    {
      key: 'crossZone',
      label: 'Cross-zone load balancing',
      input: 'boolean',
      help: 'Off: each node uses the targets of its own zone only.',
    },
    addressTypeField,
    balancerNameField,
  ],
}

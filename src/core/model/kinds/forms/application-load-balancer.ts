import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { allListenersField, balancerNameField, listenersField, nodesField, schemeField } from './balancerParts.ts'
import { addressTypeField, groupsField } from './parts.ts'
import { blankRuled, ruledFields } from './ruledFields.ts'

/** What one reads and fills in of an Application Load Balancer. */
export const applicationLoadBalancerForm: Form<ConstructOf<'application-load-balancer'>> = {
  summary:
    'Ends HTTP connections and opens its own to the targets of its listeners, in every zone that it has a node in.',
  learnMore: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html',
  fields: [
    schemeField,
    nodesField,
    listenersField(['HTTP', 'HTTPS'], { protocol: 'HTTPS', port: 443 }, ruledFields, blankRuled),
    allListenersField,
    groupsField('They must let its clients in, and let it out to its targets.'),
    addressTypeField,
    balancerNameField,
  ],
}

import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { addressTypeField, endpointServiceField, endpointStateField, privateIpField } from './parts.ts'

/** What one reads and fills in of a Gateway Load Balancer endpoint. */
export const gatewayLoadBalancerEndpointForm: Form<ConstructOf<'gateway-load-balancer-endpoint'>> = {
  summary: 'A target for routes: it hands packets to the appliances of a Gateway Load Balancer and takes them back.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-load-balancer-endpoints.html',
  fields: [
    endpointServiceField,
    {
      key: 'service',
      label: 'Service',
      input: 'interface-service',
      help: 'Name of the endpoint service of a Gateway Load Balancer.',
      when: (construct) => construct.endpointService === null,
    },
    endpointStateField,
    addressTypeField,
    privateIpField,
  ],
}

import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'

/** What one reads and fills in of an internet gateway. */
export const internetGatewayForm: Form<ConstructOf<'internet-gateway'>> = {
  summary:
    'Connects a VPC to the internet and to public AWS services, for interfaces that have a public address and a route to it.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html',
  fields: [],
}

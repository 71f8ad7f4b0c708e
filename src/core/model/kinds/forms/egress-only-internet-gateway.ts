import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'

/** What one reads and fills in of an egress-only internet gateway. */
export const egressOnlyInternetGatewayForm: Form<ConstructOf<'egress-only-internet-gateway'>> = {
  summary: 'Lets interfaces of a VPC reach the internet over IPv6. Answers come back; nothing from outside gets in.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html',
  fields: [],
}

import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'

/** What one reads and fills in of an AWS service. */
export const awsServiceForm: Form<ConstructOf<'aws-service'>> = {
  summary: 'A service as AWS offers it in a Region, outside any VPC. It answers whether it is drawn or not.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html',
  fields: [
    { key: 'service', label: 'Service', input: 'interface-service', help: 'By the name that its endpoints have.' },
  ],
}

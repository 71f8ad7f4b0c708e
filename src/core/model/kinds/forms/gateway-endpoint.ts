import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { awsIdField } from './awsIdField.ts'
import { addressTypeField, endpointStateField, recordTypeField } from './parts.ts'
import { endpointPolicyField } from './policyField.ts'

type Own = ConstructOf<'gateway-endpoint'>
const isForS3 = (construct: Own) => construct.service.endsWith('.s3')

/** What one reads and fills in of a gateway endpoint. */
export const gatewayEndpointForm: Form<Own> = {
  summary:
    'Puts a route to S3 or DynamoDB of the same Region into its route tables. Names keep their public answers; there is no charge.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html',
  fields: [
    { key: 'service', label: 'Service', input: 'gateway-service' },
    {
      key: 'routeTables',
      label: 'Route tables',
      input: 'references',
      kinds: ['route-table'],
      noneLabel: 'None: no subnet uses the endpoint',
      help: 'Subnets that use one of these tables reach the service through the endpoint.',
    },
    endpointStateField,
    { ...addressTypeField, when: isForS3, help: 'Which packets its routes take.' },
    { ...recordTypeField, when: isForS3 },
    endpointPolicyField,
    awsIdField,
  ],
}

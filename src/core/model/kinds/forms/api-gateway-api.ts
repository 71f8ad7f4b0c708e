import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { policyField } from './policyField.ts'

/** What one reads and fills in of an API of API Gateway. */
export const apiGatewayApiForm: Form<ConstructOf<'api-gateway-api'>> = {
  summary:
    'An API that clients ask for by name. A private one answers through execute-api endpoints alone, any other one at its public addresses alone.',
  learnMore: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html',
  fields: [
    {
      key: 'apiId',
      label: 'API ID',
      input: 'text',
      help: 'The first label of its default name, ID.execute-api.REGION.amazonaws.com.',
      rule: (text) => (/^[a-z0-9]{1,40}$/.test(text) ? null : `“${text}” is not an API ID: small letters and digits`),
    },
    {
      key: 'endpointType',
      label: 'Endpoint type',
      input: 'select',
      options: [
        { value: 'regional', label: 'Regional' },
        { value: 'edge', label: 'Edge-optimised' },
        { value: 'private', label: 'Private' },
      ],
    },
    {
      key: 'endpoints',
      label: 'Associated endpoints',
      input: 'references',
      kinds: ['interface-endpoint'],
      when: (construct) => construct.endpointType === 'private',
      noneLabel: 'None: it has its default name alone',
      help: 'Each gives it a name in public DNS that leads to the endpoint: ID-VPCE.execute-api.REGION.amazonaws.com.',
    },
    {
      key: 'customDomains',
      label: 'Custom domain names',
      input: 'texts',
      of: 'dns-name',
      help: 'Names of one’s own that API Gateway has a certificate for.',
    },
    {
      key: 'defaultEndpoint',
      label: 'Default name answers',
      input: 'boolean',
      help: 'Off = the API is had by its custom domain names alone.',
    },
    {
      key: 'account',
      label: 'Account',
      input: 'reference',
      kinds: ['account'],
      help: 'The account that owns the API.',
    },
    {
      key: 'authorizationType',
      label: 'Authorisation',
      input: 'select',
      options: [
        { value: 'unknown', label: 'Not known, or by method' },
        { value: 'NONE', label: 'None' },
        { value: 'AWS_IAM', label: 'IAM' },
        { value: 'CUSTOM', label: 'Lambda authoriser' },
        { value: 'COGNITO_USER_POOLS', label: 'Cognito user pool' },
      ],
      help: 'How its methods know who calls.',
    },
    policyField,
  ],
}

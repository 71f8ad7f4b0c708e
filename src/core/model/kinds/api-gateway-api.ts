import * as z from 'zod/mini'
import { base, choice, flag, list, policyText, reference, typedText } from './common.ts'
import type { Sheet } from './definition.ts'

const schema = z.strictObject({
  ...base('api-gateway-api'),
  region: reference,
  account: reference,
  /** What API Gateway calls it: the first label of its default name. */
  apiId: typedText,
  endpointType: choice(['regional', 'edge', 'private'], 'regional'),
  /** Endpoints that a private API is associated with: each gives it a name in public DNS, `ID-VPCE.execute-api…`. */
  endpoints: list(reference, 50),
  /** Names of one's own that API Gateway knows it by. */
  customDomains: list(typedText, 120),
  /** Whether its default name answers (`disableExecuteApiEndpoint` turns that off). */
  defaultEndpoint: flag(true),
  /** How its methods know who calls; `unknown` = nobody said, or they differ. Source: API Gateway API, Method, authorizationType. */
  authorizationType: choice(['unknown', 'NONE', 'AWS_IAM', 'CUSTOM', 'COGNITO_USER_POOLS'], 'unknown'),
  /** Its resource policy; null = none. */
  policy: policyText,
})

/** An API of Amazon API Gateway. Source: API Gateway guide, endpoint types and private REST APIs. */
export const apiGatewayApi: Sheet<typeof schema> = {
  schema,
  kind: 'api-gateway-api',
  title: 'API Gateway API',
  noun: 'an API Gateway API',
  group: 'services',
  parent: { path: 'region', kinds: ['region'] },
  container: false,
  stands: { area: 'side', rank: 3 },
  colour: 'good',
  imported: 'RestApis',
  reached: 'regional-host',
  regionalHost: ({ apiId }) => `${apiId.toLowerCase()}.execute-api`,
  asked: true,
  dropped: 'beside',
  detail: ({ endpointType }) =>
    ({ regional: 'Regional API', edge: 'Edge-optimised API', private: 'Private API' })[endpointType],
  service: (_, region) => `com.amazonaws.${region}.execute-api`,
  references: [
    { path: 'region', kinds: ['region'], onDelete: 'delete-holder' },
    { path: 'account', kinds: ['account'], onDelete: 're-point' },
    { path: 'endpoints[]', kinds: ['interface-endpoint'], onDelete: 'remove-entry' },
  ],
  blank: (parent, id) => ({ region: parent, account: 'account-1', apiId: id.replace(/[^a-z0-9]/g, '') }),
}

import { OPERATORS } from '../conditions/operators.ts'

/** What may stand as the value of a condition key, as far as it is worth offering. */
export type ValueKind =
  | 'account'
  | 'boolean'
  | 'endpoint'
  | 'organisation'
  | 'principal'
  | 'region'
  | 'resource'
  | 'service'
  | 'vpc'
  | 'text'

/** Elements of the language by where they stand, each in a few words. Source: IAM guide, JSON policy elements. */
export const ELEMENTS = {
  document: {
    Version: 'of the language: 2012-10-17',
    Id: 'a name of its own',
    Statement: 'what is allowed and denied',
  },
  statement: {
    Sid: 'a name of the statement',
    Effect: 'Allow or Deny',
    Principal: 'who',
    NotPrincipal: 'everybody but these',
    Action: 'does what',
    NotAction: 'everything but this',
    Resource: 'with what',
    NotResource: 'with everything but this',
    Condition: 'when all of this holds',
  },
  principal: {
    AWS: 'accounts, roles, users',
    Service: 'services of AWS',
    Federated: 'identity providers',
    CanonicalUser: 'an account by its canonical id',
  },
} as const

/** Operators of conditions, with those for keys that may be absent. */
export const OPERATOR_NAMES: readonly string[] = [
  ...Object.keys(OPERATORS),
  'Null',
  ...Object.keys(OPERATORS).map((name) => `${name}IfExists`),
  ...['StringEquals', 'StringLike', 'ArnLike'].flatMap((name) => [`ForAnyValue:${name}`, `ForAllValues:${name}`]),
]

/** The condition keys of all services, with what their values are. Source: IAM guide, AWS global condition context keys. */
export const CONDITION_KEYS: Readonly<Record<string, ValueKind>> = {
  'aws:CalledVia': 'service',
  'aws:CalledViaFirst': 'service',
  'aws:CalledViaLast': 'service',
  'aws:CurrentTime': 'text',
  'aws:EpochTime': 'text',
  'aws:FederatedProvider': 'text',
  'aws:MultiFactorAuthAge': 'text',
  'aws:MultiFactorAuthPresent': 'boolean',
  'aws:PrincipalAccount': 'account',
  'aws:PrincipalArn': 'principal',
  'aws:PrincipalIsAWSService': 'boolean',
  'aws:PrincipalOrgID': 'organisation',
  'aws:PrincipalOrgPaths': 'text',
  'aws:PrincipalServiceName': 'service',
  'aws:PrincipalServiceNamesList': 'service',
  'aws:PrincipalTag/': 'text',
  'aws:PrincipalType': 'text',
  'aws:Referer': 'text',
  'aws:RequestedRegion': 'region',
  'aws:RequestTag/': 'text',
  'aws:ResourceAccount': 'account',
  'aws:ResourceOrgID': 'organisation',
  'aws:ResourceOrgPaths': 'text',
  'aws:ResourceTag/': 'text',
  'aws:SecureTransport': 'boolean',
  'aws:SourceAccount': 'account',
  'aws:SourceArn': 'resource',
  'aws:SourceIp': 'text',
  'aws:SourceOrgID': 'organisation',
  'aws:SourceOrgPaths': 'text',
  'aws:SourceVpc': 'vpc',
  'aws:SourceVpcArn': 'text',
  'aws:SourceVpce': 'endpoint',
  'aws:TagKeys': 'text',
  'aws:TokenIssueTime': 'text',
  'aws:UserAgent': 'text',
  'aws:userid': 'text',
  'aws:username': 'text',
  'aws:ViaAWSService': 'boolean',
  'aws:VpceAccount': 'account',
  'aws:VpceOrgID': 'organisation',
  'aws:VpceOrgPaths': 'text',
  'aws:VpcSourceIp': 'text',
}

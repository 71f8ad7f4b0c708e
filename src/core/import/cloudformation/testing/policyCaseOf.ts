import type { ResourceType } from '../resources/resourceType.ts'
import type { Evaluated, Properties, Stack, StackResource } from '../stack.ts'

const row = (more: Partial<ResourceType> = {}): ResourceType => ({ knows: new Set(), put: () => {}, ...more })
/** What `Ref` and `Fn::GetAtt` give for what a policy may name. Source: AWS CloudFormation Template Reference, return values. */
export const POLICY_TYPES: Readonly<Record<string, ResourceType>> = {
  'AWS::IAM::Role': row({ ref: ({ id, property }) => property('RoleName') ?? id }),
  'AWS::S3::Bucket': row({
    ref: ({ id, property }) => property('BucketName') ?? id,
    attributes: { Arn: ({ property }) => `arn:aws:s3:::${String(property('BucketName'))}` },
  }),
}

/** A request that says which call of an API it makes. */
export interface ApiRequest {
  readonly from: string
  readonly api: {
    readonly action: string
    readonly resource: string
    readonly principal: string
    readonly context?: Readonly<Record<string, unknown>>
  }
}

type Of<T> = (resource: StackResource) => T
const asText = (value: Evaluated | undefined): string => (typeof value === 'string' ? value : '')
const asList = (value: Evaluated | undefined): readonly Properties[] =>
  (Array.isArray(value) ? value : []) as readonly Properties[]
const texts = (value: Evaluated | undefined): readonly string[] => (Array.isArray(value) ? value.map(String) : [])

/**
 * The case of the command line that a template and a request come to: the instance calls by the one endpoint of its VPC. A role's session on an
 * instance is named by the instance's id. Source: EC2 guide, IAM roles for Amazon EC2.
 */
export function policyCaseOf(stack: Stack, { from, api }: ApiRequest): Readonly<Record<string, unknown>> {
  const { resources, metadata } = stack
  const ids = metadata?.ids ?? {}
  const ofType = (type: string) => resources.filter((one) => one.type === type)
  const one = <T>(list: readonly StackResource[], of: Of<T>): T | null => (list[0] ? of(list[0]) : null)
  const idOf = (logicalId: string): string => ids[logicalId] ?? logicalId

  const instance = resources.find(({ logicalId }) => logicalId === from)
  const role = ofType('AWS::IAM::Role').find(({ properties }) =>
    api.principal.endsWith(`/${asText(properties.RoleName)}`),
  )
  if (!instance || !role) throw new Error(`the template has no ${instance ? `role ${api.principal}` : from}`)
  const { properties } = role
  const named = (name: string, document: Evaluated | undefined) => ({ name, document })
  const attached = [...ofType('AWS::IAM::Policy'), ...ofType('AWS::IAM::ManagedPolicy')].filter(
    (policy) =>
      texts(policy.properties.Roles).includes(asText(properties.RoleName)) ||
      texts(properties.ManagedPolicyArns).includes(policy.logicalId),
  )
  const [boundary] = ofType('AWS::IAM::ManagedPolicy').filter(
    ({ logicalId }) => logicalId === properties.PermissionsBoundary,
  )
  const [endpoint] = ofType('AWS::EC2::VPCEndpoint')
  const owned = resources.find(({ account }) => account !== stack.account)?.account ?? stack.account
  const onResource =
    one(ofType('AWS::S3::BucketPolicy'), (policy) => policy.properties.PolicyDocument) ??
    one(ofType('AWS::SQS::QueuePolicy'), (policy) => policy.properties.PolicyDocument) ??
    one(ofType('AWS::KMS::Key'), (key) => key.properties.KeyPolicy) ??
    one(ofType('AWS::DynamoDB::Table'), (table) => table.properties.ResourcePolicy ?? null)
  const [bucket] = ofType('AWS::S3::Bucket')
  const block = bucket?.properties.PublicAccessBlockConfiguration as Properties | undefined

  return {
    ...api,
    principal: `arn:aws:sts::${stack.account}:assumed-role/${asText(properties.RoleName)}/${idOf(from)}`,
    principalTags: Object.fromEntries(asList(properties.Tags).map(({ Key, Value }) => [Key, Value])),
    ...(metadata?.orgId ? { principalOrgId: metadata.orgId } : {}),
    resourceAccount: owned,
    // on since April 2023 for buckets that do not say
    restrictPublicBuckets: bucket !== undefined && block?.RestrictPublicBuckets !== false,
    context: {
      'aws:PrincipalArn': `arn:aws:iam::${stack.account}:role${asText(properties.Path) || '/'}${asText(properties.RoleName)}`,
      'aws:RequestedRegion': stack.region,
      'aws:SecureTransport': true,
      ...(endpoint
        ? {
            'aws:SourceVpce': idOf(endpoint.logicalId),
            'aws:SourceVpc': idOf(asText(endpoint.properties.VpcId)),
            'aws:VpcSourceIp': asText(instance.properties.PrivateIpAddress),
          }
        : {}),
      ...api.context,
    },
    policies: {
      identity: [
        ...asList(properties.Policies).map((policy) => named(asText(policy.PolicyName), policy.PolicyDocument)),
        ...attached.map((policy) => named(policy.logicalId, policy.properties.PolicyDocument)),
      ],
      boundary: boundary ? named(boundary.logicalId, boundary.properties.PolicyDocument) : null,
      endpoint: endpoint?.properties.PolicyDocument
        ? {
            ...named(endpoint.logicalId, endpoint.properties.PolicyDocument),
            gateway: endpoint.properties.VpcEndpointType !== 'Interface',
          }
        : null,
      resource: onResource ? named('resource', onResource) : null,
      scps: metadata?.scps ?? [],
    },
  }
}

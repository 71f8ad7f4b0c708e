/** What a service makes of the policies on its resources. */
export interface ResourceRule {
  /** The resource's own policy must allow, also in its account: no identity's policy is enough. */
  readonly mustAllow: boolean
  /** Without a policy of its own the account of the resource is named in one. */
  readonly accountByDefault: boolean
  /** Whether resource control policies reach it. */
  readonly controlled: boolean
  /** The resource's own policy cannot shut out the root user of its account. */
  readonly openToRoot?: true
}

const ORDINARY: ResourceRule = { mustAllow: false, accountByDefault: false, controlled: false }
const CONTROLLED: ResourceRule = { ...ORDINARY, controlled: true }

/** Source: Organizations guide, resource control policies, list of services, as of September 2026; the prefixes of its actions. OpenSearch has two. */
const CONTROLLED_SERVICES =
  'aoss appconfig appstream autoscaling autoscaling-plans budgets clouddirectory cloudfront cloudsearch cloudtrail-data codeartifact codebuild codecommit codepipeline cognito-identity cognito-idp comprehend comprehendmedical compute-optimizer cost-optimization-hub dax dsql dynamodb ecr ecr-public es events firehose fis fms gamelift health inspector-scan kendra kinesisvideo logs memorydb networkmonitor notifications opensearch pca-connector-ad personalize polly pricing resource-groups rolesanywhere s3 secretsmanager servicediscovery signin sqs sts support swf textract timestream-influxdb transcribe transfer translate wafv2 workspaces xray'

const BUCKET_POLICY: ResourceRule = { ...CONTROLLED, openToRoot: true }
const KEY: ResourceRule = { mustAllow: true, accountByDefault: true, controlled: true }
const TRUST: ResourceRule = { mustAllow: true, accountByDefault: false, controlled: true }

/**
 * By the prefix of an action, or by the action; what is not here is ordinary. Sources: IAM guide, policy evaluation logic (role trust policies and
 * KMS key policies must allow) and session tags (which the trust policy must allow too); KMS guide, default key policy; Organizations guide,
 * resource control policies (they leave `kms:RetireGrant` alone); S3 API, PutBucketPolicy (the owner's root user is not locked out).
 */
const RULES: ReadonlyMap<string, ResourceRule> = new Map([
  ...CONTROLLED_SERVICES.split(' ').map((service) => [service, CONTROLLED] as const),
  ['s3:getbucketpolicy', BUCKET_POLICY],
  ['s3:putbucketpolicy', BUCKET_POLICY],
  ['s3:deletebucketpolicy', BUCKET_POLICY],
  ['kms', KEY],
  ['kms:retiregrant', { ...KEY, controlled: false }],
  ['sts:assumerole', TRUST],
  ['sts:assumerolewithsaml', TRUST],
  ['sts:assumerolewithwebidentity', TRUST],
  ['sts:tagsession', TRUST],
  ['sts:setsourceidentity', TRUST],
])

/** The rule for an action, such as `kms:decrypt`. */
export const ruleFor = (action: string): ResourceRule =>
  RULES.get(action) ?? RULES.get(action.slice(0, action.indexOf(':'))) ?? ORDINARY

/** Whether the resource's policy of an action, in small letters, is a role's trust policy. */
export const asksTrustPolicy = (action: string): boolean => ruleFor(action) === TRUST

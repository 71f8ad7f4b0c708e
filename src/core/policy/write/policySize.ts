import type { PolicyUse } from '../../model/kinds/policyUse.ts'

/** How long a policy may be, and whether white space counts. */
export interface PolicySize {
  readonly most: number
  readonly spaces: boolean
}

/** Sources: IAM guide, quotas (white space is not counted; a role’s inline policies all together; trust policies, more on request); STS, AssumeRole; PrivateLink guide, endpoint policies; Organizations guide, quotas. */
const SIZES: Readonly<Record<Exclude<PolicyUse, 'resource'>, PolicySize>> = {
  identity: { most: 10_240, spaces: false },
  boundary: { most: 6_144, spaces: false },
  session: { most: 2_048, spaces: true },
  trust: { most: 2_048, spaces: false },
  endpoint: { most: 20_480, spaces: true },
  scp: { most: 5_120, spaces: true },
  rcp: { most: 5_120, spaces: true },
}

/** Of resources by the prefix of their service, where it is not 20 KB as S3 has it. Sources: quotas in the guides of SQS, SNS, KMS, API Gateway, ECR and EventBridge. */
const OF_SERVICE: Readonly<Record<string, number>> = {
  sqs: 8_192,
  'execute-api': 8_192,
  ecr: 10_240,
  events: 10_240,
  sns: 30_720,
  kms: 32_768,
}

/** How long a policy may be, by what it is attached to; `service` is the prefix of the resource’s. */
export const policySizeOf = (use: PolicyUse, service: string | null): PolicySize =>
  use === 'resource' ? { most: OF_SERVICE[service ?? ''] ?? 20_480, spaces: true } : SIZES[use]

/** The characters of a policy that count. */
export const sizeOfPolicy = (text: string, { spaces }: Pick<PolicySize, 'spaces'>): number =>
  spaces ? text.length : text.replace(/\s/g, '').length

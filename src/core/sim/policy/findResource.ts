import { arnParts } from '../../policy/language/arnParts.ts'
import type { AccessNet, ResourceNet } from '../../topology/access/accessNet.ts'

/** What the design knows of the thing that a call is about. */
export type FoundResource =
  /** It is drawn; `arn` is what policies see of it, where the call names it by an alias. */
  | { readonly kind: 'drawn'; readonly resource: ResourceNet; readonly arn: string }
  /** It is not, and things of its service carry policies. */
  | { readonly kind: 'not-drawn'; readonly account: string | null; readonly arn: string }
  /** Nothing that carries a policy. */
  | { readonly kind: 'plain'; readonly account: string | null; readonly arn: string }

/** Prefixes of services whose resources carry policies. Source: IAM guide, AWS services that work with IAM, “resource-based policies”. */
const CARRIES = new Set(
  's3 s3express s3-outposts s3-object-lambda sqs sns kms secretsmanager dynamodb lambda ecr ecr-public events execute-api iam sts logs glue backup es aoss kinesis acm-pca codeartifact codebuild serverlessrepo ses signer elasticfilesystem glacier mediastore iot schemas ssm-contacts vpc-lattice cloud9 lex rolesanywhere xray'.split(
    ' ',
  ),
)
/** A secret's ARN ends with six letters that nobody chooses. Source: Secrets Manager guide, what's in a secret. */
const SECRET = /^(arn:[^:]*:secretsmanager:.*:secret:.+)-[A-Za-z0-9]{6}$/

/** The thing that an ARN names, or that it lies in: a bucket for an object, a table for its index, a function for its version. */
export function findResource({ resources }: AccessNet, arn: string): FoundResource {
  const parts = arnParts(arn)
  if (parts === null) return { kind: 'plain', account: null, arn }
  const [, , service = '', , account = '', what = ''] = parts
  const head = arn.length - what.length
  for (let end = arn.length; end > head; end = cutAt(arn, end)) {
    const resource = resources.get(arn.slice(0, end))
    if (resource) return { kind: 'drawn', resource, arn: ownArn(resource, arn.slice(0, end), arn.slice(end)) }
  }
  const secret = resources.get(SECRET.exec(arn)?.[1] ?? '')
  if (secret) return { kind: 'drawn', resource: secret, arn }
  return { kind: CARRIES.has(service) ? 'not-drawn' : 'plain', account: account || null, arn }
}

/**
 * Policies see an access point by its ARN, with `/object/` before the key, and a key by its own, never by an alias. Sources: S3 guide, access point
 * aliases; KMS guide, using alias names in policies.
 */
function ownArn({ arn, accessPoint }: ResourceNet, named: string, rest: string): string {
  if (named === arn) return named + rest
  return arn + (accessPoint && rest !== '' ? `/object${rest}` : rest)
}

/** Where the part before the last one ends. */
const cutAt = (arn: string, end: number): number =>
  Math.max(arn.lastIndexOf('/', end - 1), arn.lastIndexOf(':', end - 1))

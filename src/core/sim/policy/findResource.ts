import { arnParts } from '../../policy/language/arnParts.ts'
import type { AccessNet, ResourceNet } from '../../topology/access/accessNet.ts'

/** What the design knows of the thing that a call is about. */
export type FoundResource =
  /** It is drawn. */
  | { readonly kind: 'drawn'; readonly resource: ResourceNet }
  /** It is not, and things of its service carry policies. */
  | { readonly kind: 'not-drawn'; readonly account: string | null }
  /** Nothing that carries a policy. */
  | { readonly kind: 'plain'; readonly account: string | null }

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
  if (parts === null) return { kind: 'plain', account: null }
  const [, , service = '', , account = '', what = ''] = parts
  const head = arn.length - what.length
  for (let end = arn.length; end > head; end = cutAt(arn, end)) {
    const found = resources.get(arn.slice(0, end))
    if (found) return { kind: 'drawn', resource: found }
  }
  const secret = resources.get(SECRET.exec(arn)?.[1] ?? '')
  if (secret) return { kind: 'drawn', resource: secret }
  return { kind: CARRIES.has(service) ? 'not-drawn' : 'plain', account: account || null }
}

/** Where the part before the last one ends. */
const cutAt = (arn: string, end: number): number =>
  Math.max(arn.lastIndexOf('/', end - 1), arn.lastIndexOf(':', end - 1))

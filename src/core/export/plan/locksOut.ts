import { ENDPOINT_KEYS } from '../../aws/endpointKeys.ts'
import { NO } from '../../policy/language/ternary.ts'
import { readPolicy } from '../../policy/read/readPolicy.ts'
import { deniesWithout } from '../../policy/statement/deniesWithout.ts'
import { PARTITIONS } from './readPolicyText.ts'

/** Keys by which a way is told. */
const WAYS: ReadonlySet<string> = new Set([...ENDPOINT_KEYS, 'aws:sourceip'])
/** By which it would be taken off again. */
const CHANGES = ['s3:PutBucketPolicy', 's3:DeleteBucketPolicy']

/** Whether a bucket's policy denies, perhaps but for some, who does not come by a way that it names: from elsewhere they do not change it again. */
export function locksOut(text: string, bucket: string): boolean {
  const read = readPolicy(text, 'resource')
  if (!read.ok) return false
  const calls = CHANGES.flatMap((action) =>
    PARTITIONS.map((partition) => ({ action, resource: `arn:${partition}:s3:::${bucket}` })),
  )
  return read.document.statements.some((statement) =>
    calls.some((call) => deniesWithout(statement, read.document, WAYS, call) !== NO),
  )
}

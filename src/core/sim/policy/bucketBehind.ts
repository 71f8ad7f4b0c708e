import type { ContextValue } from '../../policy/language/context.ts'
import type { AccessPointNet, ResourceNet } from '../../topology/access/accessNet.ts'
import type { PathFacts } from './pathFacts.ts'

/** What S3 says of an access point. Source: Service Authorization Reference, condition keys for Amazon S3. */
export const accessPointKeys = (
  point: ResourceNet,
  { bucket, origin }: AccessPointNet,
): Readonly<Record<string, ContextValue>> => ({
  's3:DataAccessPointArn': [point.arn],
  's3:DataAccessPointAccount': [point.account],
  's3:AccessPointNetworkOrigin': [origin],
  's3:ResourceAccount': [bucket.account],
})

/** `…:accesspoint/reports/object/2026/a.csv` is `2026/a.csv` in the bucket. Source: S3 guide, referencing access points. */
export function bucketArn(point: ResourceNet, { bucket }: AccessPointNet, arn: string): string {
  const rest = arn.slice(point.arn.length)
  return bucket.arn + (rest.startsWith('/object/') ? rest.slice('/object'.length) : '')
}

/** Whether an access point of a VPC is asked from that VPC, which is the one of the endpoint; null = nobody knows. Source: S3 guide, access points restricted to a VPC. */
export function isOfItsVpc({ origin, vpc }: AccessPointNet, { endpoint }: PathFacts): boolean | null {
  if (origin === 'Internet') return true
  if (endpoint === null) return false
  return vpc === null ? null : endpoint.vpc.id === vpc
}

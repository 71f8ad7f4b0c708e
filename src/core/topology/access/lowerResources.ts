import type { Construct, ConstructId, ConstructKind, ConstructOf } from '../../model/kinds/registry.ts'
import type { BucketAccess, IdentityNet, ResourceNet } from './accessNet.ts'
import { defaultPolicy, lowerGrants } from './lowerKey.ts'
import { ownPolicy } from './policyNet.ts'

/** What resources of a design are made of. */
export interface Sources {
  readonly all: <K extends ConstructKind>(kind: K) => readonly (ConstructOf<K> & Construct)[]
  readonly partitionOf: (region: string) => string
  readonly codeOf: (region: string) => string
  readonly numberOf: (account: string) => string
}

const PLAIN = {
  restrictPublicBuckets: false,
  grants: [],
  aliases: [],
  accessPoint: null,
  api: null,
  bucket: null,
} as const satisfies Partial<ResourceNet>

/** Everything that an ARN names and that may carry a policy, by its ARN. Of two with one ARN the first counts. */
export function lowerResources(
  { all, partitionOf, codeOf, numberOf }: Sources,
  identities: readonly IdentityNet[],
): ReadonlyMap<string, ResourceNet> {
  const resources = new Map<string, ResourceNet>()
  const put = (arn: string, one: ResourceNet): void => void (resources.has(arn) || resources.set(arn, one))
  const guard = (
    one: { id: ConstructId; account: string; policy: string | null; name: string },
    arn: string,
    more: Partial<ResourceNet> = {},
  ): ResourceNet => {
    const account = numberOf(one.account)
    const policy = ownPolicy(one, one.policy, 'resource') ?? defaultPolicy(one.id, arn, account)
    const made: ResourceNet = { ...PLAIN, id: one.id, arn, account, policy, ...more }
    put(arn, made)
    return made
  }
  const inRegion = (service: string, { region, account }: { region: string; account: string }, what: string) =>
    `arn:${partitionOf(region)}:${service}:${codeOf(region)}:${numberOf(account)}:${what}`

  const buckets = new Map<ConstructId, ResourceNet>()
  for (const bucket of all('s3-bucket')) {
    const { region, bucketName, restrictPublicBuckets } = bucket
    const more = { restrictPublicBuckets, bucket: bucketAccess(bucket, codeOf(region)) }
    buckets.set(bucket.id, guard(bucket, `arn:${partitionOf(region)}:s3:::${bucketName}`, more))
  }
  for (const point of all('s3-access-point')) {
    const bucket = buckets.get(point.bucket)
    if (!bucket) continue
    const { id, networkOrigin: origin, originVpc: vpc, restrictPublicBuckets, alias } = point
    const made = guard(point, inRegion('s3', point, `accesspoint/${point.accessPointName}`), {
      restrictPublicBuckets,
      accessPoint: { id, bucket, origin, vpc },
    })
    if (alias !== null) put(`arn:${partitionOf(point.region)}:s3:::${alias}`, made)
  }
  for (const table of all('dynamodb-table')) guard(table, inRegion('dynamodb', table, `table/${table.tableName}`))
  for (const api of all('api-gateway-api')) {
    const { endpointType, authorizationType } = api
    guard(api, inRegion('execute-api', api, api.apiId), {
      api: { isPrivate: endpointType === 'private', authorizationType },
    })
  }
  for (const one of all('policy-resource')) {
    const made = guard(one, one.arn, { grants: lowerGrants(one), aliases: one.aliases })
    const head = one.arn.split(':').slice(0, 5).join(':')
    for (const alias of one.aliases) put(`${head}:${alias}`, made)
  }
  const trusts = new Map(
    all('iam-role').map((role) => [role.id, ownPolicy(role, role.trustPolicy, 'trust', 'trustPolicy')]),
  )
  for (const { kind, id, arn, account } of identities)
    if (kind === 'role') resources.set(arn, { ...PLAIN, id, arn, account, policy: trusts.get(id) ?? null })
  return resources
}

/** Source: S3 guide, controlling ownership of objects; blocking public access (`IgnorePublicAcls`). */
const bucketAccess = (
  { objectOwnership, ignorePublicAcls, encryptionKey, bucketKey }: ConstructOf<'s3-bucket'>,
  regionCode: string,
): BucketAccess => ({
  lists: objectOwnership === 'BucketOwnerEnforced' ? 'none' : ignorePublicAcls ? 'by-name' : 'all',
  encryptionKey,
  bucketKey,
  regionCode,
})

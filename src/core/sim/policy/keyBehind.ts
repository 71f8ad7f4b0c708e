import { remember } from '../../base/remember.ts'
import { arnParts } from '../../policy/language/arnParts.ts'
import { type ContextValue, UNKNOWN } from '../../policy/language/context.ts'
import type { AccessNet, ResourceNet } from '../../topology/access/accessNet.ts'
import { managedKeyPolicy } from '../../topology/access/lowerKey.ts'
import type { Asked } from './asked.ts'
import { type FoundResource, findResource } from './findResource.ts'

/**
 * What S3 asks KMS for when objects of a bucket are read and written. Source: S3 guide, using server-side encryption with AWS KMS keys, permissions.
 */
const NEEDED: Readonly<Record<string, string>> = {
  's3:getobject': 'kms:Decrypt',
  's3:getobjectversion': 'kms:Decrypt',
  's3:putobject': 'kms:GenerateDataKey',
}
const OTHERWISE = 's3:x-amz-server-side-encryption'
const OTHER_KEY = 's3:x-amz-server-side-encryption-aws-kms-key-id'

/**
 * The call to KMS that S3 makes on the caller’s behalf; null = none. Whoever writes may ask for another key or for none. It comes by no endpoint, and
 * says which service makes it. Sources: IAM guide, forward access sessions, global condition keys; KMS guide, kms:ViaService, encryption context.
 */
export function keyBehind(
  access: AccessNet,
  bucket: ResourceNet,
  { action, found }: Asked,
  given: Readonly<Record<string, ContextValue>>,
): Asked | null {
  const needed = NEEDED[action.toLowerCase()]
  if (needed === undefined || bucket.bucket === null) return null
  const told = (name: string): string | null => {
    const [, value] = Object.entries(given).find(([key]) => key.toLowerCase() === name) ?? []
    return typeof value === 'object' ? (value[0] ?? null) : null
  }
  const writes = action.toLowerCase() === 's3:putobject'
  if (writes && told(OTHERWISE) === 'AES256') return null
  const { bucketKey, regionCode } = bucket.bucket
  const key = (writes ? told(OTHER_KEY) : null) ?? bucket.bucket.encryptionKey
  if (key === null) return null
  const context = bucketKey ? bucket.arn : found.arn
  return {
    action: needed,
    found: findKey(access, bucket, key, regionCode),
    by: 's3.amazonaws.com',
    keys: {
      'kms:ViaService': [`s3.${regionCode}.amazonaws.com`],
      'kms:EncryptionContext:aws:s3:arn': [context],
      'kms:EncryptionContextKeys': ['aws:s3:arn'],
      'aws:ViaAWSService': ['true'],
      // whether S3 is one of the services that say so, the guide leaves open
      'aws:CalledVia': UNKNOWN,
      'aws:CalledViaFirst': UNKNOWN,
      'aws:CalledViaLast': UNKNOWN,
    },
    behindAccessPoint: false,
  }
}

const MANAGED = 'alias/aws/s3'
const isAlias = (name: string): boolean => name.startsWith('alias/')

/** A key may be named by its ARN, its id or an alias: then it is one of the bucket’s account. Source: S3 API, ServerSideEncryptionByDefault. */
function findKey(access: AccessNet, bucket: ResourceNet, named: string, regionCode: string): FoundResource {
  const arn = arnParts(named)
    ? named
    : `arn:${access.partition}:kms:${regionCode}:${bucket.account}:${isAlias(named) ? named : `key/${named}`}`
  const found = findResource(access, arn)
  const [, , , , account = '', what] = arnParts(arn) ?? []
  if (found.kind === 'drawn' || what !== MANAGED) return found
  const resource = remember(
    remember(managed, bucket, newMap),
    arn,
    (): ResourceNet => ({
      id: bucket.id,
      arn,
      account,
      policy: managedKeyPolicy(bucket.id, account, regionCode),
      restrictPublicBuckets: false,
      grants: [],
      aliases: [MANAGED],
      accessPoint: null,
      api: null,
      bucket: null,
    }),
  )
  return { kind: 'drawn', resource, arn }
}

/** Keys that AWS keeps for S3, by the bucket that they are asked of and by their names. */
const managed = new WeakMap<ResourceNet, Map<string, ResourceNet>>()
const newMap = () => new Map<string, ResourceNet>()

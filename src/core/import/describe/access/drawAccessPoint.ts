import { notImported } from '../../../model/notImported.ts'
import { asFields, asId, asText, asWord } from '../../fields.ts'
import { add, type Importing, skip } from '../../importing.ts'
import { placeOfArn } from '../../places.ts'
import { accountByNumber, regionByCode } from '../../whereabouts.ts'
import { freeId } from '../readers/clients.ts'
import type { Guarded } from './guardedThings.ts'
import { blocksIn, blocksNamed, publiclyBlocked } from './publiclyBlocked.ts'

/** An access point with its policy: `list-access-points` or `get-access-point` says which bucket it leads to, and for whom. Source: S3 Control API, AccessPoint. */
export function drawAccessPoint(
  importing: Importing,
  { arn, entry, policy }: Guarded & { readonly policy: string | null },
): undefined {
  const name = arn.slice(arn.lastIndexOf('/') + 1)
  const described = importing.find('AccessPointList', arn)
  const bucket = asText(described?.value.Bucket)
  const { account, region } = placeOfArn(arn)
  if (!described || bucket === null)
    return skip(importing, entry, arn, 'of an access point its policy alone is there; which bucket it leads to is not')
  const own = described.value.PublicAccessBlockConfiguration
  const blocked = publiclyBlocked(importing, entry, name, policy, [
    own === undefined || own === null ? null : blocksIn(own),
    account === null ? null : blocksNamed(importing, 'AccountId', account),
  ])
  const drawn = [...importing.constructs.values()].find((one) => one.kind === 's3-bucket' && one.bucketName === bucket)
  add(importing, entry, {
    kind: 's3-access-point',
    id: freeId(importing, `access-point-${name}`),
    name,
    region: regionByCode(importing, region, entry),
    account: accountByNumber(importing, account),
    accessPointName: name,
    bucket: drawn?.id ?? notImported(bucket),
    alias: asText(described.value.Alias),
    networkOrigin: asWord(described.value.NetworkOrigin, ['Internet', 'VPC']) ?? 'Internet',
    originVpc: asId(asFields(described.value.VpcConfiguration).VpcId),
    policy: blocked.policy,
    blockPublicPolicy: blocked.blockPublicPolicy,
    restrictPublicBuckets: blocked.restrictPublicBuckets,
  })
}

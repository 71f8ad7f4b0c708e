import type { DeepReadonly } from '../base/deepReadonly.ts'
import type { ServiceEntry } from './catalogue.ts'

/** AWS's own services that endpoints of other Regions reach. Source: AWS PrivateLink guide, 2026 edition, cross-Region enabled AWS services. */
const ACROSS_REGIONS =
  /\.(s3|iam|ecr\.(api|dkr)|kms(-fips)?|ecs(-agent|-telemetry)?|lambda|kinesis-firehose|kinesisanalytics(-fips)?|route53)$/

/** Whether an interface endpoint in another Region of the partition can lead to a service of AWS. */
export const isOfferedAcrossRegions = ({ name }: Pick<DeepReadonly<ServiceEntry>, 'name'>): boolean =>
  ACROSS_REGIONS.test(name)

/** Zone ids from where no service of another Region is reached. Source: AWS PrivateLink guide, cross-Region enabled services, considerations. */
export const zonesWithoutCrossRegion: ReadonlySet<string> = new Set([
  'use1-az3',
  'usw1-az2',
  'apne1-az3',
  'apne2-az2',
  'apne2-az4',
])

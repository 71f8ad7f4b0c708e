/** What AWS calls a partition in ARNs, and what its names end in. */
export interface Partition {
  readonly name: string
  readonly suffix: string
}

/** Beginnings of Region codes whose partition is not `aws`. Source: AWS general reference, ARN partitions; botocore partitions.json. */
const PARTITIONS: readonly (readonly [start: string, partition: Partition])[] = [
  ['cn-', { name: 'aws-cn', suffix: 'amazonaws.com.cn' }],
  ['us-gov-', { name: 'aws-us-gov', suffix: 'amazonaws.com' }],
  ['us-isob-', { name: 'aws-iso-b', suffix: 'sc2s.sgov.gov' }],
  ['us-isof-', { name: 'aws-iso-f', suffix: 'csp.hci.ic.gov' }],
  ['us-iso-', { name: 'aws-iso', suffix: 'c2s.ic.gov' }],
  ['eu-isoe-', { name: 'aws-iso-e', suffix: 'cloud.adc-e.uk' }],
  ['eusc-', { name: 'aws-eusc', suffix: 'amazonaws.eu' }],
]
const MOST: Partition = { name: 'aws', suffix: 'amazonaws.com' }

/** The partition of a Region, by its code alone: templates are worked out where there is no catalogue too. */
export const partitionOf = (region: string): Partition =>
  PARTITIONS.find(([start]) => region.startsWith(start))?.[1] ?? MOST

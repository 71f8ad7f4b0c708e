import { mergeBlocks } from '../../src/core/net/index.ts'
import type { IpRanges } from './readSources.ts'

/**
 * AWS-managed prefix lists beside those of S3 and DynamoDB, as far as `ip-ranges.json` has their services: CloudFront's origin-facing servers,
 * EC2 Instance Connect of each Region, and the health checkers of Route 53, which are the same wherever in the partition the list is read.
 * Source: VPC guide, AWS-managed prefix lists.
 */
export function deriveLists(ipRanges: IpRanges, regions: readonly string[]): Record<string, string[]> {
  const rows = [
    ...ipRanges.prefixes.map(({ ip_prefix: cidr, ...row }) => ({ ...row, cidr, ipv6: '' })),
    ...ipRanges.ipv6_prefixes.map(({ ipv6_prefix: cidr, ...row }) => ({ ...row, cidr, ipv6: 'ipv6.' })),
  ]
  const lists: Record<string, string[]> = {}
  const add = (of: string, service: string, tag: string, holds: (region: string) => boolean) => {
    for (const ipv6 of ['', 'ipv6.']) {
      const own = rows.filter((row) => row.service === tag && row.ipv6 === ipv6 && holds(row.region))
      if (own.length > 0) lists[`com.amazonaws.${of}.${ipv6}${service}`] = mergeBlocks(own.map(({ cidr }) => cidr))
    }
  }
  add('global', 'cloudfront.origin-facing', 'CLOUDFRONT_ORIGIN_FACING', () => true)
  add('{r}', 'route53-healthchecks', 'ROUTE53_HEALTHCHECKS', (region) => !OTHER_PARTITION.test(region))
  for (const code of regions) add(code, 'ec2-instance-connect', 'EC2_INSTANCE_CONNECT', (region) => region === code)
  return lists
}

const OTHER_PARTITION = /^(cn|us-gov|eusc|us-iso)/

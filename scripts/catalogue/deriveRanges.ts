import type { RegionRanges } from '../../src/core/aws/catalogue.ts'
import {
  addOffset,
  type Block,
  blockAt,
  blockOf,
  covers,
  formatBlock,
  lastOf,
  mergeBlocks,
  overlaps,
} from '../../src/core/net/index.ts'
import type { IpRanges } from './readSources.ts'

/** S3's and DynamoDB's blocks of every Region, and what else AWS has there: aggregated, and without an address in common. */
export function deriveRanges(ipRanges: IpRanges, regions: readonly string[]): Record<string, RegionRanges> {
  const rows = [
    ...ipRanges.prefixes.map((row) => ({ ...row, cidr: row.ip_prefix })),
    ...ipRanges.ipv6_prefixes.map((row) => ({ ...row, cidr: row.ipv6_prefix })),
  ]
  const blocksOf = (region: string, service: string) =>
    mergeBlocks(rows.filter((row) => row.region === region && row.service === service).map((row) => row.cidr))
  return Object.fromEntries(
    regions.map((region) => {
      const s3 = blocksOf(region, 'S3')
      const dynamodb = blocksOf(region, 'DYNAMODB')
      // `AMAZON` holds the blocks of every service; see the file's documentation, “AWS IP address ranges” of the VPC guide
      return [region, { s3, dynamodb, aws: subtractBlocks(blocksOf(region, 'AMAZON'), [...s3, ...dynamodb]) }]
    }),
  )
}

/** What remains of `texts` without the addresses of `holes`. */
export function subtractBlocks(texts: readonly string[], holes: readonly string[]): string[] {
  const cuts = holes.map((hole) => blockOf(hole)!)
  return mergeBlocks(texts.flatMap((text) => cutOut(blockOf(text)!, cuts).map(formatBlock)))
}

function cutOut(block: Block, holes: readonly Block[]): Block[] {
  const inside = holes.filter((hole) => overlaps(block, hole))
  if (inside.length === 0) return [block]
  if (inside.some((hole) => covers(hole, block))) return []
  const lower = blockAt(block.base, block.length + 1)
  const upper = blockAt(addOffset(lastOf(lower), 1), block.length + 1)
  return [...cutOut(lower, inside), ...cutOut(upper, inside)]
}
